package org.lamella.trial.protocol;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question that the trial answers. */
public sealed interface Endpoint {
    /** Short name, unique within the protocol. */
    String id();

    /** True for the one that sets the power of the trial. */
    boolean primary();

    /**
     * Change from enrolment, adjusted for the value at enrolment.
     *
     * @param quantity what
     * @param at visit
     * @param percent true for a percentage change
     */
    record Change(String id, boolean primary, Quantity quantity, StudyTime at, boolean percent) implements Endpoint {}

    /**
     * Share of patients whose change reaches a bound.
     *
     * @param quantity what
     * @param at visit
     * @param percent true when the bound is a percentage change
     * @param atLeast bound
     */
    record Responder(String id, boolean primary, Quantity quantity, StudyTime at, boolean percent, double atLeast)
            implements Endpoint {}

    /**
     * Time to the first confirmed fracture.
     *
     * @param fractures which ones
     * @param until end of observation
     */
    record FirstFracture(String id, boolean primary, Fractures fractures, StudyTime until) implements Endpoint {}

    /**
     * Confirmed fractures per patient-year.
     *
     * @param fractures which ones
     * @param from beginning of counting
     * @param until end of counting
     */
    record FractureRate(String id, boolean primary, Fractures fractures, StudyTime from, StudyTime until)
            implements Endpoint {}

    /** Which fractures count. */
    enum Fractures {
        /** All that adjudication counts, outside the spine. */
        CLINICAL,
        LONG_BONE,
        LOWER_LIMB,
        UPPER_LIMB,
        VERTEBRAL;

        /** The kind as readers say it. */
        public String inWords() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Quantity of a change or responder question. */
    default Optional<@Nullable Quantity> quantityIfAny() {
        return switch (this) {
            case Change c -> Optional.of(c.quantity());
            case Responder r -> Optional.of(r.quantity());
            default -> Optional.empty();
        };
    }
}
