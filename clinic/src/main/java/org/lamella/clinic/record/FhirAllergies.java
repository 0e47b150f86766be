package org.lamella.clinic.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;

/** Allergies and intolerances; of these only one to a bisphosphonate matters here. It is taken as true unless refuted. */
final class FhirAllergies {
    private static final Set<Drug> OTHERS =
            Set.of(Drug.DENOSUMAB, Drug.ROMOSOZUMAB, Drug.SETRUSUMAB, Drug.TERIPARATIDE, Drug.CALCIUM, Drug.VITAMIN_D);

    private final FhirScope scope;

    FhirAllergies(FhirScope scope) {
        this.scope = scope;
    }

    void read(FhirEntry entry, AllergyIntolerance allergy) {
        String verification = allergy.hasVerificationStatus()
                ? String.valueOf(
                        allergy.getVerificationStatus().getCodingFirstRep().getCode())
                : "confirmed";
        boolean meant = Stream.concat(
                        Stream.of(allergy.getCode()),
                        allergy.getReaction().stream().map(r -> r.getSubstance()))
                .anyMatch(this::bisphosphonate);
        if (!meant || verification.equals("entered-in-error")) {
            scope.notes()
                    .information(
                            Reason.NOT_USED,
                            entry.at(),
                            "an allergy or intolerance: " + FhirCodes.shown(allergy.getCode()),
                            "",
                            "Only one to a bisphosphonate is read.");
            return;
        }
        LocalDate day = Optional.ofNullable(
                        FhirDates.latest(allergy.hasOnset() ? allergy.getOnset() : allergy.getRecordedDateElement()))
                .filter(d -> !d.isAfter(scope.draft().asOf()))
                .orElse(scope.draft().asOf());
        scope.draft()
                .finding(
                        entry.at(),
                        new Finding(
                                day, Finding.Kind.BISPHOSPHONATE_HYPERSENSITIVITY, !verification.equals("refuted")));
    }

    private boolean bisphosphonate(CodeableConcept substance) {
        Optional<Drug> drug =
                scope.codes().quiet("", List.of(substance), Concept.Kind.DRUG).flatMap(c -> Drugs.named(c.value()));
        return drug.map(d -> BoneDrugs.is(d) && !OTHERS.contains(d))
                .orElseGet(() -> BoneDrugs.hinted(substance)
                        && OTHERS.stream()
                                .noneMatch(other -> FhirCodes.shown(substance)
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .contains(other.name())));
    }
}
