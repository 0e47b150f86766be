package org.lamella.bone;

/**
 * Steps through stretches of life in which nothing happens. What is slow there (bone) bears long steps; what is fast
 * (cells) stays at its steady state, to which the implicit steps lead at any length.
 *
 * @param strideDays days per integration step, 1 to 28
 * @param factorDays days between renewals of the slow factors, {@code strideDays} to 112
 */
public record QuietPace(int strideDays, int factorDays) {
    public QuietPace {
        if (strideDays < 1 || strideDays > 28 || factorDays < strideDays || factorDays > 112) {
            throw new IllegalArgumentException("pace: found steps of " + strideDays + " days and factors every "
                    + factorDays + " days, accepted are 1 to 28 and the step to 112");
        }
    }
}
