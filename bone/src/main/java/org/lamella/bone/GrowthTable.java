package org.lamella.bone;

import org.lamella.evidence.growth.GrowthMeasure;
import org.lamella.evidence.growth.GrowthReference;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;

/**
 * Median height and weight of one sex by day, smooth enough to be differentiated: monotone cubics through CDC 2000
 * medians at selected ages. After 20 years everything holds.
 */
final class GrowthTable {
    private static final double MONTH = Age.DAYS_PER_YEAR / 12;
    private static final double ADULT_MONTHS = 240;
    private static final int DAYS = (int) (ADULT_MONTHS * MONTH) + 1;

    private final double[] height = new double[DAYS];
    private final double[] velocity = new double[DAYS];
    private final double[] variation = new double[DAYS];
    private final double[] weight = new double[DAYS];

    GrowthTable(GrowthReference reference, Sex sex) {
        double[] months = knots();
        double[] metres = new double[months.length];
        double[] cv = new double[months.length];
        double[] kilograms = new double[months.length];
        for (int i = 0; i < months.length; i++) {
            metres[i] = reference.continuousMedianHeight(sex, months[i]) / 100;
            GrowthMeasure measure = months[i] < 24 ? GrowthMeasure.LENGTH : GrowthMeasure.HEIGHT;
            cv[i] = reference.table(measure, sex).at(months[i]).variation();
            kilograms[i] =
                    reference.table(GrowthMeasure.WEIGHT, sex).at(months[i]).median();
        }
        MonotoneCubic h = new MonotoneCubic(months, metres);
        MonotoneCubic s = new MonotoneCubic(months, cv);
        MonotoneCubic w = new MonotoneCubic(months, kilograms);
        for (int day = 0; day < DAYS; day++) {
            double month = day / MONTH;
            height[day] = h.value(month);
            velocity[day] = h.derivative(month) * 12;
            variation[day] = s.value(month);
            weight[day] = w.value(month);
        }
    }

    private static double[] knots() {
        double[] early = {0, 1, 2, 3, 4, 6, 8, 10, 12, 15, 18, 21};
        int later = (int) ((ADULT_MONTHS - 30) / 6) + 1;
        double[] all = java.util.Arrays.copyOf(early, early.length + later);
        for (int i = 0; i < later; i++) {
            all[early.length + i] = 30 + 6.0 * i;
        }
        return all;
    }

    /** Median height in m. */
    double height(double day) {
        return at(height, day);
    }

    /** Growth of the median in m per year. */
    double velocity(double day) {
        return day >= DAYS - 1 ? 0 : at(velocity, day);
    }

    /** Coefficient of variation of height. */
    double variation(double day) {
        return at(variation, day);
    }

    /** Median weight in kg. */
    double weight(double day) {
        return at(weight, day);
    }

    double adultHeight() {
        return height[DAYS - 1];
    }

    private static double at(double[] table, double day) {
        if (day >= DAYS - 1) {
            return table[DAYS - 1];
        }
        int i = (int) day;
        return table[i] + (day - i) * (table[i + 1] - table[i]);
    }
}
