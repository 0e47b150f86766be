package org.lamella.care.stop;

import java.util.Optional;
import org.lamella.evidence.drug.DrugClass;
import org.lamella.patient.Course;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.Sex;

/** Hard stops 1, 5 and 6, and drugs for which no regimen is offered. */
final class DrugCheck {

    private DrugCheck() {}

    static void examine(Situation s, Ledger ledger) {
        Drug drug = s.proposal().facts().drug();
        boolean adult = s.age().atLeastYears(18);
        DrugClass drugClass = s.proposal().facts().drugClass();
        if (drug.equals(Drug.DENOSUMAB) && !adult) {
            ledger.stop(
                    HardStop.DENOSUMAB_UNDER_18,
                    "Not under 18 years: life-threatening rises of calcium occurred during and after treatment.",
                    trial(s));
        }
        if (drug.equals(Drug.TERIPARATIDE) || drug.equals(Drug.ROMOSOZUMAB)) {
            anabolic(s, ledger, adult);
        }
        boolean investigational = drug.equals(Drug.SETRUSUMAB)
                || drugClass == DrugClass.TGF_BETA_ANTIBODY
                || drugClass == DrugClass.ADVANCED_THERAPY;
        if (investigational) {
            ledger.stop(
                    HardStop.INVESTIGATIONAL_OUTSIDE_TRIAL,
                    "Investigational: only inside a trial, by the trial's own protocol.",
                    trial(s));
        }
        if (!s.proposal().ownRegimen()) {
            ledger.stop(HardStop.UNSAFE_DOSE_BASIS, "No regimen of this drug for OI is offered here, and no dose.");
        } else {
            notes(s, ledger, adult);
        }
    }

    private static String trial(Situation s) {
        return s.present(Finding.Kind.IN_CLINICAL_TRIAL)
                ? "takes part in a clinical trial: its protocol decides, no dose is computed here"
                : "no participation in a clinical trial is recorded";
    }

    private static void anabolic(Situation s, Ledger ledger, boolean adult) {
        boolean platesClosed =
                s.finding(Finding.Kind.EPIPHYSES_OPEN).map(open -> !open).orElse(adult);
        if (!adult || !platesClosed) {
            ledger.stop(
                    HardStop.ANABOLIC_WITH_OPEN_PLATES,
                    "Not with open growth plates and not under 18 years.",
                    "age " + s.age());
        }
        boolean romosozumab = s.proposal().facts().drug().equals(Drug.ROMOSOZUMAB);
        if (romosozumab && s.present(Finding.Kind.MYOCARDIAL_INFARCTION_OR_STROKE)) {
            ledger.stop(
                    HardStop.ANABOLIC_WITH_OPEN_PLATES, "Not after a heart attack or stroke.", "recorded in the past");
        }
    }

    /** Consent that is not recorded is said; consent that was refused holds the drug. */
    private static void consent(Situation s, Ledger ledger) {
        Optional<Boolean> consent = s.finding(Finding.Kind.CONSENT_OFF_LABEL);
        if (consent.isEmpty()) {
            ledger.note("SAFE-03", "Off-label in children in most countries; consent is not recorded.");
        } else if (consent.get()) {
            ledger.note("SAFE-03", "Off-label in children in most countries; consent is recorded.");
        } else {
            ledger.hold("SAFE-03", "Off-label in children in most countries; consent is recorded as not given.");
        }
    }

    private static void notes(Situation s, Ledger ledger, boolean adult) {
        if (!adult) {
            consent(s, ledger);
        } else {
            ledger.note("IND-07", "In adults the benefit for fractures is uncertain: decide individually.");
        }
        if (s.patient().sex() == Sex.FEMALE && s.age().atLeastYears(PregnancyCheck.ASK_MENARCHE_FROM_YEARS)) {
            ledger.note("PR-01", "Bisphosphonates stay in bone for years: plan contraception and pregnancy.");
        }
        if ("SERPINF1".equals(s.patient().diagnosis().gene())) {
            ledger.note("IND-09", "Type VI (SERPINF1) responds poorly to bisphosphonates: ask an expert centre.");
        }
        boolean switching = s.history()
                .current()
                .filter(d -> !d.equals(s.proposal().facts().drug()))
                .isPresent();
        boolean otherCourse = s.history()
                .runningCourse()
                .map(Course::drug)
                .filter(d -> !d.equals(s.proposal().facts().drug()))
                .isPresent();
        if (switching || otherCourse) {
            ledger.note(
                    "DOS-00",
                    "A switch: the dose follows this drug's own regimen and is never converted from the other drug, which"
                            + " stops first.");
        }
    }
}
