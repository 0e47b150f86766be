package org.lamella.bone;

import org.lamella.bone.StepLength.Fading;
import org.lamella.evidence.ParameterSet;

/**
 * Muscle and disuse (G3, H2): muscle force follows its target, faster down than up; immobilisation of a limb or of the
 * whole person fades after the cast.
 */
final class Loading {
    /** Numbers of this equation group. */
    record Constants(
            double limbRecoveryDays,
            double generalRecoveryDays,
            double unloading,
            double castDisuse,
            double castGeneralDisuse,
            double fractureDisuse,
            double fractureGeneralDisuse,
            double armGeneralDisuse,
            double muscleDisuse,
            double hormoneMuscle) {
        static Constants from(ParameterSet p) {
            return new Constants(
                    p.value("load.limb_recovery_time", "d"),
                    p.value("load.general_recovery_time", "d"),
                    p.value("load.unloading", "1"),
                    p.value("load.cast_disuse", "1"),
                    p.value("load.cast_general_disuse", "1"),
                    p.value("load.fracture_disuse", "1"),
                    p.value("load.fracture_general_disuse", "1"),
                    p.value("load.arm_general_disuse", "1"),
                    p.value("load.muscle_disuse", "1"),
                    p.value("hormone.muscle_gain", "1"));
        }
    }

    /** Muscle force relative to healthy. */
    final double[] muscle;
    /** Disuse 0 to 1 of femur, tibia, arm and the whole person, in the order of {@link FractureSite}. */
    final double[][] disuse = new double[FractureSite.values().length][];
    /** 1 while a cast (for the vertebra: bed rest) is on. */
    final double[][] cast = new double[FractureSite.values().length][];
    /** Relative gain of muscle through training. */
    final double[] training;

    /** Load factor of each site in the coming interval, 1 without disuse. */
    final double[][] use = new double[FractureSite.values().length][];
    /** Immobility of the whole person in the coming interval, 0 to 1. */
    final double[] immobility;

    private final double[] mobility;
    private final double[] restBefore;
    private final Constants c;

    Loading(LaneArrays arrays, Constants constants, Traits traits) {
        this.c = constants;
        muscle = arrays.addStepped("load.muscle", 1);
        for (FractureSite site : FractureSite.values()) {
            disuse[site.ordinal()] = arrays.addStepped("load.disuse." + site, 0);
            cast[site.ordinal()] = arrays.add("load.cast." + site, 0);
            use[site.ordinal()] = new double[arrays.lanes()];
        }
        immobility = new double[arrays.lanes()];
        training = arrays.add("load.training", 0);
        restBefore = new double[arrays.lanes()];
        mobility = traits.of(Trait.MOBILITY);
    }

    void begin(int i) {
        muscle[i] = mobility[i];
    }

    /**
     * Renews immobility and use of lanes {@code from} to {@code until - 1} in the middle of the coming interval:
     * disuse fades by itself, that of a limb as its callus heals, unless a cast holds it.
     *
     * @param callus unfinished healing of each limb, 0 to 1
     */
    void renew(int from, int until, double[] aheadDays, double[][] callus) {
        double perLimb = 1 / c.limbRecoveryDays;
        for (int limb = 0; limb < Bodies.LIMBS.length; limb++) {
            double[] now = disuse[limb];
            double[] on = cast[limb];
            double[] unhealed = callus[limb];
            double[] later = use[limb];
            for (int i = from; i < until; i++) {
                double x = aheadDays[i] * perLimb * (1 - unhealed[i]);
                later[i] = left(now[i], on[i], 1 / (1 + x * (1 + 0.5 * x)));
            }
        }
        int whole = FractureSite.VERTEBRA.ordinal();
        double[] resting = disuse[whole];
        double[] held = cast[whole];
        double[] rests = use[whole];
        double rate = 1 / c.generalRecoveryDays;
        for (int i = from; i < until; i++) {
            double x = aheadDays[i] * rate;
            rests[i] = left(resting[i], held[i], 1 / (1 + x * (1 + 0.5 * x)));
        }
        for (int i = from; i < until; i++) {
            immobility[i] = use[whole][i];
        }
        double unloads = c.unloading;
        for (double[] site : use) {
            for (int i = from; i < until; i++) {
                site[i] = 1 - unloads * site[i];
            }
        }
    }

    private static double left(double disuse, double cast, double keep) {
        return disuse * (keep + (1 - keep) * cast);
    }

    /** Present immobility of the whole person. */
    double immobility(int i) {
        return disuse[FractureSite.VERTEBRA.ordinal()][i];
    }

