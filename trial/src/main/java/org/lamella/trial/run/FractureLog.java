package org.lamella.trial.run;

import java.util.ArrayList;
import java.util.List;
import org.lamella.bone.FractureSite;
import org.lamella.bone.Observable;
import org.lamella.bone.Recorder;

/**
 * Notes new fractures of each lane once a week, from a first day on; a fracture is dated to the end of its week of the
 * clock, or to the last day.
 */
final class FractureLog implements Recorder {
    /** Resolution of fracture dates. */
    static final int DAYS = 7;

    private static final FractureSite[] SITES = FractureSite.values();
    private static final Observable[] COUNTS = {
        Observable.COUNT_FEMUR, Observable.COUNT_TIBIA, Observable.COUNT_UPPER_LIMB, Observable.COUNT_VERTEBRA
    };

    private final int firstDay;
    private final int lastDay;
    private final int[][] seen;
    private final List<List<TrueFracture>> byLane;

    /**
     * A fracture of the model.
     *
     * @param clockDay day of the cohort's clock
     * @param site where
     * @param number how many of that site the lane had before, in the time that was watched
     */
    record TrueFracture(int clockDay, FractureSite site, int number) {}

    /**
     * @param lanes number of lanes
     * @param firstDay day of the clock on which watching begins, whatever weekday it is
     * @param lastDay day on which it ends
     */
    FractureLog(int lanes, int firstDay, int lastDay) {
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.seen = new int[lanes][];
        this.byLane = new ArrayList<>(lanes);
        for (int i = 0; i < lanes; i++) {
            byLane.add(new ArrayList<>(2));
        }
    }

    List<TrueFracture> of(int lane) {
        return byLane.get(lane);
    }

    @Override
    public boolean due(int day) {
        return day % DAYS == 0 || day == firstDay || day == lastDay;
    }

    @Override
    public void record(int day, int firstLane, LaneView lanes) {
        for (int i = 0; i < lanes.lanes(); i++) {
            int[] before = seen[firstLane + i];
            if (before == null) {
                seen[firstLane + i] = counts(lanes, i);
                continue;
            }
            for (int s = 0; s < SITES.length; s++) {
                int now = (int) Math.rint(lanes.read(COUNTS[s], i));
                for (; before[s] < now; before[s]++) {
                    byLane.get(firstLane + i).add(new TrueFracture(day, SITES[s], before[s]));
                }
            }
        }
    }

    private static int[] counts(LaneView lanes, int lane) {
        int[] counts = new int[SITES.length];
        for (int s = 0; s < SITES.length; s++) {
            counts[s] = (int) Math.rint(lanes.read(COUNTS[s], lane));
        }
        return counts;
    }
}
