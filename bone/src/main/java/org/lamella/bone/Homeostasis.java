package org.lamella.bone;

import org.lamella.evidence.ParameterSet;

/**
 * Vitamin D, parathyroid hormone, calcium. 25-OH vitamin D follows its own baseline plus intake; want of it raises
 * resorption and slows mineralisation. Serum calcium moves with the imbalance of resorption and formation against the
 * patient's own slow average.
 */
final class Homeostasis {
    /** Numbers of this equation group. */
    record Constants(
            double vitaminDRate,
            double parathyroidLimit,
            double parathyroidDrive,
            double deficiency,
            double calciumSet,
            double calciumGain,
            double calciumRate,
            double adaptationRate,
            double calciumRelief,
            double oestrogenDrive,
            double oestrogenRefill) {
        static Constants from(ParameterSet p) {
            return new Constants(
                    Elementary.log(2) / p.value("vitamin_d.half_life", "d"),
                    p.value("vitamin_d.parathyroid_limit", "nmol/L"),
                    p.value("vitamin_d.parathyroid_drive", "1"),
                    p.value("vitamin_d.deficiency", "nmol/L"),
                    p.value("calcium.set_point", "mmol/L"),
                    p.value("calcium.gain", "mmol/L"),
                    1 / p.value("calcium.response_time", "d"),
                    1 / p.value("calcium.adaptation_time", "d"),
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
    private final double[] vitaminDTrait;
    private final double[] refillTrait;
    private final Constants c;

    Homeostasis(LaneArrays arrays, Constants constants, Traits traits) {
        this.c = constants;
        vitaminD = arrays.add("vitaminD", 60);
        vitaminDIntake = arrays.add("vitaminD.intake", 0);
        calciumIntake = arrays.add("calcium.intake", 0);
        calcium = arrays.add("calcium", constants.calciumSet);
        drive = arrays.add("rankl.baseline", 1);
        mineralSupply = arrays.add("mineral.supply", 1);
        refill = arrays.add("refill", 1);
        usualBalance = arrays.add("calcium.usualBalance", 1);
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

    /** Integrates over {@code days}; resorption and formation are those of the spine. */
    void advance(double days, double[] resorption, double[] formation) {
        vitaminD(days * c.vitaminDRate);
        calcium(days * c.calciumRate, days * c.adaptationRate, resorption, formation);
    }

    private void vitaminD(double k) {
        double[] d = vitaminD;
        double[] own = vitaminDTrait;
        double[] taken = vitaminDIntake;
        double keep = 1 / (1 + k);
        int lanes = d.length;
        for (int i = 0; i < lanes; i++) {
            d[i] = (d[i] + k * (own[i] + taken[i])) * keep;
        }
    }

    private void calcium(double kc, double ka, double[] resorption, double[] formation) {
        double set = c.calciumSet;
        double gain = c.calciumGain;
        double helps = c.calciumRelief;
        double keepA = 1 / (1 + ka);
        double keepC = 1 / (1 + kc);
        double[] usual = usualBalance;
        double[] supplement = calciumIntake;
        double[] supply = mineralSupply;
        double[] ca = calcium;
        int lanes = ca.length;
        for (int i = 0; i < lanes; i++) {
            double u = usual[i];
            double relative = resorption[i] / (formation[i] * u);
            double surplus = relative - 1;
            double relief = (1 - helps * supplement[i]) * (2 - supply[i]);
            double moved = Math.max(surplus, 0) + Math.min(surplus, 0) * relief;
            usual[i] = (u + ka * relative * u) * keepA;
            ca[i] = (ca[i] + kc * (set + gain * moved)) * keepC;
        }
    }
}
