package org.lamella.bone;

import org.lamella.bone.StepLength.Fading;
import org.lamella.evidence.ParameterSet;

/**
 * Vitamin D, parathyroid hormone, calcium. 25-OH vitamin D follows its own baseline plus intake; want of it raises
 * resorption and slows mineralisation. Serum calcium moves with the imbalance of resorption and formation against the
 * patient's own slow average.
 */
final class Homeostasis {
    /** Numbers of this equation group. */
    record Constants(
            double parathyroidLimit,
            double parathyroidDrive,
            double deficiency,
            double calciumSet,
            double calciumGain,
            double calciumRelief,
            double oestrogenDrive,
            double oestrogenRefill) {
        static Constants from(ParameterSet p) {
            return new Constants(
                    p.value("vitamin_d.parathyroid_limit", "nmol/L"),
                    p.value("vitamin_d.parathyroid_drive", "1"),
                    p.value("vitamin_d.deficiency", "nmol/L"),
                    p.value("calcium.set_point", "mmol/L"),
                    p.value("calcium.gain", "mmol/L"),
                    p.value("calcium.supplement_relief", "1"),
                    p.value("oestrogen.rankl_gain", "1"),
                    p.value("oestrogen.refill_loss", "1"));
        }
    }

    /** 25-OH vitamin D, nmol/L. */
    final double[] vitaminD;
    /** Steady-state rise by supplements, nmol/L. */
    final double[] vitaminDIntake;
    /** Fraction of a full calcium supplement. */
    final double[] calciumIntake;
    /** Total serum calcium, mmol/L. */
    final double[] calcium;
    /** RANKL drive from oestrogen and parathyroid hormone. */
    final double[] drive;
    /** Availability of mineral, 0 to 1. */
    final double[] mineralSupply;
    /** Refill of each cavity without the effect of drugs. */
    final double[] refill;

    private final double[] usualBalance;
    /** Resorption over formation at the end of the last step, and the set point that calcium tends to. */
    private final double[] balance;

    private final double[] target;
    private final double[] vitaminDTrait;
    private final double[] refillTrait;
    private final Constants c;

    Homeostasis(LaneArrays arrays, Constants constants, Traits traits) {
        this.c = constants;
        vitaminD = arrays.addStepped("vitaminD", 60);
        vitaminDIntake = arrays.add("vitaminD.intake", 0);
        calciumIntake = arrays.add("calcium.intake", 0);
        calcium = arrays.addStepped("calcium", constants.calciumSet);
        drive = arrays.add("rankl.baseline", 1);
        mineralSupply = arrays.add("mineral.supply", 1);
        refill = arrays.add("refill", 1);
        usualBalance = arrays.addStepped("calcium.usualBalance", 1);
        balance = arrays.addStepped("calcium.balance", 1);
        target = arrays.addStepped("calcium.target", constants.calciumSet);
        vitaminDTrait = traits.of(Trait.VITAMIN_D);
        refillTrait = traits.of(Trait.REFILL);
    }

    void begin(int i) {
        vitaminD[i] = vitaminDTrait[i];
    }

    /** Want of vitamin D that drives parathyroid hormone: 0 with enough, 1 with none. */
    double parathyroidIndex(int i) {
        return Math.max(c.parathyroidLimit - vitaminD[i], 0) / c.parathyroidLimit;
    }

    /** Renews the slow factors of lanes {@code from} to {@code until - 1}. */
    void renew(int from, int until, double[] oestrogen) {
        double[] d = vitaminD;
        double[] drives = drive;
        double limit = c.parathyroidLimit;
        double byOestrogen = c.oestrogenDrive;
        double byWant = c.parathyroidDrive / limit;
        for (int i = from; i < until; i++) {
            double want = Math.max(limit - d[i], 0);
            drives[i] = (1 + byOestrogen * (1 - oestrogen[i])) * (1 + byWant * want);
        }
        double[] supply = mineralSupply;
        double[] refills = refill;
        double[] own = refillTrait;
        double enough = 1 / c.deficiency;
        double costs = c.oestrogenRefill;
        for (int i = from; i < until; i++) {
            supply[i] = Math.min(d[i] * enough, 1);
            refills[i] = own[i] * (1 - costs * (1 - oestrogen[i]));
        }
    }

    /** Vitamin D over a step, exact for steady intake. */
    void advance(int from, int until, StepLength length) {
        double[] left = length.left(Fading.VITAMIN_D);
        double[] d = vitaminD;
        double[] own = vitaminDTrait;
        double[] taken = vitaminDIntake;
        for (int i = from; i < until; i++) {
            double steady = own[i] + taken[i];
            d[i] = steady + (d[i] - steady) * left[i];
        }
    }

    /**
     * Calcium over a step: exact for a set point that moves evenly from its value before the step to that after.
     *
     * @param resorption of the spine at the end of the step
     * @param formation of the spine at the end of the step
     */
    void calcium(int from, int until, StepLength length, double[] resorption, double[] formation) {
        double[] left = length.left(Fading.CALCIUM);
        double[] meanLeft = length.meanLeft(Fading.CALCIUM);
        double[] leftOfUsual = length.left(Fading.CALCIUM_BALANCE);
        double set = c.calciumSet;
        double gain = c.calciumGain;
        double helps = c.calciumRelief;
        double[] usual = usualBalance;
        double[] before = balance;
        double[] supplement = calciumIntake;
        double[] supply = mineralSupply;
        double[] tends = target;
        double[] ca = calcium;
        for (int i = from; i < until; i++) {
            double now = resorption[i] / formation[i];
            double mean = 0.5 * (before[i] + now);
            double u = mean + (usual[i] - mean) * leftOfUsual[i];
            double surplus = now / u - 1;
            double relief = (1 - helps * supplement[i]) * (2 - supply[i]);
            double moved = Math.max(surplus, 0) + Math.min(surplus, 0) * relief;
            double wanted = set + gain * moved;
            ca[i] = ca[i] * left[i] + tends[i] * (meanLeft[i] - left[i]) + wanted * (1 - meanLeft[i]);
            usual[i] = u;
            before[i] = now;
            tends[i] = wanted;
        }
    }
}
