package org.lamella.bone;

import java.util.function.IntFunction;

/**
 * Siblings in the course of their lives: the mutable state of a simulation. Each lane depends on its own sibling,
 * schedule and mode only, so results do not depend on how lanes are grouped. Not thread-safe.
 */
public final class Cohort {
    private Cohort() {}

    public int lanes() {
        throw new UnsupportedOperationException("the kernel is not connected yet");
    }

    /** Day of the cohort's clock. */
    public int day() {
        throw new UnsupportedOperationException("the kernel is not connected yet");
    }

    public int ageDays(int lane) {
        throw new UnsupportedOperationException("the kernel is not connected yet");
    }

    /** An independent copy of the present state, so that options branch from the same history. */
    public Cohort fork() {
        throw new UnsupportedOperationException("the kernel is not connected yet");
    }

    /** Copies of chosen lanes in the given order; an index may repeat. */
    public Cohort select(int[] lanes) {
        throw new UnsupportedOperationException("the kernel is not connected yet");
    }

    /** Sets which fractures happen from now on. Sampled thresholds start to count here. */
    public void fractures(FractureMode mode) {
        throw new UnsupportedOperationException("the kernel is not connected yet");
    }

    /** Advances to a day of the clock; every lane follows the same schedule. */
    public void advanceTo(int day, Schedule schedule, Recorder recorder) {
        advanceTo(day, lane -> schedule, recorder);
    }

    /** Advances to a day of the clock; each lane follows its own schedule. */
    public void advanceTo(int day, IntFunction<Schedule> schedules, Recorder recorder) {
        throw new UnsupportedOperationException("the kernel is not connected yet");
    }

    /** Present value of one lane. */
    public double read(Observable observable, int lane) {
        throw new UnsupportedOperationException("the kernel is not connected yet");
    }
}
