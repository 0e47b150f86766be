package org.lamella.care.dose;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact fraction of whole numbers.
 *
 * @param top numerator
 * @param bottom denominator, above 0
 */
record Ratio(BigInteger top, BigInteger bottom) implements Comparable<Ratio> {

    Ratio {
        if (bottom.signum() <= 0) {
            throw new IllegalArgumentException("fraction: the denominator must be above 0, found " + bottom);
        }
    }

    static Ratio of(long whole) {
        return new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Ratio of(BigInteger whole) {
        return new Ratio(whole, BigInteger.ONE);
    }

    static Ratio of(BigDecimal value) {
        int decimals = Math.max(value.scale(), 0);
        return new Ratio(value.setScale(decimals).unscaledValue(), BigInteger.TEN.pow(decimals));
    }

    Ratio times(Ratio other) {
        return new Ratio(top.multiply(other.top), bottom.multiply(other.bottom));
    }

    /** Division by a fraction above 0. */
    Ratio over(Ratio other) {
        return new Ratio(top.multiply(other.bottom), bottom.multiply(other.top));
    }

    Ratio minus(Ratio other) {
        return new Ratio(
                top.multiply(other.bottom).subtract(other.top.multiply(bottom)), bottom.multiply(other.bottom));
    }

    Ratio absolute() {
        return new Ratio(top.abs(), bottom);
    }

    /** Largest whole number not above; for fractions of 0 or more. */
    BigInteger floor() {
        return top.divide(bottom);
    }

    /** Largest multiple of 1/parts not above; for fractions of 0 or more. */
    Ratio flooredTo(BigInteger parts) {
        return new Ratio(times(of(parts)).floor(), parts);
    }

    @Override
    public int compareTo(Ratio other) {
        return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
    }
}
