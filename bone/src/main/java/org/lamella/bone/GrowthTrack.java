package org.lamella.bone;

import java.util.List;
import org.lamella.patient.measure.Age;

/**
 * The measured growth of one person as linear height Z-scores, (height / median - 1) / CV, and as logarithms of the
 * weight beyond what height and BMI Z predict. Between measurements both are interpolated in age.
 */
final class GrowthTrack {
    private final double[] heightDay;
    private final double[] z;
    private final double[] weightDay;
    private final double[] offset;
    private final PubertalLoss puberty;
    /** Part of the final height Z reached, and height Z lost in puberty, at the first and the last measured height. */
    private final double firstShare;

    private final double firstLost;
    private final double lastShare;
    private final double lastLost;

    private GrowthTrack(
            double[] heightDay, double[] z, double[] weightDay, double[] offset, PubertalLoss puberty, double lag) {
        this.puberty = puberty;
        int n = heightDay.length;
        firstShare = n == 0 ? 1 : share(heightDay[0], lag);
        firstLost = n == 0 ? 0 : puberty.lost(heightDay[0]);
        lastShare = n == 0 ? 1 : share(heightDay[n - 1], lag);
        lastLost = n == 0 ? 0 : puberty.lost(heightDay[n - 1]);
        this.heightDay = heightDay;
        this.z = z;
        this.weightDay = weightDay;
        this.offset = offset;
    }

    /**
     * @param growth measurements
     * @param table medians
     * @param traitZ height Z the person tends to
     * @param bmiZ BMI Z of the person
     * @param puberty height Z lost in puberty
     * @param lag years over which the Z-score falls to its trait
     * @param bmiVariation spread of log BMI
     */
    static GrowthTrack of(
            MeasuredGrowth growth,
            GrowthTable table,
            double traitZ,
            double bmiZ,
            PubertalLoss puberty,
            double lag,
            double bmiVariation) {
        List<MeasuredGrowth.Height> heights = growth.heights();
        double[] heightDay =
                heights.stream().mapToDouble(MeasuredGrowth.Height::ageDays).toArray();
        double[] z = heights.stream()
                .mapToDouble(
                        h -> (h.centimetres() / 100 / table.height(h.ageDays()) - 1) / table.variation(h.ageDays()))
                .toArray();
        GrowthTrack height = new GrowthTrack(heightDay, z, new double[0], new double[0], puberty, lag);
        double[] weightDay = growth.weights().stream()
                .mapToDouble(MeasuredGrowth.Weight::ageDays)
                .toArray();
        double[] offset = growth.weights().stream()
                .mapToDouble(w -> {
                    double ratio = 1
                            + table.variation(w.ageDays())
                                    * height.heightZ(w.ageDays(), traitZ, share(w.ageDays(), lag));
                    double expected = table.weight(w.ageDays()) * ratio * ratio;
                    return Elementary.log(w.kilograms() / expected) - bmiVariation * bmiZ;
                })
                .toArray();
        return new GrowthTrack(heightDay, z, weightDay, offset, puberty, lag);
    }

    /** Part of the final height Z that is reached on a day. */
    private static double share(double day, double lag) {
        return 1 - 0.5 * Elementary.exp(-day / Age.DAYS_PER_YEAR / lag);
    }

    double heightZ(double day, double traitZ, double share) {
        int n = heightDay.length;
        if (n == 0) {
            return traitZ * share - puberty.lost(day);
        }
        if (day <= heightDay[0]) {
            return (z[0] + firstLost) * share / firstShare - puberty.lost(day);
        }
        if (day >= heightDay[n - 1]) {
            double lost = puberty.lost(day) - lastLost;
            return z[n - 1] + traitZ * (share - lastShare) - lost;
        }
        return interpolate(heightDay, z, day);
    }

    /** Change of {@link #heightZ} per year. */
    double heightZVelocity(double day, double traitZ, double shareVelocity) {
        int n = heightDay.length;
        if (n == 0 || day >= heightDay[n - 1]) {
            return traitZ * shareVelocity - puberty.velocity(day);
        }
        if (day <= heightDay[0]) {
            double tends = (z[0] + firstLost) * shareVelocity / firstShare;
            return tends - puberty.velocity(day);
        }
        int i = segment(heightDay, day);
        return (z[i + 1] - z[i]) / (heightDay[i + 1] - heightDay[i]) * Age.DAYS_PER_YEAR;
    }

    /** Weight over what height and build predict. */
    double weightFactor(double day) {
        return weightDay.length == 0 ? 1 : Elementary.exp(weightOffset(day));
    }

    private double weightOffset(double day) {
        int n = weightDay.length;
        if (day <= weightDay[0]) {
            return offset[0];
        }
        return day >= weightDay[n - 1] ? offset[n - 1] : interpolate(weightDay, offset, day);
    }

    private static double interpolate(double[] x, double[] y, double at) {
        int i = segment(x, at);
        return y[i] + (y[i + 1] - y[i]) * (at - x[i]) / (x[i + 1] - x[i]);
    }

    private static int segment(double[] x, double at) {
        int i = 0;
        while (x[i + 1] < at) {
            i++;
        }
        return i;
    }
}
