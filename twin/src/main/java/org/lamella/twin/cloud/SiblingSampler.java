package org.lamella.twin.cloud;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.lamella.bone.BoneModel;
import org.lamella.bone.Cohort;
import org.lamella.bone.FractureMode;
import org.lamella.bone.Observable;
import org.lamella.bone.QuietPace;
import org.lamella.bone.Recorder;
import org.lamella.bone.Siblings;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;
import org.lamella.twin.history.History;
import org.lamella.twin.prior.PersonPrior;
import org.lamella.twin.proposal.Proposal;
import org.lamella.twin.proposal.Rounds;
import org.lamella.twin.proposal.SiblingDraws;
import org.lamella.twin.proposal.SiblingKeys;
import org.lamella.twin.weight.Weights;

/**
 * Draws siblings in rounds, simulates each from birth along the record with the recorded fractures imposed, and weights
 * them. With an ensemble of parameter sets, sibling {@code i} lives under member {@code i mod size}.
 */
public final class SiblingSampler {
    private final List<BoneModel> ensemble;
    private final List<PersonPrior> priors;
    private final History history;
    private final RecordLikelihood likelihood;
    private final KeyedRandom random;
    private final SiblingKeys keys;
    private final List<Stretch> stretches;

    /**
     * @param ensemble parameter sets
     * @param priors prior of the person under each of them, all with the same free traits
     * @param history the record
     * @param likelihood of the record
     * @param random study stream
     * @param keys keys of the siblings
     */
    public SiblingSampler(
            List<BoneModel> ensemble,
            List<PersonPrior> priors,
            History history,
            RecordLikelihood likelihood,
            KeyedRandom random,
            SiblingKeys keys) {
        this.ensemble = List.copyOf(ensemble);
        this.priors = List.copyOf(priors);
        this.history = history;
        this.likelihood = likelihood;
        this.random = random;
        this.keys = keys;
        this.stretches = Stretch.of(history, Predictions.days(history));
    }

    /**
     * @param siblings number in all
     * @param pool threads
     * @param progress told the fraction done
     */
    public SiblingCloud sample(int siblings, Parallel pool, DoubleConsumer progress) {
        Rounds rounds = new Rounds(siblings, priors.getFirst().dimension());
        double[][] positions = new double[siblings][];
        double[] logLikelihoods = new double[siblings];
        Predictions predictions = new Predictions(history, siblings);
        List<SiblingCloud.Block> blocks = new ArrayList<>();
        for (int round = 0; round < rounds.count(); round++) {
            Proposal proposal = rounds.proposal(round);
            List<Callable<SiblingCloud.Block>> work = new ArrayList<>();
            for (int[] members : members(rounds.first(round), rounds.end(round))) {
                work.add(() -> simulate(members, proposal, positions, predictions, logLikelihoods));
            }
            blocks.addAll(pool.all(work));
            progress.accept(rounds.end(round) / (double) siblings);
            if (round + 1 < rounds.count()) {
                rounds.learn(round, positions, logLikelihoods);
            }
        }
        return new SiblingCloud(
                blocks,
                predictions,
                Weights.ofLog(rounds.logWeights(siblings, positions, logLikelihoods)),
                Weights.ofLog(rounds.logPriorWeights(siblings, positions)),
                likelihood.spine(),
                spineOffsets(predictions, siblings));
    }

    private double[][] spineOffsets(Predictions predictions, int siblings) {
        double[][] offsets = new double[siblings][];
        for (int i = 0; i < siblings; i++) {
            long key = keys.of(i);
            offsets[i] =
                    likelihood.spineOffsets(predictions, i, scan -> random.uniform(key, 0, Process.MEASUREMENT, scan));
        }
        return offsets;
    }

    /** Siblings of a round, grouped by ensemble member and cut into blocks of like size. */
    private List<int[]> members(int first, int end) {
        List<int[]> blocks = new ArrayList<>();
        int size = ensemble.size();
        for (int member = 0; member < size; member++) {
            int wanted = member;
            int[] all =
                    IntStream.range(first, end).filter(i -> i % size == wanted).toArray();
            int width = ensemble.get(member).engine().blockLanes();
            int cuts = (all.length + width - 1) / width;
            for (int cut = 0; cut < cuts; cut++) {
                blocks.add(Arrays.copyOfRange(all, cut * all.length / cuts, (cut + 1) * all.length / cuts));
            }
        }
        return blocks;
    }

    private SiblingCloud.Block simulate(
            int[] block, Proposal proposal, double[][] positions, Predictions predictions, double[] logLikelihoods) {
        int member = block[0] % ensemble.size();
        PersonPrior prior = priors.get(member);
        Siblings.Builder builder =
                Siblings.builder(block.length, history.sex(), prior.traits(0, new double[prior.dimension()]));
        for (int lane = 0; lane < block.length; lane++) {
            int sibling = block[lane];
            long key = keys.of(sibling);
            positions[sibling] = proposal.draw(new SiblingDraws(random, key));
            double type = random.uniform(key, 0, Process.RECRUITMENT, 0);
            builder.traits(lane, prior.traits(type, positions[sibling]))
                    .key(lane, key)
                    .growth(lane, history.growth());
        }
        Siblings siblings = builder.build();
        Cohort cohort = ensemble.get(member).newborns(siblings);
        cohort.fractures(new FractureMode.Recorded(random, 0));
        live(cohort, predictions.recorder(block));
        predictions.finish(view(cohort), block);
        for (int sibling : block) {
            logLikelihoods[sibling] = likelihood.of(predictions, sibling);
        }
        return new SiblingCloud.Block(member, block, siblings, cohort);
    }

    /** From birth to the day of the plan: by long steps where nothing happens, by days elsewhere. */
    private void live(Cohort cohort, Recorder recorder) {
        boolean read = false;
        for (Stretch stretch : stretches) {
            if (stretch.quiet()) {
                if (!read) {
                    // takes the readings of the first day; a busy stretch before has taken them as its last
                    cohort.advanceTo(stretch.from(), history.past(), recorder);
                }
                passQuietly(cohort, stretch.until());
            } else {
                cohort.advanceTo(stretch.until(), history.past(), recorder);
            }
            read = !stretch.quiet();
        }
    }

    private void passQuietly(Cohort cohort, int until) {
        while (cohort.day() < until) {
            int day = cohort.day();
            int end = Math.min(until, QuietPace.lastsUntil(day));
            cohort.passQuietly(end, history.past(), QuietPace.at(day));
        }
    }

    private static Recorder.LaneView view(Cohort cohort) {
        return new Recorder.LaneView() {
            @Override
            public int lanes() {
                return cohort.lanes();
            }

            @Override
            public double read(Observable observable, int lane) {
                return cohort.read(observable, lane);
            }
        };
    }
}
