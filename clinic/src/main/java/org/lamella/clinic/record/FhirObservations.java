package org.lamella.clinic.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Analyte;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.PainScore;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.UnusableEntry;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Centimetres;
import org.lamella.patient.measure.Kilograms;

/** Observations: measurements, laboratory results, DXA, function, findings and examinations. */
final class FhirObservations {
    private static final Set<String> FINAL = Set.of("final", "amended", "corrected");
    private static final Set<String> NOT_YET_FINAL = Set.of("preliminary", "registered", "unknown");
    private static final Set<String> READ =
            Set.of("code", "effective", "value", "method", "extension", "hasMember", "derivedFrom");
    private static final String BODY_POSITION = "http://hl7.org/fhir/StructureDefinition/observation-bodyPosition";

    private final FhirScope scope;

    FhirObservations(FhirScope scope) {
        this.scope = scope;
    }

    void read(FhirEntry entry, Observation observation) {
        String at = entry.at();
        String status = code(observation);
        if (!scope.counts(entry, status, FINAL)) {
            if (status == null || NOT_YET_FINAL.contains(status)) {
                unsettled(observation, status);
            }
            return;
        }
        Optional<Concept> meaning = scope.codes()
                .needed(
                        at + ".code",
                        observation.getCode(),
                        Concept.Kind.OBSERVATION,
                        Concept.Kind.LAB,
                        Concept.Kind.DXA_SITE,
                        Concept.Kind.FINDING,
                        Concept.Kind.EXAMINATION,
                        Concept.Kind.NOT_USED);
        meaning.ifPresent(concept -> read(entry, observation, concept));
    }

    /** A result that is not final yet is not used, and an older one does not stand in for it. */
    private void unsettled(Observation observation, @Nullable String status) {
        LocalDate day = FhirDates.latest(observation.getEffective());
        Optional<UnusableEntry.Subject> subject = scope.codes()
                .quiet(
                        "",
                        List.of(observation.getCode()),
                        Concept.Kind.OBSERVATION,
                        Concept.Kind.LAB,
                        Concept.Kind.FINDING)
                .flatMap(FhirObservations::subject);
        if (day != null && subject.isPresent()) {
            scope.draft().unusable(day, subject.get(), "its status is " + (status == null ? "missing" : status));
        }
    }

    private static Optional<UnusableEntry.Subject> subject(Concept concept) {
        return switch (concept.kind()) {
            case LAB -> LamellaCodes.constant(Analyte.class, concept.value()).map(UnusableEntry.Laboratory::new);
            case FINDING ->
                LamellaCodes.constant(Finding.Kind.class, concept.value()).map(UnusableEntry.Statement::new);
            default ->
                switch (concept.value()) {
                    case "weight" -> Optional.of(UnusableEntry.Measure.WEIGHT);
                    case "height", "height/recumbent", "height/standing" -> Optional.of(UnusableEntry.Measure.HEIGHT);
                    case "pregnancy" -> Optional.of(UnusableEntry.Measure.PREGNANCY);
                    default -> Optional.empty();
                };
        };
    }

    private static @Nullable String code(Observation observation) {
        return observation.getStatus() == null ? null : observation.getStatus().toCode();
    }

    private void read(FhirEntry entry, Observation observation, Concept concept) {
        String at = entry.at();
        String what = concept.kind() == Concept.Kind.OBSERVATION
                ? concept.value()
                : concept.kind().label();
        if (concept.kind() == Concept.Kind.NOT_USED) {
            scope.notes()
                    .information(
                            Reason.NOT_USED, at, FhirCodes.shown(observation.getCode()), "", concept.value() + ".");
            return;
        }
        // Genetic findings hold for life; their date does not matter.
        if (concept.value().equals("gene") || concept.value().equals("variant")) {
            new FhirGenetics(scope).read(entry, observation);
            return;
        }
        Optional<LocalDate> day =
                scope.dates().needed(at + ".effective" + suffix(observation), what, observation.getEffective());
        if (day.isEmpty()) {
            return;
        }
        switch (concept.kind()) {
            case LAB ->
                scope.draft()
                        .expecting(
                                scope.draft().labs.shelf(),
                                day.get(),
                                new UnusableEntry.Laboratory(LamellaCodes.constant(Analyte.class, concept.value())
                                        .orElseThrow()),
                                () -> new FhirLabs(scope).read(entry, observation, concept, day.get()));
            case DXA_SITE -> new FhirDxa(scope).read(entry, observation, concept, day.get());
            case FINDING ->
                scope.draft()
                        .expecting(
                                scope.draft().findings,
                                day.get(),
                                new UnusableEntry.Statement(LamellaCodes.constant(Finding.Kind.class, concept.value())
                                        .orElseThrow()),
                                () -> finding(entry, observation, concept, day.get()));
            case EXAMINATION -> examination(entry, observation, concept, day.get());
            default -> measured(entry, observation, concept.value(), day.get());
        }
    }

    private static String suffix(Observation observation) {
        return observation.hasEffective() ? capital(observation.getEffective().fhirType()) : "DateTime";
    }

    private static String capital(String type) {
        return Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }

