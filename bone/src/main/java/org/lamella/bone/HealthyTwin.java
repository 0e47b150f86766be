package org.lamella.bone;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Sex;

/**
 * The healthy reference: the same equations with healthy traits, run once for each sex from birth, one value per day of
 * age. Ratios to it are 1 for a healthy sibling by construction.
 *
 * <p>Both sexes stand in one lane for each day of an interval of factors: all start it in the same state, and each is led to
 * its own day by the steps that lead a patient there.
 */
final class HealthyTwin {
    /** What is kept. */
    enum Quantity {
        SPINE_LOAD_DENSITY,
        SPINE_DENSITY,
        SPINE_AREA,
        METAPHYSEAL_DENSITY,
        RESISTANCE_FEMUR,
        RESISTANCE_TIBIA,
        RESISTANCE_ARM,
        STRENGTH_FEMUR,
        STRENGTH_TIBIA,
        STRENGTH_ARM,
        STRENGTH_VERTEBRA,
        RESORPTION,
        FORMATION,
        CORTICAL_RENEWAL,
        METAPHYSEAL_MASS,
        CORTEX_MASS_FEMUR,
        CORTEX_MASS_TIBIA,
        CORTEX_MASS_ARM,
        RADIUS_FEMUR,
        RADIUS_TIBIA,
        RADIUS_ARM,
        CORTEX_DENSITY_TIBIA,
        CORTEX_DENSITY_ARM
    }

    private static final int ROW = Quantity.values().length;
    /** The first ones are what {@link SlowFactors} needs; the rest is for readings. */
    private static final int FOR_FACTORS = Quantity.STRENGTH_VERTEBRA.ordinal() + 1;

    /**
     * The compiler judges loops by those who call them first, and that is the reference: loops over fewer lanes would not
     * become vector instructions for anybody.
     */
    private static final int WIDE = 16;

    private final int lastDay;
    /** For each sex one row of quantities per day. */
    private final double[][] rows;

    private final Engine engine;
    /** Lanes for each sex: one for each day of an interval, and more that only widen the loops. */
    private final int each;

    private @Nullable Bodies healthy;
    private @Nullable SlowFactors factors;
    private @Nullable BoneStep step;
    private volatile int grownTo = -1;

    HealthyTwin(int lastDay, Engine engine) {
        this.lastDay = lastDay;
        this.engine = engine;
        this.each = Math.max(engine.factorDays(), WIDE);
        this.rows = new double[Sex.values().length][(lastDay + 1) * ROW];
    }

    int lastDay() {
        return lastDay;
    }

    /** Healthy people in the lanes that {@link #follow} asks for. */
    Siblings lanes(TypePriors priors) {
        Siblings.Builder lanes = Siblings.builder(Sex.values().length * each, Sex.FEMALE, priors.healthy(Sex.FEMALE));
        for (Sex sex : Sex.values()) {
            for (int i = 0; i < each; i++) {
                lanes.sex(sex.ordinal() * each + i, sex).traits(sex.ordinal() * each + i, priors.healthy(sex));
            }
        }
        return lanes.build();
    }

    /** Takes the newborns of {@link #lanes}, whose life becomes the reference. */
    synchronized void follow(Bodies newborns) {
        healthy = newborns;
        factors = new SlowFactors(newborns);
        step = new BoneStep(newborns, engine.stepsPerDay());
        keep(newborns);
        for (int i = 0; i < newborns.lanes(); i++) {
            newborns.prepare(i, 0, engine.factorDays());
        }
        factors.renew(0, newborns.lanes());
        grownTo = 0;
    }

    /** Makes sure that the reference reaches a day of age. Safe to call from several threads. */
    void reach(int day) {
        if (grownTo < day) {
            grow(Math.min(day, lastDay));
        }
    }

    private synchronized void grow(int until) {
        Bodies b = Objects.requireNonNull(healthy, "the healthy newborns are missing");
        int days = engine.factorDays();
        for (int now = grownTo; now < until; now += days) {
            for (int i = 0; i < b.lanes(); i++) {
                b.prepare(i, now > 0 ? days : 0, days);
            }
            Objects.requireNonNull(factors).renew(0, b.lanes());
            for (int begun = 0; begun < days * engine.stepsPerDay(); begun += days) {
                step(b, begun);
            }
            for (int i = 0; i < b.lanes(); i++) {
                b.ageDays[i] = now + dayOf(i);
            }
            keep(b);
            for (int sex = 0; sex < b.lanes(); sex += each) {
                for (int i = 0; i < each - 1; i++) {
                    b.arrays.copyLane(b.arrays, sex + each - 1, sex + i);
                }
            }
            grownTo = Math.min(now + days, lastDay);
        }
        b.check();
    }

    /** Day of the interval that a lane stands for; those beyond the last one stand for the last. */
    private int dayOf(int lane) {
        return Math.min(lane % each + 1, engine.factorDays());
    }

    /** Steps the lanes whose day comes more than {@code begun} ticks after the interval's beginning. */
    private void step(Bodies b, int begun) {
        int ticks = engine.stepsPerDay();
        int first = begun / ticks;
        for (int i = 0; i < b.lanes(); i++) {
            int left = Math.max(dayOf(i) * ticks - begun, 1);
            b.length.set(i, Math.min(engine.factorDays(), left) / (double) ticks);
        }
        if (first == 0) {
            Objects.requireNonNull(step).advance(0, b.lanes());
        } else {
            for (int sex = 0; sex < b.lanes(); sex += each) {
                Objects.requireNonNull(step).advance(sex + first, sex + each);
            }
        }
    }

    /** Keeps today's values of the healthy lanes. */
    private void keep(Bodies b) {
        for (int i = 0; i < b.lanes(); i++) {
            int day = (int) b.ageDays[i];
            if (day > lastDay) {
                continue;
            }
            keep(
                    b.sex(i),
                    Quantity.SPINE_LOAD_DENSITY,
                    day,
                    b.strength.loadDensity(b.spine.volumeFraction(i), b.spineShell.width[i]));
            keep(b.sex(i), Quantity.SPINE_DENSITY, day, b.spineDensity(i));
            keep(b.sex(i), Quantity.SPINE_AREA, day, b.spineArea(i));
            keep(b.sex(i), Quantity.METAPHYSEAL_DENSITY, day, b.metaphysis.volumeFraction(i));
            for (int limb = 0; limb < Bodies.LIMBS.length; limb++) {
                keep(b.sex(i), Bodies.resistance(limb), day, b.resistanceOf(limb, i));
                keep(b.sex(i), Bodies.strengthOf(limb), day, b.limbStrengthAbsolute(limb, i));
            }
            keep(b.sex(i), Quantity.STRENGTH_VERTEBRA, day, b.vertebralStrengthAbsolute(i));
            keep(b.sex(i), Quantity.RESORPTION, day, b.resorptionFlux(i));
            keep(b.sex(i), Quantity.FORMATION, day, b.formationFlux(i));
            Composition.keep(b, i, this, day);
        }
    }

    void keep(Sex sex, Quantity quantity, int day, double value) {
        rows[sex.ordinal()][day * ROW + quantity.ordinal()] = value;
    }

    double at(Sex sex, Quantity quantity, int day) {
        return rows[sex.ordinal()][day * ROW + quantity.ordinal()];
    }

    /** Writes the quantities up to the strength of the vertebra of one day to one lane. */
    void read(Sex sex, int day, int lane, double[][] byQuantity) {
        double[] table = rows[sex.ordinal()];
        for (int q = 0; q < FOR_FACTORS; q++) {
            byQuantity[q][lane] = table[day * ROW + q];
        }
    }
}
