package org.lamella.bone;

import static org.lamella.bone.Elementary.log;

import org.lamella.evidence.ParameterSet;

/**
 * Answer of one site to its load (G4, G5). The stimulus {@code e} is load over capacity, both relative to the healthy
 * twin, over the set point; 1 means content.
 */
final class Mechanostat {
    /** Numbers of this equation group. */
    record Constants(
            double resorptionPower,
            double resorptionCap,
            double formationPower,
            double formationCap,
            double refillPower) {
        static Constants from(ParameterSet p) {
            return new Constants(
                    p.value("mechanostat.resorption_power", "1"),
                    log(p.value("mechanostat.resorption_cap", "1")),
                    p.value("mechanostat.formation_power", "1"),
                    log(p.value("mechanostat.formation_cap", "1")),
                    p.value("mechanostat.refill_power", "1"));
        }
    }

    /** Stimulus e. */
    final double[] stimulus;
    /** Multiplier of the osteoclast drive. */
    final double[] resorption;
    /** Multiplier of modelling formation. */
    final double[] formation;
    /** Multiplier of the refill of cavities, at most 1. */
    final double[] refill;

    private final LaneFunctions functions;
    private final Constants c;

    Mechanostat(LaneArrays arrays, String site, Constants constants, LaneFunctions functions) {
        this.c = constants;
        this.functions = functions;
        stimulus = arrays.add(site + ".stimulus", 1);
        resorption = arrays.add(site + ".loadResorption", 1);
        formation = arrays.add(site + ".loadFormation", 1);
        refill = arrays.add(site + ".loadRefill", 1);
    }

    /**
     * Renews the answer of lanes {@code from} to {@code until - 1}: powers of e, by its logarithm; the refill is a power of
     * the modelling formation, at most 1.
     *
     * @param load load relative to the healthy twin
     * @param capacity capacity relative to the healthy twin
     * @param setPoint set point of the lane
     */
    void renew(int from, int until, double[] load, double[] capacity, double[] setPoint) {
        double[] e = stimulus;
        double[] logarithm = refill;
        for (int i = from; i < until; i++) {
            double rest = Math.max(capacity[i], 0.05) * setPoint[i];
            double now = Math.min(Math.max(load[i] / rest, 0.05), 8);
            e[i] = now;
            logarithm[i] = now;
        }
        functions.log(logarithm, from, until);
        double[] removes = resorption;
        double[] forms = formation;
        double less = -c.resorptionPower;
        double more = c.formationPower;
        double mostRemoved = c.resorptionCap;
        double mostFormed = c.formationCap;
        double filled = c.refillPower * c.formationPower;
        double mostFilled = Math.min(c.formationCap, 0);
        for (int i = from; i < until; i++) {
            double le = logarithm[i];
            removes[i] = less * Math.min(le, mostRemoved);
            forms[i] = more * Math.min(le, mostFormed);
            logarithm[i] = filled * Math.min(le, mostFilled);
        }
        functions.expModerate(removes, from, until);
        functions.expModerate(forms, from, until);
        functions.expModerate(logarithm, from, until);
    }
}
