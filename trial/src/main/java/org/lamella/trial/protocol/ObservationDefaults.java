package org.lamella.trial.protocol;

import java.util.List;
import java.util.Locale;
import org.lamella.evidence.ParameterSet;
import org.lamella.patient.Bone;

/** Measurement errors and fracture detection that apply when a protocol says nothing else; every figure is data. */
public final class ObservationDefaults {
    private static final String FILE = "/org/lamella/trial/protocol/observation.yaml";

    private ObservationDefaults() {}

    /** The figures with their sources. */
    public static ParameterSet figures() {
        return Holder.FIGURES;
    }

    static Measurement.Error error(Quantity quantity) {
        String id = "error." + quantity.word();
        boolean relative = quantity.ratioScale();
        return new Measurement.Error(
                relative ? Measurement.Error.Kind.RELATIVE : Measurement.Error.Kind.ABSOLUTE,
                figures().value(id, relative ? "1" : quantity.unit()));
    }

    static Conduct.Adjudication adjudication(Recruitment.Setting setting) {
        String prefix = setting.name().toLowerCase(Locale.ROOT) + ".";
        return new Conduct.Adjudication(
                figures().value(prefix + "fracture_detected", "1"),
                figures().value(prefix + "vertebral_fracture_detected", "1"),
                figures().value(prefix + "false_fractures", "1/y"),
                List.of(Bone.HAND, Bone.FOOT, Bone.SKULL));
    }

    private static final class Holder {
        static final ParameterSet FIGURES = ParameterSet.load(FILE);
    }
}
