package org.lamella.care.rod;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamella.care.history.NextDose;
import org.lamella.care.history.TreatmentHistory;
import org.lamella.care.plan.Statement;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;

/** How the doses of the present drug lie to a planned operation, from the record alone. */
final class OperationDates {
    private OperationDates() {}

    /** One sentence about the last and the next dose; empty without a drug that is given in cycles. */
    static List<Statement> doses(Patient patient, LocalDate asOf, LocalDate operation) {
        TreatmentHistory history = TreatmentHistory.of(patient, asOf);
        Optional<Drug> drug = history.current();
        Optional<LocalDate> due = drug.flatMap(_ -> NextDose.due(history, patient));
        List<Statement> said = new ArrayList<>();
        history.lastCycle()
                .ifPresent(last -> said.add(
                        Statement.ofRecord("The last dose of " + last.drug() + " was given on " + last.last() + ", "
                                + ChronoUnit.DAYS.between(last.last(), operation) + " days before the operation.")));
        if (drug.isPresent() && due.isPresent()) {
            long days = ChronoUnit.DAYS.between(due.get(), operation);
            said.add(Statement.ofRecord("The next dose of " + drug.get() + " falls due on " + due.get() + ", "
                    + (days == 0
                            ? "the day of the operation"
                            : Math.abs(days) + (days > 0 ? " days before it" : " days after it"))
                    + (days > 0
                            ? "; whether it is given, moved or left out is to be agreed, and the one after it waits for healing."
                            : "; it waits until healing is recorded.")));
        }
        return said;
    }
}
