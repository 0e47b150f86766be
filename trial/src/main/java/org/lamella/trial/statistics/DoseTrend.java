package org.lamella.trial.statistics;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Dose and response over the arms of a trial, from the estimate of each arm and their joint variance: a straight line, and
 * the curve of Emax, {@code E0 + Emax dose / (ED50 + dose)}, by generalised least squares.
 *
 * @param slope response per unit of dose along the straight line
 * @param test test of any trend: the larger of the two standardised contrasts (line and Emax curve), with its p-value for
 *     both looked at together (Bretz, Pinheiro and Branson 2005, doi:10.1111/j.1541-0420.2005.00344.x)
 * @param emax the fitted curve, or null when the response does not bend within the doses studied
 */
public record DoseTrend(Effect slope, Test test, @Nullable Emax emax) {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final double Q95 = new ChiSquaredDistribution(1).inverseCumulativeProbability(0.95);
    private static final int GRID = 400;

    /**
     * Test of a trend.
     *
     * @param statistic larger absolute standardised contrast
     * @param shape shape to which it belongs, {@code linear} or {@code emax}
     * @param pValue two-sided, adjusted for the two shapes
     */
    public record Test(double statistic, String shape, double pValue) {}

    /**
     * A fitted curve of Emax.
     *
     * @param none response without drug
     * @param most greatest change of response
     * @param half dose of half the greatest change
     * @param halfLow lower end of its 95 % interval by profile likelihood
     * @param halfHigh upper end; infinite when the doses do not bound it
     */
    public record Emax(double none, double most, double half, double halfLow, double halfHigh) {}

    /**
     * Fits both.
     *
     * @param dose dose of each arm, at least three different ones
     * @param response estimate of each arm
     * @param variance joint variance of the estimates
     */
    public static DoseTrend of(double[] dose, double[] response, double[][] variance) {
        double[][] weight = SmallMatrix.inverse(variance);
        double highest = 0;
        for (double d : dose) {
            highest = Math.max(highest, d);
        }
        Line line = Line.fit(dose, response, weight);
        double guess = highest / 4;
        double[] linear = contrast(dose, weight);
        double[] curved = contrast(saturation(dose, guess), weight);
        double zLinear = standardised(linear, response, variance);
        double zCurved = standardised(curved, response, variance);
        double correlation = bilinear(linear, curved, variance)
                / StrictMath.sqrt(bilinear(linear, linear, variance) * bilinear(curved, curved, variance));
        boolean straight = Math.abs(zLinear) >= Math.abs(zCurved);
        double z = Math.max(Math.abs(zLinear), Math.abs(zCurved));
        return new DoseTrend(
                Effect.normal(line.slope, StrictMath.sqrt(line.slopeVariance)),
                new Test(z, straight ? "linear" : "emax", eitherBeyond(z, correlation)),
                emax(dose, response, weight, highest));
    }

    private static double[] saturation(double[] dose, double half) {
        double[] share = new double[dose.length];
        for (int i = 0; i < share.length; i++) {
            share[i] = dose[i] / (half + dose[i]);
        }
        return share;
    }

    /** Contrast of greatest power for a shape: W (shape - weighted mean of shape). */
    private static double[] contrast(double[] shape, double[][] weight) {
        int k = shape.length;
        double sum = 0;
        double mean = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                sum += weight[i][j];
                mean += weight[i][j] * shape[j];
            }
        }
        mean /= sum;
        double[] contrast = new double[k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                contrast[i] += weight[i][j] * (shape[j] - mean);
            }
        }
        return contrast;
    }

    private static double bilinear(double[] a, double[] b, double[][] variance) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                sum += a[i] * variance[i][j] * b[j];
            }
        }
        return sum;
    }

    private static double standardised(double[] contrast, double[] response, double[][] variance) {
        double sum = 0;
        for (int i = 0; i < contrast.length; i++) {
            sum += contrast[i] * response[i];
        }
        return sum / StrictMath.sqrt(bilinear(contrast, contrast, variance));
    }

    /** Probability that at least one of two standard normal statistics lies beyond {@code z} in absolute value. */
    static double eitherBeyond(double z, double correlation) {
        double rest = StrictMath.sqrt(Math.max(0, 1 - correlation * correlation));
        if (rest < 1e-6) {
            return 2 * NORMAL.cumulativeProbability(-z);
        }
        int steps = 2000;
        double h = 2 * z / steps;
        double inside = 0;
        for (int i = 0; i <= steps; i++) {
            double x = -z + i * h;
            double other = NORMAL.cumulativeProbability((z - correlation * x) / rest)
                    - NORMAL.cumulativeProbability((-z - correlation * x) / rest);
            inside += (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) * NORMAL.density(x) * other;
        }
        return Math.max(0, 1 - inside * h / 3);
    }

    /** Intercept and slope by generalised least squares. */
    private record Line(double intercept, double slope, double slopeVariance, double deviance) {
        static Line fit(double[] x, double[] y, double[][] w) {
            double s = 0;
            double sx = 0;
            double sxx = 0;
            double sy = 0;
            double sxy = 0;
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    s += w[i][j];
                    sx += w[i][j] * x[j];
                    sxx += x[i] * w[i][j] * x[j];
                    sy += w[i][j] * y[j];
                    sxy += x[i] * w[i][j] * y[j];
                }
            }
            double d = s * sxx - sx * sx;
            double slope = (s * sxy - sx * sy) / d;
            double intercept = (sy - slope * sx) / s;
            double deviance = 0;
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    deviance += (y[i] - intercept - slope * x[i]) * w[i][j] * (y[j] - intercept - slope * x[j]);
                }
            }
            return new Line(intercept, slope, s / d, deviance);
        }
    }

    /** Dose of half effect on a fine grid of its logarithm, from a hundredth to ten times the highest dose. */
    private static @Nullable Emax emax(double[] dose, double[] response, double[][] weight, double highest) {
        double[] half = new double[GRID + 1];
        Line[] lines = new Line[GRID + 1];
        int best = 0;
        for (int g = 0; g <= GRID; g++) {
            half[g] = highest * StrictMath.pow(10, -2 + 3.0 * g / GRID);
            lines[g] = Line.fit(saturation(dose, half[g]), response, weight);
            best = lines[g].deviance < lines[best].deviance ? g : best;
        }
        if (best == 0 || best == GRID) {
            return null;
        }
        int low = best;
        while (low > 0 && lines[low].deviance < lines[best].deviance + Q95) {
            low--;
        }
        int high = best;
        while (high < GRID && lines[high].deviance < lines[best].deviance + Q95) {
            high++;
        }
        return new Emax(
                lines[best].intercept,
                lines[best].slope,
                half[best],
                low == 0 ? 0 : half[low],
                high == GRID ? Double.POSITIVE_INFINITY : half[high]);
    }
}
