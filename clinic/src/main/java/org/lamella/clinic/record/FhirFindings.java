package org.lamella.clinic.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;

/** Findings (yes or no) and examinations (a day, sometimes with a figure). */
final class FhirFindings {
    private final FhirScope scope;
    private final FhirValues values;

    FhirFindings(FhirScope scope) {
        this.scope = scope;
        values = new FhirValues(scope);
    }

    void finding(FhirEntry entry, Observation observation, Concept concept, LocalDate day) {
        String at = entry.at();
        Optional<Boolean> present = switch (observation.getValue()) {
            case BooleanType b when b.getValue() != null -> Optional.of(b.getValue());
            case CodeableConcept c ->
                scope.codes()
                        .needed(at + ".valueCodeableConcept", c, Concept.Kind.ANSWER)
                        .map(answer -> answer.value().equals("yes"));
            case null, default -> {
                values.missing(at, concept.value(), "true or false");
                yield Optional.empty();
            }
        };
        LamellaCodes.constant(Finding.Kind.class, concept.value())
                .flatMap(kind -> present.map(p -> new Finding(day, kind, p)))
                .ifPresent(finding -> scope.draft().finding(at, finding));
        FhirUnused.list(entry, FhirObservations.READ, scope.notes());
    }

    void examination(FhirEntry entry, Observation observation, Concept concept, LocalDate day) {
        String at = entry.at();
        Examination.Kind kind =
                LamellaCodes.constant(Examination.Kind.class, concept.value()).orElseThrow();
        boolean figure = observation.hasValueQuantity() && !kind.unit().equals("1");
        Optional<BigDecimal> value = figure
                ? values.amount(at, observation, kind.label(), kind.unit(), kind.unit() + " (UCUM)")
                : Optional.empty();
        if (!figure || value.isPresent()) {
            scope.draft().examinations.add(at, new Examination(day, kind, value.orElse(null)));
        }
        FhirUnused.list(entry, figure ? FhirObservations.READ : Set.of("code", "effective", "method"), scope.notes());
    }
}
