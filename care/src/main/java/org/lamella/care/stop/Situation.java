package org.lamella.care.stop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamella.care.history.Cycle;
import org.lamella.care.history.TreatmentHistory;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.LabResult;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.Patient;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Age;

/**
 * Everything the checks look at.
 *
 * @param patient the record
 * @param asOf day of the plan; nothing later is used
 * @param site site configuration
 * @param history bisphosphonates so far
 * @param proposal what is thought of
 * @param doseDate day on which the next dose would fall
 */
record Situation(
        Patient patient,
        LocalDate asOf,
        SiteConfiguration site,
        TreatmentHistory history,
        Proposal proposal,
        LocalDate doseDate) {

    Age age() {
        return patient.ageOn(asOf);
    }

    /** True when the record holds no earlier infusion of a bisphosphonate. */
    boolean firstInfusion() {
        return history.cycles().isEmpty();
    }

    /** Whether a fact was found present, excluded, or is not known. */
    Optional<Boolean> finding(Finding.Kind kind) {
        return patient.latestFinding(kind, asOf).map(Finding::present);
    }

    boolean present(Finding.Kind kind) {
        return finding(kind).orElse(false);
    }

    /** Fractures from birth to the day of the plan; what is dated outside a life so far is an error of the record. */
    Stream<Fracture> fractures() {
        return patient.fractures().stream()
                .filter(f -> !f.date().isAfter(asOf) && !f.date().isBefore(patient.birthDate()));
    }

    long daysOld(LocalDate date) {
        return ChronoUnit.DAYS.between(date, asOf);
    }

    /** Results of the latest day on which an analyte was measured; several when one day holds several. */
    List<LabResult> latest(Analyte analyte) {
        Optional<LocalDate> day = patient.latestLab(analyte, asOf).map(LabResult::date);
        return patient.labs().stream()
                .filter(l ->
                        l.analyte() == analyte && day.filter(l.date()::equals).isPresent())
                .toList();
    }

    int labLimitDays() {
        return site.ageLimits().labs(firstInfusion()).value();
    }

    boolean current(LabResult lab) {
        return daysOld(lab.date()) <= labLimitDays();
    }

    /** The lowest of the current results, so that a contradiction is read on the safe side. */
    Optional<LabResult> lowestCurrent(Analyte analyte) {
        return latest(analyte).stream().filter(this::current).min(Comparator.comparing(LabResult::value));
    }

    /** The highest of the current results. */
    Optional<LabResult> highestCurrent(Analyte analyte) {
        return latest(analyte).stream().filter(this::current).max(Comparator.comparing(LabResult::value));
    }

    /** Why there is no current result, for the reader. */
    String whyNoCurrent(Analyte analyte) {
        return latest(analyte).stream()
                .findFirst()
                .map(l -> "the last " + analyte.label() + " is of " + l.date() + ", " + daysOld(l.date())
                        + " days old; at most " + labLimitDays() + " days are accepted")
                .orElse("the record holds no " + analyte.label());
    }

    Optional<LocalDate> lastInfusion() {
        return history.lastCycle().map(Cycle::last);
    }

    /** Measured weights of the latest day that has one; estimated and reported ones never count. */
    List<WeightMeasurement> measuredWeights() {
        List<WeightMeasurement> measured = patient.weights().stream()
                .filter(w ->
                        w.method() == MeasurementMethod.MEASURED && !w.date().isAfter(asOf))
                .toList();
        return measured.isEmpty()
                ? List.of()
                : measured.stream()
                        .filter(w -> w.date().equals(measured.getLast().date()))
                        .toList();
    }

    static String show(LabResult lab) {
        return lab.analyte().label() + " " + lab.value().toPlainString() + " "
                + lab.analyte().unit() + " on " + lab.date();
    }

    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
