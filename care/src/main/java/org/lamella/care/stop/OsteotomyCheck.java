package org.lamella.care.stop;

import java.time.LocalDate;
import java.util.Optional;
import org.lamella.care.site.Setting;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Surgery;

/** Hard stop 10 and the window before an elective osteotomy. An ordinary fracture never holds a dose. */
final class OsteotomyCheck {

    /** Without a site window a planned osteotomy this close after a dose holds it until the team agrees (assumed). */
    static final int ASK_WITHIN_DAYS = 183;

    private OsteotomyCheck() {}

    static void examine(Situation s, Ledger ledger) {
        if (!s.proposal().facts().bisphosphonate()) {
            return;
        }
        for (Surgery surgery : s.patient().surgeries()) {
            boolean done = surgery.kind().cutsBone() && !surgery.date().isAfter(s.asOf());
            if (done && (surgery.healedOn() == null || surgery.healedOn().isAfter(s.asOf()))) {
                ledger.holdFor(
                        HardStop.BEFORE_HEALING_OR_WITHOUT_FOLLOW_ON,
                        "Healing after the " + surgery.kind().label() + " is not recorded: no dose before it is.",
                        surgery.kind().label() + ", " + surgery.bone().label() + ", " + surgery.date());
            }
        }
        for (PlannedProcedure planned : s.patient().plannedProcedures()) {
            if (planned.kind().cutsBone() && !planned.date().isBefore(s.asOf())) {
                window(s, ledger, planned);
            }
        }
    }

    private static void window(Situation s, Ledger ledger, PlannedProcedure planned) {
        Optional<Setting<Integer>> hold = s.site().osteotomyHold();
        LocalDate start = planned.date().minusDays(hold.map(Setting::value).orElse(ASK_WITHIN_DAYS));
        String fact = planned.kind().label() + " planned for " + planned.date() + ", dose on " + s.doseDate();
        if (s.doseDate().isBefore(start)) {
            return;
        }
        if (hold.isPresent()) {
            ledger.hold(
                    "SUR-H-01",
                    "The dose would fall into the " + hold.get().value()
                            + " days before a planned osteotomy, or after it before healing: move it.",
                    fact,
                    "window " + hold.get().explained());
        } else {
            ledger.hold(
                    "SUR-H-01",
                    "An osteotomy is planned and the site has set no window: agree the dates with the surgeon.",
                    fact);
        }
    }
}
