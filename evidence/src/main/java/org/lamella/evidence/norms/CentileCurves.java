package org.lamella.evidence.norms;

import java.util.Arrays;
import org.hipparchus.special.Erf;

/**
 * Known centiles of a quantity against age. Between ages each centile is interpolated linearly. Between centiles the
 * Z-score is a monotone cubic of the value, or of its logarithm for quantities that are skewed to the right.
 */
public final class CentileCurves {
    private final double[] centiles;
    private final double[] ages;
    private final double[][] values;
    private final boolean logarithmic;

    /**
     * @param centiles known centiles in ascending order, between 0 and 100
     * @param ages ages in ascending order
     * @param values one row per age, one column per centile, strictly ascending in each row
     * @param logarithmic whether Z-scores are interpolated on the logarithm of the value
     */
    public CentileCurves(double[] centiles, double[] ages, double[][] values, boolean logarithmic) {
        for (int i = 0; i < ages.length; i++) {
            requireAscending("centiles at age " + ages[i], values[i]);
        }
        requireAscending("ages", ages);
        requireAscending("centiles", centiles);
        this.centiles = centiles.clone();
        this.ages = ages.clone();
        this.values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
        this.logarithmic = logarithmic;
    }

    private static void requireAscending(String what, double[] numbers) {
        for (int i = 1; i < numbers.length; i++) {
            if (!(numbers[i] > numbers[i - 1])) {
                throw new IllegalArgumentException(
                        what + " must ascend; found " + numbers[i - 1] + " before " + numbers[i]);
            }
        }
    }

    public boolean covers(double age) {
        return age >= ages[0] && age <= ages[ages.length - 1];
    }

    public double firstAge() {
        return ages[0];
    }

    public double lastAge() {
        return ages[ages.length - 1];
    }

    /** Values of all known centiles at an age that the curves cover. */
    public double[] at(double age) {
        if (!covers(age)) {
            throw new IllegalArgumentException(
                    "age: found " + age + ", accepted is " + ages[0] + " to " + ages[ages.length - 1]);
        }
        int found = Arrays.binarySearch(ages, age);
        if (found >= 0) {
            return values[found].clone();
        }
        int above = -found - 1;
        double w = (age - ages[above - 1]) / (ages[above] - ages[above - 1]);
        double[] row = new double[centiles.length];
        for (int j = 0; j < row.length; j++) {
            row[j] = values[above - 1][j] + w * (values[above][j] - values[above - 1][j]);
        }
        return row;
    }

    /** Where a value stands among people of an age that the curves cover. */
    public Standing standing(double age, double value) {
        double[] row = at(age);
        int last = row.length - 1;
        if (value < row[0]) {
            return new Standing.Below(centiles[0], row[0]);
        }
        if (value > row[last]) {
            return new Standing.Above(centiles[last], row[last]);
        }
        double[] x = new double[row.length];
        double[] z = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            x[j] = scale(row[j]);
            z[j] = quantile(centiles[j] / 100);
        }
        return new Standing.Within(new MonotoneCubic(x, z).at(scale(value)));
    }

    private double scale(double value) {
        return logarithmic ? StrictMath.log(value) : value;
    }

    /** Standard normal quantile. */
    static double quantile(double probability) {
        return Math.sqrt(2) * Erf.erfInv(2 * probability - 1);
    }
}
