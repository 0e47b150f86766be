package org.lamella.bone;

import java.util.List;
import org.lamella.patient.measure.Age;

/** Lanes that are advanced together, small enough for the processor's cache. */
final class Block {
    final Bodies bodies;
    /**
     * Days after the begin or end of a treatment on which its person makes a step of its own, because cells and load then
     * change faster than the grid is fine.
     */
    private static final int[] SETTLING = {7, 14, 21, 28};

    private static final int NEVER = Integer.MAX_VALUE;

    private final SlowFactors factors;
    private final BoneStep step;
    private final Engine engine;
    private final Schedule[] schedules;
    private final int[] nextMoment;
    private final boolean[] stale;
    /** Day of the last change of treatment of each lane, and the next day on which it makes a step because of that. */
    private final int[] changed;

    private final int[] settles;
    /** Ticks, the {@code stepsPerDay}-th part of a day, since the last step of each lane. */
    private final int[] elapsed;
    /** Days since the last renewal of the factors of each lane. */
    private final int[] sinceRenewal;
    /** First day by which a threshold of sampled fractures is reached. */
    private final int[] nextFracture;
    /** True while the bodies are ahead of their last regular step, to be read; what that step left is kept. */
    private boolean ahead;

    Block(Bodies bodies, Engine engine) {
        this.bodies = bodies;
        this.engine = engine;
        this.factors = new SlowFactors(bodies);
        this.step = new BoneStep(bodies, engine.stepsPerDay());
        this.schedules = new Schedule[bodies.lanes()];
        this.nextMoment = new int[bodies.lanes()];
        this.stale = new boolean[bodies.lanes()];
        this.changed = new int[bodies.lanes()];
        this.settles = new int[bodies.lanes()];
        java.util.Arrays.fill(settles, NEVER);
        this.elapsed = new int[bodies.lanes()];
        this.sinceRenewal = new int[bodies.lanes()];
        this.nextFracture = new int[bodies.lanes()];
        java.util.Arrays.fill(schedules, Schedule.EMPTY);
    }

    /** Takes over one lane of another block, in the middle of its step or not. */
    void copyLane(Block from, int fromLane, int lane) {
        copyPresent(from, fromLane, lane);
        bodies.arrays.copyKept(from.bodies.arrays, !from.ahead, fromLane, lane);
        elapsed[lane] = from.elapsed[fromLane];
        changed[lane] = from.changed[fromLane];
        settles[lane] = from.settles[fromLane];
        ahead |= from.ahead;
    }

    /** Takes over the present state of one lane of another block, as if a step ended here. */
    void copyPresent(Block from, int fromLane, int lane) {
        bodies.copyLane(from.bodies, fromLane, lane);
        bodies.arrays.copyKept(from.bodies.arrays, true, fromLane, lane);
        schedules[lane] = from.schedules[fromLane];
        stale[lane] = from.stale[fromLane];
        elapsed[lane] = 0;
        sinceRenewal[lane] = from.sinceRenewal[fromLane];
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
        back();
        if (mode instanceof FractureMode.Sampled) {
            foreseeFractures(0, stale.length, from);
        }
        for (int day = from; day < to; day++) {
            int sinceGrid = phase + day - from;
            events(day, mode);
            renew(day, sinceGrid % engine.factorDays(), mode);
            for (int tick = 1; tick <= engine.stepsPerDay(); tick++) {
                tick((sinceGrid * engine.stepsPerDay() + tick) % engine.factorDays() == 0);
            }
            older(1);
            if (mode instanceof FractureMode.Sampled sampled) {
                sample(day + 1, sampled);
            }
            if (recorder.due(day + 1)) {
                ahead();
                recorder.record(day + 1, firstLane, bodies);
                back();
            }
        }
    }

    /** Lets a tick pass; where a step is due, all lanes make it. */
    private void tick(boolean due) {
        for (int i = 0; i < elapsed.length; i++) {
            elapsed[i]++;
        }
        if (due) {
            step(0, elapsed.length);
        }
    }

    /** Integrates lanes {@code from} to {@code until - 1} to the present. */
    private void step(int from, int until) {
        double tick = 1.0 / engine.stepsPerDay();
        for (int i = from; i < until; i++) {
            bodies.length.set(i, elapsed[i] * tick);
            elapsed[i] = 0;
        }
        step.advance(from, until);
    }

    /** Leads all lanes to the present, to be read, by a step that {@link #back} takes back. */
    void ahead() {
        double tick = 1.0 / engine.stepsPerDay();
        for (int i = 0; i < elapsed.length; ) {
            int end = i;
            while (end < elapsed.length && elapsed[end] > 0) {
                bodies.length.set(end, elapsed[end] * tick);
                end++;
            }
            if (end > i) {
                if (!ahead) {
                    bodies.arrays.keep();
                    ahead = true;
                }
                step.advance(i, end);
            }
            i = end + 1;
        }
    }

