package org.lamella.bone;

import org.lamella.evidence.ParameterSet;

/** Callus, fatigue damage, bow and rod of one limb (M5 to M8). */
final class Injuries {
    /** A bone bent by more would run into itself, degrees. */
    private static final double FOLDED = 180;

    /** Numbers of this equation group. */
    record Constants(
            double healingChild,
            double healingAdult,
            double osteotomyDelay,
            double damageRate,
            double damagePower,
            double renewal,
            double bowMean,
            double bowSd,
            double bowCorrection) {
        static Constants from(ParameterSet p) {
            return new Constants(
                    p.value("healing.child_time", "d"),
                    p.value("healing.adult_time", "d"),
                    p.value("healing.osteotomy_drug_delay", "1"),
                    p.value("damage.rate", "a-1"),
                    p.value("damage.stimulus_power", "1"),
                    p.value("damage.intracortical_renewal", "a-1"),
                    p.value("bow.mean_per_fracture", "deg"),
                    p.value("bow.sd_per_fracture", "deg"),
                    p.value("bow.growth_correction", "1"));
        }
    }

    /** Unfinished healing, 1 at the fracture to 0. */
    final double[] callus;

    /** Mean callus of the last step. */
    final double[] meanCallus;

    final double[] damage;
    /** Bow in degrees. */
    final double[] bow;
    /** Part of the shaft that a rod supports. */
    final double[] rod;

    final double[] rodGrows;

    private final double[] callusLater;
    private final double[] healingRate;
    private final double[] damageGain;
    private final double[] osteotomy;
    private final double[] growth;
    private final Shaft shaft;
    private final LaneFunctions functions;
    private final Constants c;

    Injuries(LaneArrays arrays, String site, Constants constants, Shaft shaft, LaneFunctions functions) {
        this.c = constants;
        this.functions = functions;
        this.shaft = shaft;
        callus = arrays.addStepped(site + ".callus", 0);
        damage = arrays.addStepped(site + ".damage", 0.02);
        bow = arrays.addStepped(site + ".bow", 0);
        rod = arrays.addStepped(site + ".rod", 0);
        rodGrows = arrays.add(site + ".rodGrows", 0);
        meanCallus = new double[arrays.lanes()];
        callusLater = new double[arrays.lanes()];
        healingRate = arrays.add(site + ".healingRate", 0);
        damageGain = arrays.add(site + ".damageGain", 0);
        osteotomy = arrays.add(site + ".osteotomy", 0);
        growth = arrays.add(site + ".lengthening", 0);
    }

    /**
     * Renews healing and damage rates of lanes {@code from} to {@code until - 1}. After an osteotomy drug on the surface
     * delays: 1 / (time (1 + delay s / (1 + s))).
     */
    void renew(int from, int until, double[] modelling, double[] relativeVelocity, double[] surfaceDrug) {
        double[] heals = healingRate;
        double[] operated = osteotomy;
        double[] longer = growth;
        double[] gain = damageGain;
        double[] stimulus = shaft.mechanostat.stimulus;
        double child = c.healingChild;
        double adult = c.healingAdult;
        double delay = c.osteotomyDelay;
        for (int i = from; i < until; i++) {
            double days = child * modelling[i] + adult * (1 - modelling[i]);
            double bare = 1 + surfaceDrug[i];
            heals[i] = bare / (days * (bare + operated[i] * delay * surfaceDrug[i]));
            longer[i] = relativeVelocity[i];
            gain[i] = stimulus[i];
        }
        functions.pow(gain, c.damagePower, from, until);
        double rate = c.damageRate;
        for (int i = from; i < until; i++) {
            gain[i] *= rate;
        }
    }

    /** Callus in the middle of the coming interval. */
    double[] callusAhead(int from, int until, double[] days) {
        double[] later = callusLater;
        double[] now = callus;
        double[] heals = healingRate;
        for (int i = from; i < until; i++) {
            double x = days[i] * heals[i];
            later[i] = now[i] / (1 + x * (1 + 0.5 * x));
        }
        return later;
    }

    /** A fracture; {@code chance} is a standard normal that sets the bow, 0 for the mean. */
    void fracture(int i, double chance) {
        callus[i] = 1;
        osteotomy[i] = 0;
        if (rod[i] < 0.05) {
            bow[i] = Math.min(bow[i] + Math.max(0, c.bowMean + c.bowSd * chance), FOLDED);
        }
    }

    void osteotomy(int i) {
        callus[i] = 1;
        osteotomy[i] = 1;
        bow[i] = 0;
    }

    void rod(int i, double coverage, boolean grows) {
        rod[i] = coverage;
        rodGrows[i] = grows ? 1 : 0;
    }

    /** Healing over a step (M6); leaves the mean callus of the step. */
    private void heal(int from, int until, StepLength length) {
        double[] days = length.days;
        double[] unfinished = callus;
        double[] mean = meanCallus;
        double[] heals = healingRate;
        for (int i = from; i < until; i++) {
            double x = days[i] * heals[i];
            double half = 1 + 0.5 * x;
            double left = unfinished[i] / (1 + x * half);
            mean[i] = left * half;
            unfinished[i] = left;
        }
    }

    /** Healing, damage, bow and rod over a step (M5 to M8). */
    void advance(int from, int until, StepLength length) {
        heal(from, until, length);
        fatigue(from, until, length);
        lengthen(from, until, length);
    }

    /** damage' = gain (1 - D) - renewal D. */
    private void fatigue(int from, int until, StepLength length) {
        double[] years = length.years;
        double[] d = damage;
        double[] gain = damageGain;
        double[] activity = shaft.osteoclasts.meanActivity;
        double[] in = shaft.meanFormation;
        double[] out = shaft.meanResorption;
        double[] ct = shaft.meanCortex;
        double renews = c.renewal;
        for (int i = from; i < until; i++) {
            double made = years[i] * gain[i];
            double repaired = years[i] * (renews * activity[i] + (in[i] + 0.3 * out[i]) / ct[i]);
            double x = made + repaired;
            double half = 1 + 0.5 * x;
            d[i] = (d[i] + made * half) / (1 + x * half);
        }
    }

    /** Growth straightens a bow and outgrows a fixed rod. */
    private void lengthen(int from, int until, StepLength length) {
        double[] years = length.years;
        double[] angle = bow;
        double[] carries = rod;
        double[] telescopic = rodGrows;
        double[] longer = growth;
        double straightens = c.bowCorrection;
        for (int i = from; i < until; i++) {
            double x = Math.min(straightens * years[i] * longer[i], 1);
            double y = Math.min(years[i] * longer[i] * (1 - telescopic[i]), 1);
            angle[i] *= 1 - x + 0.5 * x * x;
            carries[i] *= 1 - y + 0.5 * y * y;
        }
    }
}
