package org.lamella.clinic.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Analyte;
import org.lamella.patient.Finding;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.PainScore;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.UnusableEntry;

/** Observations: measurements, laboratory results, DXA, function, findings and examinations. */
final class FhirObservations {
    private static final Set<String> FINAL = Set.of("final", "amended", "corrected");
    private static final Set<String> NOT_YET_FINAL = Set.of("preliminary", "registered", "unknown");
    static final Set<String> READ =
            Set.of("code", "effective", "value", "method", "extension", "hasMember", "derivedFrom");

    private final FhirScope scope;
    private final FhirValues values;

    FhirObservations(FhirScope scope) {
        this.scope = scope;
        values = new FhirValues(scope);
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
                                () -> new FhirFindings(scope).finding(entry, observation, concept, day.get()));
            case EXAMINATION -> new FhirFindings(scope).examination(entry, observation, concept, day.get());
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
                        () -> new FhirBody(scope).weight(at, observation, day));
            case "height", "height/recumbent", "height/standing" ->
                draft.expecting(
                        draft.body.heightShelf(),
                        day,
                        UnusableEntry.Measure.HEIGHT,
                        () -> new FhirBody(scope).height(at, observation, what, day));
            case "mobility" ->
                values.code(at, observation, Concept.Kind.MOBILITY)
                        .flatMap(c -> LamellaCodes.constant(MobilityAssessment.Grade.class, c.value()))
                        .ifPresent(grade -> scope.draft().mobility.add(at, new MobilityAssessment(day, grade)));
            case "pain" -> pain(at, observation, day);
            case "pregnancy" ->
                draft.expecting(
                        draft.pregnancy,
                        day,
                        UnusableEntry.Measure.PREGNANCY,
                        () -> values.code(at, observation, Concept.Kind.PREGNANCY)
                                .flatMap(c -> LamellaCodes.constant(PregnancyStatus.Status.class, c.value()))
                                .ifPresent(status -> draft.pregnancy(at, new PregnancyStatus(day, status))));
            default -> scope.codes().unknown(at + ".code", observation.getCode(), Concept.Kind.OBSERVATION);
        }
        FhirUnused.list(entry, READ, scope.notes());
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
            values.missing(at, "pain score", "a whole number from 0 to 10");
        }
        whole.flatMap(s -> scope.amounts().make(at + ".value", () -> new PainScore(day, s)))
                .ifPresent(p -> scope.draft().pain.add(at, p));
    }
}
