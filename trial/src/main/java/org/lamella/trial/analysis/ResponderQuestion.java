package org.lamella.trial.analysis;

import java.util.Locale;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Randomisation;
import org.lamella.trial.statistics.Moments;
import org.lamella.trial.statistics.Proportions;

/** Share of patients whose quantity rises by at least so much. */
final class ResponderQuestion implements Question {
    private final Endpoint.Responder endpoint;
    private final int at;
    private final boolean paired;
    private final int[] hits;
    private final int[] of;
    private final Moments[] differences;
    private final Partner partner = new Partner();

    ResponderQuestion(Protocol protocol, Endpoint.Responder endpoint, int at) {
        int arms = protocol.arms().size();
        this.endpoint = endpoint;
        this.at = at;
        this.paired = protocol.randomisation().method() == Randomisation.Method.PAIRED;
        this.hits = new int[arms];
        this.of = new int[arms];
        this.differences = new Moments[arms];
        for (int a = 0; a < arms; a++) {
            differences[a] = new Moments();
        }
    }

    /** 1 for a responder, 0 for another, not a number when not measured. */
    static double hit(PatientSummary p, Endpoint.Responder r, int e) {
        double change = ChangeQuestion.change(p, e, r.percent());
        return Double.isNaN(change) ? Double.NaN : change >= r.atLeast() ? 1 : 0;
    }

    @Override
    public String sentence() {
        String unit = endpoint.percent() ? "%" : endpoint.quantity().unit();
        return String.format(
                Locale.ROOT,
                "Share with %s up by at least %s %s at %s",
                endpoint.quantity().label(),
                endpoint.atLeast(),
                unit,
                endpoint.at());
    }

    @Override
    public void add(PatientSummary p) {
        double hit = hit(p, endpoint, at);
        PatientSummary control = paired ? partner.of(p) : null;
        if (Double.isNaN(hit)) {
            return;
        }
        of[p.arm()]++;
        hits[p.arm()] += (int) hit;
        double other = control == null ? Double.NaN : hit(control, endpoint, at);
        if (!Double.isNaN(other)) {
            differences[p.arm()].add(hit - other);
        }
    }

    @Override
    public ArmSummary summary(int arm) {
        return new ArmSummary("", of[arm], Proportions.wilson(hits[arm], Math.max(1, of[arm])), Double.NaN);
    }

    @Override
    public Estimate contrast(int arm) {
        return paired
                ? new Estimate("difference", "paired within virtual patients", differences[arm].effect())
                : new Estimate(
                        "difference",
                        "Newcombe interval, score test",
                        Proportions.difference(hits[arm], of[arm], hits[0], of[0]));
    }
}
