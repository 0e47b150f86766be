package org.lamella.twin.cloud;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.lamella.twin.ObservationErrors;
import org.lamella.twin.history.FractureWindow;
import org.lamella.twin.history.History;
import org.lamella.twin.history.Measured;
import org.lamella.twin.history.MeasuredValue;
import org.lamella.twin.likelihood.FractureHistory;

/**
 * Logarithm of the probability of a record for one sibling: series of measured values, each with its own error and a
 * shared offset, and the fracture history as a point process. Terms are independent given the sibling.
 */
public final class RecordLikelihood {
    private final List<MeasuredValue> values;
    private final List<Series> series;
    private final SpineScale spine;
    private final Optional<FractureWindow> window;
    private final double recordedShare;

    /** A series of values and its log likelihood as a function of the residuals. */
    private record Series(List<Integer> members, ToDoubleFunction<double[]> likelihood) {}

    public RecordLikelihood(History history, ObservationErrors errors) {
        values = history.values();
        window = history.fractures();
        recordedShare = errors.recordedShare();
        Map<String, List<Integer>> byName = new LinkedHashMap<>();
        for (int m = 0; m < values.size(); m++) {
            MeasuredValue value = values.get(m);
            byName.computeIfAbsent(value.kind() + "|" + value.series(), name -> new ArrayList<>())
                    .add(m);
        }
        SpineScale last = SpineScale.unscanned(history, errors);
        List<Series> all = new ArrayList<>();
        for (List<Integer> members : byName.values()) {
            Measured kind = values.get(members.getFirst()).kind();
            if (kind == Measured.SPINE_Z) {
                SpineScale scale = SpineScale.of(history, errors, members);
                last = scale.isLaterThan(last) ? scale : last;
                all.add(new Series(members, scale.offset()::logLikelihood));
            } else {
                all.add(new Series(members, kind.error(errors)::logLikelihood));
            }
        }
        series = List.copyOf(all);
        spine = last;
    }

    /** The scale on which spine Z is forecast. */
    SpineScale spine() {
        return spine;
    }

    /**
     * What the scanner of the patient's last scan would report of a sibling's spine Z less that Z, at each of its scans,
     * drawn given the sibling.
     */
    double[] spineOffsets(Predictions predictions, int sibling, IntToDoubleFunction uniform) {
        return spine.offset().draw(uniform, residuals(spine.scans(), predictions, sibling));
    }

    /** Up to a constant that is the same for all siblings; negative infinity for an impossible sibling. */
    public double of(Predictions predictions, int sibling) {
        double sum = 0;
        for (Series s : series) {
            sum += s.likelihood().applyAsDouble(residuals(s.members(), predictions, sibling));
        }
        if (window.isPresent()) {
            sum += FractureHistory.logLikelihood(
                    predictions.sumOfLogHazards(sibling),
                    recordedShare * predictions.expectedFractures()[sibling]);
        }
        return Double.isFinite(sum) ? sum : Double.NEGATIVE_INFINITY;
    }

    private double[] residuals(List<Integer> members, Predictions predictions, int sibling) {
        double[] residuals = new double[members.size()];
        for (int j = 0; j < residuals.length; j++) {
            MeasuredValue value = values.get(members.get(j));
            double predicted = predictions.of(members.get(j))[sibling];
            residuals[j] = value.kind().scaled(value.value()) - value.kind().scaled(predicted);
        }
        return residuals;
    }
}
