package org.lamella.care.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lamella.evidence.lab.EgfrResult;
import org.lamella.evidence.lab.KidneyFunction;
import org.lamella.patient.Analyte;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.LabResult;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.OiType;
import org.lamella.patient.UnusableEntry;

/** Kidney function before and during treatment: rules LAB-04 to LAB-07. */
final class KidneyRules {
    private KidneyRules() {}

    /**
     * Kidney function in mL/min/1.73 m2, rounded down to one decimal so that no limit is crossed by rounding: bedside
     * Schwartz below 18 years with the figures of rule LAB-04, CKD-EPI 2021 from then on.
     */
    static Input<BigDecimal> estimate(PatientFacts facts, RuleSettings settings) {
        Question q = new Question(RuleCatalogue.standard().rule("LAB-04"), facts, settings);
        if (!q.ageAtLeast("lowest_age")) {
            return new Input.Unknown<>("a measured or expert-judged kidney function (no equation in use holds under "
                    + q.said("lowest_age") + " of age)");
        }
        Optional<UnusableEntry> doubt = facts.doubt(Finding.Kind.ACUTE_KIDNEY_INJURY);
        if (doubt.isPresent()) {
            return new Input.Unknown<>(
                    "whether there is acute kidney injury (" + doubt.get().said() + ")");
        }
        if (facts.present(Finding.Kind.ACUTE_KIDNEY_INJURY)) {
            return new Input.Unknown<>(
                    "kidney function after recovery (an estimate does not hold in acute kidney injury)");
        }
        Input<LabResult> creatinine = facts.labs()
                .within(
                        Analyte.CREATININE,
                        facts.labs().maxDays(),
                        q.figure("lowest_plausible"),
                        q.figure("highest_plausible"));
        return switch (creatinine) {
            case Input.Unknown<LabResult>(String need) -> new Input.Unknown<>(need);
            case Input.Known<LabResult>(LabResult lab, String _) ->
                q.ageAtLeast("upper_age") ? adult(facts, lab) : child(q, lab);
        };
    }

    private static Input<BigDecimal> adult(PatientFacts facts, LabResult creatinine) {
        return switch (KidneyFunction.estimate(facts.patient().sex(), facts.age(), null, creatinine)) {
            case EgfrResult.Estimated estimated ->
                new Input.Known<>(
                        estimated.egfr().value(),
                        "eGFR " + estimated.egfr().describe() + " from creatinine "
                                + creatinine.value().toPlainString() + " µmol/L on " + creatinine.date());
            case EgfrResult.CannotEvaluate unknown -> new Input.Unknown<>(unknown.reason());
        };
    }

    private static Input<BigDecimal> child(Question q, LabResult creatinine) {
        PatientFacts facts = q.facts();
        Optional<HeightMeasurement> height = facts.patient()
                .latestHeight(facts.asOf())
                .filter(h -> h.posture() != HeightMeasurement.Posture.ARM_SPAN)
                .filter(h -> facts.daysSince(h.date()) <= q.number("height_max_age"));
        Optional<UnusableEntry> unusable = facts.patient()
                .unusable(
                        UnusableEntry.Measure.HEIGHT,
                        facts.patient()
                                .latestHeight(facts.asOf())
                                .map(HeightMeasurement::date)
                                .orElse(LocalDate.MIN),
                        facts.asOf());
        if (unusable.isPresent()) {
            return new Input.Unknown<>("a height (" + unusable.get().said() + ")");
        }
        if (height.isEmpty()) {
            return new Input.Unknown<>("a height not older than " + q.said("height_max_age"));
        }
        BigDecimal estimate = q.figure("schwartz")
                .multiply(BigDecimal.valueOf(height.get().height().value()))
                .divide(creatinine.value(), 1, RoundingMode.DOWN);
        return new Input.Known<>(
                estimate,
                "eGFR " + estimate.toPlainString() + " mL/min/1.73 m² ("
                        + q.figure("schwartz").toPlainString() + " x "
                        + height.get().height() + " / " + creatinine.value().toPlainString() + " µmol/L on "
                        + creatinine.date() + ")");
    }

    static Verdict filtrationRate(Question q) {
        return switch (estimate(q.facts(), q.settings())) {
            case Input.Known<BigDecimal> known ->
                Verdict.information(
                                q.ageAtLeast("upper_age")
                                        ? "Kidney function is estimated by the CKD-EPI equation of 2021."
                                        : "Kidney function is estimated by the bedside Schwartz equation.")
                        .because(known);
            case Input.Unknown<BigDecimal> unknown -> Verdict.missing(unknown);
        };
    }

    static Verdict unreliableFiltrationRate(Question q) {
        Input<OiType> type = q.facts().type();
        Input<MobilityAssessment> mobility = q.facts().mobility();
        Optional<HeightMeasurement> height =
                q.facts().patient().latestHeight(q.facts().asOf());
        boolean heightDoubtful =
                height.filter(h -> h.method() != MeasurementMethod.MEASURED).isPresent();
        boolean notWalking = mobility.test(m -> m.grade() == MobilityAssessment.Grade.NON_WALKER
                || m.grade() == MobilityAssessment.Grade.THERAPY_WALKER);
        if (type.is(OiType.III) || notWalking || heightDoubtful) {
            return Verdict.information(
                            "The Schwartz estimate may mislead here (little muscle or doubtful height); cystatin C"
                                    + " helps.")
                    .because(type, mobility)
                    .because(heightDoubtful ? "height was not measured" : "");
        }
        return type.unknown() || mobility.unknown()
                ? Verdict.missing(type, mobility).priority(4)
                : Verdict.notApplicable("No sign that the Schwartz estimate misleads is recorded.")
                        .because(type, mobility);
    }

