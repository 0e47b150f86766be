package org.lamella.bone;

/**
 * How a cohort is computed. Nothing here but {@code stepsPerDay} and {@code factorDays} changes a result.
 *
 * @param stepsPerDay integration steps per day, 1 to 64
 * @param factorDays days between renewals of the slow factors, 1 to 28
 * @param blockLanes lanes advanced together, 1 to 4096
 * @param parallel true to spread blocks over the cores
 */
public record Engine(int stepsPerDay, int factorDays, int blockLanes, boolean parallel) {
    /** Steps and factors every 14 days, blocks of 128 lanes, all cores. */
    public static final Engine STANDARD = new Engine(1, 14, 128, true);

    public Engine {
        if (stepsPerDay < 1 || stepsPerDay > 64 || factorDays < 1 || factorDays > 28) {
            throw new IllegalArgumentException("engine: found " + stepsPerDay + " steps a day and factors every "
                    + factorDays + " days, accepted are 1 to 64 and 1 to 28");
        }
        if (blockLanes < 1 || blockLanes > 4096) {
            throw new IllegalArgumentException(
                    "engine: found blocks of " + blockLanes + " lanes, accepted are 1 to 4096");
        }
    }

    public Engine withBlockLanes(int lanes) {
        return new Engine(stepsPerDay, factorDays, lanes, parallel);
    }

    public Engine sequential() {
        return new Engine(stepsPerDay, factorDays, blockLanes, false);
    }
}
