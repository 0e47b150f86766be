package org.lamella.bone;

import org.lamella.evidence.ParameterSet;

/**
 * A thin cortex (S5): width W in mm grows by apposition and is removed in proportion to itself, so that it settles. Stands
 * for the vertebral shell and the iliac cortex.
 */
final class Shell {
    /** Numbers of this equation group. */
    record Constants(
            double adultApposition, double growthApposition, double growthScale, double removalFloor, double share) {
        static Constants from(ParameterSet p, double share) {
            return new Constants(
                    p.value("shell.adult_apposition", "mm/a"),
                    p.value("shell.growth_apposition", "mm/a"),
                    p.value("shell.growth_scale", "a-1"),
                    p.value("shell.removal_floor", "a-1"),
                    share);
        }
    }

    /** W in mm. */
    final double[] width;

    private final double[] apposition;
    private final double[] removal;
    private final double[] output;
    private final double[] turnover;
    private final Osteoclasts osteoclasts;
    private final Mechanostat mechanostat;
    private final Constants c;

    Shell(LaneArrays arrays, String site, Constants constants, Osteoclasts osteoclasts, Mechanostat load, Traits t) {
        this.c = constants;
        this.osteoclasts = osteoclasts;
        this.mechanostat = load;
        width = arrays.addStepped(site + ".W", 0.3);
        apposition = arrays.add(site + ".apposition", 0);
        removal = arrays.add(site + ".removal", 0);
        output = t.of(Trait.OSTEOBLAST_OUTPUT);
        turnover = t.of(Trait.TURNOVER);
    }

    /** Width at birth, from the iliac reference in mm. */
    void begin(int i, double reference) {
        width[i] = c.share * reference * output[i] / Math.sqrt(turnover[i]);
    }

    /**
     * Renews apposition and removal rate of lanes {@code from} to {@code until - 1}, so that the healthy width follows its
     * reference.
     *
     * @param growth relative velocity of the healthy median, 1/a
     * @param reference iliac reference width, mm
     * @param velocity its change, mm/a
     */
    void renew(int from, int until, double[] growth, double[] reference, double[] velocity) {
        double[] lays = apposition;
        double[] takes = removal;
        double[] strong = output;
        double adult = c.adultApposition;
        double perGrowth = c.growthApposition / c.growthScale;
        double share = c.share;
        double floor = c.removalFloor;
        for (int i = from; i < until; i++) {
            double a = adult + perGrowth * growth[i];
            lays[i] = share * a * strong[i];
            takes[i] = Math.max((a - velocity[i]) / reference[i], floor);
        }
    }

    /** Width over a step; vigour and modelling by drugs are means of it. */
    void advance(int from, int until, StepLength length, double[] vigour, double[] anabolic) {
        double[] years = length.years;
        double[] w = width;
        double[] activity = osteoclasts.meanActivity;
        double[] modelling = mechanostat.formation;
        double[] lays = apposition;
        double[] takes = removal;
        double[] strong = output;
        for (int i = from; i < until; i++) {
            double gain = years[i] * (lays[i] * vigour[i] * modelling[i] + anabolic[i] * strong[i]);
            double x = years[i] * takes[i] * activity[i];
            double half = 1 + 0.5 * x;
            w[i] = (w[i] + gain * half) / (1 + x * half);
        }
    }
}