    static Verdict renalStops(Question q) {
        Input<Boolean> acute = q.facts().finding(Finding.Kind.ACUTE_KIDNEY_INJURY);
        if (acute.is(true)) {
            return Verdict.stop("Acute kidney injury is recorded: no bisphosphonate until it has recovered.")
                    .because(acute)
                    .about(Drugs.BISPHOSPHONATES);
        }
        List<Drug> limited = List.of(Drug.ALENDRONATE, Drug.PAMIDRONATE, Drug.ZOLEDRONATE);
        Input<BigDecimal> estimate = estimate(q.facts(), q.settings());
        if (!(estimate instanceof Input.Known<BigDecimal>(BigDecimal value, String fact))) {
            return Verdict.missing(estimate).about(limited);
        }
        List<Drug> stopped = limited.stream()
                .filter(drug -> value.compareTo(q.figure(drug.name() + "_stop")) < 0)
                .toList();
        if (!stopped.isEmpty()) {
            return Verdict.stop("Kidney function is below the limit for " + Drugs.names(stopped) + ".")
                    .because(fact)
                    .about(stopped);
        }
        return value.compareTo(q.figure("warn_below")) < 0
                ? Verdict.information("Kidney function is reduced; a bisphosphonate needs an expert's judgement.")
                        .priority(2)
                        .because(fact)
                : Verdict.notApplicable("Kidney function is above the limits of this rule.")
                        .because(fact);
    }

    /** The latest creatinine, when it has risen far above the lowest of the time before. */
    private static Optional<Verdict> rise(Question q) {
        Optional<LocalDate> day = q.facts().labs().latest(Analyte.CREATININE).map(LabResult::date);
        if (day.isEmpty() || !q.ageAtLeast("rise_from_age")) {
            return Optional.empty();
        }
        LocalDate from = day.get().minusDays(q.number("rise_window"));
        Optional<LabResult> lowest = q.facts()
                .labs()
                .of(Analyte.CREATININE)
                .filter(lab -> lab.date().isBefore(day.get()) && !lab.date().isBefore(from))
                .min(Comparator.comparing(LabResult::value));
        Optional<LabResult> latest = q.facts()
                .labs()
                .of(Analyte.CREATININE)
                .filter(lab -> lab.date().equals(day.get()))
                .max(Comparator.comparing(LabResult::value));
        return lowest.filter(before ->
                        latest.orElseThrow().value().compareTo(before.value().multiply(q.figure("rise_ratio"))) >= 0)
                .map(before -> Verdict.hold("Creatinine has risen to " + q.said("rise_ratio")
                                + " times its lowest of the past year or more: withhold and look for the cause.")
                        .because(LabFacts.say(before), LabFacts.say(latest.orElseThrow()))
                        .about(Drugs.IV_BISPHOSPHONATES));
    }

    static Verdict creatinineBeforeDose(Question q) {
        Optional<UnusableEntry> unclear = q.facts()
                .patient()
                .unusable(
                        UnusableEntry.Measure.TREATMENT,
                        q.facts().treatment().lastDoseDay(Drugs.BISPHOSPHONATES).orElse(LocalDate.MIN),
                        q.facts().asOf());
        if (unclear.isPresent()) {
            return Verdict.missing("a corrected record of treatment with a drug for bone ("
                            + unclear.get().said() + ")")
                    .about(Drugs.BISPHOSPHONATES);
        }
        Optional<Verdict> rise = rise(q);
        if (rise.isPresent()) {
            return rise.get();
        }
        Optional<LocalDate> last = q.facts().treatment().lastDoseDay(Drugs.IV_BISPHOSPHONATES);
        if (last.isEmpty()) {
            return Verdict.notApplicable("No intravenous bisphosphonate has been given; LAB-01 applies.");
        }
        LocalDate dose = last.get();
        String doseFact = "last intravenous dose on " + dose;
        Optional<LabResult> since = q.facts()
                .labs()
                .of(Analyte.CREATININE)
                .filter(lab -> lab.date().isAfter(dose))
                .reduce((older, newer) -> newer);
        if (since.isEmpty()) {
            return Verdict.hold(
                            "No creatinine is recorded since the last intravenous dose; it is needed before the next.")
                    .needing(List.of("creatinine taken after " + dose))
                    .because(doseFact)
                    .about(Drugs.IV_BISPHOSPHONATES);
        }
        Optional<LabResult> baseline = q.facts()
                .labs()
                .of(Analyte.CREATININE)
                .filter(lab -> !lab.date().isAfter(dose))
                .reduce((older, newer) -> newer);
        if (baseline.isPresent() && q.facts().age().atLeastYears(18)) {
            BigDecimal limit = baseline.get()
                    .value()
                    .multiply(BigDecimal.ONE.add(q.figure("creatinine_rise").movePointLeft(2)));
            if (since.get().value().compareTo(limit) > 0) {
                return Verdict.hold("Creatinine has risen by more than " + q.said("creatinine_rise")
                                + " since the last dose in an adult; withhold and look for the cause.")
                        .because(LabFacts.say(baseline.get()), LabFacts.say(since.get()))
                        .about(Drugs.IV_BISPHOSPHONATES);
            }
        }
        return Verdict.notApplicable("Creatinine is recorded since the last intravenous dose.")
                .because(doseFact, LabFacts.say(since.get()));
    }
}
