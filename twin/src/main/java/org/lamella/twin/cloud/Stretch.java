package org.lamella.twin.cloud;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.lamella.bone.Schedule;
import org.lamella.twin.history.History;

/**
 * A stretch of recorded life, on days of age.
 *
 * @param from first day
 * @param until day after the last
 * @param quiet true when nothing happens in it and nothing recent is left to fade, so that it bears long steps
 */
record Stretch(int from, int until, boolean quiet) {
    /** Muscle, callus and cells are back at rest after an injury by then. */
    private static final int AFTER_INJURY = 730;

    /** The day of the plan is reached at the usual pace. */
    private static final int BEFORE_PLAN = 90;

    private static final int SHORTEST_QUIET = 56;

    /**
     * Cuts a history into stretches. From the first dose of a drug on, everything is at the usual pace.
     *
     * @param history the record
     * @param stops days on which readings are wanted; quiet stretches end there
     */
    static List<Stretch> of(History history, BitSet stops) {
        int end = history.asOfDay();
        BitSet busy = new BitSet(end);
        busy.set(Math.max(0, end - BEFORE_PLAN), end);
        for (Schedule.Event event : history.past().events()) {
            if (event.day() < end) {
                busy.set(event.day(), Math.min(end, disturbsUntil(event, end)));
            }
        }
        List<Stretch> stretches = new ArrayList<>();
        int day = 0;
        while (day < end) {
            int quietEnd = busy.nextSetBit(day);
            if (quietEnd - day >= SHORTEST_QUIET) {
                int stop = stops.nextSetBit(day + 1);
                int until = stop < 0 ? quietEnd : Math.min(quietEnd, stop);
                stretches.add(new Stretch(day, until, true));
                day = until;
            } else {
                int until = nextQuiet(busy, quietEnd, end);
                stretches.add(new Stretch(day, until, false));
                day = until;
            }
        }
        return stretches;
    }

    /** First day from which on it is quiet for long enough, or the end. */
    private static int nextQuiet(BitSet busy, int from, int end) {
        int day = busy.nextClearBit(from);
        while (day < end) {
            int next = busy.nextSetBit(day);
            if (next - day >= SHORTEST_QUIET) {
                return day;
            }
            day = busy.nextClearBit(next);
        }
        return end;
    }

    private static int disturbsUntil(Schedule.Event event, int end) {
        return switch (event) {
            case Schedule.Dose dose -> end;
            case Schedule.Course course -> end;
            case Schedule.Spanning span -> span.until() + AFTER_INJURY;
            case Schedule.Fracture fracture -> fracture.day() + AFTER_INJURY;
            case Schedule.Osteotomy osteotomy -> osteotomy.day() + AFTER_INJURY;
            case Schedule.RodInserted rod -> rod.day() + 1;
            case Schedule.RodRemoved rod -> rod.day() + 1;
        };
    }
}
