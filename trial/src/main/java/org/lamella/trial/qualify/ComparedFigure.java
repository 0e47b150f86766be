package org.lamella.trial.qualify;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamella.trial.analysis.EndpointResult;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.Arm;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Randomisation;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.Means;

/**
 * One comparison of a plan within its protocol: which result of the simulated trial it means, and how that is held against
 * the published figure.
 *
 * @param plan the plan
 * @param comparison one of its comparisons
 * @param protocol the protocol that the plan runs
 */
record ComparedFigure(QualificationPlan plan, QualificationPlan.Comparison comparison, Protocol protocol) {
    /** Half of a 95 % interval in standard deviations. */
    private static final double Z95 = 1.959963984540054;

    private static final Effect NONE = new Effect(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** All comparisons of a plan in its order. */
    static List<ComparedFigure> of(QualificationPlan plan, Protocol protocol) {
        return plan.comparisons().stream()
                .map(c -> new ComparedFigure(plan, c, protocol))
                .toList();
    }

    /** @throws IllegalArgumentException when the protocol has no such endpoint; names those it has */
    Endpoint endpoint() {
        return protocol.endpoints().stream()
                .filter(e -> e.id().equals(comparison.endpoint()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("plan " + plan.study()
                        + ": the protocol has no endpoint '"
                        + comparison.endpoint() + "'; accepted are "
                        + String.join(
                                ", ",
                                protocol.endpoints().stream().map(Endpoint::id).toList())));
    }

    /**
     * What the simulated trial says.
     *
     * @param means means of groups when the endpoint is a change in percent, else null
     */
    Effect predicted(TrialAnalysis analysis, @Nullable GroupMeans means) {
        EndpointResult result = analysis.results().stream()
                .filter(r -> r.endpoint().id().equals(comparison.endpoint()))
                .findFirst()
                .orElseThrow();
        if (comparison.against()) {
            return result.comparisons().stream()
                    .filter(x -> x.arm().equals(comparison.arm()))
                    .flatMap(x -> x.effectIfAny().stream())
                    .findFirst()
                    .orElse(NONE);
        }
        int arm = IntStream.range(0, protocol.arms().size())
                .filter(a -> protocol.arms().get(a).id().equals(comparison.arm()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "plan " + plan.study() + ": the protocol has no arm '" + comparison.arm() + "'"));
        IntFunction<Effect> change = means == null || comparison.individuals()
                ? a -> result.arms().get(a).value()
                : means::change;
        Effect own = change.apply(arm);
        if (!comparison.relative()) {
            return own;
        }
        Effect control = change.apply(0);
        Intervals.Scale level = Intervals.Scale.LEVEL;
        double ratio = level.to(own.estimate()) - level.to(control.estimate());
        double error = Math.hypot(
                        level.to(own.high()) - level.to(own.low()), level.to(control.high()) - level.to(control.low()))
                / 2;
        return new Effect(
                level.from(ratio), Double.NaN, level.from(ratio - error), level.from(ratio + error), Double.NaN);
    }

    /**
     * The prediction beside the published figure.
     *
     * @param predicted what the standard parameters predict
     * @param spread the same with each further parameter set
     */
    Finding finding(Effect predicted, double[] spread) {
        PublishedFigure figure = comparison
                .observedIfAny()
                .map(o -> PublishedFigure.of(plan.study(), o))
                .orElse(null);
        Intervals.Scale scale = scale();
        int n = comparison
                .observedIfAny()
                .map(QualificationPlan.Published::patients)
                .orElseGet(this::planned);
        double simulated = (scale.to(predicted.high()) - scale.to(predicted.low())) / (2 * Z95);
        double sampling = n > 0 ? simulated * Math.sqrt(1 + (double) plan.patientsPerArm() / n) : Double.NaN;
        return new Finding(
                plan.study(),
                protocol.about().role(),
                comparison.what(),
                predicted,
                new Intervals.Errors(scale, sampling, deviation(scale, spread)),
                Double.NaN,
                Double.NaN,
                figure == null ? null : figure.value(),
                figure == null ? "" : figure.source(),
                comparison.scale(),
                figure == null ? Double.NaN : Finding.error(comparison.scale(), predicted.estimate(), figure.value()),
                comparison.limit(),
                Double.isNaN(predicted.estimate()) ? "no estimate" : "");
    }

    /** People whom the design of a reserved study means for an arm; its results stay unread, its size is no result. */
    private int planned() {
        int all = protocol.recruitment().patients();
        if (protocol.randomisation().method() == Randomisation.Method.PAIRED) {
            return all;
        }
        double shares = protocol.arms().stream().mapToDouble(Arm::share).sum();
        return protocol.arms().stream()
                .filter(a -> a.id().equals(comparison.arm()))
                .mapToInt(a -> (int) Math.round(all * a.share() / shares))
                .findFirst()
                .orElse(0);
    }

    private Intervals.Scale scale() {
        return switch (endpoint()) {
            case Endpoint.Change change ->
                change.percent() && !comparison.against() ? Intervals.Scale.LEVEL : Intervals.Scale.NATURAL;
            case Endpoint.Responder r -> Intervals.Scale.NATURAL;
            case Endpoint.Crossover c -> Intervals.Scale.NATURAL;
            case Endpoint.FirstFracture f -> Intervals.Scale.RATIO;
            case Endpoint.FractureRate f -> Intervals.Scale.RATIO;
        };
    }

    private static double deviation(Intervals.Scale scale, double[] values) {
        double[] x =
                Arrays.stream(values).filter(Double::isFinite).map(scale::to).toArray();
        return x.length < 2 ? 0 : Means.sd(x);
    }
}
