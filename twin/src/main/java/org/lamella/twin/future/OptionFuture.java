package org.lamella.twin.future;

import java.util.function.ToDoubleFunction;
import org.lamella.bone.Observable;
import org.lamella.twin.ForecastQuantity;

/** What the siblings have under one option: a column per quantity and time, a row per sibling. */
final class OptionFuture {
    /** Density cannot fall below this part of the healthy median by a shift of scale. */
    private static final double LOWEST_RATIO = 0.05;

    private final double[][][] values;
    private final double[][] counts;

    OptionFuture(int times, int siblings) {
        values = new double[ForecastQuantity.values().length][times][siblings];
        counts = new double[times][siblings];
    }

    double[] of(ForecastQuantity quantity, int time) {
        return values[quantity.ordinal()][time];
    }

    double[] counts(int time) {
        return counts[time];
    }

    /**
     * Moves spine Z and density of a row to the scale of the patient's scanner.
     *
     * @param offsets what the scanner would report of the Z-score less that Z, at each time
     * @param variation of density among healthy peers at each time, as coefficients
     */
    void onScannerScale(int row, double[] offsets, double[] variation) {
        double[][] z = values[ForecastQuantity.SPINE_Z.ordinal()];
        double[][] density = values[ForecastQuantity.SPINE_DENSITY.ordinal()];
        for (int time = 0; time < z.length; time++) {
            double before = Math.max(LOWEST_RATIO, 1 + variation[time] * z[time][row]);
            double after = Math.max(LOWEST_RATIO, 1 + variation[time] * (z[time][row] + offsets[time]));
            z[time][row] += offsets[time];
            density[time][row] *= after / before;
        }
    }

    /** Reads one sibling at one time; fractures are kept since birth here and counted from the start by {@link #since}. */
    void take(int time, int row, ToDoubleFunction<Observable> lane) {
        for (ForecastQuantity quantity : ForecastQuantity.values()) {
            values[quantity.ordinal()][time][row] = lane.applyAsDouble(observable(quantity));
        }
        counts[time][row] = lane.applyAsDouble(Observable.COUNT_FRACTURES);
    }

    /** Turns numbers since birth into numbers since the day of the plan. */
    void since(int row) {
        less(values[ForecastQuantity.FRACTURES.ordinal()], row);
        less(values[ForecastQuantity.VERTEBRAL_FRACTURES.ordinal()], row);
        less(counts, row);
    }

    private static void less(double[][] sinceBirth, int row) {
        double before = sinceBirth[0][row];
        for (int time = 0; time < sinceBirth.length; time++) {
            sinceBirth[time][row] -= before;
        }
    }

    private static Observable observable(ForecastQuantity quantity) {
        return switch (quantity) {
            case SPINE_Z -> Observable.SPINE_Z;
            case SPINE_DENSITY -> Observable.SPINE_DENSITY;
            case RESORPTION -> Observable.CTX;
            case FORMATION -> Observable.P1NP;
            case VERTEBRAL_STRENGTH -> Observable.VERTEBRAL_STRENGTH;
            case FEMUR_STRENGTH -> Observable.FEMUR_STRENGTH;
            case FRACTURES -> Observable.EXPECTED_FRACTURES;
            case VERTEBRAL_FRACTURES -> Observable.EXPECTED_VERTEBRA_RADIOGRAPHIC;
            case VERTEBRAL_DEFORMITY -> Observable.VERTEBRAL_DEFORMITY;
            case HEIGHT -> Observable.HEIGHT;
        };
    }
}
