package org.lamella.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import org.lamella.trial.output.OutcomeCodec;
import org.lamella.trial.output.TrialFolder;
import org.lamella.trial.run.Admission;
import org.lamella.trial.run.Enrolment;
import org.lamella.trial.run.Entrants;
import org.lamella.trial.run.OutcomeSink;
import org.lamella.trial.run.PatientOutcome;
import org.lamella.trial.run.RunProgress;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.RunTally;
import org.lamella.trial.run.TrialPiece;
import org.lamella.trial.run.TrialRefused;
import org.lamella.trial.run.VirtualTrial;

/**
 * A trial on Spark. Small replicates go out whole. A large one goes out as pieces of people, in two rounds: screening
 * everywhere; then enrolment here, since it must happen in order; then following where the people were screened. A lost
 * machine costs time only: Spark computes its pieces again, and they are the same.
 */
final class SparkTrial implements TrialFolder.Elsewhere {
    private static final int PIECE = 256;
    private static final int PARTS_PER_PROCESSOR = 4;

    private final SparkSession session;
    private final JavaSparkContext context;
    private final int partitions;
    private final TaskOf task;

    /** Makes the task once the seed is known. */
    @FunctionalInterface
    interface TaskOf {
        TrialTask withSeed(long seed);
    }

    /**
     * @param session Spark
     * @param partitions parts in which work is handed out; 0 for some per processor
     * @param task the work
     */
    SparkTrial(SparkSession session, int partitions, TaskOf task) {
        this.session = session;
        this.context = JavaSparkContext.fromSparkContext(session.sparkContext());
        this.partitions = partitions > 0 ? partitions : PARTS_PER_PROCESSOR * context.defaultParallelism();
        this.task = task;
    }

    @Override
    public RunTally run(RunSettings settings, Path tables, OutcomeSink sink, RunProgress progress) throws IOException {
        TrialTask work = task.withSeed(settings.seed());
        LongAccumulator done = context.sc().longAccumulator("patients");
        try (SparkProgress _ = new SparkProgress(context, done, settings, progress)) {
            return settings.replicates() > 1 && settings.patients() <= VirtualTrial.SMALL
                    ? wholeReplicates(work, settings, tables, sink, done)
                    : inPieces(work, settings, tables, sink, done);
        } catch (RuntimeException failed) {
            if (progress.cancelled()) {
                throw new CancellationException("stopped");
            }
            throw failed;
        } finally {
            context.getPersistentRDDs().values().forEach(rdd -> rdd.unpersist(false));
        }
    }

    private RunTally wholeReplicates(
            TrialTask work, RunSettings settings, Path tables, OutcomeSink sink, LongAccumulator done)
            throws IOException {
        int patients = settings.patients();
        List<Integer> numbers =
                IntStream.range(0, settings.replicates()).boxed().toList();
        JavaRDD<TrialTask.Result> results = context.parallelize(numbers, partitions)
                .map(r -> {
                    TrialTask.Result result = work.replicate(r, patients);
                    done.add(patients);
                    return result;
                })
                .persist(StorageLevel.MEMORY_AND_DISK());
        RunTally sum = RunTally.nothing(work.protocol());
        // The first job computes everything side by side; streaming afterwards only reads what is kept.
        SparkTables.write(session, results.map(TrialTask.Result::patients), work, tables);
        for (Iterator<TrialTask.Result> all = results.toLocalIterator(); all.hasNext(); ) {
            TrialTask.Result result = all.next();
            String refusal = result.refusal();
            if (refusal != null) {
                throw new TrialRefused(refusal);
            }
            deliver(result.patients(), sink);
            sum = sum.plus(result.tally());
        }
        return sum;
    }

    private RunTally inPieces(TrialTask work, RunSettings settings, Path tables, OutcomeSink sink, LongAccumulator done)
            throws IOException {
        RunTally sum = RunTally.nothing(work.protocol());
        List<JavaRDD<byte[]>> parts = new ArrayList<>();
        for (int replicate = 0; replicate < settings.replicates(); replicate++) {
            sum = sum.plus(enrol(work, settings, replicate, parts, done));
        }
        JavaRDD<byte[]> patients = parts.getFirst();
        for (JavaRDD<byte[]> more : parts.subList(1, parts.size())) {
            patients = patients.union(more);
        }
        patients = patients.persist(StorageLevel.MEMORY_AND_DISK());
        SparkTables.write(session, patients, work, tables);
        for (Iterator<byte[]> all = patients.toLocalIterator(); all.hasNext(); ) {
            deliver(all.next(), sink);
        }
        return sum;
    }

    /** Screens as many people as it takes, in rounds, and adds who is to be followed to {@code parts}. */
    private RunTally enrol(
            TrialTask work, RunSettings settings, int replicate, List<JavaRDD<byte[]>> parts, LongAccumulator done) {
        Enrolment enrolment = work.enrolment(replicate, settings.patients());
        long next = 0;
        while (!enrolment.full()) {
            int pieces = (int) Math.ceil(enrolment.expectedNumbersNeeded() / PIECE);
            List<Long> from = new ArrayList<>();
            for (int i = 0; i < pieces; i++) {
                from.add(next + (long) i * PIECE);
            }
            next += (long) pieces * PIECE;
            JavaRDD<TrialPiece> screened = context.parallelize(from, partitions)
                    .map(first -> work.screen(replicate, first, first + PIECE))
                    .persist(StorageLevel.MEMORY_ONLY());
            Map<Long, Admission> admitted = new HashMap<>();
            for (Entrants piece : screened.map(TrialTask::entrants).collect()) {
                admitted.put(piece.until(), enrolment.full() ? new Admission(0, new int[0]) : enrolment.take(piece));
            }
            parts.add(screened.map(piece -> {
                Admission admission =
                        Objects.requireNonNull(admitted.get(piece.entrants().until()), "every piece was seen");
                byte[] patients = TrialTask.follow(piece, admission);
                done.add(admission.arms().length);
                return patients;
            }));
        }
        return enrolment.state().tally(true);
    }

    private static void deliver(byte[] patients, OutcomeSink sink) {
        for (PatientOutcome outcome : OutcomeCodec.all(patients)) {
            sink.accept(outcome);
        }
    }
}
