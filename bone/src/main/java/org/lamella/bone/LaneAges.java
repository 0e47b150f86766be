package org.lamella.bone;

import org.lamella.bone.AgeFactors.Factor;
import org.lamella.patient.Sex;

/**
 * What follows from age and sex alone, for each lane, in the middle of the coming interval: looked up once, so that
 * everything after runs over plain arrays.
 */
final class LaneAges {
    /** Median height in m, its growth in m per year, its coefficient of variation, median weight in kg. */
    final double[] medianHeight;

    final double[] medianVelocity;
    final double[] heightVariation;
    final double[] medianWeight;
    /** Oestrogen relative to normal; 1 in men. */
    final double[] oestrogen;
    /** Day of age in the middle of the interval. */
    final double[] day;

    private final double[][] factors;
    private final Sex[] sex;
    private final AgeFactors ages;
    private final GrowthTable[] tables;

    LaneAges(Sex[] sex, AgeFactors ages, GrowthTable[] tables) {
        int lanes = sex.length;
        this.sex = sex;
        this.ages = ages;
        this.tables = tables;
        factors = new double[Factor.values().length][lanes];
        medianHeight = new double[lanes];
        medianVelocity = new double[lanes];
        heightVariation = new double[lanes];
        medianWeight = new double[lanes];
        oestrogen = factors[Factor.FEMALE_OESTROGEN.ordinal()];
        day = new double[lanes];
    }

    double[] of(Factor factor) {
        return factors[factor.ordinal()];
    }

    Sex sex(int lane) {
        return sex[lane];
    }

    GrowthTable table(int lane) {
        return tables[sex[lane].ordinal()];
    }

    /**
     * Looks everything up for lanes {@code from} to {@code until - 1}.
     *
     * @param ageDays age of each lane
     * @param aheadDays days from now to the middle of the interval
     */
    void renew(int from, int until, double[] ageDays, double[] aheadDays) {
        for (int i = from; i < until; i++) {
            day[i] = ageDays[i] + aheadDays[i];
            ages.read((int) day[i], i, factors);
            table(i).read(day[i], i, medianHeight, medianVelocity, heightVariation, medianWeight);
            if (sex[i] == Sex.MALE) {
                oestrogen[i] = 1;
            }
        }
    }
}
