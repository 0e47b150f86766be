package org.lamella.clinic.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.lamella.patient.Bone;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.OiType;
import org.lamella.patient.UnusableEntry;
import org.lamella.patient.VertebralFracture;

/** Conditions: the diagnosis, fractures, and findings that gate treatment. */
final class FhirConditions {
    private static final String MECHANISM = LamellaCodes.BASE + "/StructureDefinition/fracture-mechanism";
    /** As long as a laboratory result counts. */
    private static final int RECENT_DAYS = 90;

    private static final Set<String> SUSPECTED = Set.of("unconfirmed", "provisional", "differential");
    private static final Set<String> READ = Set.of(
            "code", "onset", "abatement", "bodySite", "stage", "extension", "clinicalStatus", "verificationStatus");

    private final FhirScope scope;

    FhirConditions(FhirScope scope) {
        this.scope = scope;
    }

    void read(FhirEntry entry, Condition condition) {
        // A Condition has no status of its own; its verification says whether it counts.
        String verification = condition.hasVerificationStatus()
                ? condition.getVerificationStatus().getCodingFirstRep().getCode()
                : "confirmed";
        boolean refuted = "refuted".equals(verification);
        if (!refuted && !scope.counts(entry, verification, Set.of("confirmed"))) {
            if (verification != null && SUSPECTED.contains(verification)) {
                suspected(condition, verification);
            }
            return;
        }
        CodeableConcept code = condition.getCode();
        List<Concept> meanings = FhirCodes.meanings(code);
        if (has(meanings, Concept.Kind.DIAGNOSIS) || has(meanings, Concept.Kind.OI_TYPE)) {
            diagnosis(entry, condition, refuted);
        } else if (has(meanings, Concept.Kind.FRACTURE) || vertebral(meanings)) {
            if (refuted) {
                scope.counts(entry, verification, Set.of("confirmed"));
            } else {
                fracture(entry, condition, meanings);
            }
        } else if (has(meanings, Concept.Kind.FINDING)) {
            finding(entry, condition, refuted);
        } else {
            if (!refuted && !resolved(condition)) {
                ConditionHints.of(code)
                        .filter(subject -> !(subject instanceof UnusableEntry.Laboratory) || recent(condition))
                        .ifPresent(subject -> scope.draft()
                                .unusable(
                                        established(condition),
                                        subject,
                                        "a condition without a code that is understood: " + FhirCodes.shown(code)));
            }
            scope.codes()
                    .unknown(
                            entry.at() + ".code",
                            code,
                            Concept.Kind.DIAGNOSIS,
                            Concept.Kind.FRACTURE,
                            Concept.Kind.FINDING);
            return;
        }
        FhirUnused.list(entry, READ, scope.notes());
    }

    /** A finding that is only suspected is not excluded either: it stays open. */
    private void suspected(Condition condition, String verification) {
        scope.codes()
                .quiet("", List.of(condition.getCode()), Concept.Kind.FINDING)
                .flatMap(c -> LamellaCodes.constant(Finding.Kind.class, c.value()))
                .ifPresent(kind -> scope.draft()
                        .unusable(established(condition), new UnusableEntry.Statement(kind), "it is " + verification));
    }

    /** A condition of long ago is answered by the blood that has been taken since. */
    private boolean recent(Condition condition) {
        return !established(condition).isBefore(scope.draft().asOf().minusDays(RECENT_DAYS));
    }

    /** The day from which a condition is on record, the day of the plan when it has none that can be used. */
    private LocalDate established(Condition condition) {
        LocalDate day =
                FhirDates.latest(condition.hasOnset() ? condition.getOnset() : condition.getRecordedDateElement());
        LocalDate asOf = scope.draft().asOf();
        return day == null || day.isAfter(asOf) ? asOf : day;
    }

    private static boolean has(List<Concept> meanings, Concept.Kind kind) {
        return meanings.stream().anyMatch(c -> c.kind() == kind);
    }

    private static boolean vertebral(List<Concept> meanings) {
        return meanings.contains(new Concept(Concept.Kind.OBSERVATION, "vertebral-fracture"))
                || meanings.contains(new Concept(Concept.Kind.FRACTURE, "vertebra"));
    }

    private void diagnosis(FhirEntry entry, Condition condition, boolean refuted) {
        if (refuted) {
            scope.counts(entry, "refuted", Set.of("confirmed"));
            return;
        }
        scope.draft().diagnosis.diagnosed();
        scope.codes()
                .quiet(entry.at() + ".code", List.of(condition.getCode()), Concept.Kind.OI_TYPE)
                .flatMap(c -> LamellaCodes.constant(OiType.class, c.value()))
                .ifPresent(type -> scope.draft().diagnosis.type(entry.at() + ".code", type));
    }

