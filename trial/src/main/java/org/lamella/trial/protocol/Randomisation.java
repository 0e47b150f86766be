package org.lamella.trial.protocol;

import java.util.List;

/**
 * How people come into arms.
 *
 * @param method allocation
 * @param blinding who knows
 * @param strata what allocation is balanced over
 */
public record Randomisation(Method method, Blinding blinding, List<Stratum> strata) {
    public Randomisation {
        strata = List.copyOf(strata);
    }

    /** Allocation. */
    public enum Method {
        /** Random in blocks within strata. */
        RANDOMISED,
        /** Every patient goes through every arm: paired virtual copies with the same chance events. Not a real design. */
        PAIRED,
        /** One arm only, or arms formed by other means; treated as random allocation in the simulation. */
        NOT_RANDOMISED
    }

    /** Who knows the allocation. */
    public enum Blinding {
        OPEN,
        SINGLE,
        DOUBLE
    }

    /** What allocation is balanced over. */
    public enum Stratum {
        OI_TYPE,
        SEX,
        /** Below 4, 4 to below 10, 10 to below 18 years, adult. */
        AGE_GROUP,
        /** Any fracture in the two years before enrolment. */
        RECENT_FRACTURE
    }
}
