package org.lamella.care.rules;

import java.time.LocalDate;
import java.util.List;
import org.lamella.patient.Patient;

/** Puts every rule to one person on one day. Implementations must agree wherever they answer. */
public interface RuleEngine {
    /** One answer per rule, in the order of the catalogue. Nothing recorded after {@code asOf} is used, except plans. */
    List<RuleAnswer> answers(Patient patient, LocalDate asOf, RuleSettings settings);
}
