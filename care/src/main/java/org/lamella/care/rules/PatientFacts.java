package org.lamella.care.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamella.patient.Administration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Course;
import org.lamella.patient.DoseOfUnknownAmount;
import org.lamella.patient.Drug;
import org.lamella.patient.DxaScan;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.LabResult;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Rod;
import org.lamella.patient.Sex;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.Surgery;
import org.lamella.patient.VertebralFracture;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.ArealDensity;

/**
 * A person on a day, as the rules ask about them. Nothing recorded after that day is seen, except plans.
 */
final class PatientFacts {
    private final Patient patient;
    private final LocalDate asOf;
    private final Age age;

    private final RuleSettings settings;

    PatientFacts(Patient patient, LocalDate asOf, RuleSettings settings) {
        this.patient = patient;
        this.settings = settings;
        this.asOf = asOf;
        this.age = patient.ageOn(asOf);
    }

    LocalDate asOf() {
        return asOf;
    }

    Age age() {
        return age;
    }

    String ageFact() {
        return "age " + age;
    }

    boolean female() {
        return patient.sex() == Sex.FEMALE;
    }

    Input<OiType> type() {
        OiType type = patient.diagnosis().type();
        return type == null ? new Input.Unknown<>("OI type") : new Input.Known<>(type, "OI " + type.label());
    }

    Optional<String> gene() {
        return Optional.ofNullable(patient.diagnosis().gene());
    }

    /** True when the record names neither a type nor a gene, so that OI is suspected rather than established. */
    boolean oiOnlySuspected() {
        return patient.diagnosis().type() == null && patient.diagnosis().gene() == null;
    }

    Input<Severity> severity() {
        OiType type = patient.diagnosis().type();
        return type == null ? new Input.Unknown<>("OI type, from which severity is taken") : Severity.of(type);
    }

    boolean severityIs(Severity wanted) {
        return severity().is(wanted);
    }

    long daysSince(LocalDate day) {
        return ChronoUnit.DAYS.between(day, asOf);
    }

    boolean monthsPassed(LocalDate since, int months) {
        return !since.plusMonths(months).isAfter(asOf);
    }

    // --- Findings -------------------------------------------------------------------------------------------------

    /** A lasting fact; unknown when nothing was recorded. */
    Input<Boolean> finding(Finding.Kind kind) {
        return patient.latestFinding(kind, asOf)
                .<Input<Boolean>>map(f -> new Input.Known<>(f.present(), say(f)))
                .orElseGet(() -> new Input.Unknown<>("whether this is so: " + kind.label()));
    }

    /** A passing fact; a statement older than {@code maxDays} counts as unknown. */
    Input<Boolean> finding(Finding.Kind kind, int maxDays) {
        Optional<Finding> latest = patient.latestFinding(kind, asOf);
        if (latest.isPresent() && daysSince(latest.get().date()) > maxDays) {
            return new Input.Unknown<>("a statement not older than " + maxDays + " days on: " + kind.label()
                    + " (last on " + latest.get().date() + ")");
        }
        return finding(kind);
    }

    boolean present(Finding.Kind kind) {
        return finding(kind).is(true);
    }

    boolean absent(Finding.Kind kind) {
        return finding(kind).is(false);
    }

    /** First day from which a finding that is still present has been recorded without a break. */
    Optional<LocalDate> presentSince(Finding.Kind kind) {
        LocalDate since = null;
        for (Finding finding : patient.findings()) {
            if (finding.kind() == kind && !finding.date().isAfter(asOf)) {
                since = !finding.present() ? null : since == null ? finding.date() : since;
            }
        }
        return Optional.ofNullable(since);
    }

    private static String say(Finding finding) {
        return finding.kind().label() + ": " + (finding.present() ? "yes" : "no") + " on " + finding.date();
    }

    // --- Laboratory -----------------------------------------------------------------------------------------------

    /** Latest result that is recent and believable in its unit; otherwise what is needed. */
    Input<LabResult> lab(Analyte analyte, int maxDays, BigDecimal lowest, BigDecimal highest) {
        Input<LabResult> recent = lab(analyte, maxDays);
        if (recent instanceof Input.Known<LabResult>(LabResult lab, String fact)
                && (lab.value().compareTo(lowest) < 0 || lab.value().compareTo(highest) > 0)) {
            return new Input.Unknown<>(analyte.label() + " in " + analyte.unit() + " (" + fact
                    + " cannot be true of a person; accepted is " + lowest.toPlainString() + " to "
                    + highest.toPlainString() + ", so another unit is likely)");
        }
        return recent;
    }

    /** Latest result that is not older than {@code maxDays}; otherwise what is needed. */
    Input<LabResult> lab(Analyte analyte, int maxDays) {
        Optional<LabResult> latest = patient.latestLab(analyte, asOf);
        if (latest.isEmpty()) {
            return new Input.Unknown<>(analyte.label() + " (none recorded)");
        }
        LabResult lab = latest.get();
        if (daysSince(lab.date()) > maxDays) {
            return new Input.Unknown<>(analyte.label() + " not older than " + maxDays + " days (last on " + lab.date()
                    + ", " + daysSince(lab.date()) + " days ago)");
        }
        long sameDayValues = patient.labs().stream()
                .filter(l -> l.analyte() == analyte && l.date().equals(lab.date()))
                .map(l -> l.value().stripTrailingZeros())
                .distinct()
                .count();
        if (sameDayValues > 1) {
            return new Input.Unknown<>(analyte.label() + " (different results are recorded for " + lab.date()
                    + "; confirm which one holds)");
        }
        return new Input.Known<>(lab, say(lab));
    }

