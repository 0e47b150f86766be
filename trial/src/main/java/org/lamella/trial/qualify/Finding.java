package org.lamella.trial.qualify;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.statistics.Effect;

/**
 * One comparison after the run.
 *
 * @param study study
 * @param role what the study may be used for
 * @param what in words
 * @param predicted prediction with the interval of the simulation
 * @param errors what may keep the figure from the prediction
 * @param low lower end of the 90 % interval for the figure of such a study, published or still unread, see {@link Intervals};
 *     or not a number
 * @param high upper end
 * @param observed published figure, or null when it stays open
 * @param source page of the published figure; empty when open
 * @param scale how they are compared
 * @param error fold or difference; not a number when open, infinite for opposite signs on the fold scale
 * @param limit largest accepted
 * @param note why there is no prediction; may be empty
 */
public record Finding(
        String study,
        Protocol.Role role,
        String what,
        Effect predicted,
        Intervals.Errors errors,
        double low,
        double high,
        @Nullable Double observed,
        String source,
        QualificationPlan.Scale scale,
        double error,
        double limit,
        String note) {
    public Optional<Double> observedIfAny() {
        return Optional.ofNullable(observed);
    }

    /** The same with another interval. */
    Finding with(double newLow, double newHigh) {
        return new Finding(
                study, role, what, predicted, errors, newLow, newHigh, observed, source, scale, error, limit, note);
    }

    /** True when the study may be used for fitting. */
    boolean maySetParameters() {
        return role == Protocol.Role.CALIBRATE || role == Protocol.Role.CALIBRATE_BMD_ONLY;
    }

    /** True when an observation exists and lies within the limit. */
    public boolean met() {
        return observed != null && error <= limit;
    }

    /** True when it counts for the fold errors. */
    public boolean folded() {
        return observed != null && scale != QualificationPlan.Scale.DIFFERENCE;
    }

    /** Fold or difference of a prediction and an observation. */
    static double error(QualificationPlan.Scale scale, double predicted, double observed) {
        return switch (scale) {
            case DIFFERENCE -> Math.abs(predicted - observed);
            case FOLD -> fold(predicted, observed);
            case LEVEL -> fold(100 + predicted, 100 + observed);
        };
    }

    private static double fold(double a, double b) {
        if (!(a * b > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(a / b, b / a);
    }

    /** A row of the table; numbers as they are printed. */
    String csv() {
        return String.join(
                ",",
                study,
                role.name(),
                "\"" + what.replace("\"", "\"\"") + "\"",
                number(predicted.estimate()),
                number(predicted.low()),
                number(predicted.high()),
                number(low),
                number(high),
                observed == null ? "" : number(observed),
                scale.name(),
                number(error),
                number(limit),
                observed == null ? "open" : met() ? "met" : "not met",
                "\"" + source + "\"");
    }

    static String number(double value) {
        return Double.isNaN(value) ? "" : Double.isInfinite(value) ? "Inf" : String.format(Locale.ROOT, "%.4g", value);
    }
}
