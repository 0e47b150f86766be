package org.lamella.care.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.patient.Analyte;
import org.lamella.patient.Drug;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.LabResult;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.OiType;

/** Tests before and during treatment, and the gates that depend on them. */
final class LaboratoryRules {
    private LaboratoryRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of(
                "LAB-01", LaboratoryRules::beforeFirstInfusion,
                "LAB-02", LaboratoryRules::vitaminDGate,
                "LAB-03", LaboratoryRules::hypocalcaemia,
                "LAB-04", LaboratoryRules::filtrationRate,
                "LAB-05", LaboratoryRules::unreliableFiltrationRate,
                "LAB-06", LaboratoryRules::renalStops,
                "LAB-07", LaboratoryRules::creatinineBeforeDose,
                "LAB-08", LaboratoryRules::turnoverMarkers,
                "LAB-09", PregnancyRules::beforeInfusion,
                "LAB-10", LaboratoryRules::renalUltrasound);
    }

    private static Verdict beforeFirstInfusion(Question q) {
        if (!q.facts().treatment().naive()) {
            return Verdict.notApplicable("The first dose has been given; LAB-07 applies before the next.")
                    .because(q.facts().treatment().exposureFact());
        }
        if (!q.facts().ivConsidered()) {
            return Verdict.notApplicable("No intravenous bisphosphonate is under consideration.");
        }
        int maxDays = q.facts().labs().maxDays();
        List<String> needs = new ArrayList<>();
        Input<LabResult> calcium = newestCalcium(q, maxDays);
        if (calcium.unknown()) {
            needs.add(calcium.text());
        }
        for (Analyte analyte : List.of(
                Analyte.PHOSPHATE,
                Analyte.ALKALINE_PHOSPHATASE,
                Analyte.CREATININE,
                Analyte.VITAMIN_D_25OH,
                Analyte.PTH)) {
            Input<LabResult> lab = q.facts().labs().within(analyte, maxDays);
            if (lab.unknown()) {
                needs.add(lab.text());
            }
        }
        return needs.isEmpty()
                ? Verdict.notApplicable("All tests before a first infusion are recorded and recent.")
                : Verdict.hold("Tests before the first infusion are missing or older than " + maxDays + " days.")
                        .needing(needs)
                        .because(q.facts().treatment().exposureFact())
                        .about(Drugs.IV_BISPHOSPHONATES);
    }

    private static Input<LabResult> newestCalcium(Question q, int maxDays) {
        for (Analyte analyte : List.of(Analyte.CALCIUM_IONISED, Analyte.CALCIUM_ALBUMIN_ADJUSTED, Analyte.CALCIUM)) {
            Input<LabResult> lab = q.facts().labs().within(analyte, maxDays);
            if (!lab.unknown()) {
                return lab;
            }
        }
        return new Input.Unknown<>("calcium not older than " + maxDays + " days");
    }

    private static Verdict vitaminDGate(Question q) {
        Input<LabResult> vitaminD = q.facts()
                .labs()
                .within(
                        Analyte.VITAMIN_D_25OH,
                        q.facts().labs().maxDays(),
                        q.figure("lowest_plausible"),
                        q.figure("highest_plausible"));
        return switch (vitaminD) {
            case Input.Unknown<LabResult> unknown -> Verdict.missing(unknown).about(Drugs.IV_BISPHOSPHONATES);
            case Input.Known<LabResult>(LabResult lab, String fact) ->
                lab.value().compareTo(q.figure("vitamin_d_gate")) < 0
                        ? Verdict.hold("25-OH vitamin D is below the gate of " + q.said("vitamin_d_gate")
                                        + "; replete before the infusion (VD-02).")
                                .because(fact)
                                .about(Drugs.IV_BISPHOSPHONATES)
                        : Verdict.notApplicable("25-OH vitamin D meets the gate of " + q.said("vitamin_d_gate") + ".")
                                .because(fact);
        };
    }

    /**
     * Calcium against the laboratory's own lower limit: any recent low value stops; without a recent value that has a
     * limit the question stays open.
     */
    static Verdict hypocalcaemia(Question q) {
        List<String> needs = new ArrayList<>();
        List<String> normal = new ArrayList<>();
        for (Analyte analyte : List.of(Analyte.CALCIUM_IONISED, Analyte.CALCIUM_ALBUMIN_ADJUSTED, Analyte.CALCIUM)) {
            if (q.facts().labs().latest(analyte).isEmpty()) {
                continue;
            }
            Input<LabResult> lab = q.facts()
                    .labs()
                    .within(
                            analyte,
                            q.facts().labs().maxDays(),
                            q.figure("lowest_plausible"),
                            q.figure("highest_plausible"));
            switch (lab) {
                case Input.Unknown<LabResult>(String need) -> needs.add(need);
                case Input.Known<LabResult>(LabResult found, String fact) -> {
                    BigDecimal limit = found.lowerLimit();
                    if (limit == null) {
                        needs.add("the laboratory's lower limit for " + analyte.label() + " (" + fact + ")");
                    } else if (found.value().compareTo(limit) < 0) {
                        return Verdict.stop("Calcium is below the laboratory's lower limit; correct it before any"
                                        + " antiresorptive or romosozumab.")
                                .because(fact + ", lower limit " + limit.toPlainString())
                                .about(withRomosozumab());
                    } else {
                        normal.add(fact);
                    }
                }
            }
        }
        if (!normal.isEmpty()) {
            return Verdict.notApplicable("Calcium is not below the laboratory's lower limit.")
                    .because(normal);
        }
        if (needs.isEmpty()) {
            needs.add("albumin-adjusted or ionised calcium with the laboratory's lower limit (none recorded)");
        }
        return Verdict.missing(needs).about(withRomosozumab());
    }

    private static List<Drug> withRomosozumab() {
        List<Drug> drugs = new ArrayList<>(Drugs.ANTIRESORPTIVES);
        drugs.add(Drug.ROMOSOZUMAB);
        return drugs;
    }

    /** Bedside Schwartz estimate in mL/min/1.73 m2, one decimal; the figures are those of rule LAB-04. */
    static Input<BigDecimal> schwartz(PatientFacts facts, RuleSettings settings) {
        Question q = new Question(RuleCatalogue.standard().rule("LAB-04"), facts, settings);
        if (!q.ageAtLeast("lowest_age")) {
            return new Input.Unknown<>(
                    "a measured or expert-judged kidney function (the bedside Schwartz equation does not"
                            + " hold under " + q.said("lowest_age") + " of age)");
        }
        if (q.ageAtLeast("upper_age")) {
            return new Input.Unknown<>(
                    "an adult estimate of kidney function (the bedside Schwartz equation does not hold" + " from "
                            + q.said("upper_age") + " of age)");
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
        Optional<HeightMeasurement> height = facts.patient()
                .latestHeight(facts.asOf())
                .filter(h -> h.posture() != HeightMeasurement.Posture.ARM_SPAN)
                .filter(h -> facts.daysSince(h.date()) <= q.number("height_max_age"));
        if (creatinine instanceof Input.Unknown<LabResult>(String need)) {
            return new Input.Unknown<>(need);
        }
        if (height.isEmpty()) {
            return new Input.Unknown<>("a height not older than " + q.said("height_max_age"));
        }
        LabResult lab = ((Input.Known<LabResult>) creatinine).value();
        BigDecimal estimate = q.figure("schwartz")
                .multiply(BigDecimal.valueOf(height.get().height().value()))
                .divide(lab.value(), 1, RoundingMode.HALF_UP);
        return new Input.Known<>(
                estimate,
                "eGFR " + estimate.toPlainString() + " mL/min/1.73 m² ("
                        + q.figure("schwartz").toPlainString() + " x "
                        + height.get().height() + " / " + lab.value().toPlainString() + " µmol/L on " + lab.date()
                        + ")");
    }

    private static Verdict filtrationRate(Question q) {
        return switch (schwartz(q.facts(), q.settings())) {
            case Input.Known<BigDecimal> known ->
                Verdict.information("Kidney function is estimated by the bedside Schwartz equation.")
                        .because(known);
            case Input.Unknown<BigDecimal> unknown -> Verdict.missing(unknown);
        };
    }

    private static Verdict unreliableFiltrationRate(Question q) {
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

    private static Verdict renalStops(Question q) {
        Input<Boolean> acute = q.facts().finding(Finding.Kind.ACUTE_KIDNEY_INJURY);
        if (acute.is(true)) {
            return Verdict.stop("Acute kidney injury is recorded: no bisphosphonate until it has recovered.")
                    .because(acute)
                    .about(Drugs.BISPHOSPHONATES);
        }
        List<Drug> limited = List.of(Drug.ALENDRONATE, Drug.PAMIDRONATE, Drug.ZOLEDRONATE);
        Input<BigDecimal> estimate = schwartz(q.facts(), q.settings());
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

    private static Verdict creatinineBeforeDose(Question q) {
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

    private static Verdict turnoverMarkers(Question q) {
        if (!q.facts().treatment().onAntiresorptive()) {
            return Verdict.notApplicable("No antiresorptive drug is given.");
        }
        Optional<LocalDate> last = q.facts().patient().labs().stream()
                .filter(lab -> List.of(
                                Analyte.P1NP,
                                Analyte.CTX,
                                Analyte.BONE_ALKALINE_PHOSPHATASE,
                                Analyte.ALKALINE_PHOSPHATASE)
                        .contains(lab.analyte()))
                .map(LabResult::date)
                .filter(day -> !day.isAfter(q.facts().asOf()))
                .reduce((older, newer) -> newer);
        return q.recall("bone turnover marker", last, q.number("interval"));
    }

    private static Verdict renalUltrasound(Question q) {
        boolean denosumab = q.facts().treatment().ever(List.of(Drug.DENOSUMAB));
        Optional<LabResult> urine = q.facts().labs().latest(Analyte.URINE_CALCIUM_CREATININE);
        if (urine.isPresent() && urine.get().upperLimit() == null && !denosumab) {
            return Verdict.missing("the laboratory's upper limit for urine calcium/creatinine")
                    .because(LabFacts.say(urine.get()));
        }
        boolean high = urine.filter(u -> u.upperLimit() != null && u.value().compareTo(u.upperLimit()) > 0)
                .isPresent();
        if (!denosumab && !high) {
            return Verdict.notApplicable("Neither denosumab nor a high urine calcium is recorded.");
        }
        String fact = denosumab ? "denosumab is recorded" : LabFacts.say(urine.orElseThrow()) + ", above its limit";
        Optional<LocalDate> done =
                q.facts().examination(Examination.Kind.RENAL_ULTRASOUND).map(Examination::date);
        return done.isPresent()
                ? Verdict.notApplicable(
                                "A renal ultrasound is recorded; no sourced interval for repeating it is known.")
                        .because(fact, "renal ultrasound on " + done.get())
                : Verdict.option("A renal ultrasound is suggested; no sourced interval is known.")
                        .because(fact);
    }
}
