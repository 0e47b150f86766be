package org.lamella.evidence.drug;

import org.lamella.evidence.Citation;

/**
 * A code of a drug in a public system.
 *
 * @param system name of the system such as {@code ATC}
 * @param code the code
 * @param source where the code was seen
 */
public record DrugCode(String system, String code, Citation source) {}
