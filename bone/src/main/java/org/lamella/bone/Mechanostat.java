package org.lamella.bone;

import static org.lamella.bone.Elementary.exp;
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

    private final Constants c;

    Mechanostat(LaneArrays arrays, String site, Constants constants) {
        this.c = constants;
        stimulus = arrays.add(site + ".stimulus", 1);
        resorption = arrays.add(site + ".loadResorption", 1);
        formation = arrays.add(site + ".loadFormation", 1);
        refill = arrays.add(site + ".loadRefill", 1);
    }

    /**
     * @param i lane
     * @param load load relative to the healthy twin
     * @param capacity capacity relative to the healthy twin
     * @param setPoint set point of the lane
     */
    void refresh(int i, double load, double capacity, double setPoint) {
        double e = load / Math.max(capacity, 0.05) / setPoint;
        stimulus[i] = Math.clamp(e, 0.05, 8);
        double le = log(stimulus[i]);
        resorption[i] = exp(-c.resorptionPower * Math.min(le, c.resorptionCap));
        formation[i] = exp(c.formationPower * Math.min(le, c.formationCap));
        double lowered = Math.min(formation[i], 1);
        refill[i] = c.refillPower == 0.5 ? Math.sqrt(lowered) : Elementary.pow(lowered, c.refillPower);
    }
}
