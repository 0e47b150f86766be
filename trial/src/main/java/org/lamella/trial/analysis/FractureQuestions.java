package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.lamella.patient.measure.Age;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.statistics.CountRegression;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.HazardRegression;
import org.lamella.trial.statistics.LogRank;
import org.lamella.trial.statistics.SurvivalCurve;

/**
 * Questions about fractures: the first one, and how many.
 *
 * @param paired true when every virtual patient is in every arm
 */
record FractureQuestions(boolean paired) {
    Estimate.Answer first(Endpoint.FirstFracture f) {
        int until = f.until().days();
        return new Estimate.Answer(
                "Share without " + name(f.fractures()) + " fracture at " + f.until() + " (Kaplan-Meier); hazard ratio",
                group -> {
                    SurvivalCurve curve = SurvivalCurve.of(times(group, f, until), events(group, f, until));
                    return new ArmSummary("", group.size(), curve.at(until), Double.NaN);
                },
                (control, treated) -> hazardRatio(f, until, control, treated));
    }

    private Estimate hazardRatio(
            Endpoint.FirstFracture f, int until, List<PatientSummary> control, List<PatientSummary> treated) {
        List<PatientSummary> both = Groups.both(control, treated);
        double[][] x = Groups.armColumn(both, treated);
        double[] time = times(both, f, until);
        boolean[] event = events(both, f, until);
        if (paired) {
            int[] patient = both.stream().mapToInt(PatientSummary::number).toArray();
            return new Estimate(
                    "hazard ratio",
                    "proportional hazards, variance robust within virtual patients",
                    HazardRegression.andersenGill(x, new double[time.length], time, event, patient)
                            .robustRateRatio(0));
        }
        boolean[] arm = new boolean[x.length];
        for (int i = 0; i < arm.length; i++) {
            arm[i] = x[i][0] == 1;
        }
        LogRank test = LogRank.test(time, event, arm, new int[arm.length]);
        Effect cox = HazardRegression.cox(x, time, event).hazardRatio(0);
        return new Estimate(
                "hazard ratio",
                "Cox (Efron); p from the log-rank test",
                new Effect(cox.estimate(), cox.standardError(), cox.low(), cox.high(), test.pValue()));
    }

    /** Counted fractures of one patient in the window of an endpoint. */
    static ToDoubleFunction<PatientSummary> count(Endpoint.FractureRate f) {
        int from = f.from().days();
        int until = f.until().days();
        return p -> p.count(f.fractures(), from, Math.min(until, p.lastDay()));
    }

    /** Observed years of one patient in the window of an endpoint. */
    static ToDoubleFunction<PatientSummary> years(Endpoint.FractureRate f) {
        int from = f.from().days();
        int until = f.until().days();
        return p -> Math.max(0, Math.min(until, p.lastDay()) - from) / Age.DAYS_PER_YEAR;
    }

    Estimate.Answer rate(Endpoint.FractureRate f) {
        ToDoubleFunction<PatientSummary> count = count(f);
        ToDoubleFunction<PatientSummary> years = years(f);
        return new Estimate.Answer(
                "Fractures (" + name(f.fractures()) + ") per patient-year"
                        + (f.from().days() > 0 ? " from " + f.from() : "") + " until " + f.until(),
                group -> new ArmSummary("", group.size(), Rates.rate(group, count, years), Double.NaN),
                (control, treated) -> {
                    if (paired) {
                        return new Estimate(
                                "rate ratio",
                                "ratio of rates, variance robust within virtual patients",
                                Rates.pairedRatio(control, treated, count, years));
                    }
                    List<PatientSummary> both = new ArrayList<>(Groups.both(control, treated));
                    both.removeIf(p -> years.applyAsDouble(p) <= 0);
                    CountRegression.Fit fit = CountRegression.negativeBinomial(
                            both.stream().mapToDouble(count).toArray(),
                            both.stream().mapToDouble(years).toArray(),
                            Groups.armColumn(both, treated));
                    return new Estimate(
                            "rate ratio",
                            Double.isInfinite(fit.theta())
                                    ? "Poisson (counts not over-dispersed)"
                                    : String.format(Locale.ROOT, "negative binomial, theta %.2f", fit.theta()),
                            fit.rateRatio(0));
                });
    }

    private static String name(Endpoint.Fractures fractures) {
        return fractures.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static double[] times(List<PatientSummary> group, Endpoint.FirstFracture f, int until) {
        return group.stream()
                .mapToDouble(p -> {
                    int first = p.first(f.fractures(), Math.min(until, p.lastDay()));
                    return first >= 0 ? first : Math.min(until, p.lastDay());
                })
                .toArray();
    }

    private static boolean[] events(List<PatientSummary> group, Endpoint.FirstFracture f, int until) {
        boolean[] events = new boolean[group.size()];
        for (int i = 0; i < events.length; i++) {
            PatientSummary p = group.get(i);
            events[i] = p.first(f.fractures(), Math.min(until, p.lastDay())) >= 0;
        }
        return events;
    }
}
