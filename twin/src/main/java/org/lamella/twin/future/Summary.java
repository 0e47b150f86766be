package org.lamella.twin.future;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lamella.patient.Regimen;
import org.lamella.twin.CandidateRegimen;
import org.lamella.twin.Estimate;
import org.lamella.twin.Forecast;
import org.lamella.twin.ForecastCurve;
import org.lamella.twin.ForecastPoint;
import org.lamella.twin.ForecastQuantity;
import org.lamella.twin.FractureOutlook;
import org.lamella.twin.weight.WeightedQuantiles;
import org.lamella.twin.weight.Weights;

/** Quantiles over siblings for each option. */
final class Summary {
    private static final Estimate ONE = new Estimate(1, 1, 1, 1, 1);

    private final Horizon horizon;
    private final Weights weights;

    Summary(Horizon horizon, Weights weights) {
        this.horizon = horizon;
        this.weights = weights;
    }

    /** Forecasts in the order of the options, one of which must be without drug. */
    List<Forecast> of(List<CandidateRegimen> candidates, List<OptionFuture> futures) {
        int noDrug = IntStream.range(0, candidates.size())
                .filter(i -> candidates.get(i).regimen() instanceof Regimen.NoDrug)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("options: found none without drug, accepted is a list"
                        + " that contains one, because the others are compared with it"));
        List<Forecast> forecasts = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            boolean isNoDrug = candidates.get(i).regimen() instanceof Regimen.NoDrug;
            forecasts.add(new Forecast(
                    candidates.get(i).optionId(),
                    curves(futures.get(i)),
                    outlooks(futures.get(i), futures.get(noDrug), isNoDrug)));
        }
        return forecasts;
    }

    private List<ForecastCurve> curves(OptionFuture future) {
        return Arrays.stream(ForecastQuantity.values())
                .map(quantity -> new ForecastCurve(
                        quantity,
                        IntStream.range(0, horizon.count())
                                .mapToObj(t ->
                                        new ForecastPoint(horizon.years().get(t), estimate(future.of(quantity, t))))
                                .toList()))
                .toList();
    }

    private List<FractureOutlook> outlooks(OptionFuture future, OptionFuture noDrug, boolean isNoDrug) {
        return horizon.outlooks().stream()
                .map(t -> new FractureOutlook(
                        horizon.years().get(t),
                        estimate(future.of(ForecastQuantity.FRACTURES, t)),
                        estimate(future.counts(t)),
                        probabilityOfAny(future.counts(t)),
                        isNoDrug ? ONE : ratio(future, noDrug, t)))
                .toList();
    }

    private Estimate ratio(OptionFuture future, OptionFuture noDrug, int time) {
        double[] with = future.of(ForecastQuantity.FRACTURES, time);
        double[] without = noDrug.of(ForecastQuantity.FRACTURES, time);
        double[] ratios = new double[with.length];
        for (int row = 0; row < ratios.length; row++) {
            ratios[row] = without[row] > 0 ? with[row] / without[row] : 1;
        }
        return estimate(ratios);
    }

    private double probabilityOfAny(double[] counts) {
        double sum = 0;
        for (int row = 0; row < counts.length; row++) {
            sum += counts[row] > 0 ? weights.of(row) : 0;
        }
        return Math.min(1, sum);
    }

    private Estimate estimate(double[] values) {
        return WeightedQuantiles.of(values, weights).estimate();
    }
}
