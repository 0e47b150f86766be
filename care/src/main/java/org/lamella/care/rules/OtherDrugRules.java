package org.lamella.care.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.patient.Analyte;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.LabResult;

/** Drugs that are not bisphosphonates: what is stopped, watched, or kept for trials. */
final class OtherDrugRules {
    private OtherDrugRules() {}

    static Map<String, Judgement> judgements() {
        return Map.ofEntries(
                Map.entry("DOS-DEN-01", OtherDrugRules::denosumabInChildren),
                Map.entry("DOS-DEN-02", OtherDrugRules::afterDenosumab),
                Map.entry("DOS-DEN-03", OtherDrugRules::denosumabOverdue),
                Map.entry(
                        "DOS-DEN-04",
                        q -> Verdict.information("Denosumab doses of trials are for reference and simulation only.")),
                Map.entry("DOS-TPT-01", OtherDrugRules::teriparatide),
                Map.entry("DOS-TPT-02", OtherDrugRules::teriparatideResearch),
                Map.entry("DOS-ROM-01", OtherDrugRules::romosozumab),
                Map.entry("DOS-SET-01", q -> trialOnly(q, Drug.SETRUSUMAB, "Setrusumab is investigational")),
                Map.entry(
                        "DOS-FRE-01",
                        q -> trialOnly(q, Drug.FRESOLIMUMAB, "Antibodies against TGF-beta are investigational")),
                Map.entry("DOS-GH-01", OtherDrugRules::growthHormone),
                Map.entry("DOS-OBS-01", OtherDrugRules::obsolete),
                Map.entry("DOS-EXP-01", OtherDrugRules::cellsAndGenes));
    }

    /** A standing stop ranks behind one that concerns what the patient is already given. */
    private static Verdict standingStop(Question q, Drug drug, String reason) {
        boolean given = q.facts().treatment().current(List.of(drug));
        return Verdict.stop(reason)
                .priority(given ? 1 : 4)
                .because(given ? drug + " is given now" : "")
                .about(List.of(drug));
    }

    private static Verdict trialOnly(Question q, Drug drug, String what) {
        Input<Boolean> trial = q.facts().finding(Finding.Kind.IN_CLINICAL_TRIAL);
        return trial.is(true)
                ? Verdict.information(what + "; the patient takes part in a trial, whose protocol decides.")
                        .because(trial)
                : standingStop(q, drug, what + ": only inside a trial.");
    }

    private static Verdict denosumabInChildren(Question q) {
        if (q.ageAtLeast("upper_age")) {
            return Verdict.notApplicable("The stop is for patients under " + q.said("upper_age") + ".")
                    .because(q.facts().ageFact());
        }
        Input<Boolean> trial = q.facts().finding(Finding.Kind.IN_CLINICAL_TRIAL);
        return trial.is(true)
                ? Verdict.information("Denosumab under " + q.said("upper_age")
                                + " only as its trial protocol says: hypercalcaemia can be life-threatening.")
                        .priority(2)
                        .because(trial)
                : standingStop(
                                q,
                                Drug.DENOSUMAB,
                                "No denosumab under " + q.said("upper_age")
                                        + " outside a registered trial: life-threatening hypercalcaemia.")
                        .because(q.facts().ageFact());
    }

    private static Verdict afterDenosumab(Question q) {
        Optional<LocalDate> last = q.facts().treatment().lastUse(List.of(Drug.DENOSUMAB));
        if (last.isEmpty() || q.facts().monthsPassed(last.get(), q.number("watch_months"))) {
            return Verdict.notApplicable("No denosumab in the last " + q.said("watch_months") + " is recorded.");
        }
        String fact = "denosumab last on " + last.get();
        Optional<LabResult> high =
                List.of(Analyte.CALCIUM_IONISED, Analyte.CALCIUM_ALBUMIN_ADJUSTED, Analyte.CALCIUM).stream()
                        .flatMap(analyte -> q.facts().labs().latest(analyte).stream())
                        .filter(lab -> lab.upperLimit() != null && lab.value().compareTo(lab.upperLimit()) > 0)
                        .findFirst();
        return high.map(lab -> Verdict.due("Calcium is above its limit after denosumab: this is an emergency.")
                        .priority(1)
                        .because(fact, LabFacts.say(lab))
                        .on(q.facts().asOf()))
                .orElseGet(
                        () -> Verdict.due("Calcium checks are due during denosumab and for months after it; no sourced"
                                        + " frequency is known.")
                                .priority(2)
                                .because(fact)
                                .on(q.facts().asOf()));
    }