    private void back() {
        if (ahead) {
            bodies.arrays.restore();
            ahead = false;
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
        ahead = false;
        java.util.Arrays.fill(elapsed, 0);
        java.util.Arrays.fill(settles, NEVER);
        int day = from;
        while (day < to) {
            for (int i = 0; i < stale.length; i++) {
                Events.spans(bodies, i, schedule, day);
            }
            int interval = Math.min(pace.factorDays(), to - day);
            for (int i = 0; i < stale.length; i++) {
                bodies.prepare(i, sinceRenewal[i], interval);
            }
            renewFactors(0, stale.length);
            for (int done = 0; done < interval; ) {
                int stride = Math.min(pace.strideDays(), interval - done);
                for (int i = 0; i < stale.length; i++) {
                    bodies.length.set(i, stride);
                }
                step.advance(0, stale.length);
                older(stride);
                done += stride;
            }
            day += interval;
        }
        settle();
    }

    /**
     * Renews the factors at the beginning of a day: of all lanes on the grid, else of those that something befell, which then
     * begin a step.
     */
    private void renew(int day, int sinceGrid, FractureMode mode) {
        boolean grid = sinceGrid == 0;
        int nextGrid = day + engine.factorDays() - sinceGrid;
        for (int i = 0; i < stale.length; ) {
            int end = i;
            while (end < stale.length && (grid || stale[end])) {
                Events.spans(bodies, end, schedules[end], day);
                bodies.prepare(end, sinceRenewal[end], Math.min(nextGrid, settles[end]) - day);
                stale[end] = false;
                end++;
            }
            if (end > i) {
                renewFactors(i, end);
                if (mode instanceof FractureMode.Sampled) {
                    foreseeFractures(i, end, day);
                }
            }
            i = end + 1;
        }
    }

    /** Ends the steps under way and renews all factors, so that hazards and other readings are present before the first step. */
    void settle() {
        for (int i = 0; i < elapsed.length; ) {
            int end = i;
            while (end < elapsed.length && elapsed[end] > 0) {
                end++;
            }
            if (end > i) {
                step(i, end);
            }
            i = end + 1;
        }
        for (int i = 0; i < stale.length; i++) {
            bodies.prepare(i, 0, engine.factorDays());
        }
        renewFactors(0, stale.length);
    }

    private void renewFactors(int from, int until) {
        java.util.Arrays.fill(sinceRenewal, from, until, 0);
        factors.renew(from, until);
    }

    private void older(int days) {
        bodies.older(days);
        for (int i = 0; i < sinceRenewal.length; i++) {
            sinceRenewal[i] += days;
        }
    }

    /** Applies the events of a day; lanes with events first make the step that leads there. */
    private void events(int day, FractureMode mode) {
        for (int i = 0; i < nextMoment.length; ) {
            int end = i;
            while (end < nextMoment.length && due(end, day) && elapsed[end] > 0) {
                end++;
            }
            if (end > i) {
                step(i, end);
            }
            i = end + 1;
        }
        for (int i = 0; i < nextMoment.length; i++) {
            if (nextMoment[i] == day) {
                List<Schedule.Event> today = schedules[i].on(day);
                for (int e = 0; e < today.size(); e++) {
                    Events.happen(bodies, i, today.get(e), mode);
                }
                nextMoment[i] = schedules[i].momentFrom(day + 1);
                stale[i] = true;
                if (changesTreatment(today)) {
                    changed[i] = day;
                    settles[i] = day + SETTLING[0];
                }
            } else if (settles[i] == day) {
                stale[i] = true;
                settles[i] = nextSettling(i, day);
            }
        }
    }

    /** True for doses, and for courses that begin or end. */
    private static boolean changesTreatment(List<Schedule.Event> today) {
        for (int e = 0; e < today.size(); e++) {
            if (today.get(e) instanceof Schedule.Dose || today.get(e) instanceof Schedule.Course) {
                return true;
            }
        }
        return today.isEmpty();
    }

    private boolean due(int i, int day) {
        return nextMoment[i] == day || settles[i] == day || stale[i];
    }

    boolean settlesOn(int lane, int day) {
        return settles[lane] == day;
    }

    private int nextSettling(int i, int day) {
        for (int after : SETTLING) {
            if (changed[i] + after > day) {
                return changed[i] + after;
            }
        }
        return NEVER;
    }

    /** Notes for each lane the first day by which a threshold is reached at the present hazards, if within the interval. */
    private void foreseeFractures(int from, int until, int day) {
        double[] left = bodies.fractures.left(from, until, (engine.factorDays() + 1) / Age.DAYS_PER_YEAR);
        for (int i = from; i < until; i++) {
            nextFracture[i] = left[i] > 0 ? NEVER : foreseenFracture(i, day);
        }
    }

    private int foreseenFracture(int i, int day) {
        double lastStep = day - (double) elapsed[i] / engine.stepsPerDay();
        double reached = lastStep + bodies.fractures.yearsLeft(i) * Age.DAYS_PER_YEAR;
        return Math.max(day + 1, (int) Math.ceil(reached));
    }

    /** Lets fractures happen at the end of a day whose threshold was reached. */
    private void sample(int tomorrow, FractureMode.Sampled mode) {
        for (int i = 0; i < nextFracture.length; i++) {
            if (nextFracture[i] == tomorrow) {
                if (elapsed[i] > 0) {
                    step(i, i + 1);
                }
                if (Events.sample(bodies, i, bodies.siblings.key(i), mode)) {
                    stale[i] = true;
                } else {
                    nextFracture[i] = foreseenFracture(i, tomorrow);
                }
            }
        }
    }

    /** Length of the step of a lane that is under way, in days; 0 when one has just ended. */
    double underWay(int lane) {
        return (double) elapsed[lane] / engine.stepsPerDay();
    }
}
