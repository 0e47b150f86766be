package org.lamella.clinic.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationDosageComponent;
import org.lamella.patient.Administration;
import org.lamella.patient.DoseOfUnknownAmount;
import org.lamella.patient.Drug;
import org.lamella.patient.Route;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;

/** Doses that were given, in mg or mg/kg. A dose without a readable amount is kept as such: it was still given. */
final class FhirDoses {
    private static final String ACCEPTED = "mg, ug or g, or per body weight mg/kg or ug/kg (UCUM)";
    private static final Set<String> GIVEN = Set.of("completed", "in-progress", "stopped");
    private static final Set<String> PERHAPS_GIVEN = Set.of("unknown", "on-hold");
    private static final Set<String> READ = Set.of("medication", "effective", "dosage");

    private final FhirScope scope;

    FhirDoses(FhirScope scope) {
        this.scope = scope;
    }

    void read(FhirEntry entry, MedicationAdministration given) {
        String at = entry.at();
        String status = given.getStatus() == null ? null : given.getStatus().toCode();
        FhirMedications medications = new FhirMedications(scope);
        if (!scope.counts(entry, status, GIVEN)) {
            if ((status == null || PERHAPS_GIVEN.contains(status))
                    && medications.mayActOnBone(entry, given.getMedication())) {
                unclear(given, "a dose of a drug for bone with the status " + status);
            }
            return;
        }
        Optional<Drug> drug = medications.drug(entry, given.getMedication());
        if (drug.isEmpty()) {
            if (medications.mayActOnBone(entry, given.getMedication())) {
                unclear(given, "a dose of a drug for bone without a code that is understood");
            }
            return;
        }
        Optional<LocalDate> day =
                scope.dates().needed(at + ".effective", "dose of " + drug.get(), given.getEffective());
        if (day.isEmpty()) {
            if (BoneDrugs.is(drug.get())) {
                unclear(given, "a dose of " + drug.get() + " on a day that is not known");
            }
            return;
        }
        if ("stopped".equals(status)) {
            scope.notes()
                    .caution(
                            Reason.NOT_FINAL,
                            at + ".status",
                            "a dose of " + drug.get() + " of " + day.get() + " that was stopped early",
                            "completed",
                            "The recorded amount is counted; check that it is the amount that went in.");
        }
        MedicationAdministrationDosageComponent dosage = given.getDosage();
        Route route = medications.route(at + ".dosage", dosage.hasRoute() ? dosage.getRoute() : null, drug.get());
        amount(at + ".dosage.dose", drug.get(), day.get(), route, dosage)
                .ifPresentOrElse(
                        dose -> scope.draft().administrations.add(at, dose),
                        () -> scope.draft()
                                .unknownDoses
                                .add(at, new DoseOfUnknownAmount(day.get(), drug.get(), route)));
        FhirUnused.list(entry, READ, scope.notes());
    }

    private void unclear(MedicationAdministration given, String reason) {
        scope.draft().unclearTreatment(FhirDates.latest(given.getEffective()), reason);
    }

    private Optional<Administration> amount(
            String at, Drug drug, LocalDate day, Route route, MedicationAdministrationDosageComponent dosage) {
        String what = "dose of " + drug + " of " + day;
        if (!dosage.hasDose()) {
            scope.notes().leftOut(Reason.DOSE_UNKNOWN, at, what + " without an amount", ACCEPTED, "The day is kept.");
            return Optional.empty();
        }
        Optional<Amounts.Written> written = scope.quantities().written(at, what, dosage.getDose(), ACCEPTED);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (written.get().unit().endsWith("/kg")) {
            Optional<BigDecimal> perKilogram = scope.amounts().in(written.get(), what, "mg/kg", ACCEPTED);
            return perKilogram
                    .flatMap(v -> scope.amounts().make(at, () -> new MilligramsPerKilogram(v)))
                    .map(v -> new Administration(day, drug, null, v, route));
        }
        return scope.amounts()
                .in(written.get(), what, "mg", ACCEPTED)
                .flatMap(v -> scope.amounts().make(at, () -> new Milligrams(v)))
                .map(v -> new Administration(day, drug, v, null, route));
    }
}
