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
        callus = arrays.add(site + ".callus", 0);
        damage = arrays.add(site + ".damage", 0.02);
        bow = arrays.add(site + ".bow", 0);
        rod = arrays.add(site + ".rod", 0);
        rodGrows = arrays.add(site + ".rodGrows", 0);
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
    double[] callusAhead(int from, int until, double days) {
        double[] later = callusLater;
        double[] now = callus;
        double[] heals = healingRate;
        for (int i = from; i < until; i++) {
            later[i] = now[i] / (1 + days * heals[i]);
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

    /** Integrates over {@code h} years and {@code days} days. */
    void advance(double h, double days) {
        heal(days);
        fatigue(h);
        lengthen(h);
    }

    private void heal(double days) {
        double[] unfinished = callus;
        double[] heals = healingRate;
        int lanes = unfinished.length;
        for (int i = 0; i < lanes; i++) {
            unfinished[i] /= 1 + days * heals[i];
        }
    }

    /** damage' = gain (1 - D) - renewal D, multiplied through by the cortical thickness. */
    private void fatigue(double h) {
        double[] d = damage;
        double[] gain = damageGain;
        double[] activity = shaft.osteoclasts.activity;
        double[] in = shaft.formation;
        double[] out = shaft.resorption;
        double[] ct = shaft.cortex;
        double renews = c.renewal;
        int lanes = d.length;
        for (int i = 0; i < lanes; i++) {
            double t = ct[i];
            double made = h * gain[i] * t;
            double repaired = h * (renews * activity[i] * t + in[i] + 0.3 * out[i]);
            d[i] = (d[i] * t + made) / (t + made + repaired);
        }
    }

    /** Growth straightens a bow and outgrows a fixed rod. */
    private void lengthen(double h) {
        double[] angle = bow;
        double[] carries = rod;
        double[] telescopic = rodGrows;
        double[] longer = growth;
        double straightens = h * c.bowCorrection;
        int lanes = angle.length;
        for (int i = 0; i < lanes; i++) {
            angle[i] *= 1 - Math.min(straightens * longer[i], 0.5);
            carries[i] *= 1 - Math.min(h * longer[i] * (1 - telescopic[i]), 0.5);
        }
    }
}
