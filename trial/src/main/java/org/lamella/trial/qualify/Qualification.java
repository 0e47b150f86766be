package org.lamella.trial.qualify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamella.bone.BoneModel;
import org.lamella.trial.analysis.EndpointResult;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.Arm;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Randomisation;
import org.lamella.trial.run.RunProgress;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.RunTally;
import org.lamella.trial.run.VirtualTrial;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.Means;

/** Runs plans and holds each published figure against its prediction. */
public final class Qualification {
    /** Half of a 95 % interval in standard deviations. */
    private static final double Z95 = 1.959963984540054;

    /** Patients per arm with which each parameter set is run. */
    static final int MEMBER_PATIENTS = 40;

    private final BoneModel model;
    private final List<BoneModel> members;
    private final Path protocols;
    private final int threads;

    /**
     * @param model bone model with a sequential engine
     * @param members the same with other parameter sets, for the uncertainty of the parameters; may be empty
     * @param protocols folder of the protocol library
     * @param threads threads that simulate
     */
    public Qualification(BoneModel model, List<BoneModel> members, Path protocols, int threads) {
        this.model = model;
        this.members = List.copyOf(members);
        this.protocols = protocols;
        this.threads = threads;
    }

    /**
     * One study after its run.
     *
     * @param plan the plan
     * @param analysis the simulated trial
     * @param settings how it was run
     * @param tally what it amounted to
     * @param findings the comparisons, in order of the plan
     */
    public record StudyResult(
            QualificationPlan plan,
            TrialAnalysis analysis,
            RunSettings settings,
            RunTally tally,
            List<Finding> findings) {
        public StudyResult {
            findings = List.copyOf(findings);
        }
    }

    /** The same studies with prediction intervals, which need all of them. */
    public static List<StudyResult> withIntervals(List<StudyResult> results) {
        List<Finding> all = results.stream().flatMap(r -> r.findings().stream()).toList();
        List<Finding> completed = Intervals.complete(all);
        List<StudyResult> out = new ArrayList<>();
        int next = 0;
        for (StudyResult r : results) {
            List<Finding> own = completed.subList(next, next + r.findings().size());
            out.add(new StudyResult(r.plan(), r.analysis(), r.settings(), r.tally(), own));
            next += own.size();
        }
        return out;
    }

    /** Plans of a folder in order of their names. */
    public static List<QualificationPlan> plans(Path folder) throws IOException {
        List<QualificationPlan> plans = new ArrayList<>();
        try (Stream<Path> list = Files.list(folder)) {
            for (Path file :
                    list.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                plans.add(QualificationPlan.read(file));
            }
        }
        return plans;
    }

    /** Runs one plan. */
    public StudyResult run(QualificationPlan plan, RunProgress progress) {
        Protocol protocol = Protocol.read(protocols.resolve(plan.protocol()));
        RunSettings settings = new RunSettings(patients(protocol, plan.patientsPerArm()), 1, plan.seed(), threads);
        Simulated simulated = simulate(model, plan, protocol, settings, progress);
        List<Simulated> others = new ArrayList<>();
        RunSettings small = new RunSettings(patients(protocol, MEMBER_PATIENTS), 1, plan.seed(), threads);
        for (BoneModel member : members) {
            others.add(simulate(member, plan, protocol, small, RunProgress.NONE));
        }
        List<Finding> findings = new ArrayList<>();
        for (int c = 0; c < plan.comparisons().size(); c++) {
            int at = c;
            double[] spread = others.stream()
                    .mapToDouble(o -> o.predicted().get(at).estimate())
                    .toArray();
            findings.add(finding(
                    plan,
                    plan.comparisons().get(c),
                    protocol,
                    simulated.predicted().get(c),
                    spread));
        }
        return new StudyResult(plan, simulated.analysis(), settings, simulated.tally(), findings);
    }

    private record Simulated(TrialAnalysis analysis, RunTally tally, List<Effect> predicted) {}

    private static Simulated simulate(
            BoneModel model, QualificationPlan plan, Protocol protocol, RunSettings settings, RunProgress progress) {
        TrialAnalysis analysis = new TrialAnalysis(protocol, settings.patients());
        Map<String, GroupMeans> means = new HashMap<>();
        for (QualificationPlan.Comparison c : plan.comparisons()) {
            if (endpoint(plan, c, protocol) instanceof Endpoint.Change change && change.percent()) {
                means.put(c.endpoint(), GroupMeans.of(protocol, change));
            }
        }
        RunTally tally = new VirtualTrial(protocol, model)
                .run(
                        settings,
                        o -> {
                            analysis.accept(o);
                            means.values().forEach(m -> m.accept(o));
                        },
                        progress);
        analysis.finish();
        List<Effect> predicted = new ArrayList<>();
        for (QualificationPlan.Comparison c : plan.comparisons()) {
            predicted.add(predicted(plan, c, protocol, analysis, means.get(c.endpoint())));
        }
        return new Simulated(analysis, tally, predicted);
    }

