package org.lamella.trial.analysis;

import java.util.Locale;
import org.lamella.patient.measure.Age;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Randomisation;
import org.lamella.trial.statistics.CountRegression;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.Means;
import org.lamella.trial.statistics.RecurrentEvents;
import org.lamella.trial.statistics.RecurrentRateRatio;

/** Fractures of a kind per patient-year. */
final class FractureRateQuestion implements Question {
    private final Endpoint.FractureRate endpoint;
    private final boolean paired;
    private final CountsOverTime[] counts;
    private final CrossSums[] pairs;
    private final RecurrentEvents[] recurrent;
    private final Partner partner = new Partner();

    FractureRateQuestion(Protocol protocol, Endpoint.FractureRate endpoint) {
        int arms = protocol.arms().size();
        this.endpoint = endpoint;
        this.paired = protocol.randomisation().method() == Randomisation.Method.PAIRED;
        this.counts = new CountsOverTime[arms];
        this.pairs = new CrossSums[arms];
        this.recurrent = new RecurrentEvents[arms];
        for (int a = 0; a < arms; a++) {
            counts[a] = new CountsOverTime();
            pairs[a] = new CrossSums(4);
            recurrent[a] = new RecurrentEvents();
        }
    }

    /** Counted fractures of one patient in the window of an endpoint. */
    static int count(PatientSummary p, Endpoint.FractureRate f) {
        return p.count(f.fractures(), f.from().days(), Math.min(f.until().days(), p.lastDay()));
    }

    /** Observed days of one patient in the window of an endpoint. */
    static int days(PatientSummary p, Endpoint.FractureRate f) {
        return Math.max(0, Math.min(f.until().days(), p.lastDay()) - f.from().days());
    }

    @Override
    public String sentence() {
        return "Fractures (" + endpoint.fractures().inWords() + ") per patient-year"
                + (endpoint.from().days() > 0 ? " from " + endpoint.from() : "") + " until " + endpoint.until();
    }

    @Override
    public void add(PatientSummary p) {
        int count = count(p, endpoint);
        int days = days(p, endpoint);
        counts[p.arm()].add(count, days);
        if (days > 0 && endpoint.method() == Endpoint.CountMethod.ANDERSEN_GILL) {
            recurrent[p.arm()].add(
                    days, p.days(endpoint.fractures(), endpoint.from().days(), days));
        }
        PatientSummary control = paired ? partner.of(p) : null;
        if (control != null) {
            pairs[p.arm()].add(
                    count,
                    days / Age.DAYS_PER_YEAR,
                    count(control, endpoint),
                    days(control, endpoint) / Age.DAYS_PER_YEAR);
        }
    }

    @Override
    public ArmSummary summary(int arm) {
        return new ArmSummary("", counts[arm].patients(), counts[arm].rate(), Double.NaN);
    }

    @Override
    public Estimate contrast(int arm) {
        if (paired) {
            return new Estimate("rate ratio", "ratio of rates, variance robust within virtual patients", ratio(arm));
        }
        if (endpoint.method() == Endpoint.CountMethod.ANDERSEN_GILL) {
            return new Estimate(
                    "rate ratio",
                    "Andersen-Gill (Efron), variance robust within patients",
                    RecurrentRateRatio.of(recurrent[0], recurrent[arm]));
        }
        CountsOverTime.Rows rows = CountsOverTime.rows(counts[0], counts[arm]);
        CountRegression.Fit fit =
                CountRegression.negativeBinomial(rows.count(), rows.years(), rows.arm(), rows.alike());
        return new Estimate(
                "rate ratio",
                Double.isInfinite(fit.theta())
                        ? "Poisson (counts not over-dispersed)"
                        : String.format(Locale.ROOT, "negative binomial, theta %.2f", fit.theta()),
                fit.rateRatio(0));
    }

    /** Ratio of the rates of two arms of the same virtual patients. */
    private Effect ratio(int arm) {
        CrossSums sums = pairs[arm];
        double events = sums.sum(0);
        double years = sums.sum(1);
        double controlEvents = sums.sum(2);
        double controlYears = sums.sum(3);
        if (events == 0 || controlEvents == 0) {
            throw new ArithmeticException("an arm without events has no rate ratio");
        }
        double variance = sums.square(1 / events, -1 / years, -1 / controlEvents, 1 / controlYears);
        return Means.onLogScale(events / years / (controlEvents / controlYears), StrictMath.sqrt(variance));
    }
}
