package org.lamella.bone;

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
    private final double[] power;
    private final LaneFunctions functions;

    Strength(Constants constants, LaneFunctions functions, Traits traits) {
        this.c = constants;
        this.functions = functions;
        this.quality = traits.of(Trait.MATRIX_QUALITY);
        this.power = new double[quality.length];
    }

    /** Section moduli in mm3 of lanes {@code from} to {@code until - 1}. */
    void sectionModulus(Shaft shaft, int from, int until, double[] modulus) {
        double[] rp = shaft.radius;
        double[] ct = shaft.cortex;
        for (int i = from; i < until; i++) {
            modulus[i] = Shaft.sectionModulus(rp[i], ct[i]);
        }
    }

    /** Section modulus reduced by pores: what the mechanostat senses. */
    static double resistance(double sectionModulus, double porosity) {
        double solid = 1 - porosity;
        return sectionModulus * solid * solid;
    }

    /** Bending strength of a shaft without injury (M1); {@code modulus} is replaced by it. */
    void shaft(Shaft shaft, int from, int until, double[] modulus) {
        double[] strong = modulus;
        double[] phi = shaft.porosity;
        double[] mu = shaft.mineral;
        double[] matrix = quality;
        double[] factor = power;
        for (int i = from; i < until; i++) {
            factor[i] = 1 - phi[i];
        }
        functions.pow(factor, c.porosityPower, from, until);
        for (int i = from; i < until; i++) {
            strong[i] *= factor[i] * matrix[i];
            factor[i] = mu[i];
        }
        functions.pow(factor, c.mineralPower, from, until);
        for (int i = from; i < until; i++) {
            strong[i] *= factor[i];
        }
        pits(shaft.resorption, from, until, strong);
    }

    /** Multiplies by the factor of callus, damage, rod and bow. */
    void injured(Injuries injuries, double[] aheadDays, int from, int until, double[] strong) {
        double[] callus = injuries.callusAhead(from, until, aheadDays);
        double[] damage = injuries.damage;
        double[] bow = injuries.bow;
        double weakens = c.callusWeakness;
        double limit = c.bowLimit;
        double slope = c.bowSlope;
        for (int i = from; i < until; i++) {
            double whole = (1 - weakens * callus[i]) * (1 - damage[i]);
            strong[i] *= whole / (1 + slope * Math.max(bow[i] - limit, 0));
        }
        double[] rod = injuries.rod;
        for (int i = from; i < until; i++) {
            strong[i] *= rodded(rod[i]);
        }
    }

    /** A rod carries; one that no longer spans the bone adds stress at its end. */
    private double rodded(double rod) {
        double end = rod > 0.05 && rod < c.rodEndLimit ? 1 / c.rodEndStress : 1;
        return (1 + c.rodGain * rod) * end;
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

    /**
     * Compressive strength of vertebrae (M2).
     *
     * @param density as load sees it
     * @param area projected area relative to the median child's
     * @param strong receives the strength
     */
    void vertebra(TrabecularSite spine, double[] density, double[] area, int from, int until, double[] strong) {
        double[] mu = spine.mineral;
        double[] matrix = quality;
        for (int i = from; i < until; i++) {
            double hard = density[i] * mu[i];
            strong[i] = area[i] * hard * hard * matrix[i];
        }
        pits(spine.resorption, from, until, strong);
    }

    /** Multiplies by the weakening through resorption pits. */
    private void pits(double[] resorption, int from, int until, double[] strong) {
        double[] factor = power;
        double depth = c.pitTime / c.pitDepth;
        double most = c.pitLimit;
        double weakens = -c.pitSensitivity;
        for (int i = from; i < until; i++) {
            factor[i] = weakens * Math.min(resorption[i] * depth, most);
        }
        functions.expModerate(factor, from, until);
        for (int i = from; i < until; i++) {
            strong[i] *= factor[i];
        }
    }
}
