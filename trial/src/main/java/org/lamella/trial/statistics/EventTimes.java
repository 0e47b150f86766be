package org.lamella.trial.statistics;

import java.util.Arrays;

/**
 * How many patients had a first event on each day, and how many were last seen on it without one. Everything that is asked
 * of first events (Kaplan–Meier, log-rank, Cox) follows from these counts, so the patients themselves need not be kept.
 */
public final class EventTimes {
    private int[] events = new int[64];
    private int[] without = new int[64];
    private int last = -1;
    private int patients;

    /**
     * Adds a patient.
     *
     * @param day day of the event, or last day seen; 0 or later
     * @param event true when the event happened
     */
    public void add(int day, boolean event) {
        if (day < 0) {
            throw new IllegalArgumentException("event times: found day " + day + ", accepted are days from 0 on");
        }
        if (day >= events.length) {
            int length = Math.max(day + 1, 2 * events.length);
            events = Arrays.copyOf(events, length);
            without = Arrays.copyOf(without, length);
        }
        (event ? events : without)[day]++;
        last = Math.max(last, day);
        patients++;
    }

    public int patients() {
        return patients;
    }

    /** Last day on which anybody had an event or was seen; -1 when there is nobody. */
    public int lastDay() {
        return last;
    }

    public int events(int day) {
        return day <= last ? events[day] : 0;
    }

    /** Patients who leave the risk set on a day, with or without an event. */
    int leaving(int day) {
        return day <= last ? events[day] + without[day] : 0;
    }

    /** Patients who had no event before a day and were still seen on it. */
    public int atRisk(int day) {
        int n = 0;
        for (int d = Math.max(0, day); d <= last; d++) {
            n += events[d] + without[d];
        }
        return n;
    }

    /** Takes groups of patients who are alike. */
    @FunctionalInterface
    interface Taker {
        void take(int day, boolean event, int patients);
    }

    /** Hands out the groups, in order of day. */
    void forEach(Taker taker) {
        for (int day = 0; day <= last; day++) {
            if (events[day] > 0) {
                taker.take(day, true, events[day]);
            }
            if (without[day] > 0) {
                taker.take(day, false, without[day]);
            }
        }
    }
}
