package org.lamella.twin.cloud;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.twin.ObservationErrors;
import org.lamella.twin.history.FractureWindow;
import org.lamella.twin.history.History;
import org.lamella.twin.history.MeasuredValue;
import org.lamella.twin.likelihood.FractureHistory;
import org.lamella.twin.likelihood.SeriesError;

/**
 * Logarithm of the probability of a record for one sibling: series of measured values, each with its own error and a
 * shared offset, and the fracture history as a point process. Terms are independent given the sibling.
 */
public final class RecordLikelihood {
    private final List<MeasuredValue> values;
    private final List<Series> series;
    private final Optional<FractureWindow> window;
    private final double recordedShare;

    /**
     * @param members indices of the measured values
     * @param error error of the series
     */
    private record Series(List<Integer> members, SeriesError error) {}

    public RecordLikelihood(History history, ObservationErrors errors) {
        values = history.values();
        window = history.fractures();
        recordedShare = errors.recordedShare();
        Map<String, Series> byName = new LinkedHashMap<>();
        for (int m = 0; m < values.size(); m++) {
            MeasuredValue value = values.get(m);
            byName.computeIfAbsent(
                            value.kind() + "|" + value.series(),
                            name -> new Series(new ArrayList<>(), value.kind().error(errors)))
                    .members()
                    .add(m);
        }
        series = List.copyOf(byName.values());
    }

    /** Up to a constant that is the same for all siblings; negative infinity for an impossible sibling. */
    public double of(Predictions predictions, int sibling) {
        double sum = 0;
        for (Series s : series) {
            double[] residuals = new double[s.members().size()];
            for (int j = 0; j < residuals.length; j++) {
                MeasuredValue value = values.get(s.members().get(j));
                double predicted = predictions.of(s.members().get(j))[sibling];
                residuals[j] = value.kind().scaled(value.value()) - value.kind().scaled(predicted);
            }
            sum += s.error().logLikelihood(residuals);
        }
        if (window.isPresent()) {
            sum += FractureHistory.logLikelihood(
                    predictions.sumOfLogHazards(sibling),
                    recordedShare * predictions.expectedFractures()[sibling]);
        }
        return Double.isFinite(sum) ? sum : Double.NEGATIVE_INFINITY;
    }
}
