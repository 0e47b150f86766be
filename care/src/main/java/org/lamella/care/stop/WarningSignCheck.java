package org.lamella.care.stop;

import org.lamella.patient.Drug;
import org.lamella.patient.Finding;

/** Signs of harm that hold the next dose until a specialist has looked: exposed jaw bone, an inflamed eye. */
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
        boolean antiresorptive = bisphosphonate || s.proposal().facts().drug().equals(Drug.DENOSUMAB);
        if (antiresorptive && s.present(Finding.Kind.EXPOSED_JAW_BONE)) {
            ledger.hold(
                    "DEN-06", "Exposed jaw bone is recorded: oral surgery first, no further dose until they advise.");
        }
    }
}
