package org.lamella.bone;

/**
 * Branch-free exponential, logarithm, power and normal distribution from additions, multiplications and
 * {@link Math#fma}, so that the same bits come out compiled or interpreted and on every machine. Bounds are checked by
 * {@code ElementaryVerificationTest}.
 */
final class Elementary {
    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 0x1.62e42fefa3800p-1;
    private static final double LN2_LOW = 0x1.ef35793c76730p-45;
    private static final double ROUND = 0x1.8p52;
    private static final double EXP_LIMIT = 700;
    private static final long SQRT_HALF_BITS = 0x3FE6A09E667F3BCDL;

    private Elementary() {}

    /** e to the x; x is taken into -700 to 700. Error at most 2 ulp. */
    static double exp(double x) {
        double y = Math.max(-EXP_LIMIT, Math.min(EXP_LIMIT, x));
        double k = Math.fma(y, LOG2_E, ROUND) - ROUND;
        double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, y));
        double p = 1.0 / 6227020800.0;
        p = Math.fma(p, r, 1.0 / 479001600.0);
        p = Math.fma(p, r, 1.0 / 39916800.0);
        p = Math.fma(p, r, 1.0 / 3628800.0);
        p = Math.fma(p, r, 1.0 / 362880.0);
        p = Math.fma(p, r, 1.0 / 40320.0);
        p = Math.fma(p, r, 1.0 / 5040.0);
        p = Math.fma(p, r, 1.0 / 720.0);
        p = Math.fma(p, r, 1.0 / 120.0);
        p = Math.fma(p, r, 1.0 / 24.0);
        p = Math.fma(p, r, 1.0 / 6.0);
        p = Math.fma(p, r, 0.5);
        p = Math.fma(p, r, 1.0);
        p = Math.fma(p, r, 1.0);
        return p * Double.longBitsToDouble(((long) k + 1023L) << 52);
    }

    /** Natural logarithm of a normal positive number. Error at most 3 ulp. */
    static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long shifted = bits - SQRT_HALF_BITS;
        long exponent = shifted >> 52;
        double m = Double.longBitsToDouble(bits - (exponent << 52));
        double s = (m - 1) / (m + 1);
        double z = s * s;
        double p = 1.0 / 23;
        p = Math.fma(p, z, 1.0 / 21);
        p = Math.fma(p, z, 1.0 / 19);
        p = Math.fma(p, z, 1.0 / 17);
        p = Math.fma(p, z, 1.0 / 15);
        p = Math.fma(p, z, 1.0 / 13);
        p = Math.fma(p, z, 1.0 / 11);
        p = Math.fma(p, z, 1.0 / 9);
        p = Math.fma(p, z, 1.0 / 7);
        p = Math.fma(p, z, 1.0 / 5);
        p = Math.fma(p, z, 1.0 / 3);
        double s2 = s + s;
        double logM = Math.fma(p * z, s2, s2);
        return Math.fma(exponent, LN2_HIGH, Math.fma(exponent, LN2_LOW, logM));
    }

    /** x to the power p for x above 0; relative error about 1e-15 times (1 + |p log x|). */
    static double pow(double x, double p) {
        return exp(p * log(x));
    }

    /**
     * Standard normal distribution function; x is taken into -7 to 7. Absolute error below 1e-15, relative error below
     * 1e-13. Rational approximation 5666 of Hart et al., Computer Approximations (1968), as reprinted by West 2005
     * (Wilmott Magazine, Better approximations to cumulative normal functions).
     */
    static double normalCdf(double x) {
        double z = Math.min(Math.abs(x), 7);
        double p = 3.52624965998911e-2;
        p = Math.fma(p, z, 0.700383064443688);
        p = Math.fma(p, z, 6.37396220353165);
        p = Math.fma(p, z, 33.912866078383);
        p = Math.fma(p, z, 112.079291497871);
        p = Math.fma(p, z, 221.213596169931);
        p = Math.fma(p, z, 220.206867912376);
        double q = 8.83883476483184e-2;
        q = Math.fma(q, z, 1.75566716318264);
        q = Math.fma(q, z, 16.064177579207);
        q = Math.fma(q, z, 86.7807322029461);
        q = Math.fma(q, z, 296.564248779674);
        q = Math.fma(q, z, 637.333633378831);
        q = Math.fma(q, z, 793.826512519948);
        q = Math.fma(q, z, 440.413735824752);
        double tail = exp(-0.5 * z * z) * p / q;
        return x > 0 ? 1 - tail : tail;
    }
}
