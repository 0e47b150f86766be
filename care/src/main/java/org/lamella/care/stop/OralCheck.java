package org.lamella.care.stop;

import java.util.Optional;
import org.lamella.patient.Finding;

/** Hard stop 8: what makes tablets impossible. */
final class OralCheck {

    private OralCheck() {}

    static void examine(Situation s, Ledger ledger) {
        if (!s.proposal().oral() || !s.proposal().facts().bisphosphonate()) {
            return;
        }
        Optional<Boolean> upright = s.finding(Finding.Kind.CAN_SIT_UPRIGHT_30_MIN);
        if (upright.isEmpty()) {
            ledger.need("DOS-ORAL-01", "Needs to know whether the child can sit upright for 30 minutes.");
        } else if (!upright.get()) {
            ledger.stop(HardStop.ORAL_NOT_POSSIBLE, "Cannot sit upright for 30 minutes.");
        }
        Optional<Boolean> oesophagus = s.finding(Finding.Kind.OESOPHAGEAL_DISEASE);
        if (oesophagus.isEmpty()) {
            ledger.need("DOS-ORAL-01", "Needs to know whether there is oesophageal disease.");
        } else if (oesophagus.get()) {
            ledger.stop(HardStop.ORAL_NOT_POSSIBLE, "Oesophageal disease is recorded.");
        }
    }
}
