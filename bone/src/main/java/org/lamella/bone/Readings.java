package org.lamella.bone;

import static org.lamella.bone.Elementary.exp;
import static org.lamella.bone.Elementary.log;

import org.lamella.bone.HealthyTwin.Quantity;
import org.lamella.patient.measure.Age;

/** Observables that take more than one line (O1 to O5). */
final class Readings {
    private Readings() {}

    private static double years(Bodies b, int i) {
        return b.ageDays[i] / Age.DAYS_PER_YEAR;
    }

    static double heightZ(Bodies b, int i) {
        return (b.growth.heightRatio[i] - 1) / b.model.growthTables[b.sex(i).ordinal()].variation(b.ageDays[i]);
    }

    /**
     * Areal density: mass density times depth (as height), scaled to the published median. A collapse moves mass, it loses
     * none, and collapsed vertebrae are left out of a scan: deformity does not enter.
     */
    static double spineDensity(Bodies b, int i) {
        double density = b.spineDensity(i) / b.referenceHeld(Quantity.SPINE_DENSITY, i);
        double depth = b.growth.heightRatio[i];
        return b.model.density.median(b.sex(i), years(b, i)) * density * depth;
    }

    /** Z-score against the healthy twin of the same age, with the reference's coefficient of variation. */
    static double spineZ(Bodies b, int i) {
        double density = b.spineDensity(i) / b.reference(Quantity.SPINE_DENSITY, i);
        double depth = b.growth.heightRatio[i];
        return (density * depth - 1) / b.model.density.variation(b.sex(i), years(b, i));
    }

    /** As the Z-score, without the part that the size of the bone adds to or takes from areal density. */
    static double spineZSizeFree(Bodies b, int i) {
        double density = b.spineDensity(i) / b.reference(Quantity.SPINE_DENSITY, i);
        return (density - 1) / b.model.density.variation(b.sex(i), years(b, i));
    }

    /** Projected area of L1 to L4 in cm2: an adult of 170 cm has about 60 cm2; deformity takes some. */
    static double spineProjectedArea(Bodies b, int i) {
        double metres = b.growth.height[i];
        return b.model.adultSpineArea * metres * metres * b.vertebra.left(i) / (1.7 * 1.7);
    }

    static double limbMargin(Bodies b, int limb, int i) {
        double lever = b.growth.weightRatio[i] * b.growth.heightRatio[i];
        return b.fractures.margin(i, b.limbStrength(limb, i), lever, b.loading.immobility(i));
    }

    static double vertebralMargin(Bodies b, int i) {
        return b.fractures.margin(i, b.vertebralStrength(i), b.growth.weightRatio[i], b.loading.immobility(i));
    }

    /** Bones that the model does not break itself, in proportion to the limbs. */
    static double trunkHazard(Bodies b, int i) {
        double[][] hazard = b.fractures.hazard;
        return b.model.trunkPerLimb * (hazard[0][i] + hazard[1][i] + hazard[2][i]);
    }

    static double trunkExpected(Bodies b, int i) {
        double[][] expected = b.fractures.expected;
        return b.model.trunkPerLimb * (expected[0][i] + expected[1][i] + expected[2][i]);
    }

    /** Areal density times the projected area before any collapse, which moves mineral and loses none. */
    static double spineMineralContent(Bodies b, int i) {
        return spineDensity(b, i) * spineProjectedArea(b, i) / b.vertebra.left(i);
    }

    static double ctx(Bodies b, int i) {
        return power(b.resorptionFlux(i) / b.reference(Quantity.RESORPTION, i), b.model.ctxPower);
    }

    static double p1np(Bodies b, int i) {
        double ratio = power(b.formationFlux(i) / b.reference(Quantity.FORMATION, i), b.model.p1npPower);
        return ratio * b.trait(Trait.P1NP_SCALE, i);
    }

    /** Per creatinine, which follows muscle mass, a weak function of muscle force. */
    static double ntx(Bodies b, int i) {
        return ctx(b, i) / power(b.loading.muscle[i], b.model.creatininePower);
    }

    static double alkalinePhosphatase(Bodies b, int i) {
        return power(b.formationFlux(i) / b.reference(Quantity.FORMATION, i), b.model.alkalinePower);
    }

    private static double power(double ratio, double power) {
        return power == 1 ? ratio : exp(power * log(ratio));
    }
}
