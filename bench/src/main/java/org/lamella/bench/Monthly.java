package org.lamella.bench;

import java.util.List;
import org.lamella.bone.Observable;
import org.lamella.bone.Recorder;
import org.lamella.patient.measure.Age;

/**
 * Takes three observables every month and folds them into a digest that does not depend on the order of lanes; nothing is
 * kept, so that memory stays flat.
 */
final class Monthly implements Recorder {
    static final List<Observable> TAKEN = List.of(Observable.SPINE_Z, Observable.CTX, Observable.COUNT_FRACTURES);

    private static final double MONTH = Age.DAYS_PER_YEAR / 12;

    private long digest;
    private long readings;

    @Override
    public boolean due(int day) {
        int month = (int) Math.round(day / MONTH);
        return month > 0 && day == (int) Math.round(month * MONTH);
    }

    @Override
    public void record(int day, int firstLane, LaneView lanes) {
        for (Observable observable : TAKEN) {
            for (int i = 0; i < lanes.lanes(); i++) {
                double value = lanes.read(observable, i);
                digest += Double.doubleToLongBits(value) * (2L * day + 1);
                readings++;
            }
        }
    }

    /** Sum of the bits of all readings, each times an odd number of its day. */
    long digest() {
        return digest;
    }

    long readings() {
        return readings;
    }
}
