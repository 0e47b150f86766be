package org.lamella.bone;

import java.util.Locale;
import org.lamella.evidence.ParameterSet;

/**
 * From true fractures to counted ones: the chance that a fracture is found and confirmed depends on the bone and on who
 * looks. Figures are data ({@code parameters/fracture_observation.yaml}).
 *
 * @param limb probability that a true limb fracture is counted, 0 to 1
 * @param vertebra probability that a true vertebral fracture is counted, 0 to 1
 * @param trunk probability that a true fracture of rib, pelvis or skull is counted, 0 to 1
 * @param falsePerYear counted fractures that were none, per year, 0 or more
 */
public record FractureObservation(double limb, double vertebra, double trunk, double falsePerYear) {
    /** Who looks. */
    public enum Setting {
        /** Codes of hospital contacts. */
        REGISTER,
        /** Visits and letters of a clinic. */
        CLINIC,
        /** A national centre with yearly spine films. */
        REFERRAL,
        /** A trial with fixed visits and a committee. */
        TRIAL
    }

    /** What is counted. */
    public enum View {
        /** Fractures with symptoms: limbs, trunk, clinical vertebral ones. */
        CLINICAL,
        /** Clinical ones and the silent vertebral ones that a film shows. */
        RADIOGRAPHIC,
        /** Vertebral ones, clinical and silent. */
        VERTEBRAL
    }

    /**
     * True numbers over some time, expected or counted.
     *
     * @param limbs fractures of limbs
     * @param clinicalVertebral vertebral fractures with symptoms
     * @param silentVertebral vertebral fractures without
     * @param trunk fractures of rib, pelvis, skull and other bones
     * @param years length of the time, 0 or more
     */
    public record TrueFractures(
            double limbs, double clinicalVertebral, double silentVertebral, double trunk, double years) {
        public TrueFractures {
            if (!(limbs >= 0 && clinicalVertebral >= 0 && silentVertebral >= 0 && trunk >= 0 && years >= 0)) {
                throw new IllegalArgumentException("true fractures: found a number below 0 among " + limbs + ", "
                        + clinicalVertebral + ", " + silentVertebral + ", " + trunk + " over " + years
                        + " years, accepted is 0 or more");
            }
        }

        /** Expected numbers of a lane between two days, from readings taken on both. */
        public static TrueFractures between(ObservableRecord record, int from, int to, int lane) {
            double radiographic = gained(record, Observable.EXPECTED_VERTEBRA_RADIOGRAPHIC, from, to, lane);
            double clinical = gained(record, Observable.EXPECTED_VERTEBRA, from, to, lane);
            return new TrueFractures(
                    gained(record, Observable.EXPECTED_LOWER_LIMB, from, to, lane)
                            + gained(record, Observable.EXPECTED_UPPER_LIMB, from, to, lane),
                    clinical,
                    Math.max(radiographic - clinical, 0),
                    gained(record, Observable.EXPECTED_TRUNK, from, to, lane),
                    (record.day(to) - record.day(from)) / org.lamella.patient.measure.Age.DAYS_PER_YEAR);
        }

        private static double gained(ObservableRecord record, Observable what, int from, int to, int lane) {
            return Math.max(record.value(what, to, lane) - record.value(what, from, lane), 0);
        }
    }

    private static final class Holder {
        static final ParameterSet FIGURES = ParameterSet.load("parameters/fracture_observation.yaml");
    }

    public FractureObservation {
        if (!(limb >= 0
                && limb <= 1
                && vertebra >= 0
                && vertebra <= 1
                && trunk >= 0
                && trunk <= 1
                && falsePerYear >= 0)) {
            throw new IllegalArgumentException("fracture observation: found probabilities " + limb + ", " + vertebra
                    + ", " + trunk + " and " + falsePerYear + " false ones a year, accepted are 0 to 1, and 0 or more");
        }
    }

    /** The figures with their sources. */
    public static ParameterSet figures() {
        return Holder.FIGURES;
    }

    /** The observation model of a setting. */
    public static FractureObservation in(Setting setting) {
        String prefix = setting.name().toLowerCase(Locale.ROOT) + ".";
        return new FractureObservation(
                figures().value(prefix + "fracture_detected", "1"),
                figures().value(prefix + "vertebral_fracture_detected", "1"),
                figures().value(prefix + "trunk_fracture_detected", "1"),
                figures().value(prefix + "false_fractures", "1/y"));
    }

    /** Expected number of counted fractures. */
    public double counted(View view, TrueFractures t) {
        double wrong = falsePerYear * t.years();
        return switch (view) {
            case CLINICAL -> limb * t.limbs() + vertebra * t.clinicalVertebral() + trunk * t.trunk() + wrong;
            case RADIOGRAPHIC ->
                limb * t.limbs() + vertebra * (t.clinicalVertebral() + t.silentVertebral()) + trunk * t.trunk() + wrong;
            case VERTEBRAL -> vertebra * (t.clinicalVertebral() + t.silentVertebral());
        };
    }
}
