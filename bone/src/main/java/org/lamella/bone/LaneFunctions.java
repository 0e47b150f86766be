package org.lamella.bone;

import static org.lamella.bone.Elementary.eighth;
import static org.lamella.bone.Elementary.eighthPower;
import static org.lamella.bone.Elementary.expNearZero;
import static org.lamella.bone.Elementary.exponentOf;
import static org.lamella.bone.Elementary.fraction;
import static org.lamella.bone.Elementary.limited;
import static org.lamella.bone.Elementary.logOf;
import static org.lamella.bone.Elementary.nearestPower;
import static org.lamella.bone.Elementary.normalArgument;
import static org.lamella.bone.Elementary.normalPolynomial;
import static org.lamella.bone.Elementary.powerOfTwo;
import static org.lamella.bone.Elementary.remainder;
import static org.lamella.bone.Elementary.side;
import static org.lamella.bone.Elementary.tail;

/**
 * {@link Elementary} on many lanes at once, in place, with the same bits. Each polynomial and each step around it stands in
 * a short loop of its own, because the compiler turns those into vector instructions but not longer ones. Not
 * thread-safe: each block has its own.
 */
final class LaneFunctions {
    private final double[] powers;
    private final double[] bell;
    private final double[] ratio;

    LaneFunctions(int lanes) {
        powers = new double[lanes];
        bell = new double[lanes];
        ratio = new double[lanes];
    }

    /** e to the x for lanes {@code from} to {@code until - 1}. */
    void exp(double[] x, int from, int until) {
        double[] k = powers;
        for (int i = from; i < until; i++) {
            double y = limited(x[i]);
            double power = nearestPower(y);
            k[i] = power;
            x[i] = remainder(y, power);
        }
        expNear(x, from, until);
        for (int i = from; i < until; i++) {
            x[i] *= powerOfTwo(k[i]);
        }
    }

    private static void expNear(double[] x, int from, int until) {
        for (int i = from; i < until; i++) {
            x[i] = expNearZero(x[i]);
        }
    }

    /** e to the x from -2.8 to 2.8. */
    void expModerate(double[] x, int from, int until) {
        for (int i = from; i < until; i++) {
            x[i] = eighth(x[i]);
        }
        expNear(x, from, until);
        for (int i = from; i < until; i++) {
            x[i] = eighthPower(x[i]);
        }
    }

    /** Natural logarithm of normal positive numbers. */
    void log(double[] x, int from, int until) {
        double[] k = powers;
        for (int i = from; i < until; i++) {
            long bits = Double.doubleToRawLongBits(x[i]);
            long exponent = exponentOf(bits);
            k[i] = exponent;
            x[i] = fraction(bits, exponent);
        }
        for (int i = from; i < until; i++) {
            x[i] = logOf(x[i], k[i]);
        }
    }

    /** x to the power p for x above 0; powers 1 to 4 are multiplied out. */
    void pow(double[] x, double p, int from, int until) {
        if (p == 2) {
            for (int i = from; i < until; i++) {
                x[i] *= x[i];
            }
        } else if (p == 3) {
            for (int i = from; i < until; i++) {
                x[i] = x[i] * x[i] * x[i];
            }
        } else if (p == 4) {
            for (int i = from; i < until; i++) {
                double square = x[i] * x[i];
                x[i] = square * square;
            }
        } else if (p != 1) {
            anyPower(x, p, from, until);
        }
    }

    private void anyPower(double[] x, double p, int from, int until) {
        log(x, from, until);
        for (int i = from; i < until; i++) {
            x[i] *= p;
        }
        exp(x, from, until);
    }

    /** Standard normal distribution function. */
    void normalCdf(double[] x, int from, int until) {
        double[] density = bell;
        double[] beyond = ratio;
        for (int i = from; i < until; i++) {
            double z = tail(x[i]);
            density[i] = -0.5 * z * z;
            beyond[i] = normalArgument(z);
        }
        exp(density, from, until);
        for (int i = from; i < until; i++) {
            beyond[i] = normalPolynomial(beyond[i]);
        }
        for (int i = from; i < until; i++) {
            x[i] = side(x[i], density[i] * beyond[i]);
        }
    }
}
