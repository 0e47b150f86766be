package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.lamella.trial.protocol.AnalysisPlan;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.statistics.Ancova;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.Means;
import org.lamella.trial.statistics.Proportions;
import org.lamella.trial.statistics.RepeatedMeasures;

/**
 * Questions about the change of a measured quantity.
 *
 * @param plan how changes are analysed
 * @param paired true when every virtual patient is in every arm
 */
record ChangeQuestions(AnalysisPlan plan, boolean paired) {
    private static final int COVARIATES = 3;

    /** Change of one patient from enrolment to the visit of the endpoint, in percent or in the unit of the quantity. */
    static double change(PatientSummary p, int e, boolean percent) {
        return change(p.values()[e][0], p.values()[e][1], percent);
    }

    private static double change(double base, double value, boolean percent) {
        return percent ? 100 * (value / base - 1) : value - base;
    }

    Estimate.Answer change(Endpoint.Change c, int e) {
        ToDoubleFunction<PatientSummary> of = p -> change(p, e, c.percent());
        String unit = c.percent() ? "%" : c.quantity().unit();
        return new Estimate.Answer(
                "Change of " + c.quantity().label() + " at " + c.at() + " (" + unit + ")",
                group -> {
                    double[] values = Groups.finite(group, of);
                    return new ArmSummary("", values.length, Means.of(values), Means.sd(values));
                },
                (control, treated) -> {
                    if (paired) {
                        return new Estimate(
                                "difference",
                                "paired within virtual patients",
                                Means.of(Groups.pairs(control, treated, of)));
                    }
                    if (plan.repeatedMeasuresIfAny().isPresent()) {
                        return repeated(
                                control,
                                treated,
                                e,
                                c,
                                plan.repeatedMeasuresIfAny().get());
                    }
                    return new Estimate(
                            "difference",
                            "analysis of covariance on the value at enrolment",
                            ancova(control, treated, e, of));
                });
    }

    /** All visits up to the endpoint; means and effects of arm and value at enrolment at each of them. */
    private static Estimate repeated(
            List<PatientSummary> control,
            List<PatientSummary> treated,
            int e,
            Endpoint.Change c,
            RepeatedMeasures.Structure structure) {
        List<PatientSummary> both = Groups.both(control, treated);
        int visits = both.getFirst().values()[e].length - 2;
        double[][] arm = Groups.armColumn(both, treated);
        double centre = Means.mean(both.stream()
                .mapToDouble(p -> p.values()[e][0])
                .filter(v -> !Double.isNaN(v))
                .toArray());
        RepeatedMeasures model = RepeatedMeasures.everyVisit(visits, COVARIATES);
        for (int i = 0; i < both.size(); i++) {
            double[] values = both.get(i).values()[e];
            double[] changes = new double[visits];
            for (int v = 0; v < visits; v++) {
                changes[v] = change(values[0], values[2 + v], c.percent());
            }
            if (!Double.isNaN(values[0])) {
                model.add(new double[] {1, arm[i][0], values[0] - centre}, changes);
            }
        }
        Effect effect =
                model.fit(structure, RepeatedMeasures.Likelihood.RESTRICTED).atVisit(visits - 1, 1, COVARIATES);
        String form = structure.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Estimate("difference", "mixed model of all " + visits + " visits, " + form + " covariance", effect);
    }

    private static Effect ancova(
            List<PatientSummary> control, List<PatientSummary> treated, int e, ToDoubleFunction<PatientSummary> of) {
        List<PatientSummary> both = new ArrayList<>(Groups.both(control, treated));
        both.removeIf(p -> Double.isNaN(of.applyAsDouble(p)));
        double[][] column = Groups.armColumn(both, treated);
        boolean[] arm = new boolean[both.size()];
        double[] y = new double[arm.length];
        double[] base = new double[arm.length];
        for (int i = 0; i < arm.length; i++) {
            arm[i] = column[i][0] == 1;
            y[i] = of.applyAsDouble(both.get(i));
            base[i] = both.get(i).values()[e][0];
        }
        return Ancova.fit(y, base, arm).difference();
    }

    Estimate.Answer responder(Endpoint.Responder r, int e) {
        ToDoubleFunction<PatientSummary> hit = p -> {
            double change = change(p, e, r.percent());
            return Double.isNaN(change) ? Double.NaN : change >= r.atLeast() ? 1 : 0;
        };
        String unit = r.percent() ? "%" : r.quantity().unit();
        return new Estimate.Answer(
                String.format(
                        Locale.ROOT,
                        "Share with %s up by at least %s %s at %s",
                        r.quantity().label(),
                        r.atLeast(),
                        unit,
                        r.at()),
                group -> {
                    double[] values = Groups.finite(group, hit);
                    return new ArmSummary(
                            "",
                            values.length,
                            Proportions.wilson(Groups.sum(values), Math.max(1, values.length)),
                            Double.NaN);
                },
                (control, treated) -> {
                    if (paired) {
                        return new Estimate(
                                "difference",
                                "paired within virtual patients",
                                Means.of(Groups.pairs(control, treated, hit)));
                    }
                    double[] a = Groups.finite(treated, hit);
                    double[] b = Groups.finite(control, hit);
                    return new Estimate(
                            "difference",
                            "Newcombe interval, score test",
                            Proportions.difference(Groups.sum(a), a.length, Groups.sum(b), b.length));
                });
    }
}
