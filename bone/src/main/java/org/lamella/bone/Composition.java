package org.lamella.bone;

import org.lamella.bone.HealthyTwin.Quantity;
import org.lamella.patient.measure.Age;

/**
 * Readings that are put together from several sites (O4, O6): hip, femoral neck, total body less head, and volumetric
 * densities of tibia and radius. Weights and anchors are parameters named {@code reading.*}.
 */
final class Composition {
    /** Age at which the published volumetric densities hold: the middle of 15 to 22.6 years. */
    private static final int ANCHOR_DAY = (int) (18.8 * Age.DAYS_PER_YEAR);

    private static final Quantity[] MASS = {
        Quantity.CORTEX_MASS_FEMUR, Quantity.CORTEX_MASS_TIBIA, Quantity.CORTEX_MASS_ARM
    };
    private static final Quantity[] RADIUS = {Quantity.RADIUS_FEMUR, Quantity.RADIUS_TIBIA, Quantity.RADIUS_ARM};

    private Composition() {}

    /** Keeps today's values of a healthy block as the reference. */
    static void keep(Bodies b, int i, HealthyTwin reference, int day) {
        reference.keep(b.sex(i), Quantity.METAPHYSEAL_MASS, day, metaphysealMass(b, i));
        for (int limb = 0; limb < MASS.length; limb++) {
            reference.keep(b.sex(i), MASS[limb], day, cortexMass(b.shafts[limb], i));
            reference.keep(b.sex(i), RADIUS[limb], day, b.shafts[limb].radius[i]);
        }
        reference.keep(b.sex(i), Quantity.CORTEX_DENSITY_TIBIA, day, solid(b.shafts[1], i));
        reference.keep(b.sex(i), Quantity.CORTEX_DENSITY_ARM, day, solid(b.shafts[2], i));
    }

    private static double metaphysealMass(Bodies b, int i) {
        return b.metaphysis.volumeFraction(i) * b.metaphysis.mineral[i];
    }

    /** Mineral per volume of cortex, 1 for full mineral without pores. */
    private static double solid(Shaft shaft, int i) {
        return (1 - shaft.porosity[i]) * shaft.mineral[i];
    }

    /** Cross-section of the cortex in mm2. */
    private static double section(Shaft shaft, int i) {
        double inner = shaft.radius[i] - shaft.cortex[i];
        return Math.PI * (shaft.radius[i] * shaft.radius[i] - inner * inner);
    }

    private static double cortexMass(Shaft shaft, int i) {
        return section(shaft, i) * solid(shaft, i);
    }

    private static double relativeCortexMass(Bodies b, int limb, int i) {
        return cortexMass(b.shafts[limb], i) / b.reference(MASS[limb], i);
    }

    private static double relativeRadius(Bodies b, int limb, int i) {
        return b.shafts[limb].radius[i] / b.reference(RADIUS[limb], i);
    }

    /** Areal density of the spine relative to a healthy peer. */
    private static double spine(Bodies b, int i) {
        return b.spineDensity(i)
                / b.reference(Quantity.SPINE_DENSITY, i)
                * Math.sqrt(b.spineArea(i) / b.reference(Quantity.SPINE_AREA, i));
    }

    /** Areal density of a metaphysis: mass per volume times depth. */
    private static double metaphysis(Bodies b, int i) {
        return metaphysealMass(b, i) / b.reference(Quantity.METAPHYSEAL_MASS, i) * b.growth.heightRatio[i];
    }

    /** Areal density of the femoral shaft: mass per length over width. */
    private static double shaft(Bodies b, int i) {
        return relativeCortexMass(b, 0, i) / relativeRadius(b, 0, i);
    }

    static double hip(Bodies b, int i) {
        double ofSpine = b.model.hipSpineWeight;
        double ofMetaphysis = b.model.hipMetaphysisWeight;
        return ofSpine * spine(b, i) + ofMetaphysis * metaphysis(b, i) + (1 - ofSpine - ofMetaphysis) * shaft(b, i);
    }

    static double hipDensity(Bodies b, int i) {
        return hip(b, i) * b.model.hipDensity.median(b.sex(i), b.ageDays[i] / Age.DAYS_PER_YEAR);
    }

    static double femoralNeck(Bodies b, int i) {
        double ofMetaphysis = b.model.neckMetaphysisWeight;
        return ofMetaphysis * metaphysis(b, i) + (1 - ofMetaphysis) * shaft(b, i);
    }

    /** Mass of the skeleton without the skull, relative to a healthy peer. */
    static double bodyContent(Bodies b, int i) {
        double size = b.growth.heightRatio[i];
        double trabecular = 0.5 * spine(b, i) * b.spineArea(i) / b.reference(Quantity.SPINE_AREA, i)
                + 0.5 * metaphysis(b, i) * size * size;
        double cortical = 0;
        for (int limb = 0; limb < MASS.length; limb++) {
            cortical += relativeCortexMass(b, limb, i) * size / MASS.length;
        }
        double share = b.model.bodyTrabecularShare;
        return share * trabecular + (1 - share) * cortical;
    }

    /** Projected area of the skeleton without the skull, relative to a healthy peer. */
    static double bodyArea(Bodies b, int i) {
        double size = b.growth.heightRatio[i];
        double limbs = 0;
        for (int limb = 0; limb < RADIUS.length; limb++) {
            limbs += relativeRadius(b, limb, i) * size / RADIUS.length;
        }
        double share = b.model.bodyTrabecularShare;
        return share * size * size + (1 - share) * limbs;
    }

    /** Volumetric density of spongiosa in mg/cm3: the published value of 15 to 23 years times the ratio to a peer of then. */
    static double trabecularDensity(Bodies b, int i, double anchor) {
        b.twin.reach(ANCHOR_DAY);
        return anchor * metaphysealMass(b, i) / b.twin.at(b.sex(i), Quantity.METAPHYSEAL_MASS, ANCHOR_DAY);
    }

    /** Volumetric density of the cortex in mg/cm3, anchored in the same way. */
    static double corticalDensity(Bodies b, int i, int limb, double anchor) {
        b.twin.reach(ANCHOR_DAY);
        Quantity healthy = limb == 1 ? Quantity.CORTEX_DENSITY_TIBIA : Quantity.CORTEX_DENSITY_ARM;
        return anchor * solid(b.shafts[limb], i) / b.twin.at(b.sex(i), healthy, ANCHOR_DAY);
    }

    /** Mineral of a slice of the tibial shaft in mg per mm of length. */
    static double tibiaContent(Bodies b, int i) {
        return section(b.shafts[1], i) * corticalDensity(b, i, 1, b.model.tibiaCorticalDensity) / 1000;
    }
}
