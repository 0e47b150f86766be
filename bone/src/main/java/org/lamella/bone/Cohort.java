package org.lamella.bone;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Siblings in the course of their lives: the mutable state of a simulation. Each lane depends on its own sibling,
 * schedule and mode only, so results do not depend on how lanes are grouped. Not thread-safe.
 */
public final class Cohort {
    /** Part of a growing block, as 1 over it, that leaves together when grown. */
    private static final int LEAVE_TOGETHER = 8;

    private final Lam1 lam1;
    private final HealthyTwin twin;
    private final Engine engine;
    private final Siblings siblings;
    private final Block[] blocks;
    private int day;
    private int phase;
    private FractureMode mode = new FractureMode.Imposed();

    private Cohort(Lam1 lam1, HealthyTwin twin, Engine engine, Siblings siblings) {
        this.lam1 = lam1;
        this.twin = twin;
        this.engine = engine;
        this.siblings = siblings;
        int width = engine.blockLanes();
        blocks = new Block[(siblings.count() + width - 1) / width];
        for (int b = 0; b < blocks.length; b++) {
            Siblings part = siblings.slice(b * width, Math.min((b + 1) * width, siblings.count()));
            blocks[b] = new Block(new Bodies(lam1, twin, part), engine);
        }
    }

    static Cohort born(Lam1 lam1, HealthyTwin twin, Engine engine, Siblings siblings) {
        Cohort cohort = new Cohort(lam1, twin, engine, siblings);
        for (Block block : cohort.blocks) {
            block.bodies.born();
        }
        cohort.settle();
        return cohort;
    }

