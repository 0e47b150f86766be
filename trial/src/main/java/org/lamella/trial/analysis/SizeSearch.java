package org.lamella.trial.analysis;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.OutcomeSink;
import org.lamella.trial.run.PatientOutcome;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.Proportions;

/**
 * Finds how many patients a trial needs. A larger trial begins with the same people, so one run of many patients answers
 * every smaller size, with the same chance events. The primary endpoint is looked at while patients arrive, at sizes that
 * rise by one patient or 2 %, whichever is more; sums and counts of the replicate under way are all that is kept, so memory
 * does not grow with patients or replicates.
 */
public final class SizeSearch implements OutcomeSink {
    private static final int FEWEST = 4;
    private static final int STEPS_PER_SIZE = 50;

    private final Analyst analyst;
    private final double target;
    private final TreeMap<Integer, Integer> significant = new TreeMap<>();
    private Question question;
    private int[] sizes = {};
    private int nextSize;
    private int enrolled;
    private int replicate;
    private int replicates;

    /**
     * What was found.
     *
     * @param patients smallest number from which on the estimated power reaches the target; 0 when none did
     * @param low smallest number whose interval reaches up to the target; 0 when none did
     * @param high smallest number from which on the whole interval lies above the target; 0 when none did
     * @param power estimated power with Wilson's interval of every size that was looked at
     */
    public record Found(int patients, int low, int high, Map<Integer, Effect> power) {}

    /**
     * @param protocol a trial with two or more arms; the last one is compared with the first
     * @param target power wanted, between 0 and 1
     */
    public SizeSearch(Protocol protocol, double target) {
        this.analyst = new Analyst(protocol);
        this.target = target;
        this.question = analyst.primaryQuestion();
        if (protocol.arms().size() < 2 || !(target > 0.05 && target < 1)) {
            throw new IllegalArgumentException("sample size: found a power of " + target + " and "
                    + protocol.arms().size()
                    + " arms, accepted are a power above 0.05 and below 1, and two or more arms");
        }
    }

    /** Forgets what was seen, before a run with so many patients. */
    public void begin(int patients) {
        significant.clear();
        for (int n = Math.min(FEWEST, patients); n < patients; n += Math.max(1, n / STEPS_PER_SIZE)) {
            significant.put(n, 0);
        }
        significant.put(patients, 0);
        sizes = significant.keySet().stream().mapToInt(Integer::intValue).toArray();
        replicate = 0;
        replicates = 0;
        beginReplicate();
    }

    private void beginReplicate() {
        question = analyst.primaryQuestion();
        nextSize = 0;
        enrolled = 0;
    }

    @Override
    public void accept(PatientOutcome outcome) {
        if (outcome.replicate() != replicate) {
            endReplicate();
            replicate = outcome.replicate();
        }
        while (nextSize < sizes.length && outcome.number() >= sizes[nextSize]) {
            look();
        }
        question.add(PatientSummary.of(analyst.protocol(), outcome));
        enrolled = outcome.number() + 1;
    }

    private void look() {
        boolean found = PowerTally.significant(
                analyst.primaryResult(question).comparisons().getLast());
        significant.merge(sizes[nextSize++], found ? 1 : 0, Integer::sum);
    }

    /** A replicate that was stopped early does not count. */
    private void endReplicate() {
        while (nextSize < sizes.length && enrolled >= sizes[nextSize]) {
            look();
        }
        if (enrolled > 0) {
            replicates++;
        }
        beginReplicate();
    }

    private Effect share(int hits) {
        return Proportions.wilson(hits, replicates);
    }

    /** True when the power of all patients, its whole interval included, reaches the target; call after the run. */
    public boolean largeEnough() {
        endReplicate();
        return replicates > 0 && share(significant.lastEntry().getValue()).low() >= target;
    }

    /** The sizes that were looked at, and where power reaches the target; call after the run. */
    public Found find() {
        endReplicate();
        TreeMap<Integer, Effect> power = new TreeMap<>();
        significant.forEach((n, hits) -> power.put(n, share(hits)));
        int low = power.entrySet().stream()
                .filter(e -> e.getValue().high() >= target)
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
        return new Found(
                from(power, Effect::estimate, v -> v >= target),
                low,
                from(power, Effect::low, v -> v >= target),
                power);
    }

    /** Smallest size at which, and at all larger ones, something holds; 0 when it does not hold at the largest. */
    private static int from(TreeMap<Integer, Effect> power, ToDoubleFunction<Effect> what, DoublePredicate holds) {
        int smallest = 0;
        for (Map.Entry<Integer, Effect> size : power.descendingMap().entrySet()) {
            if (!holds.test(what.applyAsDouble(size.getValue()))) {
                break;
            }
            smallest = size.getKey();
        }
        return smallest;
    }
}
