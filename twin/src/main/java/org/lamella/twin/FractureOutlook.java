package org.lamella.twin;

/**
 * Fractures from the day of the plan to a horizon.
 *
 * @param years horizon
 * @param expected expected number (mean over siblings, with the spread of the siblings' own expectations)
 * @param counts simulated counts, which add the play of chance
 * @param probabilityOfAny chance of at least one, 0 to 1
 * @param ratioToNoDrug expected number relative to giving no drug, same siblings and same random numbers; 1 for no drug
 */
public record FractureOutlook(
        double years, Estimate expected, Estimate counts, double probabilityOfAny, Estimate ratioToNoDrug) {}
