package org.lamella.trial.analysis;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Randomisation;
import org.lamella.trial.statistics.Ancova;
import org.lamella.trial.statistics.Bivariate;
import org.lamella.trial.statistics.Moments;
import org.lamella.trial.statistics.RepeatedMeasures;

/** Mean change of a measured quantity from enrolment to a visit. */
final class ChangeQuestion implements Question {
    private static final int COVARIATES = 3;

    private final Endpoint.Change endpoint;
    private final int at;
    private final boolean paired;
    private final RepeatedMeasures.@Nullable Structure repeated;
    private final Moments[] changes;
    private final Bivariate[] withBaseline;
    private final Moments[] differences;
    private final RepeatedMeasures[] models;
    private final Partner partner = new Partner();
    private double centre = Double.NaN;
    private int visits;

    /**
     * @param protocol the trial
     * @param endpoint the question
     * @param at place of the endpoint in the protocol
     */
    ChangeQuestion(Protocol protocol, Endpoint.Change endpoint, int at) {
        int arms = protocol.arms().size();
        this.endpoint = endpoint;
        this.at = at;
        this.paired = protocol.randomisation().method() == Randomisation.Method.PAIRED;
        this.repeated = protocol.analysis().repeatedMeasuresIfAny().orElse(null);
        this.changes = new Moments[arms];
        this.withBaseline = new Bivariate[arms];
        this.differences = new Moments[arms];
        this.models = new RepeatedMeasures[arms];
        for (int a = 0; a < arms; a++) {
            changes[a] = new Moments();
            withBaseline[a] = new Bivariate();
            differences[a] = new Moments();
        }
    }

    /** Change of one patient from enrolment to the visit of the endpoint, in percent or in the unit of the quantity. */
    static double change(PatientSummary p, int e, boolean percent) {
        return change(p.values()[e][0], p.values()[e][1], percent);
    }

    private static double change(double base, double value, boolean percent) {
        return percent ? 100 * (value / base - 1) : value - base;
    }

    @Override
    public String sentence() {
        String unit = endpoint.percent() ? "%" : endpoint.quantity().unit();
        return "Change of " + endpoint.quantity().label() + " at " + endpoint.at() + " (" + unit + ")";
    }

    @Override
    public void add(PatientSummary p) {
        double change = change(p, at, endpoint.percent());
        if (!Double.isNaN(change)) {
            changes[p.arm()].add(change);
            withBaseline[p.arm()].add(p.values()[at][0], change);
        }
        if (paired) {
            PatientSummary control = partner.of(p);
            double other = control == null ? Double.NaN : change(control, at, endpoint.percent());
            if (!Double.isNaN(change) && !Double.isNaN(other)) {
                differences[p.arm()].add(change - other);
            }
        } else if (repeated != null) {
            addVisits(p.arm(), p.values()[at]);
        }
    }

    /** All visits up to the endpoint; means and effects of arm and value at enrolment at each of them. */
    private void addVisits(int arm, double[] values) {
        if (models.length < 2 || Double.isNaN(values[0])) {
            return;
        }
        if (Double.isNaN(centre)) {
            // any centre gives the same effect; one of the values themselves keeps the sums well conditioned
            centre = values[0];
            visits = values.length - 2;
            for (int a = 1; a < models.length; a++) {
                models[a] = RepeatedMeasures.everyVisit(visits, COVARIATES);
            }
        }
        double[] seen = new double[visits];
        for (int v = 0; v < visits; v++) {
            seen[v] = change(values[0], values[2 + v], endpoint.percent());
        }
        double[] covariates = {1, arm == 0 ? 0 : 1, values[0] - centre};
        for (int a = 1; a < models.length; a++) {
            if (arm == 0 || arm == a) {
                models[a].add(covariates, seen);
            }
        }
    }

    @Override
    public ArmSummary summary(int arm) {
        return new ArmSummary("", (int) changes[arm].n(), changes[arm].effect(), changes[arm].sd());
    }

    @Override
    public Estimate contrast(int arm) {
        if (paired) {
            return new Estimate("difference", "paired within virtual patients", differences[arm].effect());
        }
        if (repeated != null) {
            if (visits == 0) {
                throw new ArithmeticException("repeated measures: no patients");
            }
            String form = repeated.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return new Estimate(
                    "difference",
                    "mixed model of all " + visits + " visits, " + form + " covariance",
                    models[arm]
                            .fit(repeated, RepeatedMeasures.Likelihood.RESTRICTED)
                            .atVisit(visits - 1, 1, COVARIATES));
        }
        return new Estimate(
                "difference",
                "analysis of covariance on the value at enrolment",
                Ancova.of(withBaseline[0], withBaseline[arm]).difference());
    }
}
