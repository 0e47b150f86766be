package org.lamella.clinic.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Analyte;
import org.lamella.patient.LabResult;

/** Laboratory results with the laboratory's own limits and method. */
final class FhirLabs {
    private static final Set<String> READ =
            Set.of("code", "effective", "value", "method", "referenceRange", "specimen", "interpretation");

    private final FhirScope scope;

    FhirLabs(FhirScope scope) {
        this.scope = scope;
    }

    void read(FhirEntry entry, Observation observation, Concept concept, LocalDate day) {
        String at = entry.at();
        Analyte analyte = LamellaCodes.constant(Analyte.class, concept.value()).orElseThrow();
        if (!(observation.getValue() instanceof Quantity quantity)) {
            scope.notes()
                    .leftOut(
                            Reason.VALUE_MISSING,
                            at + ".valueQuantity",
                            analyte.label() + " without a quantity",
                            LabUnits.accepted(analyte),
                            "");
            return;
        }
        Optional<BigDecimal> value = limit(at + ".valueQuantity", analyte, quantity);
        ObservationReferenceRangeComponent range = range(at, observation);
        @Nullable
        BigDecimal low = range.hasLow()
                ? limit(at + ".referenceRange.low", analyte, range.getLow()).orElse(null)
                : null;
        @Nullable
        BigDecimal high = range.hasHigh()
                ? limit(at + ".referenceRange.high", analyte, range.getHigh()).orElse(null)
                : null;
        String method = FhirValues.label(observation.hasMethod() ? observation.getMethod() : null)
                .orElse(null);
        value.flatMap(v -> scope.amounts().make(at, () -> new LabResult(day, analyte, v, low, high, method)))
                .ifPresent(result -> scope.draft().labs.add(at, result));
        FhirUnused.list(entry, READ, scope.notes());
    }

    private ObservationReferenceRangeComponent range(String at, Observation observation) {
        if (observation.getReferenceRange().size() > 1) {
            scope.notes()
                    .information(
                            Reason.NOT_USED,
                            at + ".referenceRange",
                            observation.getReferenceRange().size() + " reference ranges",
                            "one",
                            "It is not known which of them applies; none is shown.");
            return new ObservationReferenceRangeComponent();
        }
        return observation.getReferenceRangeFirstRep();
    }

    private Optional<BigDecimal> limit(String at, Analyte analyte, Quantity quantity) {
        return scope.quantities()
                .written(at, analyte.label(), quantity, LabUnits.accepted(analyte))
                .flatMap(written -> scope.amounts().lab(written, analyte));
    }
}
