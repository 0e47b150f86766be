package org.lamella.care.stop;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Surgery;

/**
 * Signs of harm that hold the next dose until a specialist has looked: exposed jaw bone, an open or planned extraction,
 * an inflamed eye, thigh pain; hypersensitivity and breast-feeding; a clinical trial, whose product nobody here knows.
 */
final class WarningSignCheck {
    private WarningSignCheck() {}

    static void examine(Situation s, Ledger ledger) {
        boolean bisphosphonate = s.proposal().facts().bisphosphonate();
        if (bisphosphonate && s.present(Finding.Kind.EYE_INFLAMMATION)) {
            ledger.hold(
                    "INF-09",
                    "A red or painful eye after a bisphosphonate is recorded: ophthalmology first, no dose until they"
                            + " advise.");
        }
        if (bisphosphonate && s.present(Finding.Kind.THIGH_PAIN) && !s.history().naive()) {
            ledger.hold(
                    "ORT-13",
                    "Thigh or groin pain after a bisphosphonate is recorded: films of both femora first, no dose until"
                            + " they are read.");
        }
        if (bisphosphonate && s.present(Finding.Kind.BISPHOSPHONATE_HYPERSENSITIVITY)) {
            ledger.hold(
                    "INF-10",
                    "Hypersensitivity to a bisphosphonate is recorded: none is given until the team and an allergist have"
                            + " cleared it.");
        }
        if (bisphosphonate && s.present(Finding.Kind.BREAST_FEEDING)) {
            ledger.hold("PR-01", "No bisphosphonate while breast-feeding.");
        }
        if (bisphosphonate && s.present(Finding.Kind.IN_CLINICAL_TRIAL)) {
            ledger.hold(
                    "DOS-ZA-07",
                    "Takes part in a clinical trial, whose product may itself be a bone drug: ask the trial team first.");
        }
        if (bisphosphonate) {
            extractions(s, ledger);
        }
        boolean antiresorptive = bisphosphonate || s.proposal().facts().drug().equals(Drug.DENOSUMAB);
        if (antiresorptive && s.present(Finding.Kind.EXPOSED_JAW_BONE)) {
            ledger.hold(
                    "DEN-06", "Exposed jaw bone is recorded: oral surgery first, no further dose until they advise.");
        }
    }

    private static void extractions(Situation s, Ledger ledger) {
        int watch = days("DEN-06", "extraction_watch");
        Optional<LocalDate> jawSeen = s.patient()
                .latestFinding(Finding.Kind.EXPOSED_JAW_BONE, s.asOf())
                .filter(f -> !f.present())
                .map(Finding::date);
        for (Surgery surgery : s.patient().surgeries()) {
            boolean recent = surgery.kind() == Surgery.Kind.DENTAL_EXTRACTION
                    && !surgery.date().isAfter(s.asOf())
                    && s.daysOld(surgery.date()) <= watch;
            boolean healed = surgery.healedOn() != null && !surgery.healedOn().isAfter(s.asOf());
            boolean seen = jawSeen.filter(day -> day.isAfter(surgery.date())).isPresent();
            if (recent && !healed && !seen) {
                ledger.hold(
                        "DEN-06",
                        "Healing after the dental extraction is not recorded: no dose before it is.",
                        "extraction " + surgery.date());
            }
        }
        int window = days("DEN-03", "window");
        for (PlannedProcedure planned : s.patient().plannedProcedures()) {
            LocalDate day = planned.date();
            boolean near = !day.isBefore(s.asOf())
                    && (s.daysOld(day) >= -window || Math.abs(ChronoUnit.DAYS.between(day, s.doseDate())) <= window);
            if (s.proposal().infusion() && planned.kind() == Surgery.Kind.DENTAL_EXTRACTION && near) {
                ledger.hold(
                        "DEN-03",
                        "A dental extraction is planned within " + window
                                + " days: agree the order of both with the dentist.",
                        "extraction planned for " + day + ", dose on " + s.doseDate());
            }
        }
    }

    private static int days(String ruleId, String parameter) {
        return RuleCatalogue.standard()
                .rule(ruleId)
                .parameter(parameter)
                .value()
                .intValueExact();
    }
}
