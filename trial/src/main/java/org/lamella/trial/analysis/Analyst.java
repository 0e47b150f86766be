package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathRuntimeException;
import org.lamella.patient.measure.Age;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Randomisation;
import org.lamella.trial.statistics.Ancova;
import org.lamella.trial.statistics.CountRegression;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.HazardRegression;
import org.lamella.trial.statistics.LogRank;
import org.lamella.trial.statistics.Means;
import org.lamella.trial.statistics.Proportions;
import org.lamella.trial.statistics.SurvivalCurve;

/** Answers the endpoints of a protocol from its patients. */
final class Analyst {
    private final Protocol protocol;
    private final boolean paired;

    Analyst(Protocol protocol) {
        this.protocol = protocol;
        this.paired = protocol.randomisation().method() == Randomisation.Method.PAIRED;
    }

    List<EndpointResult> all(List<PatientSummary> patients) {
        List<EndpointResult> results = new ArrayList<>();
        for (int e = 0; e < protocol.endpoints().size(); e++) {
            results.add(one(e, patients));
        }
        return results;
    }

    EndpointResult one(int e, List<PatientSummary> patients) {
        return switch (protocol.endpoints().get(e)) {
            case Endpoint.Change c -> change(c, e, patients);
            case Endpoint.Responder r -> responder(r, e, patients);
            case Endpoint.FirstFracture f -> firstFracture(f, patients);
            case Endpoint.FractureRate f -> rate(f, patients);
        };
    }

    private static double change(PatientSummary p, int e, boolean percent) {
        double base = p.values()[e][0];
        double value = p.values()[e][1];
        return percent ? 100 * (value / base - 1) : value - base;
    }

    private EndpointResult change(Endpoint.Change c, int e, List<PatientSummary> patients) {
        ToDoubleFunction<PatientSummary> of = p -> change(p, e, c.percent());
        String unit = c.percent() ? "%" : c.quantity().unit();
        return result(
                c,
                "Change of " + c.quantity().label() + " at " + c.at() + " (" + unit + ")",
                patients,
                group -> {
                    double[] values = finite(group, of);
                    return new ArmSummary("", values.length, Means.of(values), Means.sd(values));
                },
                (control, treated) -> paired
                        ? new Estimate(
                                "difference", "paired within virtual patients", Means.of(pairs(control, treated, of)))
                        : new Estimate(
                                "difference",
                                "analysis of covariance on the value at enrolment",
                                ancova(control, treated, e, of)));
    }

    private static Effect ancova(
            List<PatientSummary> control, List<PatientSummary> treated, int e, ToDoubleFunction<PatientSummary> of) {
        List<PatientSummary> both = new ArrayList<>(control);
        both.addAll(treated);
        both.removeIf(p -> Double.isNaN(of.applyAsDouble(p)));
        int treatedArm = treated.isEmpty() ? -1 : treated.getFirst().arm();
        boolean[] arm = new boolean[both.size()];
        double[] y = new double[arm.length];
        double[] base = new double[arm.length];
        for (int i = 0; i < arm.length; i++) {
            arm[i] = both.get(i).arm() == treatedArm;
            y[i] = of.applyAsDouble(both.get(i));
            base[i] = both.get(i).values()[e][0];
        }
        return Ancova.fit(y, base, arm).difference();
    }

    private EndpointResult responder(Endpoint.Responder r, int e, List<PatientSummary> patients) {
        ToDoubleFunction<PatientSummary> hit = p -> {
            double change = change(p, e, r.percent());
            return Double.isNaN(change) ? Double.NaN : change >= r.atLeast() ? 1 : 0;
        };
        String unit = r.percent() ? "%" : r.quantity().unit();
        return result(
                r,
                String.format(
                        Locale.ROOT,
                        "Share with %s up by at least %s %s at %s",
                        r.quantity().label(),
                        r.atLeast(),
                        unit,
                        r.at()),
                patients,
                group -> {
                    double[] values = finite(group, hit);
                    return new ArmSummary(
                            "", values.length, Proportions.wilson(sum(values), Math.max(1, values.length)), Double.NaN);
                },
                (control, treated) -> {
                    if (paired) {
                        return new Estimate(
                                "difference", "paired within virtual patients", Means.of(pairs(control, treated, hit)));
                    }
                    double[] a = finite(treated, hit);
                    double[] b = finite(control, hit);
                    return new Estimate(
                            "difference",
                            "Newcombe interval, score test",
                            Proportions.difference(sum(a), a.length, sum(b), b.length));
                });
    }

