package org.lamella.clinic.check;

import java.util.List;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.clinic.record.InputFault;

/** What came of one record. */
sealed interface CheckedRecord {
    /** Name of the file inside the folder. */
    String file();

    /**
     * All rules were answered.
     *
     * @param file name of the file inside the folder
     * @param patient identifier from the record
     * @param kinds kind of answer of each rule, in the order of the catalogue
     * @param leftOut entries of the record that could not be used
     * @param cautions entries that should be checked
     * @param csv lines for the table of answers
     * @param ndjson the same for programs
     */
    record Answered(
            String file,
            String patient,
            List<RuleAnswer.Kind> kinds,
            int leftOut,
            int cautions,
            byte[] csv,
            byte[] ndjson)
            implements CheckedRecord {
        int count(RuleAnswer.Kind kind) {
            return (int) kinds.stream().filter(k -> k == kind).count();
        }
    }

    /**
     * The record cannot be used.
     *
     * @param faults at least one
     */
    record Refused(String file, List<InputFault> faults) implements CheckedRecord {}

    /**
     * A defect of Lamella met by this record; the others are not affected.
     *
     * @param defect what happened
     */
    record Failed(String file, RuntimeException defect) implements CheckedRecord {}
}
