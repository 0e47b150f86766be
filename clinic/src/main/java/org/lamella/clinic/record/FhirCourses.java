package org.lamella.clinic.record;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Course;
import org.lamella.patient.Drug;
import org.lamella.patient.measure.Milligrams;

/** Drugs that are or were taken regularly, as an amount per day. */
final class FhirCourses {
    private static final Set<String> TAKEN = Set.of("active", "completed", "stopped");
    private static final Set<String> PERHAPS_TAKEN = Set.of("unknown", "on-hold");
    private static final Set<String> READ = Set.of("medication", "effective", "dosage");
    private static final MathContext KEPT = new MathContext(Units.DIGITS);

    private final FhirScope scope;

    FhirCourses(FhirScope scope) {
        this.scope = scope;
    }

    /** Reads a course; one of a drug for bone that cannot be read was taken all the same. */
    void read(FhirEntry entry, MedicationStatement statement) {
        String status =
                statement.getStatus() == null ? null : statement.getStatus().toCode();
        int before = scope.draft().courses.size();
        boolean taken = scope.counts(entry, status, TAKEN);
        if (taken) {
            taken(entry, statement, status);
        }
        boolean perhaps = taken || status == null || PERHAPS_TAKEN.contains(status);
        if (perhaps
                && scope.draft().courses.size() == before
                && new FhirMedications(scope).mayActOnBone(entry, statement.getMedication())) {
            // Without a readable end it may go on to this day.
            LocalDate end = statement.getEffective() instanceof Period period && period.hasEnd()
                    ? FhirDates.latest(period.getEndElement())
                    : null;
            scope.draft().unclearTreatment(end, "a course of a drug for bone that cannot be read");
        }
    }

    private void taken(FhirEntry entry, MedicationStatement statement, @Nullable String status) {
        String at = entry.at();
        Optional<Drug> drug = new FhirMedications(scope).drug(entry, statement.getMedication());
        if (drug.isEmpty()) {
            return;
        }
        String what = "course of " + drug.get();
        Optional<FhirDates.Span> span = switch (statement.getEffective()) {
            case Period period -> scope.dates().span(at + ".effectivePeriod", what, period);
            // One day in the life of a course tells neither its beginning nor its end.
            case DateTimeType day -> {
                scope.dates().missing(at + ".effectivePeriod", what + " with the single day " + day.getValueAsString());
                yield Optional.empty();
            }
            case null, default -> {
                scope.dates().missing(at + ".effectivePeriod", what);
                yield Optional.empty();
            }
        };
        if (span.isEmpty()) {
            return;
        }
        if (span.get().until() == null && !"active".equals(status)) {
            scope.dates().missing(at + ".effectivePeriod.end", "the end of a " + status + " " + what);
            return;
        }
        if (statement.getDosage().size() != 1) {
            scope.notes()
                    .leftOut(
                            Reason.DOSE_UNKNOWN,
                            at + ".dosage",
                            what + " with " + statement.getDosage().size() + " dosages",
                            "one dosage: an amount in mg and how often it is taken",
                            "Make one MedicationStatement for each dosage.");
            return;
        }
        Dosage dosage = statement.getDosageFirstRep();
        daily(at + ".dosage[0]", what, drug.get(), dosage)
                .ifPresent(dose -> scope.draft()
                        .courses
                        .add(
                                at,
                                new Course(
                                        drug.get(),
                                        dose,
                                        new FhirMedications(scope)
                                                .route(
                                                        at + ".dosage[0]",
                                                        dosage.hasRoute() ? dosage.getRoute() : null,
                                                        drug.get()),
                                        span.get().from(),
                                        span.get().until())));
        FhirUnused.list(entry, READ, scope.notes());
    }

    private Optional<Milligrams> daily(String at, String what, Drug drug, Dosage dosage) {
        String accepted = Doses.acceptedDaily(drug);
        if (dosage.getDoseAndRate().size() != 1
                || !(dosage.getDoseAndRateFirstRep().getDose() instanceof Quantity dose)) {
            scope.notes().leftOut(Reason.DOSE_UNKNOWN, at + ".doseAndRate", what + " without one amount", accepted, "");
            return Optional.empty();
        }
        Optional<BigDecimal> perDay = timesADay(at, what, dosage);
        Optional<BigDecimal> single = scope.quantities()
                .written(at + ".doseAndRate[0].doseQuantity", what, dose, accepted)
                .flatMap(written -> Doses.milligrams(written, what, drug, scope.amounts()));
        if (perDay.isEmpty() || single.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal daily = Units.plain(single.get().multiply(perDay.get(), KEPT));
        if (perDay.get().compareTo(BigDecimal.ONE) != 0) {
            scope.notes()
                    .information(
                            Reason.CONVERTED,
                            at,
                            what + ": " + single.get().toPlainString() + " mg, "
                                    + Units.plain(perDay.get().round(new MathContext(4)))
                                            .toPlainString()
                                    + " times a day",
                            "",
                            "Kept as " + daily.toPlainString() + " mg a day.");
        }
        return scope.amounts().make(at, () -> new Milligrams(daily));
    }

    /** How often a dose is taken a day: 1 for daily, 1/7 for weekly. */
    private Optional<BigDecimal> timesADay(String at, String what, Dosage dosage) {
        TimingRepeatComponent repeat = dosage.getTiming().getRepeat();
        boolean known = dosage.hasTiming()
                && dosage.getTiming().hasRepeat()
                && repeat.getFrequencyElement().getValue() != null
                && repeat.getPeriod() != null
                && repeat.getPeriodUnit() != null
                && Amounts.sane(repeat.getPeriod())
                && repeat.getPeriod().signum() > 0
                && repeat.getFrequency() > 0;
        Optional<BigDecimal> days =
                known ? Units.convert(repeat.getPeriod(), repeat.getPeriodUnit().toCode(), "d") : Optional.empty();
        if (days.isEmpty() || days.get().signum() <= 0) {
            scope.notes()
                    .leftOut(
                            Reason.DOSE_UNKNOWN,
                            at + ".timing.repeat",
                            what + " without a readable frequency",
                            "frequency, period and periodUnit (h, d or wk)",
                            "");
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(repeat.getFrequency()).divide(days.get(), MathContext.DECIMAL64));
    }
}
