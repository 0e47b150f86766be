package org.lamella.care.stop;

import java.util.List;

/** What the gate decided. Only {@link Cleared} can lead to a dose, only a permit to a forecast. */
public sealed interface GateDecision {

    /** Reasons, heaviest first; notes included. */
    List<GateReason> reasons();

    /**
     * Nothing in the record speaks against it.
     *
     * @param clearance key to the dose calculator
     * @param reasons notes
     */
    record Cleared(Gate.Clearance clearance, List<GateReason> reasons) implements GateDecision {
        public Cleared {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Possible once what is named is settled; no dose until then.
     *
     * @param permit key to a forecast
     * @param reasons at least one hold
     */
    record Held(Gate.ForecastPermit permit, List<GateReason> reasons) implements GateDecision {
        public Held {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Something is missing; no dose until it is there.
     *
     * @param permit key to a forecast
     * @param reasons at least one need
     */
    record CannotEvaluate(Gate.ForecastPermit permit, List<GateReason> reasons) implements GateDecision {
        public CannotEvaluate {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Must not be given: neither dose nor forecast.
     *
     * @param reasons at least one hard stop
     */
    record Stopped(List<GateReason> reasons) implements GateDecision {
        public Stopped {
            reasons = List.copyOf(reasons);
        }
    }
}
