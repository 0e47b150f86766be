package org.lamella.care.rules;

import org.lamella.patient.OiType;

/**
 * Severity that goes with a clinical group when nothing else is recorded (Van Dijk and Sillence 2014,
 * doi:10.1002/ajmg.a.36545: I mild, IV and V moderate, III severe; VI moderate to severe). The person may differ from
 * the group, which is why answers quote the type that it was taken from.
 */
enum Severity {
    MILD,
    MODERATE,
    SEVERE;

    static Input<Severity> of(OiType type) {
        String fact = "OI " + type.label();
        return switch (type) {
            case I -> new Input.Known<>(MILD, fact);
            case IV, V, VI -> new Input.Known<>(MODERATE, fact);
            case III -> new Input.Known<>(SEVERE, fact);
            case OTHER -> new Input.Unknown<>("severity (the recorded OI type is unclassified)");
        };
    }
}
