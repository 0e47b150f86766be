package org.lamella.bone;

/**
 * Exponential, logarithm, power and normal distribution from additions, multiplications and
 * {@link Math#fma}, so that the same bits come out compiled or interpreted and on every machine. Bounds are checked by
 * {@code ElementaryVerificationTest}.
 */
final class Elementary {
    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 0x1.62e42fefa3800p-1;
    private static final double LN2_LOW = 0x1.ef35793c76730p-45;
    private static final double ROUND = 0x1.8p52;
    /** Added to a whole number, leaves it and the bias of exponents in the lowest bits. */
    private static final double BIASED_ROUND = 0x1.8p52 + 1023;

    private static final double EXP_LIMIT = 700;
    private static final double MODERATE = 2.8;
    private static final long SQRT_HALF_BITS = 0x3FE6A09E667F3BCDL;

    private Elementary() {}

    /** e to the x; x is taken into -700 to 700. Error at most 2 ulp. */
    static double exp(double x) {
        double y = limited(x);
        double k = nearestPower(y);
        return expNearZero(remainder(y, k)) * powerOfTwo(k);
    }

    /** e to the x for x from -2.8 to 2.8, into which it is taken: (e to the x/8) to the 8th, without taking bits apart. Error at most 20 ulp. */
    static double expModerate(double x) {
        return eighthPower(expNearZero(eighth(x)));
    }

    /** An eighth of x, which is taken into -2.8 to 2.8. */
    static double eighth(double x) {
        return Math.min(Math.max(x, -MODERATE), MODERATE) * 0.125;
    }

    static double eighthPower(double e) {
        double e2 = e * e;
        double e4 = e2 * e2;
        return e4 * e4;
    }

    static double limited(double x) {
        return Math.min(Math.max(x, -EXP_LIMIT), EXP_LIMIT);
    }

    /** Whole number nearest to x / ln 2. */
    static double nearestPower(double x) {
        return Math.fma(x, LOG2_E, ROUND) - ROUND;
    }

