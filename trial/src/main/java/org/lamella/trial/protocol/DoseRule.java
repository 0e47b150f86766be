package org.lamella.trial.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;

/** How one dose follows from the person on the day. */
public sealed interface DoseRule {
    /** In words, as a protocol would write it. */
    String inWords();

    /**
     * The same for everybody.
     *
     * @param dose amount
     */
    record Fixed(Milligrams dose) implements DoseRule {
        @Override
        public String inWords() {
            return dose.toString();
        }
    }

    /**
     * By body weight, up to a cap.
     *
     * @param amount per kilogram
     * @param cap most that is given, or null
     */
    record PerKilogram(
            MilligramsPerKilogram amount, @Nullable Milligrams cap) implements DoseRule {
        @Override
        public String inWords() {
            return amount + (cap == null ? "" : " (at most " + cap + ")");
        }
    }

    /**
     * By body surface, after Mosteller (doi:10.1056/NEJM198710223171717): the root of height in cm times weight in kg
     * divided by 3600.
     *
     * @param milligramsPerSquareMetre above 0, up to 1000 mg/m²
     */
    record PerSquareMetre(double milligramsPerSquareMetre) implements DoseRule {
        public PerSquareMetre {
            if (!(milligramsPerSquareMetre > 0 && milligramsPerSquareMetre <= 1000)) {
                throw new IllegalArgumentException("dose per body surface: found " + milligramsPerSquareMetre
                        + " mg/m2, accepted is above 0 up to 1000 mg/m2");
            }
        }

        @Override
        public String inWords() {
            return Entry.plain(milligramsPerSquareMetre) + " mg/m2";
        }
    }

    /**
     * The first band whose limit the person is below.
     *
     * @param by what the bands count
     * @param bands limits rising; the last one has no limit
     */
    record Bands(By by, List<Band> bands) implements DoseRule {
        /** What a band counts. */
        public enum By {
            /** Body weight in kg. */
            WEIGHT,
            /** Age in years. */
            AGE
        }

        public Bands {
            bands = List.copyOf(bands);
        }

        @Override
        public String inWords() {
            String unit = by == By.WEIGHT ? " kg" : " y";
            return String.join(
                    ", ",
                    bands.stream()
                            .map(b -> b.give().inWords()
                                    + (b.below() == Double.POSITIVE_INFINITY
                                            ? " above"
                                            : " below " + Entry.plain(b.below()) + unit))
                            .toList());
        }
    }

    /**
     * One band.
     *
     * @param below upper limit, excluded, in kg or years
     * @param give dose inside the band
     */
    record Band(double below, DoseRule give) {}
}
