package org.lamella.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lamella.patient.measure.Age;

/**
 * A person with osteogenesis imperfecta and everything recorded about them. Each list is sorted by date, oldest first.
 *
 * @param id identifier from the record; never a name
 * @param sex sex for references
 * @param birthDate day of birth
 * @param diagnosis OI type, gene and variant as recorded
 * @param dosesOfUnknownAmount doses known to have been given, of unreadable amount; totals are lower bounds then
 * @param unusable entries that cannot be used and must not be passed over for older ones
 */
public record Patient(
        String id,
        Sex sex,
        LocalDate birthDate,
        OiDiagnosis diagnosis,
        List<WeightMeasurement> weights,
        List<HeightMeasurement> heights,
        List<DxaScan> dxaScans,
        List<LabResult> labs,
        List<Fracture> fractures,
        List<VertebralFracture> vertebralFractures,
        List<Surgery> surgeries,
        List<PlannedProcedure> plannedProcedures,
        List<Rod> rods,
        List<Cast> casts,
        List<MobilityAssessment> mobility,
        List<PainScore> pain,
        List<DentalVisit> dentalVisits,
        List<PregnancyStatus> pregnancy,
        List<Finding> findings,
        List<Examination> examinations,
        List<Administration> administrations,
        List<Course> courses,
        List<DoseOfUnknownAmount> dosesOfUnknownAmount,
        List<UnusableEntry> unusable) {

    public Patient {
        if (id.isBlank()) {
            throw new IllegalArgumentException("patient id: found a blank one, accepted is any non-blank text");
        }
        weights = sorted(weights, WeightMeasurement::date);
        heights = sorted(heights, HeightMeasurement::date);
        dxaScans = sorted(dxaScans, DxaScan::date);
        labs = sorted(labs, LabResult::date);
        fractures = sorted(fractures, Fracture::date);
        vertebralFractures = sorted(vertebralFractures, VertebralFracture::date);
        surgeries = sorted(surgeries, Surgery::date);
        plannedProcedures = sorted(plannedProcedures, PlannedProcedure::date);
        rods = sorted(rods, Rod::insertedOn);
        casts = sorted(casts, Cast::from);
        mobility = sorted(mobility, MobilityAssessment::date);
        pain = sorted(pain, PainScore::date);
        dentalVisits = sorted(dentalVisits, DentalVisit::date);
        pregnancy = sorted(pregnancy, PregnancyStatus::date);
        findings = sorted(findings, Finding::date);
        examinations = sorted(examinations, Examination::date);
        administrations = sorted(administrations, Administration::date);
        courses = sorted(courses, Course::from);
        dosesOfUnknownAmount = sorted(dosesOfUnknownAmount, DoseOfUnknownAmount::date);
        unusable = sorted(unusable, UnusableEntry::date);
    }

    private static <T> List<T> sorted(List<T> items, Function<T, LocalDate> date) {
        List<T> copy = new ArrayList<>(items);
        copy.sort(Comparator.comparing(date));
        return List.copyOf(copy);
    }

    /** Age on a day; throws when the day precedes birth. */
    public Age ageOn(LocalDate day) {
        return Age.of(birthDate, day);
    }

    /** Latest result of an analyte on or before a day. */
    public Optional<LabResult> latestLab(Analyte analyte, LocalDate onOrBefore) {
        return labs.stream()
                .filter(lab -> lab.analyte() == analyte && !lab.date().isAfter(onOrBefore))
                .reduce((older, newer) -> newer);
    }

    /** Latest weight on or before a day. */
    public Optional<WeightMeasurement> latestWeight(LocalDate onOrBefore) {
        return weights.stream().filter(w -> !w.date().isAfter(onOrBefore)).reduce((older, newer) -> newer);
    }

    /** Latest height on or before a day. */
    public Optional<HeightMeasurement> latestHeight(LocalDate onOrBefore) {
        return heights.stream().filter(h -> !h.date().isAfter(onOrBefore)).reduce((older, newer) -> newer);
    }

    /**
     * Latest statement about a finding on or before a day; empty means unknown. A day on which it was both found and
     * excluded, and an unusable entry since, leave it unknown: see {@link #doubt(Finding.Kind, LocalDate)}.
     */
    public Optional<Finding> latestFinding(Finding.Kind kind, LocalDate onOrBefore) {
        return doubt(kind, onOrBefore).isPresent() ? Optional.empty() : lastStatement(kind, onOrBefore);
    }

    private Optional<Finding> lastStatement(Finding.Kind kind, LocalDate onOrBefore) {
        return findings.stream()
                .filter(f -> f.kind() == kind && !f.date().isAfter(onOrBefore))
                .reduce((older, newer) -> newer);
    }

    /** Why the latest statements about a finding leave it unknown; empty when they do not, or when there is none. */
    public Optional<UnusableEntry> doubt(Finding.Kind kind, LocalDate onOrBefore) {
        Optional<Finding> last = lastStatement(kind, onOrBefore);
        UnusableEntry.Statement subject = new UnusableEntry.Statement(kind);
        boolean contradicted = last.isPresent()
                && findings.stream()
                        .anyMatch(f -> f.kind() == kind
                                && f.date().equals(last.get().date())
                                && f.present() != last.get().present());
        return contradicted
                ? Optional.of(new UnusableEntry(
                        last.get().date(), subject, "two different statements, yes and no, on the same day"))
                : unusable(subject, last.map(Finding::date).orElse(LocalDate.MIN), onOrBefore);
    }

    /**
     * The latest unusable entry about a subject from one day to another.
     *
     * @param from day of the latest usable entry: an unusable one of the same day raises the same doubt
     */
    public Optional<UnusableEntry> unusable(UnusableEntry.Subject subject, LocalDate from, LocalDate until) {
        return unusable.stream()
                .filter(u -> u.subject().equals(subject)
                        && !u.date().isBefore(from)
                        && !u.date().isAfter(until))
                .reduce((older, newer) -> newer);
    }

    /** Latest examination of a kind on or before a day. */
    public Optional<Examination> latestExamination(Examination.Kind kind, LocalDate onOrBefore) {
        return examinations.stream()
                .filter(e -> e.kind() == kind && !e.date().isAfter(onOrBefore))
                .reduce((older, newer) -> newer);
    }

    /** Doses of a drug given on or before a day, oldest first. */
    public List<Administration> dosesOf(Drug drug, LocalDate onOrBefore) {
        return administrations.stream()
                .filter(a -> a.drug().equals(drug) && !a.date().isAfter(onOrBefore))
                .toList();
    }

    /** A mutable collector for the lists. */
    public static PatientBuilder builder(String id, Sex sex, LocalDate birthDate) {
        return new PatientBuilder(id, sex, birthDate);
    }
}
