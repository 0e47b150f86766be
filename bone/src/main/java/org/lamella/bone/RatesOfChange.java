package org.lamella.bone;

import java.util.List;

/**
 * The equations of one person as rates of change, for integrators written by others: reference solutions and comparisons
 * of speed. The equations are not written again: a rate is the change over a vanishing step of {@link BoneStep}, divided
 * by it. Slow factors stay as they were last renewed. Not thread-safe.
 */
public final class RatesOfChange {
    private static final List<String> STATES = List.of(
            "cells.X",
            "cells.Y",
            "cells.B",
            "load.muscle",
            "vitaminD",
            "calcium",
            "calcium.usualBalance",
            "vertebra.deformity");
    private static final List<String> BEGINNINGS = List.of("load.disuse.", "expected.");
    private static final List<String> ENDINGS = List.of(
            ".C", ".N", ".Th", ".q", ".mu", ".Rp", ".Ct", ".phi", ".W", ".s", ".b", ".callus", ".damage", ".bow",
            ".rod");
    /** Days; small against the fastest rate of about 0.2 per day. */
    private static final double STEP = 0.002;

    private final Bodies bodies;
    private final BoneStep step;
    private final SlowFactors factors;
    private final double[][] states;

    RatesOfChange(Bodies one) {
        this.bodies = one;
        this.step = new BoneStep(one, 1);
        this.factors = new SlowFactors(one);
        one.twin.reach((int) one.ageDays[0]);
        this.states = one.arrays.matching(RatesOfChange::isState);
    }

    private static boolean isState(String name) {
        return STATES.contains(name)
                || BEGINNINGS.stream().anyMatch(name::startsWith)
                || ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** Number of states. */
    public int dimension() {
        return states.length;
    }

    /** Present values, in an order of the model's own. */
    public double[] state() {
        double[] y = new double[states.length];
        for (int k = 0; k < y.length; k++) {
            y[k] = states[k][0];
        }
        return y;
    }

    /** Sets all states. */
    public void set(double[] y) {
        for (int k = 0; k < y.length; k++) {
            states[k][0] = y[k];
        }
    }

    /** Renews the slow factors at the present state; see {@link Engine#factorDays()}. */
    public void renew(double intervalDays) {
        bodies.prepare(0, intervalDays, intervalDays);
        factors.renew(0, 1);
    }

    /** Lets the person age without integrating. */
    public void older(int days) {
        bodies.older(days);
        bodies.twin.reach((int) bodies.ageDays[0]);
    }

    public double read(Observable observable) {
        return bodies.read(observable, 0);
    }

    /** Rates per day at state {@code y} from one vanishing step: cheap, relative error about 1e-4. */
    public void rates(double[] y, double[] rates) {
        quotient(y, STEP, rates);
    }

    /** Rates per day at state {@code y}, extrapolated from three vanishing steps; relative error about 1e-9. */
    public void exactRates(double[] y, double[] rates) {
        int n = y.length;
        double[] whole = new double[n];
        double[] half = new double[n];
        double[] quarter = new double[n];
        quotient(y, 1e-9, whole);
        quotient(y, STEP, whole);
        quotient(y, STEP / 2, half);
        quotient(y, STEP / 4, quarter);
        for (int k = 0; k < n; k++) {
            double first = 2 * half[k] - whole[k];
            double second = 2 * quarter[k] - half[k];
            rates[k] = (4 * second - first) / 3;
        }
    }

    private void quotient(double[] y, double days, double[] rates) {
        set(y);
        bodies.length.set(0, days);
        step.advance(0, 1);
        for (int k = 0; k < y.length; k++) {
            rates[k] = (states[k][0] - y[k]) / days;
        }
    }
}
