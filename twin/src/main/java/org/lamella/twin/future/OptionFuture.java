package org.lamella.twin.future;

import java.util.function.ToDoubleFunction;
import org.lamella.bone.Observable;
import org.lamella.twin.ForecastQuantity;

/** What the siblings have under one option: a column per quantity and time, a row per sibling. */
final class OptionFuture {
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

    /** Reads one sibling at one time; fractures are kept since birth here and counted from the start by {@link #since}. */
    void take(int time, int row, ToDoubleFunction<Observable> lane) {
        for (ForecastQuantity quantity : ForecastQuantity.values()) {
            values[quantity.ordinal()][time][row] = lane.applyAsDouble(observable(quantity));
        }
        counts[time][row] = lane.applyAsDouble(Observable.COUNT_FRACTURES);
    }

    /** Turns numbers since birth into numbers since the day of the plan. */
    void since(int row) {
        double[][] expected = values[ForecastQuantity.FRACTURES.ordinal()];
        double expectedBefore = expected[0][row];
        double countBefore = counts[0][row];
        for (int time = 0; time < expected.length; time++) {
            expected[time][row] -= expectedBefore;
            counts[time][row] -= countBefore;
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
            case HEIGHT -> Observable.HEIGHT;
        };
    }
}
