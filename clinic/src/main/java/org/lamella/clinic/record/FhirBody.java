package org.lamella.clinic.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Centimetres;
import org.lamella.patient.measure.Kilograms;

/** Weights and heights, with posture and with how the figure came about. */
final class FhirBody {
    private static final String BODY_POSITION = "http://hl7.org/fhir/StructureDefinition/observation-bodyPosition";

    private final FhirScope scope;
    private final FhirValues values;

    FhirBody(FhirScope scope) {
        this.scope = scope;
        values = new FhirValues(scope);
    }

    void weight(String at, Observation observation, LocalDate day) {
        values.amount(at, observation, "weight", "kg", "kg, g or [lb_av] (pounds)")
                .flatMap(kg -> scope.amounts().make(at + ".valueQuantity", () -> new Kilograms(kg)))
                .ifPresent(kg -> scope.draft().body.add(at, new WeightMeasurement(day, kg, method(at, observation))));
    }

    void height(String at, Observation observation, String what, LocalDate day) {
        values.amount(at, observation, "height", "cm", "cm, m or [in_i] (inches)")
                .flatMap(cm -> scope.amounts().make(at + ".valueQuantity", () -> new Centimetres(cm.doubleValue())))
                .ifPresent(cm -> scope.draft()
                        .body
                        .add(
                                at,
                                new HeightMeasurement(
                                        day, cm, posture(at, observation, what), method(at, observation))));
    }

    private HeightMeasurement.Posture posture(String at, Observation observation, String what) {
        List<CodeableConcept> said = observation.getExtensionsByUrl(BODY_POSITION).stream()
                .map(Extension::getValue)
                .filter(CodeableConcept.class::isInstance)
                .map(CodeableConcept.class::cast)
                .toList();
        String byCode = what.contains("/") ? what.substring(what.indexOf('/') + 1) : "unknown";
        return scope.codes()
                .quiet(at + ".extension", said, Concept.Kind.POSTURE)
                .map(Concept::value)
                .or(() -> Optional.of(byCode))
                .flatMap(value -> LamellaCodes.constant(HeightMeasurement.Posture.class, value))
                .orElse(HeightMeasurement.Posture.UNKNOWN);
    }

    /** An Observation is a measurement unless it says that the figure was estimated or reported. */
    private MeasurementMethod method(String at, Observation observation) {
        if (!observation.hasMethod()) {
            return MeasurementMethod.MEASURED;
        }
        Optional<MeasurementMethod> said = scope.codes()
                .quiet(at + ".method", List.of(observation.getMethod()), Concept.Kind.METHOD)
                .flatMap(c -> LamellaCodes.constant(MeasurementMethod.class, c.value()));
        if (said.isEmpty()) {
            scope.notes()
                    .caution(
                            Reason.UNKNOWN_CODE,
                            at + ".method",
                            FhirCodes.shown(observation.getMethod()),
                            "a code for measured, estimated or reported",
                            "The figure is taken as estimated, so that no dose is computed from it.");
        }
        return said.orElse(MeasurementMethod.ESTIMATED);
    }
}
