package org.lamella.care.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.care.spine.CobbSeries.Reading;

/** The sum over paces against closed forms. */
class CurveForecastVerificationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final double DIFFERENCE = 7.2;
    private static final double ERROR = DIFFERENCE / 1.96 / Math.sqrt(2);

    private static CobbSeries series(double... yearsAndDegrees) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < yearsAndDegrees.length; i += 2) {
            readings.add(new Reading(DAY.plusDays(Math.round(yearsAndDegrees[i] * 365.25)), yearsAndDegrees[i + 1]));
        }
        return new CobbSeries(readings);
    }

    /** One reading: normal error plus exponential growth, whose distribution is known in closed form. */
    @ParameterizedTest
    @CsvSource({"1,1,20", "4,5,24", "4,5,40", "6,5,90", "6,3,15", "2.7,2,30"})
    void oneReadingIsANormalPlusAnExponential(double mean, double years, double degrees) {
        double lambda = 1 / (mean * years);
        NormalDistribution normal = new NormalDistribution();
        double u = (degrees - 20) / ERROR;
        double exact = normal.cumulativeProbability(u)
                - Math.exp(-lambda * (degrees - 20) + lambda * ERROR * lambda * ERROR / 2)
                        * normal.cumulativeProbability(u - lambda * ERROR);
        CurveForecast forecast = CurveForecast.of(series(0, 20), mean, DIFFERENCE);
        assertThat(forecast.chanceBelow(degrees, years)).isCloseTo(exact, within(0.005));
    }

    /** After growth the prior is flat: the median is the least-squares line and the spread that of a regression. */
    @Test
    void withoutAPublishedPaceTheMedianIsTheRegressionLine() {
        CobbSeries series = series(0, 30, 1, 32, 2, 37, 4, 40);
        double meanTime = 1.75;
        double meanAngle = 34.75;
        double sxx = 3.0625 + 0.5625 + 0.0625 + 5.0625;
        double slope = (-1.75 * 30 - 0.75 * 32 + 0.25 * 37 + 2.25 * 40) / sxx;
        double atSix = meanAngle + slope * (6 - meanTime);
        double sd = ERROR * Math.sqrt(0.25 + (6 - meanTime) * (6 - meanTime) / sxx);
        CurveForecast forecast = CurveForecast.of(series, 0, DIFFERENCE);
        assertThat(forecast.quantile(0.5, 2)).isCloseTo(atSix, within(0.05));
        assertThat(forecast.quantile(0.95, 2) - forecast.quantile(0.05, 2))
                .isCloseTo(2 * 1.6449 * sd, within(0.05 * sd));
    }

    @Test
    void manyFilmsOutweighThePublishedMean() {
        CobbSeries flat = series(0, 20, 1, 20, 2, 20, 3, 20, 4, 20, 5, 20);
        CurveForecast alone = CurveForecast.of(series(5, 20), 6, DIFFERENCE);
        CurveForecast followed = CurveForecast.of(flat, 6, DIFFERENCE);
        assertThat(followed.quantile(0.95, 5)).isLessThan(alone.quantile(0.95, 5) / 2);
        assertThat(followed.quantile(0.5, 5)).isBetween(20.0, 25.0);
    }

    @Test
    void centilesAreInOrderAndStayInsideTheCircle() {
        CurveForecast forecast = CurveForecast.of(series(0, 3, 1, 170), 6, DIFFERENCE);
        for (var p : forecast.points(0.5, 5)) {
            assertThat(p.lowDegrees()).isLessThanOrEqualTo(p.medianDegrees());
            assertThat(p.medianDegrees()).isLessThanOrEqualTo(p.highDegrees());
            assertThat(p.highDegrees()).isLessThanOrEqualTo(180);
            assertThat(p.lowDegrees()).isNotNegative();
        }
    }
}
