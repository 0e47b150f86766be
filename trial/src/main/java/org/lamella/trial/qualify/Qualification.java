package org.lamella.trial.qualify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lamella.bone.BoneModel;
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

/** Runs plans and holds each published figure against its prediction. */
public final class Qualification {
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
        List<ComparedFigure> figures = ComparedFigure.of(plan, protocol);
        RunSettings settings = new RunSettings(patients(protocol, plan.patientsPerArm()), 1, plan.seed(), threads);
        Simulated simulated = simulate(model, figures, protocol, settings, progress);
        List<Simulated> others = new ArrayList<>();
        RunSettings small = new RunSettings(patients(protocol, MEMBER_PATIENTS), 1, plan.seed(), threads);
        for (BoneModel member : members) {
            others.add(simulate(member, figures, protocol, small, RunProgress.NONE));
        }
        List<Finding> findings = new ArrayList<>();
        for (int c = 0; c < figures.size(); c++) {
            int at = c;
            double[] spread = others.stream()
                    .mapToDouble(o -> o.predicted().get(at).estimate())
                    .toArray();
            findings.add(figures.get(c).finding(simulated.predicted().get(c), spread));
        }
        return new StudyResult(plan, simulated.analysis(), settings, simulated.tally(), findings);
    }

    private record Simulated(TrialAnalysis analysis, RunTally tally, List<Effect> predicted) {}

    private static Simulated simulate(
            BoneModel model,
            List<ComparedFigure> figures,
            Protocol protocol,
            RunSettings settings,
            RunProgress progress) {
        TrialAnalysis analysis = new TrialAnalysis(protocol, settings.patients());
        Map<String, GroupMeans> means = new HashMap<>();
        for (ComparedFigure figure : figures) {
            if (figure.endpoint() instanceof Endpoint.Change change && change.percent()) {
                means.put(change.id(), GroupMeans.of(protocol, change));
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
        List<Effect> predicted = figures.stream()
                .map(f -> f.predicted(analysis, means.get(f.comparison().endpoint())))
                .toList();
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
}
