package org.lamella.trial.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Own statistics against R (survival 3.5, MASS 7.3) on synthetic cases; {@code make_cases.R} beside the data made both.
 */
class StatisticsAgainstRValidationTest {
    private static final Map<String, Double> R = expected();

    @Test
    void ancova() {
        Table t = Table.read("ancova.csv");
        Ancova fit = Ancova.fit(t.get("change"), t.get("baseline"), t.flags("arm"));
        close(fit.difference().estimate(), "ancova.arm");
        close(fit.difference().standardError(), "ancova.arm_se");
        close(fit.difference().low(), "ancova.arm_low");
        close(fit.difference().high(), "ancova.arm_high");
        close(fit.difference().pValue(), "ancova.arm_p");
        close(fit.control().estimate(), "ancova.mean0");
        close(fit.control().low(), "ancova.mean_low0");
        close(fit.treated().estimate(), "ancova.mean1");
        close(fit.treated().low(), "ancova.mean_low1");
    }

    @Test
    void proportions() {
        Effect one = Proportions.wilson(18, 30);
        close(one.low(), "proportions.wilson_low");
        close(one.high(), "proportions.wilson_high");
        Effect difference = Proportions.difference(18, 30, 9, 31);
        close(difference.low(), "proportions.newcombe_low");
        close(difference.high(), "proportions.newcombe_high");
        close(difference.pValue(), "proportions.p");
    }

    @Test
    void kaplanMeierLogRankAndCox() {
        Table t = Table.read("survival.csv");
        SurvivalCurve curve = SurvivalCurve.of(t.get("time"), t.flags("event"));
        for (int time : new int[] {60, 300, 600}) {
            close(curve.at(time).estimate(), "survival.km" + time);
            close(curve.at(time).standardError(), "survival.km_se" + time);
            close(curve.at(time).low(), "survival.km_low" + time);
            close(curve.at(time).high(), "survival.km_high" + time);
        }
        int[] one = new int[t.get("time").length];
        int[] strata = Arrays.stream(t.get("stratum")).mapToInt(s -> (int) s).toArray();
        close(LogRank.test(t.get("time"), t.flags("event"), t.flags("arm"), one).statistic(), "survival.logrank");
        close(
                LogRank.test(t.get("time"), t.flags("event"), t.flags("arm"), strata)
                        .statistic(),
                "survival.logrank_stratified");
        HazardRegression.Fit cox = HazardRegression.cox(t.columns("arm", "x"), t.get("time"), t.flags("event"));
        close(cox.coefficients()[0], "survival.cox_arm");
        close(cox.coefficients()[1], "survival.cox_x");
        close(Math.sqrt(cox.modelVariance()[0][0]), "survival.cox_arm_se");
        close(cox.logLikelihood(), "survival.cox_loglik");
    }

    @Test
    void countsWithExposure() {
        Table t = Table.read("counts.csv");
        CountRegression.Fit poisson =
                CountRegression.poisson(t.get("count"), t.get("exposure"), t.columns("arm", "age"));
        close(poisson.coefficients()[1], "counts.poisson_arm");
        close(Math.sqrt(poisson.variance()[1][1]), "counts.poisson_arm_se");
        CountRegression.Fit nb =
                CountRegression.negativeBinomial(t.get("count"), t.get("exposure"), t.columns("arm", "age"));
        close(nb.coefficients()[1], "counts.nb_arm");
        close(Math.sqrt(nb.variance()[1][1]), "counts.nb_arm_se");
        close(nb.theta(), "counts.nb_theta");
        close(nb.logLikelihood(), "counts.nb_loglik");
    }

    @Test
    void recurrentEvents() {
        Table t = Table.read("recurrent.csv");
        int[] patient = Arrays.stream(t.get("id")).mapToInt(i -> (int) i - 1).toArray();
        HazardRegression.Fit fit = HazardRegression.andersenGill(
                t.columns("arm"), t.get("start"), t.get("stop"), t.flags("event"), patient);
        close(fit.coefficients()[0], "recurrent.ag_arm");
        close(Math.sqrt(fit.modelVariance()[0][0]), "recurrent.ag_arm_naive_se");
        close(Math.sqrt(fit.robustVariance()[0][0]), "recurrent.ag_arm_robust_se");

        int patients = Arrays.stream(patient).max().orElseThrow() + 1;
        double[] followUp = new double[patients];
        List<List<Double>> events = new ArrayList<>();
        for (int i = 0; i < patients; i++) {
            events.add(new ArrayList<>());
        }
        for (int row = 0; row < patient.length; row++) {
            followUp[patient[row]] = Math.max(followUp[patient[row]], t.get("stop")[row]);
            if (t.flags("event")[row]) {
                events.get(patient[row]).add(t.get("stop")[row]);
            }
        }
        double[][] times = events.stream()
                .map(l -> l.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        MeanCumulative mcf = MeanCumulative.of(followUp, times);
        for (int time : new int[] {182, 364, 700}) {
            close(mcf.at(time).estimate(), "recurrent.mcf" + time);
            close(mcf.at(time).standardError(), "recurrent.mcf_se" + time);
        }
    }

    private static void close(double actual, String key) {
        double wanted = Objects.requireNonNull(R.get(key), key);
        assertThat(actual).as(key).isCloseTo(wanted, within(1e-7 * Math.max(1, Math.abs(wanted))));
    }

    private static Map<String, Double> expected() {
        Map<String, Double> values = new HashMap<>();
        for (String line :
                lines("expected.csv").subList(1, lines("expected.csv").size())) {
            String[] cells = line.split(",");
            values.put(cells[0] + "." + cells[1], Double.valueOf(cells[2]));
        }
        return values;
    }

    private static List<String> lines(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(StatisticsAgainstRValidationTest.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Table(Map<String, double[]> byName) {
        static Table read(String name) {
            List<String> lines = lines(name);
            String[] names = lines.getFirst().split(",");
            Map<String, double[]> columns = new HashMap<>();
            for (int c = 0; c < names.length; c++) {
                int column = c;
                columns.put(
                        names[c],
                        lines.stream()
                                .skip(1)
                                .mapToDouble(l -> Double.parseDouble(l.split(",")[column]))
                                .toArray());
            }
            return new Table(columns);
        }

        double[] get(String name) {
            return Objects.requireNonNull(byName.get(name), name);
        }

        boolean[] flags(String name) {
            double[] values = get(name);
            boolean[] flags = new boolean[values.length];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = values[i] != 0;
            }
            return flags;
        }

        double[][] columns(String... names) {
            double[][] rows = new double[get(names[0]).length][names.length];
            for (int c = 0; c < names.length; c++) {
                for (int i = 0; i < rows.length; i++) {
                    rows[i][c] = get(names[c])[i];
                }
            }
            return rows;
        }
    }
}
