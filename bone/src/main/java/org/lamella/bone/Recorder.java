package org.lamella.bone;

/** Collects what is asked for while a cohort advances. */
public interface Recorder {
    /** Collects nothing. */
    Recorder NONE = new Recorder() {
        @Override
        public boolean due(int day) {
            return false;
        }

        @Override
        public void record(int day, int firstLane, LaneView lanes) {}
    };

    /** True when the state at the beginning of this day of the cohort's clock is wanted, before the day's events. */
    boolean due(int day);

    /**
     * Takes the readings of some lanes. May be called from several threads at once for disjoint lanes.
     *
     * @param day day of the cohort's clock
     * @param firstLane cohort index of the view's first lane
     * @param lanes the readings
     */
    void record(int day, int firstLane, LaneView lanes);

    /** Readings of consecutive lanes. */
    interface LaneView {
        int lanes();

        double read(Observable observable, int lane);
    }
}
