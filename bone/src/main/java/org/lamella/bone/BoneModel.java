package org.lamella.bone;

import java.util.Set;
import java.util.function.IntFunction;
import org.lamella.patient.Drug;

/** The bone model LAM-1 with one set of parameters; immutable and shared by any number of cohorts. */
public final class BoneModel {
    /** Oldest age that the reference covers, in days. */
    public static final int LAST_DAY = 32_872;

    private final BoneParameters parameters;
    private final Engine engine;
    private final Lam1 lam1;
    private final HealthyTwin twin;
    private final TypePriors priors;

    private BoneModel(BoneParameters parameters, Engine engine, int lastDay) {
        this.parameters = parameters;
        this.engine = engine;
        this.lam1 = new Lam1(parameters, lastDay);
        this.priors = TypePriors.of(parameters);
        this.twin = new HealthyTwin(lastDay, engine);
        bearHealthyTwins();
    }

    /** Prepares the model. The healthy reference of each sex is run once, as far as ages ask for it. */
    public static BoneModel create(BoneParameters parameters) {
        return create(parameters, Engine.STANDARD);
    }

    /** Prepares the model with a choice of how it is computed. */
    public static BoneModel create(BoneParameters parameters, Engine engine) {
        return create(parameters, engine, LAST_DAY);
    }

    /** A model for short lives, which takes less to prepare: nobody may grow older than {@code lastDay} days. */
    static BoneModel create(BoneParameters parameters, Engine engine, int lastDay) {
        return new BoneModel(parameters, engine, lastDay);
    }

    private void bearHealthyTwins() {
        Bodies bodies = new Bodies(lam1, twin, twin.lanes(priors));
        bodies.born();
        twin.follow(bodies);
    }

    public BoneParameters parameters() {
        return parameters;
    }

    public Engine engine() {
        return engine;
    }

    /** Traits by type, from the same parameters. */
    public TypePriors priors() {
        return priors;
    }

    /** Drugs that the model knows; others are refused. */
    public Set<Drug> drugs() {
        return lam1.drugs.known();
    }

    /** Siblings on the day of birth; the cohort's clock then counts days of age. */
    public Cohort newborns(Siblings siblings) {
        return Cohort.born(lam1, twin, engine, siblings);
    }

    /**
     * Siblings grown from birth to their own ages; the cohort's clock then starts at 0 for all.
     *
     * @param siblings who
     * @param ageDays age of each sibling when the clock starts
     * @param history what happened before, by sibling, on days of age
     * @param mode which fractures happen before
     */
    public Cohort grown(Siblings siblings, int[] ageDays, IntFunction<Schedule> history, FractureMode mode) {
        if (ageDays.length != siblings.count()) {
            throw new IllegalArgumentException(
                    "grown: found " + ageDays.length + " ages for " + siblings.count() + " siblings");
        }
        return Cohort.grown(lam1, twin, engine, siblings, ageDays, history, mode);
    }
}