    Stream<LabResult> labs(Analyte analyte) {
        return patient.labs().stream()
                .filter(lab -> lab.analyte() == analyte && !lab.date().isAfter(asOf));
    }

    Optional<LabResult> latestLab(Analyte analyte) {
        return patient.latestLab(analyte, asOf);
    }

    static String say(LabResult lab) {
        return lab.analyte().label() + " " + lab.value().toPlainString() + " "
                + lab.analyte().unit() + " on " + lab.date();
    }

    // --- Measurements ---------------------------------------------------------------------------------------------

    /** Latest weight when it was measured, is recent enough for the age, and does not contradict itself. */
    Input<WeightMeasurement> weight() {
        boolean infant = !age.atLeastYears(number("DOS-00", "infant_below"));
        int maxDays = number("DOS-00", infant ? "weight_max_age_infant" : "weight_max_age");
        Optional<WeightMeasurement> latest = patient.latestWeight(asOf);
        if (latest.isEmpty()) {
            return new Input.Unknown<>("a measured body weight (none recorded)");
        }
        WeightMeasurement weight = latest.get();
        if (daysSince(weight.date()) > maxDays) {
            return new Input.Unknown<>("a body weight not older than " + maxDays + " days (last on " + weight.date()
                    + ", " + daysSince(weight.date()) + " days ago)");
        }
        long sameDay = patient.weights().stream()
                .filter(w -> w.date().equals(weight.date()))
                .map(w -> w.weight().value().stripTrailingZeros())
                .distinct()
                .count();
        if (sameDay > 1) {
            return new Input.Unknown<>("one body weight (different weights are recorded for " + weight.date()
                    + "; confirm which one holds)");
        }
        if (weight.method() != MeasurementMethod.MEASURED) {
            return new Input.Unknown<>("a measured body weight (the one of " + weight.date() + " was not measured)");
        }
        return new Input.Known<>(weight, "weight " + weight.weight() + " on " + weight.date());
    }

    private int number(String ruleId, String parameter) {
        return settings.figure(ruleId, parameter).intValueExact();
    }

    /** How old a laboratory result may be: the limit differs before the first and before later infusions. */
    int labMaxDays() {
        return number(naive() ? "LAB-01" : "LAB-02", "lab_max_age");
    }

    Patient patient() {
        return patient;
    }

    Input<MobilityAssessment> mobility() {
        int maxDays = number("DX-02", "mobility_max_age");
        return patient.mobility().stream()
                .filter(m -> !m.date().isAfter(asOf) && daysSince(m.date()) <= maxDays)
                .reduce((older, newer) -> newer)
                .<Input<MobilityAssessment>>map(
                        m -> new Input.Known<>(m, m.grade().label() + " on " + m.date()))
                .orElseGet(() -> new Input.Unknown<>("a mobility grade not older than " + maxDays + " days"));
    }

    /** Latest lumbar spine Z-score as reported, else total body less head. */
    Input<DxaScan> zScan() {
        for (SkeletalSite site : List.of(SkeletalSite.LUMBAR_SPINE, SkeletalSite.TOTAL_BODY_LESS_HEAD)) {
            Optional<DxaScan> scan =
                    scans(site).filter(s -> s.reportedZ() != null).reduce((older, newer) -> newer);
            if (scan.isPresent()) {
                DxaScan found = scan.get();
                return new Input.Known<>(
                        found, site.label() + " Z " + found.reportedZ() + " as reported on " + found.date());
            }
        }
        return new Input.Unknown<>("a reported BMD Z-score of lumbar spine or total body less head");
    }

    /**
     * Lumbar spine density of a day.
     *
     * @param date day of the scan
     * @param density areal density
     */
    record SpineDensity(LocalDate date, ArealDensity density) {
        /** Change from this scan to a later one in percent. */
        double percentTo(SpineDensity later) {
            return 100 * (later.density.gramsPerSquareCentimetre() / density.gramsPerSquareCentimetre() - 1);
        }
    }

    List<SpineDensity> spineDensities() {
        List<SpineDensity> densities = new ArrayList<>();
        scans(SkeletalSite.LUMBAR_SPINE).forEach(scan -> {
            ArealDensity density = scan.density();
            if (density != null) {
                densities.add(new SpineDensity(scan.date(), density));
            }
        });
        return densities;
    }

    Stream<DxaScan> scans(SkeletalSite site) {
        return scans().filter(scan -> scan.site() == site);
    }

    Stream<DxaScan> scans() {
        return patient.dxaScans().stream().filter(scan -> !scan.date().isAfter(asOf));
    }

