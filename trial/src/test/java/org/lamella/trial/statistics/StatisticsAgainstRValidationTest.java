package org.lamella.trial.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Own statistics against R (survival 3.5, MASS 7.3) on synthetic cases; {@code make_cases.R} beside the data made both.
 */
class StatisticsAgainstRValidationTest {
    private static final Map<String, Double> R = RSaved.expected("expected.csv");

    @Test
    void ancova() {
        RSaved.Table t = RSaved.table("ancova.csv");
        Ancova fit = RSaved.ancova(t.get("change"), t.get("baseline"), t.flags("arm"));
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
        RSaved.Table t = RSaved.table("survival.csv");
        SurvivalCurve curve = SurvivalCurve.of(RSaved.events(t, i -> true));
        for (int time : new int[] {60, 300, 600}) {
            close(curve.at(time).estimate(), "survival.km" + time);
            close(curve.at(time).standardError(), "survival.km_se" + time);
            close(curve.at(time).low(), "survival.km_low" + time);
            close(curve.at(time).high(), "survival.km_high" + time);
        }
        boolean[] arm = t.flags("arm");
        double[] stratum = t.get("stratum");
        LogRank.Stratum whole = new LogRank.Stratum(RSaved.events(t, i -> !arm[i]), RSaved.events(t, i -> arm[i]));
        close(LogRank.test(List.of(whole)).statistic(), "survival.logrank");
        close(
                LogRank.test(List.of(
                                new LogRank.Stratum(
                                        RSaved.events(t, i -> !arm[i] && stratum[i] == 1),
                                        RSaved.events(t, i -> arm[i] && stratum[i] == 1)),
                                new LogRank.Stratum(
                                        RSaved.events(t, i -> !arm[i] && stratum[i] == 2),
                                        RSaved.events(t, i -> arm[i] && stratum[i] == 2))))
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
        RSaved.Table t = RSaved.table("counts.csv");
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
        RSaved.Table t = RSaved.table("recurrent.csv");
        int[] patient = Arrays.stream(t.get("id")).mapToInt(i -> (int) i - 1).toArray();
        HazardRegression.Fit fit = HazardRegression.andersenGill(
                t.columns("arm"), t.get("start"), t.get("stop"), t.flags("event"), patient);
        close(fit.coefficients()[0], "recurrent.ag_arm");
        close(Math.sqrt(fit.modelVariance()[0][0]), "recurrent.ag_arm_naive_se");
        close(Math.sqrt(fit.robustVariance()[0][0]), "recurrent.ag_arm_robust_se");

        int patients = Arrays.stream(patient).max().orElseThrow() + 1;
        int[] end = new int[patients];
        List<List<Integer>> events = new ArrayList<>();
        for (int i = 0; i < patients; i++) {
            events.add(new ArrayList<>());
        }
        for (int row = 0; row < patient.length; row++) {
            int stop = (int) t.get("stop")[row];
            end[patient[row]] = Math.max(end[patient[row]], stop);
            if (t.flags("event")[row]) {
                events.get(patient[row]).add(stop);
            }
        }
        boolean[] armOfRow = t.flags("arm");
        RecurrentEvents recurrent = new RecurrentEvents();
        RecurrentEvents[] byArm = {new RecurrentEvents(), new RecurrentEvents()};
        for (int row = 0; row < patient.length; row++) {
            int i = patient[row];
            if (row == 0 || patient[row - 1] != i) {
                int[] days = events.get(i).stream().mapToInt(Integer::intValue).toArray();
                recurrent.add(end[i], days);
                byArm[armOfRow[row] ? 1 : 0].add(end[i], days);
            }
        }
        Effect ratio = RecurrentRateRatio.of(byArm[0], byArm[1]);
        close(Math.log(ratio.estimate()), "recurrent.ag_arm");
        close(ratio.standardError(), "recurrent.ag_arm_robust_se");
        MeanCumulative mcf = MeanCumulative.of(recurrent);
        for (int time : new int[] {182, 364, 700}) {
            close(mcf.at(time).estimate(), "recurrent.mcf" + time);
            close(mcf.at(time).standardError(), "recurrent.mcf_se" + time);
        }
    }

    /** Groups of patients who are alike give what the single patients give. */
    @Test
    void groupsOfPatientsGiveWhatSinglePatientsGive() {
        RSaved.Table t = RSaved.table("survival.csv");
        boolean[] arm = t.flags("arm");
        HazardRegression.Fit single = HazardRegression.cox(t.columns("arm"), t.get("time"), t.flags("event"));
        HazardRegression.Fit grouped =
                HazardRegression.cox(RSaved.events(t, i -> !arm[i]), RSaved.events(t, i -> arm[i]));
        assertThat(grouped.coefficients()[0]).isCloseTo(single.coefficients()[0], within(1e-12));
        assertThat(grouped.modelVariance()[0][0]).isCloseTo(single.modelVariance()[0][0], within(1e-12));
        assertThat(grouped.robustVariance()[0][0]).isCloseTo(single.robustVariance()[0][0], within(1e-12));
        assertThat(grouped.logLikelihood()).isCloseTo(single.logLikelihood(), within(1e-10));

        RSaved.Table c = RSaved.table("counts.csv");
        CountRegression.Fit once =
                CountRegression.negativeBinomial(c.get("count"), c.get("exposure"), c.columns("arm"));
        double[] three = new double[c.get("count").length];
        Arrays.fill(three, 3);
        CountRegression.Fit threefold =
                CountRegression.negativeBinomial(c.get("count"), c.get("exposure"), c.columns("arm"), three);
        assertThat(threefold.coefficients()[1]).isCloseTo(once.coefficients()[1], within(1e-9));
        assertThat(threefold.theta()).isCloseTo(once.theta(), within(1e-7));
        assertThat(3 * threefold.variance()[1][1]).isCloseTo(once.variance()[1][1], within(1e-9));
        assertThat(threefold.logLikelihood()).isCloseTo(3 * once.logLikelihood(), within(1e-7));
    }

    private static void close(double actual, String key) {
        double wanted = Objects.requireNonNull(R.get(key), key);
        assertThat(actual).as(key).isCloseTo(wanted, within(1e-7 * Math.max(1, Math.abs(wanted))));
    }
}
