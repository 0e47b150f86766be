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
    private static final int SMALL = 20_000;

    private final Protocol protocol;
    private final BoneModel model;

    /**
     * @param protocol what to run
     * @param model bone model; make it with a sequential engine, since the trial spreads its own work
     * @throws TrialRefused when the model cannot give a drug of the protocol, or its people would be too young or too old
     */
    public VirtualTrial(Protocol protocol, BoneModel model) {
        this.protocol = protocol;
        this.model = model;
        refuseUnknownDrugs();
        refuseAges();
    }

    public Protocol protocol() {
        return protocol;
    }

    public BoneModel model() {
        return model;
    }

    /** Runs all replicates; patients reach the sink in order of replicate, enrolment and arm. */
    public RunTally run(RunSettings settings, OutcomeSink sink, RunProgress progress) {
        try (ExecutorService pool = Executors.newFixedThreadPool(settings.threads(), VirtualTrial::worker)) {
            try {
                return settings.replicates() > 1 && settings.patients() <= SMALL
                        ? spreadReplicates(settings, sink, progress, pool)
                        : oneAfterAnother(settings, sink, progress, pool);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    /** Runs one replicate on the calling thread: the unit of work of a cluster. */
    public RunTally runReplicate(RunSettings settings, int replicate, OutcomeSink sink) {
        return new ReplicateRun(protocol, model, settings.patients(), replicate, settings.seed(), Tasks.here(), 2)
                .run(sink, RunProgress.NONE, 0, settings.patients(), 0);
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "trial");
        thread.setDaemon(true);
        return thread;
    }

    private RunTally oneAfterAnother(
            RunSettings settings, OutcomeSink sink, RunProgress progress, ExecutorService pool) {
        RunTally sum = nothing();
        long inAll = (long) settings.patients() * settings.replicates();
        for (int r = 0; r < settings.replicates() && sum.complete(); r++) {
            ReplicateRun run = new ReplicateRun(
                    protocol, model, settings.patients(), r, settings.seed(), Tasks.on(pool), 3 * settings.threads());
            sum = plus(sum, run.run(sink, progress, sum.enrolled(), inAll, sum.simulatedYears()));
        }
        return sum;
    }

    private RunTally spreadReplicates(
            RunSettings settings, OutcomeSink sink, RunProgress progress, ExecutorService pool) {
        record Finished(RunTally tally, List<PatientOutcome> outcomes) {}
        Deque<Future<Finished>> running = new ArrayDeque<>();
        RunTally sum = nothing();
        long inAll = (long) settings.patients() * settings.replicates();
        int next = 0;
        while ((next < settings.replicates() || !running.isEmpty()) && !progress.cancelled()) {
            while (next < settings.replicates() && running.size() < 2 * settings.threads()) {
                int replicate = next++;
                running.addLast(pool.submit(() -> {
                    List<PatientOutcome> outcomes = new ArrayList<>();
                    return new Finished(runReplicate(settings, replicate, outcomes::add), outcomes);
                }));
            }
            Finished finished = Tasks.result(running.removeFirst());
            finished.outcomes().forEach(sink::accept);
            sum = plus(sum, finished.tally());
            progress.at(sum.enrolled(), inAll, sum.simulatedYears());
        }
        return sum.enrolled() < inAll
                ? new RunTally(
                        sum.enrolled(), sum.screened(), sum.notMet(), sum.trialDays(), sum.simulatedDays(), false)
                : sum;
    }

    private RunTally nothing() {
        List<Long> none = new ArrayList<>();
        for (int c = 0; c < protocol.recruitment().criteria().size(); c++) {
            none.add(0L);
        }
        return new RunTally(0, 0, none, 0, 0, true);
    }

    private static RunTally plus(RunTally a, RunTally b) {
        List<Long> notMet = new ArrayList<>();
        for (int c = 0; c < a.notMet().size(); c++) {
            notMet.add(a.notMet().get(c) + b.notMet().get(c));
        }
        return new RunTally(
                a.enrolled() + b.enrolled(),
                a.screened() + b.screened(),
                notMet,
                a.trialDays() + b.trialDays(),
                a.simulatedDays() + b.simulatedDays(),
                a.complete() && b.complete());
    }

    private void refuseUnknownDrugs() {
        Set<Drug> known = model.drugs();
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
                throw new TrialRefused(protocol.id() + ": found the drug '" + treatment.drug()
                        + "', which the bone model does not know; accepted are "
                        + String.join(
                                ", ", known.stream().sorted().map(Drug::name).toList()));
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
