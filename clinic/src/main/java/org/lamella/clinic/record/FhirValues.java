package org.lamella.clinic.record;

import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Values of observations: an amount, a code or a label. */
final class FhirValues {
    private final FhirScope scope;

    FhirValues(FhirScope scope) {
        this.scope = scope;
    }

    /** The quantity of an observation in a unit; a note says so when there is none. */
    Optional<BigDecimal> amount(String at, Observation observation, String what, String unit, String accepted) {
        if (!(observation.getValue() instanceof Quantity quantity)) {
            missing(at, what, accepted);
            return Optional.empty();
        }
        return scope.quantities()
                .written(at + ".valueQuantity", what, quantity, accepted)
                .flatMap(written -> scope.amounts().in(written, what, unit, accepted));
    }

    /** The coded value of an observation; a note says so when there is none. */
    Optional<Concept> code(String at, Observation observation, Concept.Kind kind) {
        if (observation.getValue() instanceof CodeableConcept value) {
            return scope.codes().needed(at + ".valueCodeableConcept", value, kind);
        }
        missing(at, kind.label(), "a code for " + kind.label());
        return Optional.empty();
    }

    void missing(String at, String what, String accepted) {
        scope.notes().leftOut(Reason.VALUE_MISSING, at + ".value", what + " without a usable value", accepted, "");
    }

    /** A text, number or code of an element, for labels such as an assay. */
    static Optional<String> label(@Nullable Type value) {
        return switch (value) {
            case CodeableConcept c when c.getText() != null -> Optional.of(c.getText());
            case CodeableConcept c
            when c.hasCoding() -> Optional.ofNullable(c.getCodingFirstRep().getDisplay());
            case null -> Optional.empty();
            default -> Optional.ofNullable(value.primitiveValue());
        };
    }
}
