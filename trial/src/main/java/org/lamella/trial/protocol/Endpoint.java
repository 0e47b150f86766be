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
     * @param method how arms are compared
     */
    record FractureRate(
            String id, boolean primary, Fractures fractures, StudyTime from, StudyTime until, CountMethod method)
            implements Endpoint {}

    /**
     * Change over the first period of a crossover against that over the second, within patients.
     *
     * @param quantity what
     * @param percent true for a percentage change
     * @param at end of the first period
     * @param second beginning of the second period, after the washout
     * @param until end of the second period
     */
    record Crossover(
            String id,
            boolean primary,
            Quantity quantity,
            boolean percent,
            StudyTime at,
            StudyTime second,
            StudyTime until)
            implements Endpoint {}

    /** How fracture rates of two arms are compared. */
    enum CountMethod {
        /** Counts with observed time as exposure; Poisson when they are not over-dispersed. */
        NEGATIVE_BINOMIAL,
        /** Proportional rates over time, with a variance that is robust within patients. */
        ANDERSEN_GILL
    }

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
            case Crossover c -> Optional.of(c.quantity());
            default -> Optional.empty();
        };
    }
}
