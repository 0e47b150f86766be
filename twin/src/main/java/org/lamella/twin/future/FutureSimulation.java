package org.lamella.twin.future;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.lamella.bone.Cohort;
import org.lamella.bone.Engine;
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
    /** Lanes that are computed together at most. */
    private static final int LANES = Engine.STANDARD.blockLanes();

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
        List<Chosen> chosen = Chosen.of(cloud, taken);
        double[] logWeights = new double[chosen.stream().mapToInt(Chosen::count).sum()];
        chosen.forEach(c -> c.siblings().forEach(part -> {
            for (int i = 0; i < part.lanes().length; i++) {
                logWeights[part.firstRow() + i] =
                        StrictMath.log(taken[part.block().indices()[part.lanes()[i]]]);
            }
        }));
        List<OptionFuture> futures = candidates.stream()
                .map(candidate -> new OptionFuture(horizon.count(), logWeights.length))
                .toList();
        List<Callable<Boolean>> work = work(chosen, schedules(candidates), futures, progress);
        pool.all(work);
        scannerScale(cloud, chosen, futures);
        return new Summary(horizon, Weights.ofLog(logWeights)).of(candidates, futures);
    }

    private List<Schedule> schedules(List<CandidateRegimen> candidates) {
        int start = history.asOfDay();
        return candidates.stream()
                .map(candidate -> Schedule.builder()
                        .addAll(history.lasting())
                        .regimen(start, start + horizon.lastDay(), candidate.regimen())
                        .build())
                .toList();
    }

    /**
     * Every sibling under every option is a lane; lanes under one parameter set are cut into pieces of like size, so that
     * few siblings under many options still fill the vector units.
     */
    private List<Callable<Boolean>> work(
            List<Chosen> chosen, List<Schedule> schedules, List<OptionFuture> futures, DoubleConsumer progress) {
        List<Callable<Boolean>> work = new ArrayList<>();
        int pieces = chosen.stream().mapToInt(c -> cuts(c, schedules.size())).sum();
        Done done = new Done(pieces, progress);
        for (Chosen c : chosen) {
            int lanes = c.count() * schedules.size();
            int cuts = cuts(c, schedules.size());
            for (int cut = 0; cut < cuts; cut++) {
                int from = cut * lanes / cuts;
                int until = (cut + 1) * lanes / cuts;
                work.add(() -> {
                    simulate(c, from, until, schedules, futures);
                    done.one();
                    return true;
                });
            }
        }
        return work;
    }

    private static int cuts(Chosen chosen, int options) {
        return (chosen.count() * options + LANES - 1) / LANES;
    }

    private void scannerScale(SiblingCloud cloud, List<Chosen> chosen, List<OptionFuture> futures) {
        SpineDensityModelReference reference = SpineDensityModelReference.provisional();
        double[] variation = IntStream.range(0, horizon.count())
                .mapToDouble(t -> reference.variation(history.sex(), age(history.asOfDay() + horizon.day(t))))
                .toArray();
        int[] days = IntStream.range(0, horizon.count())
                .map(t -> history.asOfDay() + horizon.day(t))
                .toArray();
        chosen.forEach(c -> c.siblings().forEach(part -> {
            for (int i = 0; i < part.lanes().length; i++) {
                double[] atScans = cloud.spineOffsets()[part.block().indices()[part.lanes()[i]]];
                long key = part.block().siblings().key(part.lanes()[i]);
                double[] offsets = cloud.scale().future(atScans, days, random, key);
                for (OptionFuture future : futures) {
                    future.onScannerScale(part.firstRow() + i, offsets, variation);
                }
            }
        }));
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

    /** Lanes {@code from} to {@code until - 1} of all siblings under the first option, then under the second, and so on. */
    private void simulate(Chosen chosen, int from, int until, List<Schedule> schedules, List<OptionFuture> futures) {
        int siblings = chosen.count();
        int[] rows = chosen.rows();
        Destination[] destinations = IntStream.range(from, until)
                .mapToObj(lane -> new Destination(futures.get(lane / siblings), rows[lane % siblings]))
                .toArray(Destination[]::new);
        Cohort cohort = chosen.state()
                .select(IntStream.range(from, until)
                        .map(lane -> lane % siblings)
                        .toArray());
        cohort.fractures(new FractureMode.Sampled(random, 0));
        int start = history.asOfDay();
        read(cohort, 0, destinations);
        cohort.advanceTo(
                start + horizon.lastDay(),
                lane -> schedules.get((from + lane) / siblings),
                recorder(start, destinations));
        read(cohort, horizon.count() - 1, destinations);
        for (Destination destination : destinations) {
            destination.future().since(destination.row());
        }
    }

    /** Where the readings of a lane go. */
    private record Destination(OptionFuture future, int row) {}

    private static void read(Cohort cohort, int time, Destination[] destinations) {
        for (int i = 0; i < destinations.length; i++) {
            int lane = i;
            destinations[i].future().take(time, destinations[i].row(), observable -> cohort.read(observable, lane));
        }
    }

    /** Takes the times between the day of the plan and the horizon. */
    private Recorder recorder(int start, Destination[] destinations) {
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
                    Destination to = destinations[firstLane + lane];
                    to.future().take(time, to.row(), (Observable observable) -> lanes.read(observable, lane));
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