    private void measured(FhirEntry entry, Observation observation, String what, LocalDate day) {
        String at = entry.at();
        RecordDraft draft = scope.draft();
        switch (what) {
            case "weight" ->
                draft.expecting(
                        draft.body.weightShelf(),
                        day,
                        UnusableEntry.Measure.WEIGHT,
                        () -> weight(at, observation, day));
            case "height", "height/recumbent", "height/standing" ->
                draft.expecting(
                        draft.body.heightShelf(),
                        day,
                        UnusableEntry.Measure.HEIGHT,
                        () -> height(at, observation, what, day));
            case "mobility" ->
                valueCode(at, observation, Concept.Kind.MOBILITY)
                        .flatMap(c -> LamellaCodes.constant(MobilityAssessment.Grade.class, c.value()))
                        .ifPresent(grade -> scope.draft().mobility.add(at, new MobilityAssessment(day, grade)));
            case "pain" -> pain(at, observation, day);
            case "pregnancy" ->
                draft.expecting(
                        draft.pregnancy,
                        day,
                        UnusableEntry.Measure.PREGNANCY,
                        () -> valueCode(at, observation, Concept.Kind.PREGNANCY)
                                .flatMap(c -> LamellaCodes.constant(PregnancyStatus.Status.class, c.value()))
                                .ifPresent(status -> draft.pregnancy(at, new PregnancyStatus(day, status))));
            default -> scope.codes().unknown(at + ".code", observation.getCode(), Concept.Kind.OBSERVATION);
        }
        FhirUnused.list(entry, READ, scope.notes());
    }

    private void weight(String at, Observation observation, LocalDate day) {
        amount(at, observation, "weight", "kg", "kg, g or [lb_av] (pounds)")
                .flatMap(kg -> scope.amounts().make(at + ".valueQuantity", () -> new Kilograms(kg)))
                .ifPresent(kg -> scope.draft().body.add(at, new WeightMeasurement(day, kg, method(at, observation))));
    }

    private void height(String at, Observation observation, String what, LocalDate day) {
        amount(at, observation, "height", "cm", "cm, m or [in_i] (inches)")
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

    private void pain(String at, Observation observation, LocalDate day) {
        Optional<BigDecimal> score = switch (observation.getValue()) {
            case IntegerType i when i.getValue() != null -> Optional.of(BigDecimal.valueOf(i.getValue()));
            case Quantity q
            when q.getValue() != null && q.getComparator() == null && Amounts.sane(q.getValue()) ->
                Optional.of(q.getValue());
            case null, default -> Optional.empty();
        };
        Optional<Integer> whole =
                score.filter(s -> s.stripTrailingZeros().scale() <= 0).map(BigDecimal::intValue);
        if (whole.isEmpty()) {
            missing(at, "pain score", "a whole number from 0 to 10");
        }
        whole.flatMap(s -> scope.amounts().make(at + ".value", () -> new PainScore(day, s)))
                .ifPresent(p -> scope.draft().pain.add(at, p));
    }

    private void finding(FhirEntry entry, Observation observation, Concept concept, LocalDate day) {
        String at = entry.at();
        Optional<Boolean> present = switch (observation.getValue()) {
            case BooleanType b when b.getValue() != null -> Optional.of(b.getValue());
            case CodeableConcept c ->
                scope.codes()
                        .needed(at + ".valueCodeableConcept", c, Concept.Kind.ANSWER)
                        .map(answer -> answer.value().equals("yes"));
            case null, default -> {
                missing(at, concept.value(), "true or false");
                yield Optional.empty();
            }
        };
        LamellaCodes.constant(Finding.Kind.class, concept.value())
                .flatMap(kind -> present.map(p -> new Finding(day, kind, p)))
                .ifPresent(finding -> scope.draft().finding(at, finding));
        FhirUnused.list(entry, READ, scope.notes());
    }

    private void examination(FhirEntry entry, Observation observation, Concept concept, LocalDate day) {
        String at = entry.at();
        Examination.Kind kind =
                LamellaCodes.constant(Examination.Kind.class, concept.value()).orElseThrow();
        boolean figure = observation.hasValueQuantity() && !kind.unit().equals("1");
        Optional<BigDecimal> value =
                figure ? amount(at, observation, kind.label(), kind.unit(), kind.unit() + " (UCUM)") : Optional.empty();
        if (!figure || value.isPresent()) {
            scope.draft().examinations.add(at, new Examination(day, kind, value.orElse(null)));
        }
        FhirUnused.list(entry, figure ? READ : Set.of("code", "effective", "method"), scope.notes());
    }

    private Optional<BigDecimal> amount(String at, Observation observation, String what, String unit, String accepted) {
        if (!(observation.getValue() instanceof Quantity quantity)) {
            missing(at, what, accepted);
            return Optional.empty();
        }
        return scope.quantities()
                .written(at + ".valueQuantity", what, quantity, accepted)
                .flatMap(written -> scope.amounts().in(written, what, unit, accepted));
    }

    private Optional<Concept> valueCode(String at, Observation observation, Concept.Kind kind) {
        if (observation.getValue() instanceof CodeableConcept value) {
            return scope.codes().needed(at + ".valueCodeableConcept", value, kind);
        }
        missing(at, kind.label(), "a code for " + kind.label());
        return Optional.empty();
    }

    private void missing(String at, String what, String accepted) {
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
