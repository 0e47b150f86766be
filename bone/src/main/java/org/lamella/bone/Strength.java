package org.lamella.bone;

import static org.lamella.bone.Elementary.exp;

import org.lamella.evidence.ParameterSet;

/** Strength of shafts and vertebra (M1, M2) from shape, porosity, mineral, matrix and resorption pits. */
final class Strength {
    /** Numbers of this equation group. */
    record Constants(
            double porosityPower,
            double mineralPower,
            double pitSensitivity,
            double pitTime,
            double pitDepth,
            double pitLimit,
            double spongiosaShare,
            double spongiosaScale,
            double shellScale,
            double densitySpongiosaShare,
            double callusWeakness,
            double rodGain,
            double bowLimit,
            double bowSlope,
            double rodEndLimit,
            double rodEndStress) {
        static Constants from(ParameterSet p) {
            return new Constants(
                    p.value("strength.porosity_power", "1"),
                    p.value("strength.mineral_power", "1"),
                    p.value("strength.pit_sensitivity", "1"),
                    p.value("strength.pit_time", "a"),
                    p.value("strength.pit_depth", "mm"),
                    p.value("strength.pit_limit", "1"),
                    p.value("strength.spongiosa_share", "1"),
                    p.value("spine.spongiosa_scale", "1"),
                    p.value("spine.shell_scale", "mm"),
                    p.value("spine.density_spongiosa_share", "1"),
                    p.value("strength.callus_weakness", "1"),
                    p.value("strength.rod_gain", "1"),
                    p.value("strength.bow_limit", "deg"),
                    p.value("strength.bow_slope", "deg-1"),
                    p.value("strength.rod_end_limit", "1"),
                    p.value("strength.rod_end_stress", "1"));
        }
    }

    private final Constants c;
    private final double[] quality;

    Strength(Constants constants, Traits traits) {
        this.c = constants;
        this.quality = traits.of(Trait.MATRIX_QUALITY);
    }

    /** Section modulus reduced by pores: what the mechanostat senses. */
    double resistance(Shaft shaft, int i) {
        double solid = 1 - shaft.porosity[i];
        return shaft.sectionModulus(i) * solid * solid;
    }

    /** Bending strength of a shaft without injury. */
    double shaft(Shaft shaft, int i) {
        double solid = Elementary.pow(1 - shaft.porosity[i], c.porosityPower);
        double mineral = Elementary.pow(shaft.mineral[i], c.mineralPower);
        return shaft.sectionModulus(i) * solid * mineral * quality[i] * pits(shaft.resorption[i]);
    }

    /** Factor of callus, damage, rod and bow on a shaft. */
    double injury(double callus, double damage, double rod, double bow) {
        double support = 1 + c.rodGain * rod;
        double end = rod > 0.05 && rod < c.rodEndLimit ? 1 / c.rodEndStress : 1;
        return (1 - c.callusWeakness * callus)
                * (1 - damage)
                * support
                * end
                / (1 + c.bowSlope * Math.max(bow - c.bowLimit, 0));
    }

    /** Density of a vertebra as load sees it, relative to an adult. */
    double loadDensity(double volumeFraction, double shell) {
        return c.spongiosaShare * volumeFraction / c.spongiosaScale + (1 - c.spongiosaShare) * shell / c.shellScale;
    }

    /** Mass per projected area and thickness of a vertebra as DXA sees it, relative to an adult. */
    double massDensity(double volumeFraction, double shell, double mineral) {
        double spongiosa = c.densitySpongiosaShare * volumeFraction / c.spongiosaScale;
        return (spongiosa + (1 - c.densitySpongiosaShare) * shell / c.shellScale) * mineral;
    }

    /** Compressive strength of a vertebra. */
    double vertebra(TrabecularSite spine, double shell, double area, int i) {
        double density = loadDensity(spine.volumeFraction(i), shell) * spine.mineral[i];
        return area * density * density * quality[i] * pits(spine.resorption[i]);
    }

    private double pits(double resorption) {
        return exp(-c.pitSensitivity * Math.min(resorption * c.pitTime / c.pitDepth, c.pitLimit));
    }
}