    static Cohort grown(
            Lam1 lam1,
            HealthyTwin twin,
            Engine engine,
            Siblings siblings,
            int[] ageDays,
            IntFunction<Schedule> history,
            FractureMode mode) {
        Cohort grown = new Cohort(lam1, twin, engine, siblings);
        int[] order = IntStream.range(0, siblings.count())
                .boxed()
                .sorted(Comparator.comparingInt(i -> ageDays[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int width = engine.blockLanes();
        IntStream groups = IntStream.range(0, (order.length + width - 1) / width);
        (engine.parallel() ? groups.parallel() : groups).forEach(g -> {
            int[] members = Arrays.copyOfRange(order, g * width, Math.min((g + 1) * width, order.length));
            grown.growGroup(members, ageDays, history, mode);
        });
        grown.settle();
        return grown;
    }

    /**
     * Grows siblings of similar age together and takes each over at its own age; members are in order of age. Those who
     * are old enough leave the block now and then, so that little is computed for nobody.
     */
    private void growGroup(int[] members, int[] ageDays, IntFunction<Schedule> history, FractureMode during) {
        Cohort young = born(lam1, twin, engine.sequential(), siblings.select(members));
        young.fractures(during);
        Schedule[] schedules = new Schedule[members.length];
        Arrays.setAll(schedules, i -> history.apply(members[i]));
        int gone = 0;
        for (int i = 0; i < members.length; i++) {
            if (ageDays[members[i]] > young.day() && (i - gone) * LEAVE_TOGETHER >= young.lanes()) {
                young = young.select(
                        IntStream.range(i - gone, members.length - gone).toArray());
                gone = i;
            }
            int before = gone;
            young.advance(ageDays[members[i]], lane -> schedules[before + lane], Recorder.NONE, false);
            block(members[i]).copyLane(young.block(i - gone), young.lane(i - gone), lane(members[i]));
            Events.stopSampling(block(members[i]).bodies, lane(members[i]));
        }
    }

    /** Renews all factors so that hazards and other readings are present before the first step. */
    private void settle() {
        for (Block block : blocks) {
            block.settle();
        }
    }

    private Block block(int lane) {
        return blocks[lane / engine.blockLanes()];
    }

    /** Length of the step of a lane that is under way, in days; 0 when one has just ended. For checks. */
    double underWay(int lane) {
        return block(lane).underWay(lane(lane));
    }

    /** True when a lane makes a step before today's, because its treatment changed lately. For checks. */
    boolean stepsToday(int lane) {
        return block(lane).settlesOn(lane(lane), day);
    }

    /** The bodies among which a lane lives, for checks; it is lane {@code lane % blockLanes} there. */
    Bodies bodies(int lane) {
        return block(lane).bodies;
    }

    private int lane(int lane) {
        return lane % engine.blockLanes();
    }

    public int lanes() {
        return siblings.count();
    }

    public Siblings siblings() {
        return siblings;
    }

    /** Day of the cohort's clock. */
    public int day() {
        return day;
    }

    public int ageDays(int lane) {
        return (int) block(lane).bodies.ageDays[lane(lane)];
    }

    /** An independent copy of the present state, so that options branch from the same history. */
    public Cohort fork() {
        return select(IntStream.range(0, lanes()).toArray());
    }

    /** Copies of chosen lanes in the given order; an index may repeat. */
    public Cohort select(int[] lanes) {
        Cohort copy = new Cohort(lam1, twin, engine, siblings.select(lanes));
        for (int i = 0; i < lanes.length; i++) {
            copy.block(i).copyLane(block(lanes[i]), lane(lanes[i]), copy.lane(i));
        }
        copy.day = day;
        copy.phase = phase;
        copy.mode = mode;
        return copy;
    }

    /**
     * Copies of all lanes of several cohorts, one cohort after the other, to be computed together: wide blocks are faster,
     * and the bits are the same.
     *
     * @param cohorts of one model, at the same day of the clock and in the same mode, at least one
     * @throws IllegalArgumentException when they differ in one of these
     */
    public static Cohort joined(List<Cohort> cohorts) {
        Cohort first = cohorts.getFirst();
        for (Cohort other : cohorts) {
            if (other.lam1 != first.lam1
                    || other.day != first.day
                    || other.phase != first.phase
                    || !other.mode.equals(first.mode)) {
                throw new IllegalArgumentException(
                        "join: found cohorts of different models, days or modes of fractures,"
                                + " accepted are those of one model that were advanced alike");
            }
        }
        Cohort all = new Cohort(
                first.lam1,
                first.twin,
                first.engine,
                Siblings.joined(cohorts.stream().map(Cohort::siblings).toList()));
        int lane = 0;
        for (Cohort part : cohorts) {
            for (int i = 0; i < part.lanes(); i++, lane++) {
                all.block(lane).copyLane(part.block(i), part.lane(i), all.lane(lane));
            }
        }
        all.day = first.day;
        all.phase = first.phase;
        all.mode = first.mode;
        return all;
    }

    /** The same siblings with the same reference, from now on computed in another way. */
    Cohort computedBy(Engine other) {
        Cohort copy = new Cohort(lam1, twin, other, siblings);
        for (int i = 0; i < lanes(); i++) {
            copy.block(i).copyPresent(block(i), lane(i), copy.lane(i));
        }
        copy.day = day;
        copy.phase = phase;
        copy.mode = mode;
        return copy;
    }

    /** The equations of a copy of one lane, for integrators written by others. */
    public RatesOfChange ratesOfChange(int lane) {
        Bodies one = new Bodies(lam1, twin, siblings.slice(lane, lane + 1));
        one.copyLane(block(lane).bodies, lane(lane), 0);
        return new RatesOfChange(one);
    }

    /** Sets which fractures happen from now on. Sampled thresholds start to count here. */
    public void fractures(FractureMode which) {
        this.mode = which;
        for (Block block : blocks) {
            block.fractures(which);
        }
    }

    /** Advances to a day of the clock; every lane follows the same schedule. */
    public void advanceTo(int until, Schedule schedule, Recorder recorder) {
        advanceTo(until, lane -> schedule, recorder);
    }

    /**
     * Advances to a day of the clock; each lane follows its own schedule. Readings are taken at the beginning of a day,
     * before its events; the state at {@code until} is included.
     *
     * @throws IllegalArgumentException when the day lies in the past or a lane would grow older than the reference
     */
    public void advanceTo(int until, IntFunction<Schedule> schedules, Recorder recorder) {
        advance(until, schedules, recorder, true);
    }

    /** @param read true when the state is wanted at the end, false when lanes are only taken over from here */
    private void advance(int until, IntFunction<Schedule> schedules, Recorder recorder, boolean read) {
        checkSpan(until);
        for (int i = 0; i < lanes(); i++) {
            block(i).schedule(lane(i), schedules.apply(i), day);
        }
        int width = engine.blockLanes();
        if (recorder.due(day)) {
            for (int b = 0; b < blocks.length; b++) {
                recorder.record(day, b * width, blocks[b].bodies);
            }
        }
        IntStream all = IntStream.range(0, blocks.length);
        (engine.parallel() && blocks.length > 1 ? all.parallel() : all).forEach(b -> {
            blocks[b].advance(day, until, phase, mode, recorder, b * width);
            if (read) {
                blocks[b].ahead();
            }
        });
        phase += until - day;
        day = until;
    }

    /**
     * Advances to a day of the clock by steps of several days, through a stretch in which nothing happens, begins or
     * ends and nothing recent is left to fade; the error of longer steps is the caller's to judge. Nothing is recorded
     * and no fracture happens; expected numbers of fractures go on. The factor grid begins anew where the stretch ends.
     *
     * @param until day of the clock, not in the past
     * @param schedule of every lane; what lasts through the stretch goes on
     * @param pace length of steps
     * @throws IllegalArgumentException when the day lies in the past, a lane would grow too old, or the schedule has an
     *     event within the stretch
     */
    public void passQuietly(int until, Schedule schedule, QuietPace pace) {
        checkSpan(until);
        if (until > day && schedule.momentFrom(day + 1) < until) {
            throw new IllegalArgumentException("pass quietly: found an event on day " + schedule.momentFrom(day + 1)
                    + ", accepted are stretches from day " + day + " to " + until + " without any");
        }
        IntStream all = IntStream.range(0, blocks.length);
        (engine.parallel() && blocks.length > 1 ? all.parallel() : all)
                .forEach(b -> blocks[b].pass(day, until, schedule, pace));
        phase = 0;
        day = until;
    }

    private void checkSpan(int until) {
        if (until < day) {
            throw new IllegalArgumentException("advance: found day " + until + ", the cohort is already at day " + day
                    + "; fork it before advancing to branch from an earlier day");
        }
        double oldest = 0;
        for (Block block : blocks) {
            for (double age : block.bodies.ageDays) {
                oldest = Math.max(oldest, age + (until - day));
            }
        }
        if (oldest > BoneModel.LAST_DAY) {
            throw new IllegalArgumentException("advance: a sibling would be " + (int) (oldest / 365.25)
                    + " years old, accepted is up to 90 years, where the model's reference ends");
        }
        twin.reach((int) oldest);
    }

    /** Present value of one lane. */
    public double read(Observable observable, int lane) {
        return block(lane).bodies.read(observable, lane(lane));
    }
}
