package org.lamella.clinic.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Bone;
import org.lamella.patient.Cast;
import org.lamella.patient.DentalVisit;
import org.lamella.patient.Examination;
import org.lamella.patient.Surgery;

/** Procedures: operations, casts, dental reviews and examinations of which the day matters. */
final class FhirProcedures {
    private static final String HEALED = LamellaCodes.BASE + "/StructureDefinition/healed-on";
    private static final Set<String> DONE = Set.of("completed", "in-progress");
    private static final Set<String> REPORTED = Set.of("final", "amended", "corrected", "appended");
    private static final Set<String> READ = Set.of("code", "performed", "bodySite", "extension", "outcome");

    private final FhirScope scope;

    FhirProcedures(FhirScope scope) {
        this.scope = scope;
    }

    void read(FhirEntry entry, DiagnosticReport report) {
        String status = report.getStatus() == null ? null : report.getStatus().toCode();
        if (!scope.counts(entry, status, REPORTED)) {
            return;
        }
        Optional<Concept> meaning =
                scope.codes().needed(entry.at() + ".code", report.getCode(), Concept.Kind.EXAMINATION);
        if (meaning.isPresent()) {
            scope.dates()
                    .needed(entry.at() + ".effective", "report", report.getEffective())
                    .ifPresent(day -> examined(entry.at(), meaning.get(), day));
            FhirUnused.list(entry, Set.of("code", "effective"), scope.notes());
        }
    }

    void read(FhirEntry entry, Procedure procedure) {
        String status =
                procedure.getStatus() == null ? null : procedure.getStatus().toCode();
        if (!scope.counts(entry, status, DONE)) {
            return;
        }
        Optional<Concept> meaning = scope.codes()
                .needed(
                        entry.at() + ".code",
                        procedure.getCode(),
                        Concept.Kind.PROCEDURE,
                        Concept.Kind.CARE,
                        Concept.Kind.EXAMINATION);
        if (meaning.isEmpty()) {
            return;
        }
        if (meaning.get().value().equals("cast")) {
            cast(entry.at(), procedure, "in-progress".equals(status));
        } else {
            scope.dates()
                    .needed(entry.at() + ".performed", "procedure", procedure.getPerformed())
                    .ifPresent(day -> done(entry.at(), procedure, meaning.get(), day));
        }
        FhirUnused.list(entry, READ, scope.notes());
    }

    private void done(String at, Procedure procedure, Concept meaning, LocalDate day) {
        switch (meaning.kind()) {
            case PROCEDURE -> surgery(at, procedure, meaning, day);
            case EXAMINATION -> examined(at, meaning, day);
            default ->
                scope.draft()
                        .dental
                        .add(
                                at,
                                new DentalVisit(
                                        day,
                                        FhirValues.label(procedure.hasOutcome() ? procedure.getOutcome() : null)
                                                .orElse(null)));
        }
    }

    private void examined(String at, Concept meaning, LocalDate day) {
        LamellaCodes.constant(Examination.Kind.class, meaning.value())
                .ifPresent(kind -> scope.draft().examinations.add(at, new Examination(day, kind, null)));
    }

    private void surgery(String at, Procedure procedure, Concept meaning, LocalDate day) {
        Surgery.Kind kind =
                LamellaCodes.constant(Surgery.Kind.class, meaning.value()).orElseThrow();
        FhirSites sites = new FhirSites(scope);
        Optional<Bone> bone =
                impliedBone(kind).or(() -> sites.bone(at, kind.label(), procedure.getCode(), procedure.getBodySite()));
        Optional<@Nullable LocalDate> healed = healedOn(at, procedure, day);
        bone.ifPresent(b -> scope.draft()
                .surgeries
                .add(
                        at,
                        new Surgery(
                                day,
                                kind,
                                b,
                                sites.side(at, procedure.getCode(), procedure.getBodySite()),
                                healed.orElse(null))));
    }

    /** The bone of operations that name it themselves. */
    static Optional<Bone> impliedBone(Surgery.Kind kind) {
        return switch (kind) {
            case SPINAL_FUSION -> Optional.of(Bone.VERTEBRA);
            case DENTAL_EXTRACTION -> Optional.of(Bone.SKULL);
            default -> Optional.empty();
        };
    }

    private Optional<LocalDate> healedOn(String at, Procedure procedure, LocalDate day) {
        return Optional.ofNullable(procedure.getExtensionByUrl(HEALED))
                .map(e -> e.getValue())
                .flatMap(value -> switch (value) {
                    case DateType d when d.hasValue() -> scope.dates().day(at + ".extension", "healing", d);
                    case DateTimeType d when d.hasValue() -> scope.dates().day(at + ".extension", "healing", d);
                    default -> Optional.empty();
                })
                .flatMap(end -> FhirDates.ordered(at + ".extension", "healing", day, end, scope.notes()))
                .map(span -> span.until() == null ? span.from() : span.until());
    }

    private void cast(String at, Procedure procedure, boolean inPlace) {
        if (!(procedure.getPerformed() instanceof Period period)) {
            scope.notes()
                    .leftOut(
                            Reason.DATE_MISSING,
                            at + ".performedPeriod",
                            "a cast without its period",
                            "performedPeriod with start and end, or status in-progress while it is in place",
                            "");
            return;
        }
        FhirSites sites = new FhirSites(scope);
        Optional<FhirDates.Span> span = scope.dates().span(at + ".performedPeriod", "cast", period);
        if (span.isPresent() && span.get().until() == null && !inPlace) {
            scope.dates().missing(at + ".performedPeriod.end", "the end of a cast that is off");
            return;
        }
        List<CodeableConcept> where = procedure.getBodySite();
        span.flatMap(s -> sites.bone(at, "cast", procedure.getCode(), where)
                        .map(bone -> new Cast(s.from(), s.until(), bone, sites.side(at, procedure.getCode(), where))))
                .ifPresent(cast -> scope.draft().casts.add(at, cast));
    }
}
