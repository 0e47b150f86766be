package org.lamella.patient;

import java.time.LocalDate;

/**
 * A dose that the record says was given but whose amount cannot be read. It is kept because it bears on the interval to
 * the next dose and makes any cumulative or yearly total a lower bound.
 *
 * @param date day of administration
 * @param drug what was given
 * @param route how it was given
 */
public record DoseOfUnknownAmount(LocalDate date, Drug drug, Route route) {}
