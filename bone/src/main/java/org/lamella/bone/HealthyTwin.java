package org.lamella.bone;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Sex;

/**
 * The healthy reference: the same equations with healthy traits, run once for each sex from birth, one value per day of
 * age. Ratios to it are 1 for a healthy sibling by construction.
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

    private final int lastDay;
    /** For each sex one row of quantities per day. */
    private final double[][] rows;

    private @Nullable Block block;
    private volatile int grownTo = -1;

    HealthyTwin(int lastDay) {
        this.lastDay = lastDay;
        this.rows = new double[Sex.values().length][(lastDay + 1) * ROW];
    }

    int lastDay() {
        return lastDay;
    }

    /** Takes the healthy newborns, one of each sex, whose life becomes the reference. */
    synchronized void follow(Block newborns) {
        block = newborns;
        keep(newborns.bodies);
        grownTo = 0;
    }

    /** Makes sure that the reference reaches a day of age. Safe to call from several threads. */
    void reach(int day) {
        if (grownTo < day) {
            grow(day);
        }
    }

    private synchronized void grow(int day) {
        Block healthy = Objects.requireNonNull(block, "the healthy newborns are missing");
        int until = Math.min(day, lastDay);
        for (int now = grownTo; now < until; now++) {
            healthy.advance(now, now + 1, now, new FractureMode.Imposed(), Recorder.NONE, 0);
            keep(healthy.bodies);
        }
        healthy.bodies.check();
        grownTo = Math.max(grownTo, until);
    }

    /** Keeps today's values of the healthy lanes. */
    private void keep(Bodies b) {
        for (int i = 0; i < b.lanes(); i++) {
            int day = (int) b.ageDays[i];
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
                keep(b.sex(i), Bodies.strengthOf(limb), day, b.limbStrengthAbsolute(limb, i, 0));
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
