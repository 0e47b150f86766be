package org.lamella.twin;

/**
 * One time of a forecast curve.
 *
 * @param yearsAhead years after the day of the plan, 0 or more
 * @param estimate quantiles in the unit of the curve's quantity
 */
public record ForecastPoint(double yearsAhead, Estimate estimate) {}
