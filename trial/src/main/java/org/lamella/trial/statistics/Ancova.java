package org.lamella.trial.statistics;

/**
 * Analysis of covariance: change explained by arm and the value at enrolment, two arms, equal slopes. Follows from the sums
 * of squares and products within each arm, so patients need not be kept.
 *
 * @param difference treated minus control at equal baseline
 * @param control mean change of the control arm at the overall mean baseline
 * @param treated mean change of the treated arm at the overall mean baseline
 */
public record Ancova(Effect difference, Effect control, Effect treated) {
    private static final int FEWEST = 2;

    /**
     * Fits the model.
     *
     * @param control value at enrolment and change of the patients of one arm
     * @param treated the same of the other
     * @throws IllegalArgumentException when an arm has fewer than two patients
     */
    public static Ancova of(Bivariate control, Bivariate treated) {
        if (control.n() < FEWEST || treated.n() < FEWEST) {
            throw new IllegalArgumentException("analysis of covariance: found " + treated.n() + " and " + control.n()
                    + " patients, accepted are at least 2 in each arm");
        }
        double n = control.n() + treated.n();
        double xx = control.xx() + treated.xx();
        if (xx == 0) {
            throw new ArithmeticException("analysis of covariance: all values at enrolment are equal within the arms");
        }
        double slope = (control.xy() + treated.xy()) / xx;
        double apart = treated.meanX() - control.meanX();
        double left = control.yy() + treated.yy() - slope * (control.xy() + treated.xy());
        double free = n - 3;
        double variance = Math.max(0, left) / free;
        double centre = (control.n() * control.meanX() + treated.n() * treated.meanX()) / n;
        double difference = treated.meanY() - control.meanY() - slope * apart;
        double unit = 1.0 / treated.n() + 1.0 / control.n() + apart * apart / xx;
        return new Ancova(
                Effect.student(difference, StrictMath.sqrt(variance * unit), free),
                mean(control, centre, slope, xx, variance, free),
                mean(treated, centre, slope, xx, variance, free));
    }

    private static Effect mean(Bivariate arm, double centre, double slope, double xx, double variance, double free) {
        double away = centre - arm.meanX();
        return Effect.student(
                arm.meanY() + slope * away, StrictMath.sqrt(variance * (1.0 / arm.n() + away * away / xx)), free);
    }
}