    /** A cast is on (for the vertebra: bed rest). */
    void cast(FractureSite site, int i) {
        if (leg(site)) {
            hold(FractureSite.FEMUR, i);
            hold(FractureSite.TIBIA, i);
        } else {
            hold(site, i);
        }
    }

    private void hold(FractureSite site, int i) {
        int s = site.ordinal();
        cast[s][i] = 1;
        disuse[s][i] = Math.max(disuse[s][i], held(site));
    }

    /** Femur and tibia are unloaded together: a leg is walked on or not. */
    private static boolean leg(FractureSite site) {
        return site == FractureSite.FEMUR || site == FractureSite.TIBIA;
    }

    private double held(FractureSite site) {
        return site == FractureSite.VERTEBRA ? c.fractureGeneralDisuse : c.castDisuse;
    }

    /** A fracture or osteotomy immobilises. */
    void injure(FractureSite site, int i) {
        double[] whole = disuse[FractureSite.VERTEBRA.ordinal()];
        double general = site == FractureSite.UPPER_LIMB ? c.armGeneralDisuse : c.fractureGeneralDisuse;
        whole[i] = Math.max(whole[i], general);
        if (leg(site)) {
            rest(FractureSite.FEMUR, i);
            rest(FractureSite.TIBIA, i);
        } else if (site != FractureSite.VERTEBRA) {
            rest(site, i);
        }
    }

    private void rest(FractureSite site, int i) {
        double[] limb = disuse[site.ordinal()];
        limb[i] = Math.max(limb[i], c.fractureDisuse);
    }

    /**
     * Integrates a step.
     *
     * @param hormone effect of growth hormone
     * @param callus unfinished healing of each limb, on the mean of the step
     */
    void advance(int from, int until, StepLength length, double[] hormone, double[][] callus) {
        for (int limb = 0; limb < Bodies.LIMBS.length; limb++) {
            rest(from, until, length, disuse[limb], cast[limb], callus[limb]);
        }
        double[] before = restBefore;
        System.arraycopy(disuse[FractureSite.VERTEBRA.ordinal()], from, before, from, until - from);
        restOfAll(from, until, length);
        muscles(from, until, length, hormone, before);
    }

    /** Muscle tends to its target, which rest lowers: by the mean of rest before and after the step. */
    private void muscles(int from, int until, StepLength length, double[] hormone, double[] before) {
        double[] down = length.left(Fading.MUSCLE_DOWN);
        double[] up = length.left(Fading.MUSCLE_UP);
        double[] after = disuse[FractureSite.VERTEBRA.ordinal()];
        double[] force = muscle;
        double[] own = mobility;
        double[] trained = training;
        double byHormone = c.hormoneMuscle;
        double byRest = 0.5 * c.muscleDisuse;
        for (int i = from; i < until; i++) {
            double resting = byRest * (before[i] + after[i]);
            double target = own[i] * (1 + trained[i]) * (1 + byHormone * hormone[i]) * (1 - resting);
            double gap = target - force[i];
            force[i] += (1 - up[i]) * Math.max(gap, 0) + (1 - down[i]) * Math.min(gap, 0);
        }
    }

    /** Use returns as the fracture heals: disuse' = -disuse (1 - callus) / time. */
    private void rest(int from, int until, StepLength length, double[] limb, double[] on, double[] callus) {
        double[] days = length.days;
        double held = c.castDisuse;
        double rate = 1 / c.limbRecoveryDays;
        for (int i = from; i < until; i++) {
            double x = rate * days[i] * (1 - callus[i]);
            limb[i] = Math.max(limb[i] / (1 + x * (1 + 0.5 * x)), on[i] * held);
        }
    }

    /** Disuse of the whole person: bed rest, or a leg in a cast. */
    private void restOfAll(int from, int until, StepLength length) {
        double[] keep = length.left(Fading.REST);
        double[] whole = disuse[FractureSite.VERTEBRA.ordinal()];
        double[] bed = cast[FractureSite.VERTEBRA.ordinal()];
        double[] femur = cast[FractureSite.FEMUR.ordinal()];
        double[] tibia = cast[FractureSite.TIBIA.ordinal()];
        double inBed = c.fractureGeneralDisuse;
        double inCast = c.castGeneralDisuse;
        for (int i = from; i < until; i++) {
            double held = Math.max(bed[i] * inBed, Math.max(femur[i], tibia[i]) * inCast);
            whole[i] = Math.max(whole[i] * keep[i], held);
        }
    }
}
