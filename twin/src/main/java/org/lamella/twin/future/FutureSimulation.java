package org.lamella.twin.future;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.lamella.bone.Cohort;
import org.lamella.bone.FractureMode;
import org.lamella.bone.Observable;
import org.lamella.bone.Recorder;
import org.lamella.bone.Schedule;
import org.lamella.evidence.skeleton.SpineDensityModelReference;
import org.lamella.patient.measure.Age;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.twin.CandidateRegimen;
import org.lamella.twin.Forecast;
import org.lamella.twin.cloud.Parallel;
import org.lamella.twin.cloud.SiblingCloud;
import org.lamella.twin.history.History;
import org.lamella.twin.weight.SystematicResampling;
import org.lamella.twin.weight.Weights;

/**
 * Sends siblings through every option. The weighted siblings are resampled to a number of equally weighted copies; each
 * distinct sibling is simulated once per option and counts as often as it was taken. All options of a sibling branch from
 * one state and meet the same fracture thresholds, so that differences between options are not noise.
 */
public final class FutureSimulation {
    private final History history;
    private final Horizon horizon;
    private final KeyedRandom random;

    public FutureSimulation(History history, Horizon horizon, KeyedRandom random) {
        this.history = history;
        this.horizon = horizon;
        this.random = random;
    }

    /**
     * @param cloud siblings on the day of the plan
     * @param candidates options
     * @param copies number of equally weighted copies, 1 or more
     * @param comb random number that places the comb of the resampling, 0 to below 1
     * @param pool threads
     * @param progress told the fraction done
     */
    public List<Forecast> run(
            SiblingCloud cloud,
            List<CandidateRegimen> candidates,
            int copies,
            double comb,
            Parallel pool,
            DoubleConsumer progress) {
        int[] taken = SystematicResampling.copies(cloud.posterior(), copies, comb);
        List<Chosen> chosen = choose(cloud, taken);
        int rows = chosen.stream().mapToInt(c -> c.lanes().length).sum();
        double[] logWeights = new double[rows];
        for (Chosen c : chosen) {
            for (int i = 0; i < c.lanes().length; i++) {
                logWeights[c.firstRow() + i] = StrictMath.log(taken[c.block().indices()[c.lanes()[i]]]);
            }
        }
        List<OptionFuture> futures = candidates.stream()
                .map(candidate -> new OptionFuture(horizon.count(), rows))
                .toList();
        List<Callable<Boolean>> work = new ArrayList<>();
        Done done = new Done(chosen.size(), progress);
        for (Chosen c : chosen) {
            work.add(() -> {
                simulate(c, candidates, futures);
                done.one();
                return true;
            });
        }
        pool.all(work);
        scannerScale(cloud, chosen, futures);
        return new Summary(horizon, Weights.ofLog(logWeights)).of(candidates, futures);
    }

    private void scannerScale(SiblingCloud cloud, List<Chosen> chosen, List<OptionFuture> futures) {
        SpineDensityModelReference reference = SpineDensityModelReference.provisional();
        double[] variation = IntStream.range(0, horizon.count())
                .mapToDouble(t -> reference.variation(history.sex(), age(history.asOfDay() + horizon.day(t))))
                .toArray();
        int[] days = IntStream.range(0, horizon.count())
                .map(t -> history.asOfDay() + horizon.day(t))
                .toArray();
        for (Chosen c : chosen) {
            for (int i = 0; i < c.lanes().length; i++) {
                double[] atScans = cloud.spineOffsets()[c.block().indices()[c.lanes()[i]]];
                long key = c.block().siblings().key(c.lanes()[i]);
                double[] offsets = cloud.scale().future(atScans, days, random, key);
                for (OptionFuture future : futures) {
                    future.onScannerScale(c.firstRow() + i, offsets, variation);
                }
            }
        }
    }

    private static Age age(int days) {
        return Age.of(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(days));
    }

    /** Counts finished work of several threads and tells it in order. */
    private static final class Done {
        private final int all;
        private final DoubleConsumer progress;
        private int finished;

        Done(int all, DoubleConsumer progress) {
            this.all = all;
            this.progress = progress;
        }

        synchronized void one() {
            finished++;
            progress.accept(finished / (double) all);
        }
    }

    /**
     * @param block siblings simulated together
     * @param lanes those that were taken
     * @param firstRow row of the first of them
     */
    private record Chosen(SiblingCloud.Block block, int[] lanes, int firstRow) {}

    private static List<Chosen> choose(SiblingCloud cloud, int[] taken) {
        List<Chosen> chosen = new ArrayList<>();
        int row = 0;
        for (SiblingCloud.Block block : cloud.blocks()) {
            int[] lanes = IntStream.range(0, block.indices().length)
                    .filter(lane -> taken[block.indices()[lane]] > 0)
                    .toArray();
            if (lanes.length > 0) {
                chosen.add(new Chosen(block, lanes, row));
                row += lanes.length;
            }
        }
        return chosen;
    }

    private void simulate(Chosen chosen, List<CandidateRegimen> candidates, List<OptionFuture> futures) {
        Cohort now = chosen.block().cohort().select(chosen.lanes());
        now.fractures(new FractureMode.Sampled(random, 0));
        int start = history.asOfDay();
        int end = start + horizon.lastDay();
        for (int option = 0; option < candidates.size(); option++) {
            OptionFuture future = futures.get(option);
            Schedule schedule = Schedule.builder()
                    .addAll(history.lasting())
                    .regimen(start, end, candidates.get(option).regimen())
                    .build();
            Cohort branch = now.fork();
            read(branch, 0, chosen.firstRow(), future);
            branch.advanceTo(end, schedule, recorder(start, chosen.firstRow(), future));
            read(branch, horizon.count() - 1, chosen.firstRow(), future);
            for (int lane = 0; lane < chosen.lanes().length; lane++) {
                future.since(chosen.firstRow() + lane);
            }
        }
    }

    private static void read(Cohort cohort, int time, int firstRow, OptionFuture future) {
        for (int i = 0; i < cohort.lanes(); i++) {
            int lane = i;
            future.take(time, firstRow + lane, observable -> cohort.read(observable, lane));
        }
    }

    /** Takes the times between the day of the plan and the horizon. */
    private Recorder recorder(int start, int firstRow, OptionFuture future) {
        return new Recorder() {
            @Override
            public boolean due(int day) {
                return time(day) > 0;
            }

            @Override
            public void record(int day, int firstLane, LaneView lanes) {
                int time = time(day);
                for (int i = 0; i < lanes.lanes(); i++) {
                    int lane = i;
                    future.take(
                            time, firstRow + firstLane + lane, (Observable observable) -> lanes.read(observable, lane));
                }
            }

            private int time(int day) {
                for (int t = 1; t < horizon.count() - 1; t++) {
                    if (start + horizon.day(t) == day) {
                        return t;
                    }
                }
                return 0;
            }
        };
    }
}
