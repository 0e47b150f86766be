package org.lamella.trial.qualify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lamella.bone.BoneModel;
import org.lamella.trial.analysis.ArmSummary;
import org.lamella.trial.analysis.EndpointResult;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.Arm;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Randomisation;
import org.lamella.trial.run.RunProgress;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.RunTally;
import org.lamella.trial.run.VirtualTrial;
import org.lamella.trial.statistics.Effect;

/** Runs plans and holds each published figure against its prediction. */
public final class Qualification {
    /** Standard normal quantile of a two-sided 90 % interval. */
    private static final double Z90 = 1.6448536269514722;

    private final BoneModel model;
    private final Path protocols;
    private final int threads;

    /**
     * @param model bone model with a sequential engine
     * @param protocols folder of the protocol library
     * @param threads threads that simulate
     */
    public Qualification(BoneModel model, Path protocols, int threads) {
        this.model = model;
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
        TrialAnalysis analysis = new TrialAnalysis(protocol);
        RunTally tally = new VirtualTrial(protocol, model).run(settings, analysis, progress);
        analysis.finish();
        List<Finding> findings = new ArrayList<>();
        for (QualificationPlan.Comparison comparison : plan.comparisons()) {
            findings.add(finding(plan, comparison, protocol, analysis));
        }
        return new StudyResult(plan, analysis, settings, tally, findings);
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

    private static Finding finding(
            QualificationPlan plan, QualificationPlan.Comparison c, Protocol protocol, TrialAnalysis analysis) {
        EndpointResult result = analysis.results().stream()
                .filter(r -> r.endpoint().id().equals(c.endpoint()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("plan " + plan.study()
                        + ": the protocol has no endpoint '"
                        + c.endpoint() + "'; accepted are "
                        + String.join(
                                ", ",
                                protocol.endpoints().stream().map(e -> e.id()).toList())));
        ArmSummary arm = result.arms().stream()
                .filter(a -> a.arm().equals(c.arm()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "plan " + plan.study() + ": the protocol has no arm '" + c.arm() + "'"));
        Effect predicted = predicted(c, result, arm);
        PublishedFigure figure =
                c.observedIfAny().map(o -> PublishedFigure.of(plan.study(), o)).orElse(null);
        int n = c.observedIfAny().map(QualificationPlan.Published::patients).orElse(0);
        double half = n > 0 && !c.against() && !c.relative()
                ? Z90 * arm.sd() * Math.sqrt(1.0 / n + 1.0 / Math.max(1, arm.patients()))
                : Double.NaN;
        return new Finding(
                plan.study(),
                protocol.about().role(),
                c.what(),
                predicted,
                predicted.estimate() - half,
                predicted.estimate() + half,
                figure == null ? null : figure.value(),
                figure == null ? "" : figure.source(),
                c.scale(),
                figure == null ? Double.NaN : Finding.error(c.scale(), predicted.estimate(), figure.value()),
                c.limit(),
                Double.isNaN(predicted.estimate()) ? "no estimate" : "");
    }

    private static Effect predicted(QualificationPlan.Comparison c, EndpointResult result, ArmSummary arm) {
        Effect none = new Effect(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        if (c.relative()) {
            Effect control = result.arms().getFirst().value();
            double ratio = 100 * ((100 + arm.value().estimate()) / (100 + control.estimate()) - 1);
            return new Effect(ratio, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        if (c.against()) {
            return result.comparisons().stream()
                    .filter(x -> x.arm().equals(c.arm()))
                    .flatMap(x -> x.effectIfAny().stream())
                    .findFirst()
                    .orElse(none);
        }
        return arm.value();
    }
}
