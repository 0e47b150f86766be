package org.lamella.trial.statistics;

import java.util.Arrays;

/**
 * Recurrent events of patients who need not be kept: how many were last seen on each day, how many events each day had, and
 * how often two days (of events, or of an event and the last day) belong to one patient. The mean cumulative number and its
 * robust variance follow from these counts exactly.
 */
public final class RecurrentEvents {
    private static final int BITS = 31;
    private static final long MASK = (1L << BITS) - 1;

    private int[] ends = new int[64];
    private int[] events = new int[64];
    private final LongCounts pairs = new LongCounts();
    private final LongCounts withEnd = new LongCounts();
    private int patients;
    private int last = -1;

    /**
     * Adds a patient.
     *
     * @param end last day seen, from day 0
     * @param days days of events in order, each at or before the end
     */
    public void add(int end, int[] days) {
        if (end < 0 || (days.length > 0 && (days[0] < 0 || days[days.length - 1] > end))) {
            throw new IllegalArgumentException("recurrent events: found events on days " + Arrays.toString(days)
                    + " of a patient seen until day " + end + ", accepted are days from 0 to the last one, in order");
        }
        if (end >= ends.length) {
            int length = Math.max(end + 1, 2 * ends.length);
            ends = Arrays.copyOf(ends, length);
            events = Arrays.copyOf(events, length);
        }
        ends[end]++;
        patients++;
        last = Math.max(last, end);
        for (int a = 0; a < days.length; a++) {
            events[days[a]]++;
            withEnd.add((long) days[a] << BITS | end);
            for (int b = 0; b <= a; b++) {
                // later day first, so that rising keys are in order of time
                pairs.add(((long) days[a] << BITS | days[b]) << 1 | (a == b ? 0 : 1));
            }
        }
    }

    /** Patients still seen on a day. */
    public int atRisk(int day) {
        int n = 0;
        for (int d = Math.max(0, day); d <= last; d++) {
            n += ends[d];
        }
        return n;
    }

    int patients() {
        return patients;
    }

    int lastDay() {
        return last;
    }

    int events(int day) {
        return events[day];
    }

    int ending(int day) {
        return ends[day];
    }

    /** Takes two days that belong to one patient. */
    @FunctionalInterface
    interface Taker {
        void take(int day, int other, double times);
    }

    /** Every ordered pair of events of one patient, an event with itself included, in order of the later day. */
    void forEachPair(Taker taker) {
        for (long key : pairs.keys()) {
            long days = key >> 1;
            double times = (key & 1) == 0 ? 1 : 2;
            taker.take((int) (days >> BITS), (int) (days & MASK), times * pairs.count(key));
        }
    }

    /** Every event with the last day of its patient, in order of the event. */
    void forEachEnd(Taker taker) {
        for (long key : withEnd.keys()) {
            taker.take((int) (key >> BITS), (int) (key & MASK), withEnd.count(key));
        }
    }
}
