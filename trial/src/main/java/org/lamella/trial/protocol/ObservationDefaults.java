package org.lamella.trial.protocol;

import java.util.List;
import java.util.Locale;
import org.lamella.bone.FractureObservation;
import org.lamella.bone.ObservableFacts;
import org.lamella.evidence.ParameterSet;
import org.lamella.patient.OiType;

/**
 * Measurement errors, fracture detection and who comes from a setting, when a protocol says nothing else; every figure is
 * data. Errors and detection have their home with the model ({@link ObservableFacts}, {@link FractureObservation}).
 */
public final class ObservationDefaults {
    private static final String FILE = "/org/lamella/trial/protocol/observation.yaml";

    private ObservationDefaults() {}

    /** The figures with their sources. */
    public static ParameterSet figures() {
        return Holder.FIGURES;
    }

    /** Error of one measurement, as the model's page of observables gives it. */
    public static Measurement.Error error(Quantity quantity) {
        ObservableFacts facts = ObservableFacts.of(quantity.observable());
        boolean relative = facts.scale() == ObservableFacts.Scale.RELATIVE;
        return new Measurement.Error(
                relative ? Measurement.Error.Kind.RELATIVE : Measurement.Error.Kind.ABSOLUTE, facts.error());
    }

    static Conduct.Adjudication adjudication(Recruitment.Setting setting) {
        FractureObservation found = FractureObservation.in(FractureObservation.Setting.valueOf(setting.name()));
        return new Conduct.Adjudication(found.limb(), found.vertebra(), found.falsePerYear(), List.of());
    }

    /** Shares of the types among those who come from a setting, in the order of {@link OiType}; they sum to 1. */
    public static double[] typeShares(Recruitment.Setting setting) {
        double[] shares = new double[OiType.values().length];
        double sum = 0;
        for (OiType type : OiType.values()) {
            String id = setting.name().toLowerCase(Locale.ROOT) + ".type_share." + type.name();
            shares[type.ordinal()] = figures().find(id).isPresent() ? figures().value(id, "1") : 0;
            sum += shares[type.ordinal()];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /**
     * How strongly severity within a type decides whether somebody comes: a person whose latent severity lies s standard
     * deviations above the type's median is asked with probability Phi(pull * s), relative to everybody.
     */
    public static double severityPull(Recruitment.Setting setting) {
        return figures().value(setting.name().toLowerCase(Locale.ROOT) + ".severity_pull", "1");
    }

    private static final class Holder {
        static final ParameterSet FIGURES = ParameterSet.load(FILE);
    }
}
