package org.lamella.care.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.patient.Analyte;
import org.lamella.patient.Drug;
import org.lamella.patient.Examination;
import org.lamella.patient.LabResult;

/** Tests before and during treatment, and the gates that depend on them. */
final class LaboratoryRules {
    private LaboratoryRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of(
                "LAB-01", LaboratoryRules::beforeFirstInfusion,
                "LAB-02", LaboratoryRules::vitaminDGate,
                "LAB-03", LaboratoryRules::hypocalcaemia,
                "LAB-04", KidneyRules::filtrationRate,
                "LAB-05", KidneyRules::unreliableFiltrationRate,
                "LAB-06", KidneyRules::renalStops,
                "LAB-07", KidneyRules::creatinineBeforeDose,
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
        Input<LabResult> phosphate = q.facts().labs().within(Analyte.PHOSPHATE, maxDays);
        if (phosphate.test(lab -> {
            BigDecimal low = lab.lowerLimit();
            return low != null && lab.value().compareTo(low) < 0;
        })) {
            return Verdict.hold("Phosphate is low before a first infusion: exclude rickets and correct it first.")
                    .because(phosphate)
                    .about(Drugs.IV_BISPHOSPHONATES);
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
     * Calcium against the laboratory's own limits: any recent low value stops, a high one holds; without a recent value
     * that has a lower limit the question stays open.
     */
    static Verdict hypocalcaemia(Question q) {
        List<String> needs = new ArrayList<>();
        List<String> normal = new ArrayList<>();
        List<String> high = new ArrayList<>();
        for (Analyte analyte : List.of(Analyte.CALCIUM_IONISED, Analyte.CALCIUM_ALBUMIN_ADJUSTED, Analyte.CALCIUM)) {
            if (!q.facts().labs().mentioned(analyte)) {
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
                    BigDecimal upper = found.upperLimit();
                    if (upper != null && found.value().compareTo(upper) > 0) {
                        high.add(fact + ", upper limit " + upper.toPlainString());
                    }
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
        if (!high.isEmpty()) {
            return Verdict.hold(
                            "Calcium is above the laboratory's upper limit: find the cause first (after denosumab it is"
                                    + " an emergency), and give no calcium or vitamin D beside it.")
                    .because(high)
                    .about(Drugs.BISPHOSPHONATES);
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
