package org.lamella.bone;

import java.util.List;

/** Lanes that are advanced together, small enough for the processor's cache. */
final class Block {
    final Bodies bodies;
    private final SlowFactors factors;
    private final DailyStep step;
    private final Engine engine;
    private final Schedule[] schedules;
    private final int[] nextMoment;
    private final boolean[] stale;

    Block(Bodies bodies, Engine engine) {
        this.bodies = bodies;
        this.engine = engine;
        this.factors = new SlowFactors(bodies);
        this.step = new DailyStep(bodies);
        this.schedules = new Schedule[bodies.lanes()];
        this.nextMoment = new int[bodies.lanes()];
        this.stale = new boolean[bodies.lanes()];
        java.util.Arrays.fill(schedules, Schedule.EMPTY);
    }

    /** Takes over one lane of another block. */
    void copyLane(Block from, int fromLane, int lane) {
        bodies.copyLane(from.bodies, fromLane, lane);
        schedules[lane] = from.schedules[fromLane];
        stale[lane] = from.stale[fromLane];
    }

    void schedule(int lane, Schedule schedule, int day) {
        if (schedules[lane] != schedule) {
            schedules[lane] = schedule;
            stale[lane] = true;
        }
        nextMoment[lane] = schedule.momentFrom(day);
    }

    void fractures(FractureMode mode) {
        for (int i = 0; i < bodies.lanes(); i++) {
            switch (mode) {
                case FractureMode.Imposed imposed -> Events.stopSampling(bodies, i);
                case FractureMode.Recorded recorded -> Events.stopSampling(bodies, i);
                case FractureMode.Sampled sampled -> Events.beginSampling(bodies, i, bodies.siblings.key(i), sampled);
            }
        }
    }

    /**
     * Advances all lanes.
     *
     * @param from present day of the cohort's clock
     * @param to day to stop at, before its events
     * @param phase days since the factor grid began
     */
    void advance(int from, int to, int phase, FractureMode mode, Recorder recorder, int firstLane) {
        for (int day = from; day < to; day++) {
            events(day, mode);
            renew(day, (phase + day - from) % engine.factorDays() == 0);
            double length = 1.0 / engine.stepsPerDay();
            for (int k = 0; k < engine.stepsPerDay(); k++) {
                step.advance(length);
            }
            bodies.older(1);
            if (mode instanceof FractureMode.Sampled sampled) {
                sample(sampled);
            }
            if (recorder.due(day + 1)) {
                recorder.record(day + 1, firstLane, bodies);
            }
        }
    }

    /**
     * Advances all lanes through a stretch in which nothing begins, ends or happens, by steps of several days.
     *
     * @param from present day of the cohort's clock
     * @param to day to stop at
     * @param schedule what lasts through the stretch
     */
    void pass(int from, int to, Schedule schedule, QuietPace pace) {
        int day = from;
        while (day < to) {
            for (int i = 0; i < stale.length; i++) {
                Events.spans(bodies, i, schedule, day);
            }
            int ahead = Math.min(pace.factorDays(), to - day);
            factors.renew(0, stale.length, 0.5 * ahead);
            for (int done = 0; done < ahead; ) {
                int stride = Math.min(pace.strideDays(), ahead - done);
                step.advance(stride);
                bodies.older(stride);
                done += stride;
            }
            day += ahead;
        }
        settle();
    }

    /** Renews the factors at the beginning of a day: of all lanes on the grid, else of those that something befell. */
    private void renew(int day, boolean grid) {
        for (int i = 0; i < stale.length; i++) {
            if (grid || stale[i]) {
                Events.spans(bodies, i, schedules[i], day);
                if (!grid) {
                    renew(i, i + 1);
                }
                stale[i] = false;
            }
        }
        if (grid) {
            renew(0, stale.length);
        }
    }

    /** Renews the factors of some lanes, in the middle of the coming interval. */
    private void renew(int from, int until) {
        factors.renew(from, until, 0.5 * engine.factorDays());
    }

    /** Renews all factors, so that hazards and other readings are present before the first step. */
    void settle() {
        renew(0, stale.length);
    }

    private void events(int day, FractureMode mode) {
        for (int i = 0; i < nextMoment.length; i++) {
            if (nextMoment[i] == day) {
                List<Schedule.Event> today = schedules[i].on(day);
                for (int e = 0; e < today.size(); e++) {
                    Events.happen(bodies, i, today.get(e), mode);
                }
                nextMoment[i] = schedules[i].momentFrom(day + 1);
                stale[i] = true;
            }
        }
    }

    private void sample(FractureMode.Sampled mode) {
        double[] left = bodies.fractures.left();
        for (int i = 0; i < stale.length; i++) {
            if (left[i] <= 0 && Events.sample(bodies, i, bodies.siblings.key(i), mode)) {
                stale[i] = true;
            }
        }
    }
}