    /** x - k ln 2. */
    static double remainder(double x, double k) {
        return Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, x));
    }

    /** e to the r by its Taylor polynomial of degree 13, for |r| up to 0.35: even and odd terms apart. */
    static double expNearZero(double r) {
        double r2 = r * r;
        double even = Math.fma(1.0 / 479001600, r2, 1.0 / 3628800);
        double odd = Math.fma(1.0 / 6227020800.0, r2, 1.0 / 39916800);
        even = Math.fma(even, r2, 1.0 / 40320);
        odd = Math.fma(odd, r2, 1.0 / 362880);
        even = Math.fma(even, r2, 1.0 / 720);
        odd = Math.fma(odd, r2, 1.0 / 5040);
        even = Math.fma(even, r2, 1.0 / 24);
        odd = Math.fma(odd, r2, 1.0 / 120);
        even = Math.fma(even, r2, 0.5);
        odd = Math.fma(odd, r2, 1.0 / 6);
        return 1 + Math.fma(Math.fma(odd, r, even), r2, r);
    }

    /** 2 to the k, k whole, -1022 to 1023. */
    static double powerOfTwo(double k) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(k + BIASED_ROUND) << 52);
    }

    /** Natural logarithm of a normal positive number. Error at most 3 ulp. */
    static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long exponent = exponentOf(bits);
        return logOf(fraction(bits, exponent), exponent);
    }

    /** Power of two that brings a number between the square roots of 1/2 and 2. */
    static long exponentOf(long bits) {
        return (bits - SQRT_HALF_BITS) >> 52;
    }

    static double fraction(long bits, long exponent) {
        return Double.longBitsToDouble(bits - (exponent << 52));
    }

    /** ln(m 2^k) from s = (m - 1) / (m + 1): 2 s (1 + s^2/3 + ... + s^22/23) + k ln 2. */
    static double logOf(double m, double k) {
        double s = (m - 1) / (m + 1);
        double z = s * s;
        double z2 = z * z;
        double z4 = z2 * z2;
        double a = Math.fma(1.0 / 5, z, 1.0 / 3);
        double b = Math.fma(1.0 / 9, z, 1.0 / 7);
        double c = Math.fma(1.0 / 13, z, 1.0 / 11);
        double d = Math.fma(1.0 / 17, z, 1.0 / 15);
        double e = Math.fma(1.0 / 21, z, 1.0 / 19);
        double high = Math.fma(Math.fma(1.0 / 23, z2, e), z4, Math.fma(d, z2, c));
        double p = Math.fma(high, z4, Math.fma(b, z2, a));
        double s2 = s + s;
        double logM = Math.fma(p * z, s2, s2);
        return Math.fma(k, LN2_HIGH, Math.fma(k, LN2_LOW, logM));
    }

    /** x to the power p for x above 0; relative error about 1e-15 times (1 + |p log x|). Powers 1 to 4 are multiplied out. */
    static double pow(double x, double p) {
        if (p == 2) {
            return x * x;
        }
        if (p == 3) {
            return x * x * x;
        }
        if (p == 4) {
            double square = x * x;
            return square * square;
        }
        return p == 1 ? x : exp(p * log(x));
    }

    /**
     * Standard normal distribution function; x is taken into -8 to 8. Relative error below 1e-14. The tail is
     * exp(-z^2/2) times a polynomial of degree 20 in u = 2.875 z / (z + 3.5) - 1, fitted at Chebyshev nodes in 50 digits
     * (relative error of the fit 1e-17).
     */
    static double normalCdf(double x) {
        double z = tail(x);
        double under = exp(-0.5 * z * z) * normalPolynomial(normalArgument(z));
        return side(x, under);
    }

    /** The distribution function from the tail beyond |x|: one less it above 0, without a branch. */
    static double side(double x, double under) {
        double above = Math.max(Math.signum(x), 0);
        return under * (1 - 2 * above) + above;
    }

    /** Distance from the middle, at most 8. */
    static double tail(double x) {
        return Math.min(Math.abs(x), 8);
    }

    /** The variable u of {@link #normalPolynomial}. */
    static double normalArgument(double z) {
        return 2.875 * z / (z + 3.5) - 1;
    }

    /** The tail of the normal distribution beyond z over exp(-z^2/2), in u; even and odd powers apart. */
    static double normalPolynomial(double u) {
        double u2 = u * u;
        double even = Math.fma(-9.79712811030304e-13, u2, 2.2140392345205473e-11);
        double odd = Math.fma(1.9355174024144024e-12, u2, 1.966819229165159e-11);
        even = Math.fma(even, u2, -2.1179815201264798e-10);
        odd = Math.fma(odd, u2, -8.055072755391063e-10);
        even = Math.fma(even, u2, 3.7965259030214854e-10);
        odd = Math.fma(odd, u2, 1.144057084067197e-08);
        even = Math.fma(even, u2, 2.3768983422917824e-08);
        odd = Math.fma(odd, u2, -1.0621207255766894e-07);
        even = Math.fma(even, u2, -5.696665357180376e-07);
        odd = Math.fma(odd, u2, 6.624341973728099e-07);
        even = Math.fma(even, u2, 1.0331171224585003e-05);
        odd = Math.fma(odd, u2, -3.2441420764304043e-06);
        even = Math.fma(even, u2, -0.00020162122310813386);
        odd = Math.fma(odd, u2, 0.00023894051386119628);
        even = Math.fma(even, u2, 0.00450375328346329);
        odd = Math.fma(odd, u2, -0.028757317948837773);
        even = Math.fma(even, u2, 0.09338681759415386);
        odd = Math.fma(odd, u2, -0.1969176721955266);
        even = Math.fma(even, u2, 0.17686253798901605);
        return Math.fma(odd, u, even);
    }
}
