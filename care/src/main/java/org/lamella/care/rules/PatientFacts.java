package org.lamella.care.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.Sex;
import org.lamella.patient.UnusableEntry;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Age;

/**
 * A person on a day, as the rules ask about them. Nothing recorded after that day is seen, except plans. Laboratory,
 * treatment and skeleton have their own parts.
 */
final class PatientFacts {
    private final Patient patient;
    private final LocalDate asOf;
    private final Age age;
    private final RuleSettings settings;
    private final Map<Finding.Kind, Finding> findings = new EnumMap<>(Finding.Kind.class);
    private final Map<Examination.Kind, Examination> examinations = new EnumMap<>(Examination.Kind.class);
    private final LabFacts labs;
    private final TreatmentFacts treatment;
    private final SkeletonFacts skeleton;

    PatientFacts(Patient patient, LocalDate asOf, RuleSettings settings) {
        this.patient = patient;
        this.settings = settings;
        this.asOf = asOf;
        this.age = patient.ageOn(asOf);
        // Both lists are sorted by date, so that the last entry that is kept is the latest.
        patient.findings().stream().filter(f -> !f.date().isAfter(asOf)).forEach(f -> findings.put(f.kind(), f));
        patient.examinations().stream()
                .filter(e -> !e.date().isAfter(asOf))
                .forEach(e -> examinations.put(e.kind(), e));
        this.labs = new LabFacts(this);
        this.treatment = new TreatmentFacts(this);
        this.skeleton = new SkeletonFacts(this);
    }

    Patient patient() {
        return patient;
    }

    LabFacts labs() {
        return labs;
    }

    TreatmentFacts treatment() {
        return treatment;
    }

    SkeletonFacts skeleton() {
        return skeleton;
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

    /** How old an entry is that no longer counts, for the sentence that asks for a new one. */
    String lastSeen(LocalDate day) {
        return "last one " + ChronoUnit.MONTHS.between(day, asOf) + " months old";
    }

    boolean monthsPassed(LocalDate since, int months) {
        return !since.plusMonths(months).isAfter(asOf);
    }

    int number(String ruleId, String parameter) {
        return settings.figure(ruleId, parameter).intValueExact();
    }

    /** A lasting fact; unknown when nothing was recorded, or when the latest statements leave it open. */
    Input<Boolean> finding(Finding.Kind kind) {
        Optional<UnusableEntry> doubt = doubt(kind);
        if (doubt.isPresent()) {
            return new Input.Unknown<>(
                    "one statement on: " + kind.label() + " (" + doubt.get().said() + ")");
        }
        Finding latest = findings.get(kind);
        return latest == null
                ? new Input.Unknown<>("whether this is so: " + kind.label())
                : new Input.Known<>(latest.present(), say(latest));
    }

    /** Contradictory or unusable statements about a fact, which leave it open although something was recorded. */
    Optional<UnusableEntry> doubt(Finding.Kind kind) {
        return patient.doubt(kind, asOf);
    }

    /** A passing fact; a statement older than {@code maxDays} counts as unknown. */
    Input<Boolean> finding(Finding.Kind kind, int maxDays) {
        Finding latest = findings.get(kind);
        if (latest != null && daysSince(latest.date()) > maxDays) {
            return new Input.Unknown<>("a statement not older than " + maxDays + " days on: " + kind.label()
                    + " (last on " + latest.date() + ")");
        }
        return finding(kind);
    }

    /** Day of the last statement on a fact. */
    Optional<LocalDate> lastFinding(Finding.Kind kind) {
        return Optional.ofNullable(findings.get(kind)).map(Finding::date);
    }

    boolean present(Finding.Kind kind) {
        return finding(kind).is(true);
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

    Optional<Examination> examination(Examination.Kind kind) {
        return Optional.ofNullable(examinations.get(kind));
    }

    Stream<Examination> examinations(Examination.Kind kind) {
        return patient.examinations().stream()
                .filter(e -> e.kind() == kind && !e.date().isAfter(asOf));
    }

    /** Latest weight when it was measured, is recent enough for the age, and does not contradict itself. */
    Input<WeightMeasurement> weight() {
        boolean infant = !age.atLeastYears(number("DOS-00", "infant_below"));
        int maxDays = number("DOS-00", infant ? "weight_max_age_infant" : "weight_max_age");
        Optional<WeightMeasurement> latest = patient.latestWeight(asOf);
        Optional<UnusableEntry> unusable = patient.unusable(
                UnusableEntry.Measure.WEIGHT,
                latest.map(WeightMeasurement::date).orElse(LocalDate.MIN),
                asOf);
        if (unusable.isPresent()) {
            return new Input.Unknown<>(
                    "a measured body weight (" + unusable.get().said() + ")");
        }
        if (latest.isEmpty()) {
            return new Input.Unknown<>("a measured body weight (none recorded)");
        }
        WeightMeasurement weight = latest.get();
        if (daysSince(weight.date()) > maxDays) {
            return new Input.Unknown<>("a body weight not older than " + maxDays + " days (last on " + weight.date()
                    + ", " + daysSince(weight.date()) + " days ago)");
        }
        boolean contradicted = patient.weights().stream()
                .filter(w -> w.date().equals(weight.date()))
                .anyMatch(w -> w.weight().value().compareTo(weight.weight().value()) != 0);
        if (contradicted) {
            return new Input.Unknown<>("one body weight (different weights are recorded for " + weight.date()
                    + "; confirm which one holds)");
        }
        if (weight.method() != MeasurementMethod.MEASURED) {
            return new Input.Unknown<>("a measured body weight (the one of " + weight.date() + " was not measured)");
        }
        return new Input.Known<>(weight, "weight " + weight.weight() + " on " + weight.date());
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

    /** An intravenous bisphosphonate is in use, or a recognised reason to discuss one is recorded. */
    boolean ivConsidered() {
        return treatment.onIv() || !IndicationCriteria.of(this).met().isEmpty();
    }
}
