package org.lamella.trial.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
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
     * Tests, within strata.
     *
     * @param time time of event or end of observation
     * @param event true when the event happened
     * @param treated arm
     * @param stratum stratum of each patient; all equal when not stratified
     */
    public static LogRank test(double[] time, boolean[] event, boolean[] treated, int[] stratum) {
        double difference = 0;
        double variance = 0;
        for (int s : Arrays.stream(stratum).distinct().sorted().toArray()) {
            int[] in = IntStream.range(0, time.length)
                    .filter(i -> stratum[i] == s)
                    .boxed()
                    .sorted(java.util.Comparator.comparingDouble(i -> time[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int treatedAtRisk = (int) Arrays.stream(in).filter(i -> treated[i]).count();
            int at = 0;
            while (at < in.length) {
                double now = time[in[at]];
                double n = in.length - at;
                double n1 = treatedAtRisk;
                double d = 0;
                double d1 = 0;
                while (at < in.length && time[in[at]] == now) {
                    int i = in[at++];
                    d += event[i] ? 1 : 0;
                    d1 += event[i] && treated[i] ? 1 : 0;
                    treatedAtRisk -= treated[i] ? 1 : 0;
                }
                if (d > 0) {
                    difference += d1 - d * n1 / n;
                    variance += n > 1 ? d * (n1 / n) * (1 - n1 / n) * (n - d) / (n - 1) : 0;
                }
            }
        }
        double statistic = variance == 0 ? 0 : difference * difference / variance;
        return new LogRank(statistic, 1 - new ChiSquaredDistribution(1).cumulativeProbability(statistic), difference);
    }
}
