package org.lamella.twin.calibration;

import java.util.List;

/**
 * How one virtual child was fitted.
 *
 * @param type OI type
 * @param sex sex
 * @param years age on the day of the plan
 * @param treated true with zoledronate
 * @param siblings drawn for this child
 * @param effectiveSampleSize of the siblings
 * @param ranks share of the siblings' weight below the truth, one for each of {@link #PRESENT}; uniform when calibrated
 * @param next a year later: rank of the truth among the five forecast quantiles, one for each of {@link #FORECAST}
 */
public record Outcome(
        String type,
        String sex,
        int years,
        boolean treated,
        int siblings,
        double effectiveSampleSize,
        List<Double> ranks,
        List<Interval> next) {
    /** What is known of the present. */
    public static final List<String> PRESENT =
            List.of("spine Z today", "limb hazard today", "turnover", "osteoblast output", "frailty");

    /** What is forecast. */
    public static final List<String> FORECAST =
            List.of("true spine Z in a year", "measured spine Z in a year", "fractures in a year");

    public Outcome {
        ranks = List.copyOf(ranks);
        next = List.copyOf(next);
    }

    /**
     * Whether intervals of a forecast held the truth.
     *
     * @param half inside the central 50 %
     * @param ninety inside the central 90 %
     */
    public record Interval(boolean half, boolean ninety) {}

    /** Age band of the child. */
    public String band() {
        return years < 5 ? "3 to 4 years" : years < 8 ? "5 to 7 years" : "8 years and older";
    }
}
