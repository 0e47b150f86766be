package org.lamella.trial.qualify;

import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.OutcomeSink;
import org.lamella.trial.run.PatientOutcome;
import org.lamella.trial.statistics.Effect;

/**
 * Percentage change of the mean of each arm: 100 (mean after / mean before - 1) over those who have both. A mean of
 * individual percentages is ruled by those who start near zero; publications mostly tell what happened to the group.
 */
final class GroupMeans implements OutcomeSink {
    private static final double Z95 = 1.959963984540054;

    private final int measurement;
    private final int visit;
    private final int arms;
    private final long[] n;
    /** Sums of before, after, before squared, after squared, and their product. */
    private final double[][] sums;

    private GroupMeans(Protocol protocol, int measurement, int visit) {
        this.measurement = measurement;
        this.visit = visit;
        this.arms = protocol.arms().size();
        this.n = new long[arms];
        this.sums = new double[arms][5];
    }

    static GroupMeans of(Protocol protocol, Endpoint.Change change) {
        for (int m = 0; m < protocol.measurements().size(); m++) {
            Measurement measured = protocol.measurements().get(m);
            if (measured.quantity() == change.quantity()) {
                return new GroupMeans(protocol, m, measured.visits().indexOf(change.at()));
            }
        }
        throw new IllegalStateException("the protocol was checked: " + change.quantity() + " is measured");
    }

    @Override
    public void accept(PatientOutcome o) {
        double before = o.measured()[measurement][0];
        double after = o.measured()[measurement][visit];
        if (o.arm() >= arms || Double.isNaN(before) || Double.isNaN(after)) {
            return;
        }
        n[o.arm()]++;
        double[] s = sums[o.arm()];
        s[0] += before;
        s[1] += after;
        s[2] += before * before;
        s[3] += after * after;
        s[4] += before * after;
    }

    /** Change of the mean of one arm in percent, with the delta-method error of a ratio of paired means. */
    Effect change(int arm) {
        double[] s = sums[arm];
        double ratio = s[1] / s[0];
        double mean = s[0] / n[arm];
        double squares = (s[3] - 2 * ratio * s[4] + ratio * ratio * s[2]) / Math.max(1, n[arm] - 1);
        double error = 100 * Math.sqrt(Math.max(squares, 0) / n[arm]) / mean;
        double value = 100 * (ratio - 1);
        return new Effect(value, error, value - Z95 * error, value + Z95 * error, Double.NaN);
    }
}
