package org.lamella.bench;

import java.util.concurrent.TimeUnit;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.Cohort;
import org.lamella.bone.Engine;
import org.lamella.bone.Recorder;
import org.lamella.bone.Schedule;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The kernel without readings, per lane and day, and random numbers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // set up by JMH
public class KernelBenchmark {
    private static final int DAYS = 7 * 52;
    private static final int LAST_DAY = 6500;
    private static final int LANES = 256;

    @Param({"64", "128", "256"})
    public int blockLanes;

    private Cohort children;
    private Cohort year;
    private KeyedRandom random;
    private long key;

    @Setup
    public void grow() {
        BoneModel model = BoneModel.create(
                BoneParameters.load(),
                Engine.STANDARD.withBlockLanes(blockLanes).sequential());
        children = model.newborns(Job.patients(model, 0, LANES));
        children.fractures(Job.fractures());
        children.advanceTo(1820, new Job(LANES, 5, 1).treatment(), Recorder.NONE);
        year = children.fork();
        random = new KeyedRandom(1);
    }

    /** One lane through one day; a year at a time, and a fresh copy of the children after 18 years. */
    @Benchmark
    @OperationsPerInvocation(LANES * DAYS)
    public int laneDay() {
        if (year.day() > LAST_DAY) {
            year = children.fork();
        }
        year.advanceTo(year.day() + DAYS, Schedule.EMPTY, Recorder.NONE);
        return year.day();
    }

    @Benchmark
    public double keyedUniform() {
        return random.uniform(key++, 0, Process.OTHER, 0);
    }

    @Benchmark
    public double keyedNormal() {
        return random.normal(key++, 0, Process.OTHER, 0);
    }
}
