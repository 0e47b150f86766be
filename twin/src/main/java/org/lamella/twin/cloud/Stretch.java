package org.lamella.twin.cloud;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.lamella.bone.Schedule;
import org.lamella.patient.Drug;
import org.lamella.twin.history.History;

/**
 * A stretch of recorded life, on days of age.
 *
 * @param from first day
 * @param until day after the last
 * @param quiet true when nothing happens, begins or ends in it and what happened before has set in or faded, so that
 *     it bears long steps
 */
record Stretch(int from, int until, boolean quiet) {
    /** Drugs whose action changes slowly once it has set in. */
    private static final Set<Drug> SLOW = Set.of(
            Drug.PAMIDRONATE,
            Drug.ZOLEDRONATE,
            Drug.NERIDRONATE,
            Drug.ALENDRONATE,
            Drug.RISEDRONATE,
            Drug.OLPADRONATE,
            Drug.VITAMIN_D,
            Drug.CALCIUM);

    private static final int AFTER_DOSE = 75;
    private static final int AFTER_OTHER_DRUG = 400;
    private static final int AFTER_INJURY = 180;

    /** The day of the plan is reached at the usual pace. */
    private static final int BEFORE_PLAN = 90;

    private static final int SHORTEST_QUIET = 56;

    /**
     * Cuts a history into stretches.
     *
     * @param history the record
     * @param stops days on which readings are wanted; quiet stretches end there
     */
    static List<Stretch> of(History history, BitSet stops) {
        int end = history.asOfDay();
        BitSet busy = new BitSet(end);
        busy.set(Math.max(0, end - BEFORE_PLAN), end);
        for (Schedule.Event event : history.past().events()) {
            disturb(busy, event, end);
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

    /** Marks the days after the beginning, and after the end, of what an event does. */
    private static void disturb(BitSet busy, Schedule.Event event, int end) {
        int settles = switch (event) {
            case Schedule.Dose dose -> SLOW.contains(dose.drug()) ? AFTER_DOSE : AFTER_OTHER_DRUG;
            case Schedule.Course course -> SLOW.contains(course.drug()) ? AFTER_DOSE : AFTER_OTHER_DRUG;
            case Schedule.Fracture fracture -> AFTER_INJURY;
            case Schedule.Osteotomy osteotomy -> AFTER_INJURY;
            case Schedule.Cast cast -> AFTER_INJURY;
            case Schedule.Training training -> AFTER_INJURY;
            case Schedule.RodInserted rod -> 1;
            case Schedule.RodRemoved rod -> 1;
        };
        mark(busy, event.day(), event.day() + settles, end);
        if (event instanceof Schedule.Spanning span) {
            boolean steady = span instanceof Schedule.Course course && SLOW.contains(course.drug());
            mark(busy, steady ? span.until() : span.day(), span.until() + settles, end);
        }
    }

    private static void mark(BitSet busy, int from, int until, int end) {
        if (from < end) {
            busy.set(from, Math.min(until, end));
        }
    }
}