    /** Patients in all, so that the smallest arm holds the wanted number. */
    static int patients(Protocol protocol, int perArm) {
        if (protocol.randomisation().method() == Randomisation.Method.PAIRED) {
            return perArm;
        }
        double smallest = protocol.arms().stream().mapToDouble(Arm::share).min().orElseThrow();
        double all = protocol.arms().stream().mapToDouble(Arm::share).sum();
        return (int) Math.ceil(perArm * all / smallest);
    }

    private static Endpoint endpoint(QualificationPlan plan, QualificationPlan.Comparison c, Protocol protocol) {
        return protocol.endpoints().stream()
                .filter(e -> e.id().equals(c.endpoint()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("plan " + plan.study()
                        + ": the protocol has no endpoint '"
                        + c.endpoint() + "'; accepted are "
                        + String.join(
                                ", ",
                                protocol.endpoints().stream().map(Endpoint::id).toList())));
    }

    private static Finding finding(
            QualificationPlan plan,
            QualificationPlan.Comparison c,
            Protocol protocol,
            Effect predicted,
            double[] spread) {
        PublishedFigure figure =
                c.observedIfAny().map(o -> PublishedFigure.of(plan.study(), o)).orElse(null);
        Intervals.Scale scale = scale(endpoint(plan, c, protocol), c);
        int n = c.observedIfAny().map(QualificationPlan.Published::patients).orElseGet(() -> planned(c, protocol));
        double simulated = (scale.to(predicted.high()) - scale.to(predicted.low())) / (2 * Z95);
        double sampling = n > 0 ? simulated * Math.sqrt(1 + (double) plan.patientsPerArm() / n) : Double.NaN;
        return new Finding(
                plan.study(),
                protocol.about().role(),
                c.what(),
                predicted,
                new Intervals.Errors(scale, sampling, deviation(scale, spread)),
                Double.NaN,
                Double.NaN,
                figure == null ? null : figure.value(),
                figure == null ? "" : figure.source(),
                c.scale(),
                figure == null ? Double.NaN : Finding.error(c.scale(), predicted.estimate(), figure.value()),
                c.limit(),
                Double.isNaN(predicted.estimate()) ? "no estimate" : "");
    }

    /** People whom the design of a reserved study means for an arm; its results stay unread, its size is no result. */
    private static int planned(QualificationPlan.Comparison c, Protocol protocol) {
        int all = protocol.recruitment().patients();
        if (protocol.randomisation().method() == Randomisation.Method.PAIRED) {
            return all;
        }
        double shares = protocol.arms().stream().mapToDouble(Arm::share).sum();
        return protocol.arms().stream()
                .filter(a -> a.id().equals(c.arm()))
                .mapToInt(a -> (int) Math.round(all * a.share() / shares))
                .findFirst()
                .orElse(0);
    }

    private static double deviation(Intervals.Scale scale, double[] values) {
        double[] x = java.util.Arrays.stream(values)
                .filter(Double::isFinite)
                .map(scale::to)
                .toArray();
        return x.length < 2 ? 0 : Means.sd(x);
    }

    private static Intervals.Scale scale(Endpoint endpoint, QualificationPlan.Comparison c) {
        return switch (endpoint) {
            case Endpoint.Change change ->
                change.percent() && !c.against() ? Intervals.Scale.LEVEL : Intervals.Scale.NATURAL;
            case Endpoint.Responder r -> Intervals.Scale.NATURAL;
            case Endpoint.FirstFracture f -> Intervals.Scale.RATIO;
            case Endpoint.FractureRate f -> Intervals.Scale.RATIO;
        };
    }

    private static Effect predicted(
            QualificationPlan plan,
            QualificationPlan.Comparison c,
            Protocol protocol,
            TrialAnalysis analysis,
            @Nullable GroupMeans means) {
        EndpointResult result = analysis.results().stream()
                .filter(r -> r.endpoint().id().equals(c.endpoint()))
                .findFirst()
                .orElseThrow();
        Effect none = new Effect(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        if (c.against()) {
            return result.comparisons().stream()
                    .filter(x -> x.arm().equals(c.arm()))
                    .flatMap(x -> x.effectIfAny().stream())
                    .findFirst()
                    .orElse(none);
        }
        int arm = IntStream.range(0, protocol.arms().size())
                .filter(a -> protocol.arms().get(a).id().equals(c.arm()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "plan " + plan.study() + ": the protocol has no arm '" + c.arm() + "'"));
        IntFunction<Effect> change =
                means == null || c.individuals() ? a -> result.arms().get(a).value() : means::change;
        Effect own = change.apply(arm);
        if (!c.relative()) {
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
}
