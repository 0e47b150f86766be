package org.lamella.trial.statistics;

import java.util.List;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Log-rank test of two arms.
 *
 * @param statistic chi-squared with one degree of freedom
 * @param pValue probability of at least this statistic without a difference
 * @param observedMinusExpected events of the treated arm minus those expected
 */
public record LogRank(double statistic, double pValue, double observedMinusExpected) {
    /**
     * Both arms of one stratum.
     *
     * @param control first events of one arm
     * @param treated first events of the other
     */
    public record Stratum(EventTimes control, EventTimes treated) {}

    /** Tests within strata; one stratum when not stratified. */
    public static LogRank test(List<Stratum> strata) {
        double difference = 0;
        double variance = 0;
        for (Stratum stratum : strata) {
            double n0 = stratum.control().patients();
            double n1 = stratum.treated().patients();
            int last = Math.max(stratum.control().lastDay(), stratum.treated().lastDay());
            for (int day = 0; day <= last; day++) {
                double d1 = stratum.treated().events(day);
                double d = stratum.control().events(day) + d1;
                double n = n0 + n1;
                if (d > 0) {
                    difference += d1 - d * n1 / n;
                    variance += n > 1 ? d * (n1 / n) * (1 - n1 / n) * (n - d) / (n - 1) : 0;
                }
                n0 -= stratum.control().leaving(day);
                n1 -= stratum.treated().leaving(day);
            }
        }
        double statistic = variance == 0 ? 0 : difference * difference / variance;
        return new LogRank(statistic, 1 - new ChiSquaredDistribution(1).cumulativeProbability(statistic), difference);
    }
}
