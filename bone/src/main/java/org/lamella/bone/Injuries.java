package org.lamella.bone;

import org.lamella.evidence.ParameterSet;

/** Callus, fatigue damage, bow and rod of one limb (M5 to M8). */
final class Injuries {
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

    private final double[] healingRate;
    private final double[] damageGain;
    private final double[] osteotomy;
    private final double[] growth;
    private final Shaft shaft;
    private final Constants c;

    Injuries(LaneArrays arrays, String site, Constants constants, Shaft shaft) {
        this.c = constants;
        this.shaft = shaft;
        callus = arrays.add(site + ".callus", 0);
        damage = arrays.add(site + ".damage", 0.02);
        bow = arrays.add(site + ".bow", 0);
        rod = arrays.add(site + ".rod", 0);
        rodGrows = arrays.add(site + ".rodGrows", 0);
        healingRate = arrays.add(site + ".healingRate", 0);
        damageGain = arrays.add(site + ".damageGain", 0);
        osteotomy = arrays.add(site + ".osteotomy", 0);
        growth = arrays.add(site + ".lengthening", 0);
    }

    /** Renews healing and damage rates of one lane. */
    void refresh(int i, double modelling, double relativeVelocity, double surfaceDrug) {
        double days = c.healingChild * modelling + c.healingAdult * (1 - modelling);
        double delay = 1 + osteotomy[i] * c.osteotomyDelay * surfaceDrug / (1 + surfaceDrug);
        healingRate[i] = 1 / (days * delay);
        damageGain[i] = c.damageRate * Elementary.pow(shaft.mechanostat.stimulus[i], c.damagePower);
        growth[i] = relativeVelocity;
    }

    /** Callus in the middle of the coming interval. */
    double callusAhead(int i, double days) {
        return callus[i] / (1 + days * healingRate[i]);
    }

    /** A fracture; {@code chance} is a standard normal that sets the bow, 0 for the mean. */
    void fracture(int i, double chance) {
        callus[i] = 1;
        osteotomy[i] = 0;
        if (rod[i] < 0.05) {
            bow[i] += Math.max(0, c.bowMean + c.bowSd * chance);
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

    void advance(double h, double days) {
        double[] c1 = callus;
        double[] d = damage;
        double[] angle = bow;
        double[] carries = rod;
        double[] fixed = rodGrows;
        double[] heals = healingRate;
        double[] gain = damageGain;
        double[] longer = growth;
        double[] activity = shaft.osteoclasts.activity;
        double[] in = shaft.formation;
        double[] out = shaft.resorption;
        double[] ct = shaft.cortex;
        double renews = c.renewal;
        double straightens = h * c.bowCorrection;
        int lanes = c1.length;
        for (int i = 0; i < lanes; i++) {
            // both quotients share one division
            double t = ct[i];
            double made = h * gain[i] * t;
            double repaired = h * (renews * activity[i] * t + in[i] + 0.3 * out[i]);
            double a = 1 + days * heals[i];
            double b = t + made + repaired;
            double shared = 1 / (a * b);
            double healed = c1[i] * b * shared;
            double worn = (d[i] * t + made) * a * shared;
            double straight = angle[i] * (1 - Math.min(straightens * longer[i], 0.5));
            double covered = carries[i] * (1 - Math.min(h * longer[i] * (1 - fixed[i]), 0.5));
            c1[i] = healed;
            d[i] = worn;
            angle[i] = straight;
            carries[i] = covered;
        }
    }
}