    private static Verdict denosumabOverdue(Question q) {
        Optional<LocalDate> last = q.facts().treatment().lastUse(List.of(Drug.DENOSUMAB));
        if (!q.ageAtLeast("adult_age") || last.isEmpty()) {
            return Verdict.notApplicable("No adult treatment with denosumab is recorded.");
        }
        boolean followed = q.facts()
                .treatment()
                .lastUse(Drugs.BISPHOSPHONATES)
                .filter(day -> day.isAfter(last.get()))
                .isPresent();
        LocalDate next = last.get().plusMonths(q.number("interval"));
        if (followed) {
            return Verdict.notApplicable("A bisphosphonate followed the denosumab.")
                    .because(q.facts().treatment().exposureFact());
        }
        return next.isAfter(q.facts().asOf())
                ? Verdict.notApplicable("The next denosumab or its follow-on is due on " + next + ".")
                        .because("denosumab last on " + last.get())
                        .on(next)
                : Verdict.due(
                                "Denosumab is overdue without a follow-on antiresorptive: vertebral fractures may follow.")
                        .priority(1)
                        .because("denosumab last on " + last.get())
                        .on(next);
    }

    private static Verdict teriparatide(Question q) {
        Input<Boolean> plates = q.facts().skeleton().growing();
        if (!q.ageAtLeast("adult_age")) {
            return standingStop(q, Drug.TERIPARATIDE, "No teriparatide before adulthood.")
                    .because(q.facts().ageFact());
        }
        if (plates.unknown()) {
            return Verdict.missing(plates).priority(4).about(List.of(Drug.TERIPARATIDE));
        }
        return plates.is(true)
                ? standingStop(q, Drug.TERIPARATIDE, "No teriparatide while growth plates are open.")
                        .because(plates)
                : Verdict.notApplicable("Adult with closed growth plates.").because(plates);
    }

    private static Verdict teriparatideResearch(Question q) {
        return q.ageAtLeast("adult_age")
                ? Verdict.information(
                        "A trial in adults gives teriparatide for two years and then zoledronate once; only in"
                                + " expert centres.")
                : Verdict.notApplicable("This rule is about adults.")
                        .because(q.facts().ageFact());
    }

    private static Verdict romosozumab(Question q) {
        if (!q.ageAtLeast("adult_age")) {
            return standingStop(q, Drug.ROMOSOZUMAB, "No romosozumab in children or with open growth plates.")
                    .because(q.facts().ageFact());
        }
        Input<Boolean> plates = q.facts().skeleton().growing();
        Input<Boolean> event = q.facts().finding(Finding.Kind.MYOCARDIAL_INFARCTION_OR_STROKE);
        if (event.is(true) || plates.is(true)) {
            return standingStop(
                            q,
                            Drug.ROMOSOZUMAB,
                            "No romosozumab after a heart attack or stroke, or with open growth" + " plates.")
                    .because(event, plates);
        }
        Verdict calcium = LaboratoryRules.hypocalcaemia(
                new Question(RuleCatalogue.standard().rule("LAB-03"), q.facts(), q.settings()));
        if (calcium.kind() == RuleAnswer.Kind.STOP) {
            return standingStop(q, Drug.ROMOSOZUMAB, "No romosozumab with low calcium.")
                    .because(calcium.facts());
        }
        if (event.unknown() || plates.unknown() || calcium.kind() == RuleAnswer.Kind.MISSING) {
            List<String> needs = new ArrayList<>(calcium.needs());
            if (event.unknown()) {
                needs.add(event.text());
            }
            if (plates.unknown()) {
                needs.add(plates.text());
            }
            return Verdict.missing(needs).priority(4).about(List.of(Drug.ROMOSOZUMAB));
        }
        return Verdict.notApplicable("No contraindication to romosozumab is recorded; it is not a treatment of OI.")
                .because(event, plates);
    }

    private static Verdict growthHormone(Question q) {
        return q.facts().treatment().current(List.of(Drug.SOMATROPIN))
                ? Verdict.information(
                                "Growth hormone is no treatment of OI bone; it needs an endocrine reason of its own.")
                        .priority(3)
                        .because("somatropin is given now")
                : Verdict.notApplicable("No growth hormone is given.");
    }

    private static Verdict obsolete(Question q) {
        List<String> given = Drugs.OBSOLETE.stream()
                .filter(drug -> q.facts().treatment().current(List.of(drug)))
                .map(drug -> drug + " is given now")
                .toList();
        return given.isEmpty()
                ? Verdict.notApplicable("None of the drugs that failed in OI is given.")
                : Verdict.information("No benefit in OI was shown for this drug; it needs another reason.")
                        .priority(3)
                        .because(given);
    }

    private static Verdict cellsAndGenes(Question q) {
        Input<Boolean> trial = q.facts().finding(Finding.Kind.IN_CLINICAL_TRIAL);
        return trial.is(true)
                ? Verdict.information("Cell and gene therapy only as the protocol of a trial says.")
                        .because(trial)
                : Verdict.stop("Cell transplantation and gene therapy only inside a trial.")
                        .priority(4);
    }
}
