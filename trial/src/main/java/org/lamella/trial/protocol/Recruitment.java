package org.lamella.trial.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.OiType;

/**
 * Who is asked and who may enter.
 *
 * @param setting where people come from; it decides the mix of types and severity and how fractures are noticed
 * @param patients number enrolled in one trial, over all arms
 * @param age ages at enrolment
 * @param femaleShare share of girls and women, 0 to 1
 * @param types shares of the types, summing to 1, or null to take the mix of the setting
 * @param criteria all must hold
 * @param treatedBefore treatment before enrolment, or null when untreated
 */
public record Recruitment(
        Setting setting,
        int patients,
        AgeRange age,
        double femaleShare,
        @Nullable Map<OiType, Double> types,
        List<Criterion> criteria,
        @Nullable TreatedBefore treatedBefore) {
    public Recruitment {
        criteria = List.copyOf(criteria);
    }

    public Optional<Map<OiType, Double>> typesIfGiven() {
        return Optional.ofNullable(types);
    }

    public Optional<TreatedBefore> treatedBeforeIfAny() {
        return Optional.ofNullable(treatedBefore);
    }

    /** Where people come from. */
    public enum Setting {
        /** Everybody with the diagnosis in a country. */
        REGISTER,
        /** Those followed at a hospital clinic. */
        CLINIC,
        /** Those sent to a national centre. */
        REFERRAL,
        /** Those who volunteer for a trial and are examined at fixed visits. */
        TRIAL
    }

    /**
     * Ages at enrolment, spread evenly between the two or as a triangle with its peak at the typical age.
     *
     * @param fromYears youngest, 0 to 90
     * @param toYears oldest, above the youngest
     * @param typicalYears most frequent age, or null for an even spread
     */
    public record AgeRange(
            double fromYears, double toYears, @Nullable Double typicalYears) {
        public AgeRange {
            if (!(fromYears >= 0 && toYears <= 90 && fromYears < toYears)) {
                throw new IllegalArgumentException(
                        "ages " + fromYears + " to " + toYears + " years: accepted are 0 to 90, youngest first");
            }
            if (typicalYears != null && !(typicalYears >= fromYears && typicalYears <= toYears)) {
                throw new IllegalArgumentException(
                        "typical age " + typicalYears + " lies outside " + fromYears + " to " + toYears + " years");
            }
        }
    }

    /**
     * Treatment that goes on before enrolment.
     *
     * @param duration how long before enrolment it began
     * @param treatments what was given, with times counted from its beginning
     */
    public record TreatedBefore(StudyTime duration, List<Treatment> treatments) {
        public TreatedBefore {
            treatments = List.copyOf(treatments);
        }
    }
}
