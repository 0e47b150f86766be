package org.lamella.twin.cloud;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lamella.twin.ObservationErrors;
import org.lamella.twin.ObservationFit;
import org.lamella.twin.history.FractureWindow;
import org.lamella.twin.history.History;
import org.lamella.twin.history.MeasuredValue;
import org.lamella.twin.likelihood.SeriesError;
import org.lamella.twin.weight.WeightedQuantiles;
import org.lamella.twin.weight.Weights;

/**
 * Holds the record against the siblings, before and after weighting, and says where they disagree. The surprise of a
 * value is the two-sided probability, under the siblings and the error of measurement, of one at least as extreme.
 */
public final class Agreement {
    private static final double SURPRISING_FOR_TYPE = 0.01;
    private static final double NOT_EXPLAINED = 0.05;

    private final History history;
    private final ObservationErrors errors;
    private final SiblingCloud cloud;
    private final List<ObservationFit> fits = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();

    public Agreement(History history, ObservationErrors errors, SiblingCloud cloud, LocalDate asOf) {
        this.history = history;
        this.errors = errors;
        this.cloud = cloud;
        for (int m = 0; m < history.values().size(); m++) {
            value(
                    history.values().get(m),
                    cloud.predictions().of(m),
                    cloud.scale().scans().indexOf(m));
        }
        level();
        history.fractures().ifPresent(window -> fractures(window, asOf));
    }

    /** Measured values beside the siblings, in order of date; the fracture history last. */
    public List<ObservationFit> fits() {
        return List.copyOf(fits);
    }

    /** Plain sentences about values that the type does not expect or the siblings do not explain. */
    public List<String> conflicts() {
        return List.copyOf(conflicts);
    }

    private void value(MeasuredValue value, double[] predicted, int scan) {
        double[] scanned = predicted;
        SeriesError error = value.kind().error(errors);
        if (scan >= 0) {
            scanned = plus(predicted, cloud.spineOffsets(), scan);
            error = new SeriesError(error.own(), 0);
        }
        fits.add(new ObservationFit(
                value.date(),
                value.label(),
                value.kind().unit(),
                value.value(),
                WeightedQuantiles.of(scanned, cloud.posterior()).estimate(),
                WeightedQuantiles.of(predicted, cloud.prior()).estimate()));
        tell(
                value.label() + " of " + value.date(),
                surprise(value, predicted, value.kind().error(errors), cloud.prior()),
                surprise(value, scanned, error, cloud.posterior()));
    }

    private static double[] plus(double[] values, double[][] offsets, int scan) {
        double[] sum = new double[values.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = values[i] + offsets[i][scan];
        }
        return sum;
    }

    /** Says so when siblings alone do not reach the level of the scans, and the forecast had to be moved to it. */
    private void level() {
        int last = cloud.scale().scans().size() - 1;
        if (last < 0) {
            return;
        }
        double mean = 0;
        for (int i = 0; i < cloud.spineOffsets().length; i++) {
            mean += cloud.posterior().of(i) * cloud.spineOffsets()[i][last];
        }
        if (Math.abs(mean) > errors.spineZ().shared()) {
            conflicts.add(String.format(
                    Locale.ROOT,
                    "The siblings lie %.1f SD %s the measured spine Z-scores of this patient, more than scanner and"
                            + " reference usually explain. The forecast is moved to the measured level; trust its"
                            + " changes more than its level, and its changes less than usual.",
                    Math.abs(mean),
                    mean > 0 ? "below" : "above"));
        }
    }

    private double surprise(MeasuredValue value, double[] predicted, SeriesError error, Weights weights) {
        double below = 0;
        for (int i = 0; i < predicted.length; i++) {
            if (weights.of(i) > 0) {
                below += weights.of(i)
                        * error.cumulative(
                                value.kind().scaled(value.value()), value.kind().scaled(predicted[i]));
            }
        }
        return 2 * Math.min(below, 1 - below);
    }

    private void fractures(FractureWindow window, LocalDate asOf) {
        double[] expected = cloud.predictions().expectedFractures();
        int observed = window.fractures().size();
        fits.add(new ObservationFit(
                asOf,
                "limb fractures from " + asOf.minusDays(history.asOfDay() - (long) window.fromDay()),
                "fractures",
                observed,
                WeightedQuantiles.of(expected, cloud.posterior()).estimate(),
                WeightedQuantiles.of(expected, cloud.prior()).estimate()));
        tell(
                "The number of limb fractures (" + observed + ")",
                countSurprise(observed, expected, cloud.prior()),
                countSurprise(observed, expected, cloud.posterior()));
    }

    private double countSurprise(int observed, double[] expected, Weights weights) {
        double atMost = 0;
        double below = 0;
        for (int i = 0; i < expected.length; i++) {
            double mean = errors.recordedShare() * expected[i];
            double term = StrictMath.exp(-mean);
            double sum = 0;
            for (int n = 0; n <= observed; n++) {
                below += n == observed ? weights.of(i) * sum : 0;
                sum += term;
                term *= mean / (n + 1);
            }
            atMost += weights.of(i) * sum;
        }
        return Math.min(1, 2 * Math.min(atMost, 1 - below));
    }

    private void tell(String what, double prior, double posterior) {
        if (posterior < NOT_EXPLAINED) {
            conflicts.add(String.format(
                    Locale.ROOT,
                    "%s is not explained by the model: a value at least as far off has probability %.1f %% even among"
                            + " the siblings that agree best with the record.",
                    what,
                    100 * posterior));
        } else if (prior < SURPRISING_FOR_TYPE) {
            conflicts.add(String.format(
                    Locale.ROOT,
                    "%s is unusual for the recorded type: a value at least as far off has probability %.1f %% before"
                            + " the record is looked at. Check value, reference and type.",
                    what,
                    100 * prior));
        }
    }
}