    private void fracture(FhirEntry entry, Condition condition, List<Concept> meanings) {
        String at = entry.at();
        Optional<LocalDate> day = scope.dates().needed(at + ".onsetDateTime", "fracture", condition.getOnset());
        if (day.isEmpty()) {
            return;
        }
        FhirSites sites = new FhirSites(scope);
        boolean spine = vertebral(meanings);
        Optional<Bone> bone = spine
                ? Optional.of(Bone.VERTEBRA)
                : sites.bone(at, "fracture", condition.getCode(), condition.getBodySite());
        if (bone.isPresent() && bone.get() == Bone.VERTEBRA) {
            vertebrae(at, condition, day.get());
            return;
        }
        bone.ifPresent(b -> scope.draft()
                .fractures
                .add(
                        at,
                        new Fracture(
                                day.get(),
                                b,
                                sites.side(at, condition.getCode(), condition.getBodySite()),
                                mechanism(at, condition))));
    }

    private Fracture.Mechanism mechanism(String at, Condition condition) {
        List<CodeableConcept> said = condition.getExtensionsByUrl(MECHANISM).stream()
                .map(e -> e.getValue())
                .filter(CodeableConcept.class::isInstance)
                .map(CodeableConcept.class::cast)
                .toList();
        return scope.codes()
                .quiet(at + ".extension", said, Concept.Kind.MECHANISM)
                .flatMap(c -> LamellaCodes.constant(Fracture.Mechanism.class, c.value()))
                .orElse(Fracture.Mechanism.UNKNOWN);
    }

    /** One fracture for each vertebral level that the body sites name. */
    private void vertebrae(String at, Condition condition, LocalDate day) {
        List<CodeableConcept> stages =
                condition.getStage().stream().map(s -> s.getSummary()).toList();
        int grade = scope.codes()
                .quiet(at + ".stage", stages, Concept.Kind.GENANT)
                .map(c -> Integer.parseInt(c.value()))
                .orElse(0);
        List<String> levels = condition.getBodySite().stream()
                .flatMap(site -> FhirCodes.meanings(site).stream())
                .filter(c -> c.kind() == Concept.Kind.VERTEBRA)
                .map(Concept::value)
                .distinct()
                .toList();
        for (String level : levels.isEmpty() ? List.of("unknown") : levels) {
            scope.draft().vertebralFractures.add(at, new VertebralFracture(day, level, grade));
        }
    }

    private void finding(FhirEntry entry, Condition condition, boolean refuted) {
        String at = entry.at();
        Optional<Finding.Kind> kind = scope.codes()
                .quiet(at + ".code", List.of(condition.getCode()), Concept.Kind.FINDING)
                .flatMap(c -> LamellaCodes.constant(Finding.Kind.class, c.value()));
        // For a finding the day on which it was established counts, and recording it establishes it.
        Optional<LocalDate> from = condition.hasOnset()
                ? scope.dates().needed(at + ".onsetDateTime", "finding", condition.getOnset())
                : scope.dates()
                        .needed(
                                at + ".recordedDate",
                                "finding",
                                condition.hasRecordedDate() ? condition.getRecordedDateElement() : null);
        if (kind.isEmpty() || from.isEmpty()) {
            return;
        }
        scope.draft().finding(at, new Finding(from.get(), kind.get(), !refuted));
        if (condition.getAbatement() instanceof DateTimeType end && !refuted) {
            scope.dates()
                    .day(at + ".abatementDateTime", "end of a finding", end)
                    .flatMap(until -> FhirDates.ordered(at, "finding", from.get(), until, scope.notes()))
                    .ifPresent(span -> scope.draft()
                            .finding(
                                    at,
                                    new Finding(span.until() == null ? span.from() : span.until(), kind.get(), false)));
        } else if (resolved(condition)) {
            scope.notes()
                    .caution(
                            Reason.DATE_MISSING,
                            at + ".abatementDateTime",
                            "a finding (" + kind.get().label() + ") that is over, without the day on which it ended",
                            "abatementDateTime",
                            "It is taken as still present.");
        }
    }

    private static boolean resolved(Condition condition) {
        return condition.hasClinicalStatus()
                && Set.of("resolved", "inactive", "remission")
                        .contains(String.valueOf(condition
                                .getClinicalStatus()
                                .getCodingFirstRep()
                                .getCode()));
    }
}
