package org.lamella.trial.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lamella.bone.BoneModel;
import org.lamella.patient.Drug;
import org.lamella.patient.measure.Age;
import org.lamella.trial.protocol.Arm;
import org.lamella.trial.protocol.Nearest;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Recruitment;
import org.lamella.trial.protocol.Rule;
import org.lamella.trial.protocol.Treatment;

/**
 * A trial that can be run any number of times. Results depend on protocol, model, seed, patients and replicates only: not
 * on threads, pieces or the machine.
 */
public final class VirtualTrial {
    /** Replicates up to this size are computed whole on one thread each; larger ones are spread over all threads. */
    public static final int SMALL = 2_000;

    private final Protocol protocol;
    private final List<BoneModel> models;
    private final TrialVariant variant;

    /**
     * @param protocol what to run
     * @param model bone model; make it with a sequential engine, since the trial spreads its own work
     * @throws TrialRefused when the model cannot give a drug of the protocol, or its people would be too young or too old
     */
    public VirtualTrial(Protocol protocol, BoneModel model) {
        this(protocol, List.of(model), TrialVariant.DESIGNED);
    }

    /** Replicates use the models in turn. */
    VirtualTrial(Protocol protocol, List<BoneModel> models, TrialVariant variant) {
        this.protocol = protocol;
        this.models = List.copyOf(models);
        this.variant = variant;
        refuseUnknownDrugs();
        refuseAges();
    }

    public Protocol protocol() {
        return protocol;
    }

    /** The model of the first replicate. */
    public BoneModel model() {
        return models.getFirst();
    }

    public TrialVariant variant() {
        return variant;
    }

    /** Runs all replicates; patients reach the sink in order of replicate, enrolment and arm. */
    public RunTally run(RunSettings settings, OutcomeSink sink, RunProgress progress) {
        return run(settings, Checkpoint.beginning(protocol), sink, progress);
    }

    /** Runs what is missing after a checkpoint of the same settings. */
    public RunTally run(RunSettings settings, Checkpoint from, OutcomeSink sink, RunProgress progress) {
        try (ExecutorService pool = Executors.newFixedThreadPool(settings.threads(), VirtualTrial::worker)) {
            try {
                return settings.replicates() > 1 && settings.patients() <= SMALL
                        ? spreadReplicates(settings, from, sink, progress, pool)
                        : oneAfterAnother(settings, from, sink, progress, pool);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    /** Runs one replicate on the calling thread. */
    public RunTally runReplicate(RunSettings settings, int replicate, OutcomeSink sink) {
        Checkpoint from = Checkpoint.afterReplicates(replicate, RunTally.nothing(protocol), protocol);
        return new ReplicateRun(pieces(settings.seed(), replicate), settings.patients(), from, Tasks.here(), 1)
                .run(sink, RunProgress.NONE, settings.patients());
    }

    /** One replicate as pieces of work for other machines. */
    public TrialPieces pieces(long seed, int replicate) {
        return new TrialPieces(protocol, models.get(replicate % models.size()), seed, replicate);
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "trial");
        thread.setDaemon(true);
        return thread;
    }

    private RunTally oneAfterAnother(
            RunSettings settings, Checkpoint from, OutcomeSink sink, RunProgress progress, ExecutorService pool) {
        Checkpoint at = from;
        RunTally sum = from.tally(true);
        long inAll = (long) settings.patients() * settings.replicates();
        while (at.replicate() < settings.replicates() && sum.complete()) {
            sum = new ReplicateRun(
                            pieces(settings.seed(), at.replicate()),
                            settings.patients(),
                            at,
                            Tasks.on(pool),
                            settings.threads())
                    .run(sink, progress, inAll);
            at = Checkpoint.afterReplicates(at.replicate() + 1, sum, protocol);
        }
        return sum;
    }

    private RunTally spreadReplicates(
            RunSettings settings, Checkpoint from, OutcomeSink sink, RunProgress progress, ExecutorService pool) {
        record Finished(RunTally tally, List<PatientOutcome> outcomes) {}
        Deque<Future<Finished>> running = new ArrayDeque<>();
        RunTally sum = from.before();
        long inAll = (long) settings.patients() * settings.replicates();
        int next = from.replicate();
        int done = next;
        while (done < settings.replicates() && !progress.cancelled()) {
            while (next < settings.replicates() && running.size() < 2 * settings.threads()) {
                int replicate = next++;
                running.addLast(pool.submit(() -> {
                    List<PatientOutcome> outcomes = new ArrayList<>();
                    return new Finished(runReplicate(settings, replicate, outcomes::add), outcomes);
                }));
            }
            Finished finished = Tasks.result(running.removeFirst());
            finished.outcomes().forEach(sink::accept);
            sum = sum.plus(finished.tally());
            done++;
            sink.reached(Checkpoint.afterReplicates(done, sum, protocol));
            progress.at(sum.enrolled(), inAll, sum.simulatedYears());
        }
        return sum.marked(done == settings.replicates());
    }

    private void refuseUnknownDrugs() {
        Set<Drug> known = model().drugs();
        List<Treatment> all = new ArrayList<>();
        for (Arm arm : protocol.arms()) {
            all.addAll(arm.treatments());
            for (Rule rule : arm.rules()) {
                if (rule.then() instanceof Rule.Then.Switch(List<Treatment> others)) {
                    all.addAll(others);
                }
            }
        }
        protocol.recruitment().treatedBeforeIfAny().ifPresent(before -> all.addAll(before.treatments()));
        for (Treatment treatment : all) {
            if (!known.contains(treatment.drug())) {
                List<String> accepted = known.stream().sorted().map(Drug::name).toList();
                throw new TrialRefused(
                        protocol.id() + ": found the drug '" + treatment.drug()
                                + "', which the bone model does not know; accepted are " + String.join(", ", accepted)
                                + Nearest.to(treatment.drug().name(), accepted)
                                        .map(n -> ". Did you mean '" + n + "'?")
                                        .orElse(""),
                        "drug: " + treatment.drug().name());
            }
        }
    }

    private void refuseAges() {
        Recruitment recruitment = protocol.recruitment();
        Timeline timeline = Timeline.of(protocol);
        int youngest = (int) Math.floor(recruitment.age().fromYears() * Age.DAYS_PER_YEAR);
        int before = Math.max(
                timeline.enrolment(),
                recruitment.treatedBeforeIfAny().map(b -> b.duration().days()).orElse(0));
        if (youngest < before) {
            throw new TrialRefused(protocol.id() + ": the youngest are enrolled at " + youngest + " days of age, but "
                    + before + " days before enrolment are needed for fracture history, run-in or earlier treatment;"
                    + " accepted is a youngest age of at least " + Math.ceil(before / Age.DAYS_PER_YEAR * 100) / 100
                    + " years");
        }
        double oldest = recruitment.age().toYears() + protocol.duration().years();
        if (oldest > BoneModel.LAST_DAY / Age.DAYS_PER_YEAR) {
            throw new TrialRefused(protocol.id() + ": the oldest would reach " + oldest
                    + " years; the model's reference ends at " + BoneModel.LAST_DAY / Age.DAYS_PER_YEAR + " years");
        }
    }
}
