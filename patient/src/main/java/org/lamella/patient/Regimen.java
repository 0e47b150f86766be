package org.lamella.patient;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;

/** What would be given from a day on. Amounts by body weight follow the weight of the day on which they fall due. */
public sealed interface Regimen {
    /** Nothing is given. */
    record NoDrug() implements Regimen {}

    /**
     * Infusions or injections that repeat.
     *
     * @param drug what is given
     * @param route how it is given
     * @param amount dose of one day
     * @param daysPerCycle consecutive days in a cycle, 1 to 5
     * @param everyDays days from the start of one cycle to the start of the next, 1 to 730
     * @param firstDelayDays days until the first cycle, 0 or more
     * @param cycles number of cycles, or 0 for as long as the forecast runs
     */
    record Repeated(
            Drug drug, Route route, Amount amount, int daysPerCycle, int everyDays, int firstDelayDays, int cycles)
            implements Regimen {
        public Repeated {
            if (daysPerCycle < 1 || daysPerCycle > 5 || everyDays < daysPerCycle || everyDays > 730) {
                throw new IllegalArgumentException("regimen of " + drug + ": found " + daysPerCycle + " days every "
                        + everyDays + " days, accepted are 1 to 5 days every 1 to 730 days");
            }
            if (firstDelayDays < 0 || cycles < 0) {
                throw new IllegalArgumentException(
                        "regimen of " + drug + ": delay and number of cycles must not be negative");
            }
        }
    }

    /**
     * A drug taken every day.
     *
     * @param drug what is taken
     * @param route how it is taken
     * @param amount dose of one day
     * @param firstDelayDays days until the first dose
     * @param days number of days, or 0 for as long as the forecast runs
     */
    record Daily(Drug drug, Route route, Amount amount, int firstDelayDays, int days) implements Regimen {
        public Daily {
            if (firstDelayDays < 0 || days < 0) {
                throw new IllegalArgumentException("regimen of " + drug + ": delay and duration must not be negative");
            }
        }
    }

    /**
     * Several regimens side by side or after one another (each with its own delay).
     *
     * @param parts the regimens
     */
    record Combined(List<Regimen> parts) implements Regimen {
        public Combined {
            parts = List.copyOf(parts);
        }
    }

    /** How one day's dose follows from the person. */
    sealed interface Amount {
        /** The dose for a body weight. */
        Milligrams forWeight(Kilograms weight);

        /**
         * Proportional to body weight up to a cap.
         *
         * @param perWeight amount per kilogram
         * @param cap most that one day may hold, or null when no cap is known
         */
        record ByWeight(
                MilligramsPerKilogram perWeight, @Nullable Milligrams cap) implements Amount {
            @Override
            public Milligrams forWeight(Kilograms weight) {
                Milligrams exact = perWeight.times(weight);
                return Optional.ofNullable(cap)
                        .filter(limit -> exact.compareTo(limit) > 0)
                        .orElse(exact);
            }
        }

        /**
         * The same for everybody.
         *
         * @param dose amount of one day
         */
        record Fixed(Milligrams dose) implements Amount {
            @Override
            public Milligrams forWeight(Kilograms weight) {
                return dose;
            }
        }

        /**
         * Two bands of body weight.
         *
         * @param below dose under the limit
         * @param limit weight from which the higher dose applies (included)
         * @param from dose at and above the limit
         */
        record WeightBand(Milligrams below, Kilograms limit, Milligrams from) implements Amount {
            @Override
            public Milligrams forWeight(Kilograms weight) {
                return weight.compareTo(limit) < 0 ? below : from;
            }
        }
    }
}
