package org.lamella.trial.analysis;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.Means;

/** Event rates with variances that allow for differences between patients. */
final class Rates {
    private Rates() {}

    /** Events per year with an interval on the log scale; variance summed over patients. */
    static Effect rate(
            List<PatientSummary> group,
            ToDoubleFunction<PatientSummary> count,
            ToDoubleFunction<PatientSummary> years) {
        double events = group.stream().mapToDouble(count).sum();
        double time = group.stream().mapToDouble(years).sum();
        double rate = events / time;
        if (events == 0) {
            return new Effect(0, 0, 0, 0, Double.NaN);
        }
        double variance = 0;
        for (PatientSummary p : group) {
            double u = (count.applyAsDouble(p) - rate * years.applyAsDouble(p)) / events;
            variance += u * u;
        }
        return Means.onLogScale(rate, StrictMath.sqrt(variance));
    }

    /** Ratio of the rates of two arms of the same virtual patients, in the same order. */
    static Effect pairedRatio(
            List<PatientSummary> control,
            List<PatientSummary> treated,
            ToDoubleFunction<PatientSummary> count,
            ToDoubleFunction<PatientSummary> years) {
        double a = treated.stream().mapToDouble(count).sum();
        double b = control.stream().mapToDouble(count).sum();
        if (a == 0 || b == 0) {
            throw new ArithmeticException("an arm without events has no rate ratio");
        }
        double rateA = a / treated.stream().mapToDouble(years).sum();
        double rateB = b / control.stream().mapToDouble(years).sum();
        double variance = 0;
        for (int i = 0; i < control.size(); i++) {
            PatientSummary t = treated.get(i);
            PatientSummary c = control.get(i);
            double u = (count.applyAsDouble(t) - rateA * years.applyAsDouble(t)) / a
                    - (count.applyAsDouble(c) - rateB * years.applyAsDouble(c)) / b;
            variance += u * u;
        }
        return Means.onLogScale(rateA / rateB, StrictMath.sqrt(variance));
    }
}
