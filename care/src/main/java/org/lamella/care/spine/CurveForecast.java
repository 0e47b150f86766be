package org.lamella.care.spine;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Erf;
import org.lamella.care.plan.SpineNote.CurvePoint;

/**
 * Where a curve would probably go if it kept its pace: a straight line through the readings, whose pace is weighed
 * against the published mean.
 *
 * <p>Reading i, taken u years before the last one, is {@code angle - rate * u + error}; errors are normal with the
 * spread that published differences between readers imply (95 % limit divided by 1.96 and the square root of two). While
 * growing, the rate has an exponential prior with the published mean: only means are published, and the exponential is
 * what a mean alone says of a quantity that cannot be negative. After growth no mean was read; the prior is flat and two
 * readings are needed. The integral over the rate is a sum over a fine grid, so the same record gives the same figures.
 */
final class CurveForecast {
    private static final double STEEPEST = 60;
    private static final double STEP = 0.02;
    private static final double NORMAL_95 = 1.96;

    private final double[] rates;
    private final double[] angles;
    private final double[] weights;
    private final double spread;

    private CurveForecast(double[] rates, double[] angles, double[] weights, double spread) {
        this.rates = rates;
        this.angles = angles;
        this.weights = weights;
        this.spread = spread;
    }

    /**
     * @param series at least one reading
     * @param meanRate published mean, degrees a year, for a growing child; not positive for none
     * @param readingDifference95 95 % limit of the difference between two readers, degrees
     */
    static CurveForecast of(CobbSeries series, double meanRate, double readingDifference95) {
        double error = readingDifference95 / NORMAL_95 / Math.sqrt(2);
        double from = meanRate > 0 ? 0 : -STEEPEST;
        int count = (int) Math.round((STEEPEST - from) / STEP) + 1;
        double[] rates = new double[count];
        double[] angles = new double[count];
        double[] weights = new double[count];
        int readings = series.readings().size();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double rate = from + i * STEP;
            double angle = 0;
            for (CobbSeries.Reading r : series.readings()) {
                angle += r.degrees() + rate * series.yearsBeforeLast(r);
            }
            angle /= readings;
            double squares = 0;
            for (CobbSeries.Reading r : series.readings()) {
                double off = r.degrees() + rate * series.yearsBeforeLast(r) - angle;
                squares += off * off;
            }
            rates[i] = rate;
            angles[i] = angle;
            weights[i] = Math.exp(-squares / (2 * error * error) - (meanRate > 0 ? rate / meanRate : 0));
            sum += weights[i];
        }
        for (int i = 0; i < count; i++) {
            weights[i] /= sum;
        }
        return new CurveForecast(rates, angles, weights, error / Math.sqrt(readings));
    }

    /** Chance that the angle lies below a value some years after the last reading. */
    double chanceBelow(double degrees, double years) {
        double chance = 0;
        for (int i = 0; i < rates.length; i++) {
            double z = (degrees - angles[i] - rates[i] * years) / spread;
            chance += weights[i] * 0.5 * Erf.erfc(-z / Math.sqrt(2));
        }
        return chance;
    }

    /** The angle below which a share of the forecasts lies; never below zero or above 180 degrees. */
    double quantile(double share, double years) {
        double low = 0;
        double high = 180;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (chanceBelow(middle, years) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Points at whole years after the day of the plan. */
    List<CurvePoint> points(double yearsSinceLast, int horizonYears) {
        List<CurvePoint> points = new ArrayList<>();
        for (int year = 0; year <= horizonYears; year++) {
            double years = yearsSinceLast + year;
            points.add(new CurvePoint(year, quantile(0.05, years), quantile(0.5, years), quantile(0.95, years)));
        }
        return points;
    }
}
