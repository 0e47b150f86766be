package org.lamella.clinic.record;

import java.util.List;
import org.lamella.patient.Patient;

/** What came of reading a record. */
public sealed interface RecordResult {
    /**
     * A patient was understood.
     *
     * @param patient the patient with everything that could be used
     * @param notes everything that was not used, was changed or should be checked, in the order of the record
     */
    record Understood(Patient patient, List<InputNote> notes) implements RecordResult {
        public Understood {
            notes = List.copyOf(notes);
        }
    }

    /**
     * The record as a whole cannot be used.
     *
     * @param faults at least one
     */
    record Refused(List<InputFault> faults) implements RecordResult {
        public Refused {
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason; none was given");
            }
            faults = List.copyOf(faults);
        }

        static Refused because(Reason reason, String location, String found, String accepted, String advice) {
            return new Refused(List.of(new InputFault(reason, location, found, accepted, advice)));
        }
    }
}
