package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.OutcomeSink;
import org.lamella.trial.run.PatientOutcome;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.Proportions;

/**
 * Finds how many patients a trial needs. A larger trial begins with the same people, so one run of many patients answers
 * every smaller size, with the same chance events: power rises smoothly, and the search by halving is sound.
 */
public final class SizeSearch implements OutcomeSink {
    private static final int FEWEST = 4;

    private final Protocol protocol;
    private final Analyst analyst;
    private final double target;
    private final Map<Integer, List<PatientSummary>> replicates = new TreeMap<>();
    private final Map<Integer, Effect> power = new TreeMap<>();
    private int most;

    /**
     * What was found.
     *
     * @param patients smallest number whose estimated power reaches the target; 0 when none did
     * @param low smallest number whose interval reaches up to the target
     * @param high smallest number whose whole interval lies above the target; 0 when none did
     * @param power estimated power with Wilson's interval of every size that was looked at
     */
    public record Found(int patients, int low, int high, Map<Integer, Effect> power) {}

    /**
     * @param protocol a trial with two or more arms; the last one is compared with the first
     * @param target power wanted, between 0 and 1
     */
    public SizeSearch(Protocol protocol, double target) {
        this.protocol = protocol;
        this.analyst = new Analyst(protocol);
        this.target = target;
        if (protocol.arms().size() < 2 || !(target > 0.05 && target < 1)) {
            throw new IllegalArgumentException("sample size: found a power of " + target + " and "
                    + protocol.arms().size()
                    + " arms, accepted are a power above 0.05 and below 1, and two or more arms");
        }
    }

    /** Forgets the patients, before a larger run. */
    public void clear() {
        replicates.clear();
        power.clear();
        most = 0;
    }

    @Override
    public void accept(PatientOutcome outcome) {
        replicates
                .computeIfAbsent(outcome.replicate(), r -> new ArrayList<>())
                .add(PatientSummary.of(protocol, outcome));
        most = Math.max(most, outcome.number() + 1);
    }

    /** Power with so many patients, at most as many as were run. */
    public Effect powerAt(int patients) {
        return power.computeIfAbsent(patients, n -> {
            int hits = 0;
            for (List<PatientSummary> replicate : replicates.values()) {
                List<PatientSummary> first =
                        replicate.stream().filter(p -> p.number() < n).toList();
                hits += PowerTally.significant(
                                analyst.primary(first).comparisons().getLast())
                        ? 1
                        : 0;
            }
            return Proportions.wilson(hits, replicates.size());
        });
    }

    /** True when the power of all patients, its whole interval included, reaches the target. */
    public boolean largeEnough() {
        return powerAt(most).low() >= target;
    }

    /** Halves the range until the size is found. */
    public Found find() {
        int patients = smallest(n -> powerAt(n).estimate() >= target);
        int low = smallest(n -> powerAt(n).high() >= target);
        int high = smallest(n -> powerAt(n).low() >= target);
        return new Found(patients, low, high, new TreeMap<>(power));
    }

    /** A property of a size that larger sizes have too. */
    private interface Reached {
        boolean by(int patients);
    }

    private int smallest(Reached reached) {
        if (!reached.by(most)) {
            return 0;
        }
        int no = FEWEST - 1;
        int yes = most;
        while (yes - no > Math.max(1, yes / 100)) {
            int middle = (no + yes) / 2;
            if (reached.by(middle)) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        return yes;
    }
}
