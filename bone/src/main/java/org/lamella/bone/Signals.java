package org.lamella.bone;

/**
 * Signals and cells of the lanes that met a drug that acts on signals ({@link Biologics}): their drives change within days,
 * so they are followed in short steps, and bone sees the means. Lanes without such a drug have steady signals and need no
 * short steps.
 */
final class Signals {
    private final Bodies b;
    private final int stepsPerDay;
    /** The groups of osteoclasts, their load, and the drug on their surface. */
    private final Osteoclasts[] osteoclasts;

    private final Mechanostat[] loads;
    private final SurfaceDrug[] drugs;
    /** Results of the short steps: precursors, and activity of each group at the end and on the mean. */
    private final double[] precursors;

    private final double[][] activity;
    private final double[][] meanActivity;

    Signals(Bodies bodies, int stepsPerDay) {
        this.b = bodies;
        this.stepsPerDay = stepsPerDay;
        int groups = 2 + bodies.shafts.length;
        osteoclasts = new Osteoclasts[groups];
        loads = new Mechanostat[groups];
        drugs = new SurfaceDrug[groups];
        group(0, b.spine.osteoclasts, b.spine.mechanostat, b.trabecularDrug);
        group(1, b.metaphysis.osteoclasts, b.metaphysis.mechanostat, b.metaphysealDrug);
        for (int s = 0; s < b.shafts.length; s++) {
            group(2 + s, b.shafts[s].osteoclasts, b.shafts[s].mechanostat, b.corticalDrug);
        }
        precursors = new double[bodies.lanes()];
        activity = new double[groups][bodies.lanes()];
        meanActivity = new double[groups][bodies.lanes()];
    }

    private void group(int g, Osteoclasts clasts, Mechanostat load, SurfaceDrug drug) {
        osteoclasts[g] = clasts;
        loads[g] = load;
        drugs[g] = drug;
    }

    /** Follows the lanes that met such a drug through their step; {@link #settle} then puts the results in place. */
    void follow(int from, int until) {
        for (int i = from; i < until; i++) {
            if (b.biologics.met[i] > 0) {
                follow(i);
            }
        }
    }

    private void follow(int i) {
        double days = b.length.days[i];
        int steps = Math.max(1, (int) Math.ceil(days * stepsPerDay - 1e-9));
        double step = days / steps;
        double share = 1.0 / steps;
        precursors[i] = b.cells.precursors[i];
        for (int g = 0; g < osteoclasts.length; g++) {
            activity[g][i] = osteoclasts[g].activity[i];
            meanActivity[g][i] = 0;
        }
        b.biologics.beginMeans(i);
        double meanVigour = 0;
        for (int k = 0; k < steps; k++) {
            double before = b.cells.vigour[i];
            b.biologics.advance(i, step, b.homeostasis.drive[i], b.cells);
            b.cells.osteoblasts(i, step, b.biologics.wnt[i]);
            meanVigour += 0.5 * share * (before + b.cells.vigour[i]);
            b.biologics.addToMeans(i, share);
            double recruits = recruits(i, step);
            for (int g = 0; g < osteoclasts.length; g++) {
                meanActivity[g][i] += share * live(g, i, step, recruits);
            }
        }
        b.cells.meanVigour(i, meanVigour);
        b.growth.advance(i, b.length.years[i], b.biologics.meanHormone[i]);
    }

    /** Precursors of one lane over a short step; returns osteoclasts that are made of them on its mean. */
    private double recruits(int i, double days) {
        double drive = b.biologics.drive[i];
        double before = precursors[i];
        precursors[i] = b.cells.precursorsAfter(before, days, drive);
        return drive * 0.5 * (before + precursors[i]);
    }

    /** One group of osteoclasts over a short step; returns their mean activity in it. */
    private double live(int g, int i, double days, double recruits) {
        double s = drugs[g].midway[i];
        double deaths = b.survival.deaths(s) + b.biologics.extraDeath[i];
        double rest = recruits * osteoclasts[g].made(i) * loads[g].resorption[i] / deaths;
        double away = activity[g][i] - rest;
        double lost = b.survival.rate() * days * deaths;
        double left = Elementary.exp(-lost);
        activity[g][i] = rest + away * left;
        return rest + away * (1 - left) / lost;
    }

    /** Puts the results of {@link #follow} in the place of what was computed with steady signals. */
    void settle(int from, int until) {
        for (int i = from; i < until; i++) {
            if (b.biologics.met[i] > 0) {
                b.cells.precursors[i] = precursors[i];
                for (int g = 0; g < osteoclasts.length; g++) {
                    osteoclasts[g].activity[i] = activity[g][i];
                    osteoclasts[g].meanActivity[i] = meanActivity[g][i];
                }
            }
        }
    }
}