    private EndpointResult firstFracture(Endpoint.FirstFracture f, List<PatientSummary> patients) {
        int until = f.until().days();
        return result(
                f,
                "Share without " + name(f.fractures()) + " fracture at " + f.until() + " (Kaplan-Meier); hazard ratio",
                patients,
                group -> {
                    SurvivalCurve curve = SurvivalCurve.of(times(group, f, until), events(group, f, until));
                    return new ArmSummary("", group.size(), curve.at(until), Double.NaN);
                },
                (control, treated) -> {
                    List<PatientSummary> both = both(control, treated);
                    double[][] x = armColumn(both, treated);
                    double[] time = times(both, f, until);
                    boolean[] event = events(both, f, until);
                    if (paired) {
                        int[] patient =
                                both.stream().mapToInt(PatientSummary::number).toArray();
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
                });
    }

    private EndpointResult rate(Endpoint.FractureRate f, List<PatientSummary> patients) {
        int from = f.from().days();
        int until = f.until().days();
        ToDoubleFunction<PatientSummary> count = p -> p.count(f.fractures(), from, Math.min(until, p.lastDay()));
        ToDoubleFunction<PatientSummary> years =
                p -> Math.max(0, Math.min(until, p.lastDay()) - from) / Age.DAYS_PER_YEAR;
        return result(
                f,
                "Fractures (" + name(f.fractures()) + ") per patient-year" + (from > 0 ? " from " + f.from() : "")
                        + " until " + f.until(),
                patients,
                group -> new ArmSummary("", group.size(), Rates.rate(group, count, years), Double.NaN),
                (control, treated) -> {
                    if (paired) {
                        return new Estimate(
                                "rate ratio",
                                "ratio of rates, variance robust within virtual patients",
                                Rates.pairedRatio(control, treated, count, years));
                    }
                    List<PatientSummary> both = both(control, treated);
                    both.removeIf(p -> years.applyAsDouble(p) <= 0);
                    CountRegression.Fit fit = CountRegression.negativeBinomial(
                            both.stream().mapToDouble(count).toArray(),
                            both.stream().mapToDouble(years).toArray(),
                            armColumn(both, treated));
                    return new Estimate(
                            "rate ratio",
                            Double.isInfinite(fit.theta())
                                    ? "Poisson (counts not over-dispersed)"
                                    : String.format(Locale.ROOT, "negative binomial, theta %.2f", fit.theta()),
                            fit.rateRatio(0));
                });
    }

    /** An estimate with its name and method. */
    private record Estimate(String measure, String method, Effect effect) {}

    /** Compares two groups. */
    private interface Contrast {
        Estimate of(List<PatientSummary> control, List<PatientSummary> treated);
    }

    /** Summarises one group. */
    private interface Summary {
        ArmSummary of(List<PatientSummary> group);
    }

    private EndpointResult result(
            Endpoint endpoint, String sentence, List<PatientSummary> patients, Summary summary, Contrast contrast) {
        List<List<PatientSummary>> byArm = new ArrayList<>();
        for (int a = 0; a < protocol.arms().size(); a++) {
            int arm = a;
            byArm.add(patients.stream().filter(p -> p.arm() == arm).toList());
        }
        List<ArmSummary> arms = new ArrayList<>();
        List<EndpointResult.Comparison> comparisons = new ArrayList<>();
        for (int a = 0; a < byArm.size(); a++) {
            String id = protocol.arms().get(a).id();
            ArmSummary s = byArm.get(a).isEmpty()
                    ? new ArmSummary(id, 0, Means.of(new double[0]), Double.NaN)
                    : summary.of(byArm.get(a));
            arms.add(new ArmSummary(id, s.patients(), s.value(), s.sd()));
            if (a > 0) {
                List<PatientSummary> control = byArm.getFirst();
                List<PatientSummary> treated = byArm.get(a);
                comparisons.add(compare(id, () -> contrast.of(control, treated)));
            }
        }
        return new EndpointResult(endpoint, sentence, arms, comparisons);
    }

    private EndpointResult.Comparison compare(String arm, Supplier<Estimate> estimate) {
        String against = protocol.arms().getFirst().id();
        try {
            Estimate found = estimate.get();
            boolean finite = Double.isFinite(found.effect().estimate())
                    && Double.isFinite(found.effect().standardError());
            return new EndpointResult.Comparison(
                    arm, against, found.measure(), finite ? found.effect() : null, found.method());
        } catch (ArithmeticException | IllegalArgumentException | MathRuntimeException e) {
            return new EndpointResult.Comparison(
                    arm, against, "effect", null, "cannot be estimated: " + e.getMessage());
        }
    }

    private static String name(Endpoint.Fractures fractures) {
        return fractures.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<PatientSummary> both(List<PatientSummary> control, List<PatientSummary> treated) {
        List<PatientSummary> both = new ArrayList<>(control);
        both.addAll(treated);
        return both;
    }

    private static double[][] armColumn(List<PatientSummary> both, List<PatientSummary> treated) {
        int arm = treated.isEmpty() ? -1 : treated.getFirst().arm();
        return both.stream().map(p -> new double[] {p.arm() == arm ? 1 : 0}).toArray(double[][]::new);
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

    private static double[] finite(List<PatientSummary> group, ToDoubleFunction<PatientSummary> of) {
        return group.stream().mapToDouble(of).filter(v -> !Double.isNaN(v)).toArray();
    }

    private static int sum(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return (int) sum;
    }

    private static double[] pairs(
            List<PatientSummary> control, List<PatientSummary> treated, ToDoubleFunction<PatientSummary> of) {
        Map<Integer, Double> byNumber = new HashMap<>();
        control.forEach(p -> byNumber.put(p.number(), of.applyAsDouble(p)));
        return treated.stream()
                .mapToDouble(p -> of.applyAsDouble(p) - byNumber.getOrDefault(p.number(), Double.NaN))
                .filter(v -> !Double.isNaN(v))
                .toArray();
    }
}