    Optional<Examination> examination(Examination.Kind kind) {
        return patient.latestExamination(kind, asOf);
    }

    Stream<Examination> examinations(Examination.Kind kind) {
        return patient.examinations().stream()
                .filter(e -> e.kind() == kind && !e.date().isAfter(asOf));
    }

    // --- Fractures and surgery ------------------------------------------------------------------------------------

    Stream<Fracture> fractures() {
        return patient.fractures().stream().filter(f -> !f.date().isAfter(asOf));
    }

    /** Fractures of long bones without a high-energy injury. */
    Stream<Fracture> longBoneFragilityFractures() {
        return fractures().filter(f -> f.bone().longBone() && f.mechanism() != Fracture.Mechanism.HIGH_ENERGY);
    }

    List<VertebralFracture> vertebralFractures() {
        return patient.vertebralFractures().stream()
                .filter(f -> !f.date().isAfter(asOf))
                .toList();
    }

    boolean spineEverImaged() {
        return examination(Examination.Kind.SPINE_RADIOGRAPH_LATERAL).isPresent()
                || !vertebralFractures().isEmpty();
    }

    Stream<Surgery> surgeries() {
        return patient.surgeries().stream().filter(s -> !s.date().isAfter(asOf));
    }

    /** Operations that cut bone and whose healing is not recorded by the day. */
    List<Surgery> unhealedOsteotomies() {
        return surgeries()
                .filter(s -> s.kind().cutsBone())
                .filter(s -> s.healedOn() == null || s.healedOn().isAfter(asOf))
                .toList();
    }

    /** Planned procedures on or after the day, nearest first. */
    Stream<PlannedProcedure> planned() {
        return patient.plannedProcedures().stream().filter(p -> !p.date().isBefore(asOf));
    }

    Stream<Rod> rodsInPlace() {
        return patient.rods().stream()
                .filter(r -> !r.insertedOn().isAfter(asOf))
                .filter(r -> r.removedOn() == null || r.removedOn().isAfter(asOf));
    }

    Input<Boolean> growing() {
        Input<Boolean> plates = finding(Finding.Kind.EPIPHYSES_OPEN);
        return plates.unknown() ? new Input.Unknown<>("whether the growth plates are open") : plates;
    }

    // --- Drugs ----------------------------------------------------------------------------------------------------

    Stream<Administration> doses(Collection<Drug> drugs) {
        return patient.administrations().stream()
                .filter(a -> drugs.contains(a.drug()) && !a.date().isAfter(asOf));
    }

    private Stream<Course> courses(Collection<Drug> drugs) {
        return patient.courses().stream()
                .filter(c -> drugs.contains(c.drug()) && !c.from().isAfter(asOf));
    }

    /** Days on which a dose was given, with a readable amount or without. */
    private Stream<LocalDate> doseDays(Collection<Drug> drugs) {
        return Stream.concat(
                doses(drugs).map(Administration::date),
                patient.dosesOfUnknownAmount().stream()
                        .filter(d -> drugs.contains(d.drug()) && !d.date().isAfter(asOf))
                        .map(DoseOfUnknownAmount::date));
    }

    Optional<LocalDate> lastDoseDay(Collection<Drug> drugs) {
        return doseDays(drugs).max(Comparator.naturalOrder());
    }

    boolean ever(Collection<Drug> drugs) {
        return doseDays(drugs).findAny().isPresent() || courses(drugs).findAny().isPresent();
    }

    /** First day on which one of the drugs was given. */
    Optional<LocalDate> firstUse(Collection<Drug> drugs) {
        return Stream.concat(doseDays(drugs), courses(drugs).map(Course::from)).min(Comparator.naturalOrder());
    }

    /** Last day on which one of the drugs was given; the day itself while a course goes on. */
    Optional<LocalDate> lastUse(Collection<Drug> drugs) {
        Stream<LocalDate> ends = courses(drugs).map(c -> c.covers(asOf) || c.until() == null ? asOf : c.until());
        return Stream.concat(doseDays(drugs), ends).max(Comparator.naturalOrder());
    }

    /** True when one of the drugs was given within the time that counts as current treatment. */
    boolean current(Collection<Drug> drugs) {
        int months = number("DOS-00", "current_for");
        return lastUse(drugs).filter(day -> !monthsPassed(day, months)).isPresent();
    }

    boolean onIv() {
        return current(Drugs.IV_BISPHOSPHONATES);
    }

    boolean onAntiresorptive() {
        return current(Drugs.ANTIRESORPTIVES);
    }

    /** No bisphosphonate is recorded. */
    boolean naive() {
        return !ever(Drugs.BISPHOSPHONATES);
    }

    String exposureFact() {
        return naive()
                ? "no bisphosphonate is recorded"
                : "bisphosphonate since " + firstUse(Drugs.BISPHOSPHONATES).orElseThrow() + ", last on "
                        + lastUse(Drugs.BISPHOSPHONATES).orElseThrow();
    }

    /** An intravenous bisphosphonate is in use, or a recognised reason to discuss one is recorded. */
    boolean ivConsidered() {
        return onIv() || !IndicationCriteria.of(this).met().isEmpty();
    }
}
