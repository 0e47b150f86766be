package org.lamella.bone;

import java.util.List;
import org.lamella.evidence.growth.GrowthReference;
import org.lamella.patient.Sex;

/**
 * Heights and weights that were measured. The model follows them between the measurements; beyond the last one height
 * and weight follow the sibling's traits from there.
 *
 * @param heights ascending in age; may be empty
 * @param weights ascending in age; may be empty
 */
public record MeasuredGrowth(List<Height> heights, List<Weight> weights) {
    public static final MeasuredGrowth NONE = new MeasuredGrowth(List.of(), List.of());

    public MeasuredGrowth {
        heights = List.copyOf(heights);
        weights = List.copyOf(weights);
        for (int i = 1; i < heights.size(); i++) {
            ascending(heights.get(i - 1).ageDays(), heights.get(i).ageDays());
        }
        for (int i = 1; i < weights.size(); i++) {
            ascending(weights.get(i - 1).ageDays(), weights.get(i).ageDays());
        }
    }

    private static void ascending(int earlier, int later) {
        if (later <= earlier) {
            throw new IllegalArgumentException("measured growth: ages must ascend, found day " + earlier
                    + " followed by day " + later + "; keep one measurement per day");
        }
    }

    /**
     * @param ageDays age in days
     * @param centimetres standing height or length
     */
    public record Height(int ageDays, double centimetres) {
        public Height {
            if (ageDays < 0 || !(centimetres >= 20 && centimetres <= 250)) {
                throw new IllegalArgumentException("height: found " + centimetres + " cm at day " + ageDays
                        + ", accepted are 20 to 250 cm at day 0 or later");
            }
        }

        /** Linear height Z-score, (height / median - 1) / variation, on the scale of {@link Trait#HEIGHT_Z}. */
        public double linearZ(Sex sex) {
            GrowthTable table = Tables.of(sex);
            return (centimetres / 100 / table.height(ageDays) - 1) / table.variation(ageDays);
        }
    }

    /** Age of the fastest pubertal growth of the median child, in years. */
    public static double peakVelocityAge(Sex sex) {
        return Tables.of(sex).peakVelocityAge();
    }

    /** Medians, made once when asked for. */
    private static final class Tables {
        private static final GrowthTable FEMALE = new GrowthTable(GrowthReference.cdc2000(), Sex.FEMALE);
        private static final GrowthTable MALE = new GrowthTable(GrowthReference.cdc2000(), Sex.MALE);

        static GrowthTable of(Sex sex) {
            return sex == Sex.FEMALE ? FEMALE : MALE;
        }
    }

    /**
     * @param ageDays age in days
     * @param kilograms body weight
     */
    public record Weight(int ageDays, double kilograms) {
        public Weight {
            if (ageDays < 0 || !(kilograms >= 0.5 && kilograms <= 300)) {
                throw new IllegalArgumentException("weight: found " + kilograms + " kg at day " + ageDays
                        + ", accepted are 0.5 to 300 kg at day 0 or later");
            }
        }
    }
}
