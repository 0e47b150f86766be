package org.lamella.twin;

import org.lamella.patient.Regimen;

/**
 * An option whose future is to be forecast.
 *
 * @param optionId identifier used to join forecast and option
 * @param regimen what would be given from the day of the plan
 */
public record CandidateRegimen(String optionId, Regimen regimen) {}
