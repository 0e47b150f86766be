package org.lamella.trial.analysis;

import java.util.Locale;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Randomisation;
import org.lamella.trial.statistics.CrossoverSums;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.Moments;

/** Change of a measured quantity over the two periods of a crossover, compared within patients. */
final class CrossoverQuestion implements Question {
    private final Endpoint.Crossover endpoint;
    private final int at;
    private final boolean paired;
    private final CrossoverSums sums = new CrossoverSums();
    private final Moments[] underTreatment = {new Moments(), new Moments()};
    private final Moments[] differences = {new Moments(), new Moments()};
    private final Partner partner = new Partner();

    /**
     * @param protocol a trial whose two arms change places
     * @param endpoint the question
     * @param at place of the endpoint in the protocol
     */
    CrossoverQuestion(Protocol protocol, Endpoint.Crossover endpoint, int at) {
        this.endpoint = endpoint;
        this.at = at;
        this.paired = protocol.randomisation().method() == Randomisation.Method.PAIRED;
    }

    @Override
    public String sentence() {
        String unit = endpoint.percent() ? "%" : endpoint.quantity().unit();
        return "Change of " + endpoint.quantity().label() + " over a period of the crossover, until " + endpoint.at()
                + " and from " + endpoint.second() + " until " + endpoint.until() + " (" + unit + ")";
    }

    private double change(PatientSummary p, int period) {
        double base = p.values()[at][2 * period];
        double value = p.values()[at][2 * period + 1];
        return endpoint.percent() ? 100 * (value / base - 1) : value - base;
    }

    @Override
    public void add(PatientSummary p) {
        double first = change(p, 0);
        double second = change(p, 1);
        PatientSummary other = paired ? partner.of(p) : null;
        if (other != null) {
            // the same virtual patient in the other order: each period holds both treatments
            double difference = (first - change(other, 0) - second + change(other, 1)) / 2;
            if (!Double.isNaN(difference)) {
                differences[1].add(difference);
            }
        }
        if (!Double.isNaN(first) && !Double.isNaN(second)) {
            sums.add(p.arm(), first, second);
            underTreatment[p.arm()].add(first);
            underTreatment[1 - p.arm()].add(second);
        }
    }

    /** Both periods in which the treatment of the arm was given. */
    @Override
    public ArmSummary summary(int arm) {
        Moments m = underTreatment[arm];
        return new ArmSummary("", (int) m.n(), m.effect(), m.sd());
    }

    @Override
    public Estimate contrast(int arm) {
        if (paired) {
            return new Estimate("difference", "paired within virtual patients", differences[1].effect());
        }
        Effect carryOver = sums.carryOver();
        return new Estimate(
                "difference",
                String.format(
                        Locale.ROOT,
                        "crossover within patients, periods taken out (Hills and Armitage); unequal carry-over p %.2f",
                        carryOver.pValue()),
                sums.treatment());
    }
}
