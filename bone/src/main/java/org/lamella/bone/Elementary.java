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
     * Standard normal distribution function; x is taken into -8 to 8. Relative error below 1e-14. The tail is
     * exp(-z^2/2) times a polynomial of degree 20 in u = 2.875 z / (z + 3.5) - 1, fitted at Chebyshev nodes in 50 digits
     * (relative error of the fit 1e-17).
     */
    static double normalCdf(double x) {
        double z = Math.min(Math.abs(x), 8);
        double u = 2.875 * z / (z + 3.5) - 1;
        double p = -9.79712811030304e-13;
        p = Math.fma(p, u, 1.9355174024144024e-12);
        p = Math.fma(p, u, 2.2140392345205473e-11);
        p = Math.fma(p, u, 1.966819229165159e-11);
        p = Math.fma(p, u, -2.1179815201264798e-10);
        p = Math.fma(p, u, -8.055072755391063e-10);
        p = Math.fma(p, u, 3.7965259030214854e-10);
        p = Math.fma(p, u, 1.144057084067197e-08);
        p = Math.fma(p, u, 2.3768983422917824e-08);
        p = Math.fma(p, u, -1.0621207255766894e-07);
        p = Math.fma(p, u, -5.696665357180376e-07);
        p = Math.fma(p, u, 6.624341973728099e-07);
        p = Math.fma(p, u, 1.0331171224585003e-05);
        p = Math.fma(p, u, -3.2441420764304043e-06);
        p = Math.fma(p, u, -0.00020162122310813386);
        p = Math.fma(p, u, 0.00023894051386119628);
        p = Math.fma(p, u, 0.00450375328346329);
        p = Math.fma(p, u, -0.028757317948837773);
        p = Math.fma(p, u, 0.09338681759415386);
        p = Math.fma(p, u, -0.1969176721955266);
        p = Math.fma(p, u, 0.17686253798901605);
        double tail = exp(-0.5 * z * z) * p;
        return x > 0 ? 1 - tail : tail;
    }
}
