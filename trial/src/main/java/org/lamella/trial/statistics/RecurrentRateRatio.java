package org.lamella.trial.statistics;

import org.jspecify.annotations.Nullable;

/**
 * The proportional rates model of Andersen and Gill for two groups, from how many were seen and had events by day, without
 * the patients themselves. Ties after Efron (doi:10.1080/01621459.1977.10480613); the variance is robust against dependence
 * within a patient (Lin, Wei, Yang and Ying 2000, doi:10.1111/1467-9868.00259). Gives what {@link HazardRegression#andersenGill}
 * gives for whole days.
 */
public final class RecurrentRateRatio {
    private static final int MOST_STEPS = 50;
    private static final double CONVERGED = 1e-10;
    private static final double LONGEST_STEP = 3;

    private final RecurrentEvents[] groups;
    private final int days;
    private final double[][] atRisk;

    private RecurrentRateRatio(RecurrentEvents control, RecurrentEvents treated) {
        this.groups = new RecurrentEvents[] {control, treated};
        this.days = Math.max(control.lastDay(), treated.lastDay()) + 1;
        this.atRisk = new double[2][days];
        for (int g = 0; g < 2; g++) {
            double n = 0;
            for (int day = days - 1; day >= 0; day--) {
                n += day <= groups[g].lastDay() ? groups[g].ending(day) : 0;
                atRisk[g][day] = n;
            }
        }
    }

    /**
     * Rate of the treated over that of the controls.
     *
     * @throws ArithmeticException when a group has no events
     */
    public static Effect of(RecurrentEvents control, RecurrentEvents treated) {
        return new RecurrentRateRatio(control, treated).fit();
    }

    private double events(int group, int day) {
        return day <= groups[group].lastDay() ? groups[group].events(day) : 0;
    }

    /** What happened on one day: jump of the baseline, the same weighted by the share of the treated, and that share. */
    private record Jump(double hazard, double weighted, double hazardOfEvents, double weightedOfEvents, double share) {}

    private double score;
    private double information;

    /** Score, information and jumps at one log ratio. */
    private @Nullable Jump[] at(double beta) {
        double theta = StrictMath.exp(beta);
        @Nullable Jump[] jumps = new Jump[days];
        score = 0;
        information = 0;
        for (int day = 0; day < days; day++) {
            double treated = events(1, day);
            double all = treated + events(0, day);
            if (all == 0) {
                continue;
            }
            double hazard = 0;
            double weighted = 0;
            double hazardOfEvents = 0;
            double weightedOfEvents = 0;
            double mean = 0;
            score += treated;
            for (int tie = 0; tie < all; tie++) {
                double gone = tie / all;
                double risk = theta * (atRisk[1][day] - gone * treated);
                double sum = atRisk[0][day] - gone * (all - treated) + risk;
                double share = risk / sum;
                score -= share;
                information += share * (1 - share);
                mean += share / all;
                hazard += 1 / sum;
                weighted += share / sum;
                hazardOfEvents += (1 - gone) / sum;
                weightedOfEvents += (1 - gone) * share / sum;
            }
            jumps[day] = new Jump(hazard, weighted, hazardOfEvents, weightedOfEvents, mean);
        }
        return jumps;
    }

    private Effect fit() {
        double beta = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            at(beta);
            double move = score / information;
            beta += Math.clamp(move, -LONGEST_STEP, LONGEST_STEP);
            if (Math.abs(move) < CONVERGED) {
                @Nullable Jump[] jumps = at(beta);
                double middle = squares(0, 1, jumps) + squares(1, StrictMath.exp(beta), jumps);
                return Effect.normal(beta, StrictMath.sqrt(middle) / information)
                        .exponentiated();
            }
        }
        throw new ArithmeticException("recurrent events: no finite estimate (an arm without events?)");
    }

    /**
     * Squares of the score residuals of the patients of a group. A residual is a part that grows with every day seen, and a
     * part for each event.
     *
     * @param x 1 for the treated
     * @param risk relative rate of the group
     */
    private double squares(int x, double risk, @Nullable Jump[] jumps) {
        double[] seen = new double[days];
        double[] event = new double[days];
        double sum = 0;
        for (int day = 0; day < days; day++) {
            Jump j = jumps[day];
            if (j != null) {
                double without = risk * (x * j.hazard - j.weighted);
                sum -= without;
                event[day] = x - j.share - risk * (x * j.hazardOfEvents - j.weightedOfEvents) + without;
            }
            seen[day] = sum;
        }
        double[] total = {0};
        for (int day = 0; day <= groups[x].lastDay(); day++) {
            total[0] += groups[x].ending(day) * seen[day] * seen[day];
        }
        groups[x].forEachEnd((day, end, times) -> total[0] += 2 * times * event[day] * seen[end]);
        groups[x].forEachPair((day, other, times) -> total[0] += times * event[day] * event[other]);
        return total[0];
    }
}
