package org.lamella.twin.cloud;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.lamella.bone.FractureSite;
import org.lamella.bone.Observable;
import org.lamella.bone.Recorder;
import org.lamella.twin.history.FractureWindow;
import org.lamella.twin.history.History;
import org.lamella.twin.history.MeasuredValue;

/**
 * What each sibling had on the days of the record: values where something was measured, hazards where a bone broke, and
 * expected numbers over the window of the fracture history. Columns by sibling; threads write disjoint columns.
 */
public final class Predictions {
    private final List<MeasuredValue> measured;
    private final Optional<FractureWindow> window;
    private final int asOfDay;
    private final BitSet wantedDays;
    private final double[][] values;
    private final double[] sumOfLogHazards;
    private final double[] expectedBefore;
    private final double[] expected;

    /** Columns for a number of siblings. */
    public Predictions(History history, int siblings) {
        measured = history.values();
        window = history.fractures();
        asOfDay = history.asOfDay();
        values = new double[measured.size()][siblings];
        sumOfLogHazards = new double[siblings];
        expectedBefore = new double[siblings];
        expected = new double[siblings];
        wantedDays = days(history);
    }

    /** Days of age on which something was measured, broke, or began to be counted. */
    static BitSet days(History history) {
        BitSet days = new BitSet();
        history.values().forEach(m -> days.set(m.ageDay()));
        history.fractures().ifPresent(w -> {
            days.set(w.fromDay());
            w.fractures().forEach(f -> days.set(f.ageDay()));
        });
        return days;
    }

    /** What the siblings had when the value was measured, in its unit. */
    public double[] of(int measurement) {
        return values[measurement];
    }

    /** Sum of the logarithms of the hazard per year at the fractures of the window. */
    public double sumOfLogHazards(int sibling) {
        return sumOfLogHazards[sibling];
    }

    /** Expected number of limb fractures in the window. */
    public double[] expectedFractures() {
        return expected;
    }

    /**
     * Writes into the columns of a block while it is advanced. The day of the plan itself is taken by {@link #finish}.
     *
     * @param siblings column of each lane
     */
    Recorder recorder(int[] siblings) {
        return new Recorder() {
            @Override
            public boolean due(int day) {
                return day < asOfDay && wantedDays.get(day);
            }

            @Override
            public void record(int day, int firstLane, LaneView lanes) {
                take(day, firstLane, lanes, siblings);
            }
        };
    }

    private void take(int day, int firstLane, Recorder.LaneView lanes, int[] siblings) {
        for (int m = 0; m < values.length; m++) {
            if (measured.get(m).ageDay() == day) {
                Observable observable = measured.get(m).kind().observable();
                for (int lane = 0; lane < lanes.lanes(); lane++) {
                    values[m][siblings[firstLane + lane]] = lanes.read(observable, lane);
                }
            }
        }
        window.ifPresent(w -> {
            for (int lane = 0; lane < lanes.lanes(); lane++) {
                int sibling = siblings[firstLane + lane];
                if (w.fromDay() == day) {
                    expectedBefore[sibling] = limbs(lanes, lane);
                }
                for (FractureWindow.Event fracture : w.fractures()) {
                    if (fracture.ageDay() == day) {
                        sumOfLogHazards[sibling] += StrictMath.log(lanes.read(hazard(fracture.site()), lane));
                    }
                }
            }
        });
    }

    /** Takes the state of a block on the day of the plan. */
    void finish(Recorder.LaneView lanes, int[] siblings) {
        take(asOfDay, 0, lanes, siblings);
        if (window.isPresent()) {
            for (int lane = 0; lane < lanes.lanes(); lane++) {
                expected[siblings[lane]] = limbs(lanes, lane) - expectedBefore[siblings[lane]];
            }
        }
    }

    private static double limbs(Recorder.LaneView lanes, int lane) {
        return lanes.read(Observable.EXPECTED_LOWER_LIMB, lane) + lanes.read(Observable.EXPECTED_UPPER_LIMB, lane);
    }

    private static Observable hazard(FractureSite site) {
        return switch (site) {
            case FEMUR -> Observable.HAZARD_FEMUR;
            case TIBIA -> Observable.HAZARD_TIBIA;
            case UPPER_LIMB -> Observable.HAZARD_UPPER_LIMB;
            case VERTEBRA -> Observable.HAZARD_VERTEBRA;
        };
    }
}
