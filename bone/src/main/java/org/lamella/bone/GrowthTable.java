package org.lamella.bone;

import org.lamella.evidence.growth.GrowthMeasure;
import org.lamella.evidence.growth.GrowthReference;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;

/**
 * Median height and weight of one sex by day, smooth enough to be differentiated: monotone cubics through CDC 2000
 * medians at selected ages. After 20 years everything holds.
 *
 * <p>The coefficient of variation is that of CDC 2000 up to 7 and from 18 years, and a straight line between: healthy
 * children scatter more in puberty because its age differs. A person far below the median does not first fall behind and
 * then catch up by that.
 */
final class GrowthTable {
    private static final double MONTH = Age.DAYS_PER_YEAR / 12;
    private static final double ADULT_MONTHS = 240;
    private static final double BEFORE_PUBERTY = 84;
    private static final double AFTER_PUBERTY = 216;
    private static final int DAYS = (int) (ADULT_MONTHS * MONTH) + 1;

    private static final int HEIGHT = 0;
    private static final int VELOCITY = 1;
    private static final int VARIATION = 2;
    private static final int WEIGHT = 3;
    private static final int ROW = 4;

    /** One row for each day, and one more for all days after. */
    private final double[] rows = new double[(DAYS + 1) * ROW];

    private final double peakVelocityAge;

    GrowthTable(GrowthReference reference, Sex sex) {
        double[] months = knots();
        double[] metres = new double[months.length];
        double[] cv = new double[months.length];
        double[] kilograms = new double[months.length];
        for (int i = 0; i < months.length; i++) {
            metres[i] = reference.continuousMedianHeight(sex, months[i]) / 100;
            GrowthMeasure measure = months[i] < 24 ? GrowthMeasure.LENGTH : GrowthMeasure.HEIGHT;
            cv[i] = reference.table(measure, sex).at(months[i]).variation();
            if (months[i] > BEFORE_PUBERTY && months[i] < AFTER_PUBERTY) {
                double early = reference
                        .table(GrowthMeasure.HEIGHT, sex)
                        .at(BEFORE_PUBERTY)
                        .variation();
                double late = reference
                        .table(GrowthMeasure.HEIGHT, sex)
                        .at(AFTER_PUBERTY)
                        .variation();
                double share = (months[i] - BEFORE_PUBERTY) / (AFTER_PUBERTY - BEFORE_PUBERTY);
                cv[i] = early + share * (late - early);
            }
            kilograms[i] =
                    reference.table(GrowthMeasure.WEIGHT, sex).at(months[i]).median();
        }
        MonotoneCubic h = new MonotoneCubic(months, metres);
        MonotoneCubic s = new MonotoneCubic(months, cv);
        MonotoneCubic w = new MonotoneCubic(months, kilograms);
        for (int day = 0; day < DAYS; day++) {
            double month = day / MONTH;
            rows[day * ROW + HEIGHT] = h.value(month);
            rows[day * ROW + VELOCITY] = day < DAYS - 1 ? h.derivative(month) * 12 : 0;
            rows[day * ROW + VARIATION] = s.value(month);
            rows[day * ROW + WEIGHT] = w.value(month);
        }
        System.arraycopy(rows, (DAYS - 1) * ROW, rows, DAYS * ROW, ROW);
        peakVelocityAge = fastest() / Age.DAYS_PER_YEAR;
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
        return at(HEIGHT, day);
    }

    /** Coefficient of variation of height. */
    double variation(double day) {
        return at(VARIATION, day);
    }

    /** Median weight in kg. */
    double weight(double day) {
        return at(WEIGHT, day);
    }

    /** Age of the fastest pubertal growth of the median, in years. */
    double peakVelocityAge() {
        return peakVelocityAge;
    }

    private int fastest() {
        int peak = (int) (9 * Age.DAYS_PER_YEAR);
        for (int day = peak; day < 16 * Age.DAYS_PER_YEAR; day++) {
            if (rows[day * ROW + VELOCITY] > rows[peak * ROW + VELOCITY]) {
                peak = day;
            }
        }
        return peak;
    }

    double adultHeight() {
        return rows[(DAYS - 1) * ROW + HEIGHT];
    }

    private double at(int column, double day) {
        double held = Math.min(day, DAYS - 1);
        int row = (int) held;
        return between(row * ROW + column, held - row);
    }

    private double between(int index, double part) {
        return rows[index] + part * (rows[index + ROW] - rows[index]);
    }

    /** Writes height, its growth in m per year, variation and weight of a day to one lane. */
    void read(double day, int lane, double[] height, double[] velocity, double[] variation, double[] weight) {
        double held = Math.min(day, DAYS - 1);
        int row = (int) held;
        double part = held - row;
        height[lane] = between(row * ROW + HEIGHT, part);
        velocity[lane] = between(row * ROW + VELOCITY, part);
        variation[lane] = between(row * ROW + VARIATION, part);
        weight[lane] = between(row * ROW + WEIGHT, part);
    }
}
