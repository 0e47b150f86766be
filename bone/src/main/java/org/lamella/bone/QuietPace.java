package org.lamella.bone;

/**
 * Steps through stretches of life in which nothing happens. What is slow there (bone) bears long steps; what is fast
 * (cells) stays at its steady state, to which the implicit steps lead at any length.
 *
 * @param strideDays days per integration step, 1 to 28
 * @param factorDays days between renewals of the slow factors, {@code strideDays} to 112
 */
public record QuietPace(int strideDays, int factorDays) {
    private static final QuietPace INFANT = new QuietPace(7, 28);
    private static final QuietPace CHILD = new QuietPace(10, 28);
    private static final QuietPace ADULT = new QuietPace(28, 112);
    private static final int CHILD_FROM = 4 * 365;
    private static final int ADULT_FROM = 21 * 365;

    public QuietPace {
        if (strideDays < 1 || strideDays > 28 || factorDays < strideDays || factorDays > 112) {
            throw new IllegalArgumentException("pace: found steps of " + strideDays + " days and factors every "
                    + factorDays + " days, accepted are 1 to 28 and the step to 112");
        }
    }

    /**
     * The usual pace at an age: the slower the body changes, the longer the steps. Against the standard steps it changes spine Z
     * by less than 0.02 and hazards by less than 1 % ({@code QuietPaceVerificationTest}).
     */
    public static QuietPace at(int ageDays) {
        return ageDays < CHILD_FROM ? INFANT : ageDays < ADULT_FROM ? CHILD : ADULT;
    }

    /** First day of age after {@code ageDays} on which the usual pace changes, or one that nobody reaches. */
    public static int lastsUntil(int ageDays) {
        return ageDays < CHILD_FROM ? CHILD_FROM : ageDays < ADULT_FROM ? ADULT_FROM : Integer.MAX_VALUE;
    }
}
