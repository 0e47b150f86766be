package org.lamella.bone;

import java.util.Arrays;
import java.util.List;

/** Keeps chosen observables of all lanes on chosen days; memory is taken once, when made. */
public final class ObservableRecord implements Recorder {
    private final List<Observable> observables;
    private final int[] days;
    private final double[][][] values;

    private ObservableRecord(int lanes, int[] days, List<Observable> observables) {
        this.days = days;
        this.observables = observables;
        this.values = new double[observables.size()][days.length][lanes];
    }

    /**
     * On chosen days.
     *
     * @param lanes number of lanes of the cohort
     * @param days days of the cohort's clock, ascending
     * @param observables what to keep
     */
    public static ObservableRecord on(int lanes, int[] days, Observable... observables) {
        for (int i = 1; i < days.length; i++) {
            if (days[i] <= days[i - 1]) {
                throw new IllegalArgumentException(
                        "record: days must ascend, found " + days[i - 1] + " followed by " + days[i]);
            }
        }
        return new ObservableRecord(lanes, days.clone(), List.of(observables));
    }

    /** From day {@code from} to day {@code to} (included when met) every {@code step} days. */
    public static ObservableRecord every(int step, int from, int to, int lanes, Observable... observables) {
        if (step < 1 || to < from) {
            throw new IllegalArgumentException("record: found every " + step + " days from " + from + " to " + to
                    + ", accepted are 1 or more days and an end not before the start");
        }
        int[] days = new int[(to - from) / step + 1];
        Arrays.setAll(days, i -> from + i * step);
        return on(lanes, days, observables);
    }

    @Override
    public boolean due(int day) {
        return Arrays.binarySearch(days, day) >= 0;
    }

    @Override
    public void record(int day, int firstLane, LaneView lanes) {
        int time = Arrays.binarySearch(days, day);
        for (int o = 0; o < values.length; o++) {
            Observable observable = observables.get(o);
            double[] row = values[o][time];
            for (int i = 0; i < lanes.lanes(); i++) {
                row[firstLane + i] = lanes.read(observable, i);
            }
        }
    }

    public int times() {
        return days.length;
    }

    public int day(int time) {
        return days[time];
    }

    /** All lanes at one time. The array is the record's own: read it, do not write. */
    public double[] lanes(Observable observable, int time) {
        return values[index(observable)][time];
    }

    public double value(Observable observable, int time, int lane) {
        return values[index(observable)][time][lane];
    }

    private int index(Observable observable) {
        int index = observables.indexOf(observable);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "record: " + observable + " was not asked for; recorded are " + observables);
        }
        return index;
    }
}
