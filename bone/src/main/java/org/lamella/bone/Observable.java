package org.lamella.bone;

import org.lamella.bone.HealthyTwin.Quantity;
import org.lamella.patient.measure.Age;

/** What can be read off a sibling. One entry is all that a new observable needs. */
public enum Observable {
    AGE("age", "a", (b, i) -> b.ageDays[i] / Age.DAYS_PER_YEAR),
    HEIGHT("height", "cm", (b, i) -> 100 * b.growth.height[i]),
    WEIGHT("weight", "kg", (b, i) -> b.growth.weight[i]),
    HEIGHT_Z("height Z-score, linear", "1", (b, i) -> Readings.heightZ(b, i)),
    SPINE_DENSITY("lumbar spine areal BMD, model-based", "g/cm2", (b, i) -> Readings.spineDensity(b, i)),
    SPINE_Z("lumbar spine BMD Z-score against the healthy twin, model-based", "1", (b, i) -> Readings.spineZ(b, i)),
    SPINE_Z_SIZE_FREE(
            "lumbar spine Z-score with size removed by the model, model-based",
            "1",
            (b, i) -> Readings.spineZSizeFree(b, i)),
    SPINE_MINERAL_CONTENT("lumbar spine BMC, model-based", "g", (b, i) -> Readings.spineMineralContent(b, i)),
    SPINE_AREA(
            "projected lumbar spine area relative to a healthy peer",
            "1",
            (b, i) -> b.spineArea(i) / b.reference(Quantity.SPINE_AREA, i)),
    SPINE_PROJECTED_AREA(
            "projected lumbar spine area, model-based", "cm2", (b, i) -> Readings.spineProjectedArea(b, i)),
    VERTEBRAL_HEIGHT(
            "height of the lumbar vertebrae relative to a healthy peer",
            "1",
            (b, i) -> b.growth.heightRatio[i] * b.vertebra.left(i)),
    HIP_DENSITY("total hip areal BMD, model-based", "g/cm2", (b, i) -> Composition.hipDensity(b, i)),
    HIP_DENSITY_RELATIVE("total hip areal BMD relative to a healthy peer", "1", (b, i) -> Composition.hip(b, i)),
    FEMORAL_NECK_RELATIVE(
            "femoral neck areal BMD relative to a healthy peer", "1", (b, i) -> Composition.femoralNeck(b, i)),
    BODY_CONTENT_RELATIVE(
            "total body less head BMC relative to a healthy peer", "1", (b, i) -> Composition.bodyContent(b, i)),
    BODY_DENSITY_RELATIVE(
            "total body less head areal BMD relative to a healthy peer",
            "1",
            (b, i) -> Composition.bodyContent(b, i) / Composition.bodyArea(b, i)),
    CTX("serum CTX relative to the age reference", "1", (b, i) -> Readings.ctx(b, i)),
    P1NP("serum P1NP relative to the age reference", "1", (b, i) -> Readings.p1np(b, i)),
    NTX("urinary NTX/creatinine relative to the age reference", "1", (b, i) -> Readings.ntx(b, i)),
    ALKALINE_PHOSPHATASE(
            "bone alkaline phosphatase relative to the age reference",
            "1",
            (b, i) -> Readings.alkalinePhosphatase(b, i)),
    CALCIUM("serum calcium, total", "mmol/L", (b, i) -> b.homeostasis.calcium[i]),
    VITAMIN_D("serum 25-hydroxyvitamin D", "nmol/L", (b, i) -> b.homeostasis.vitaminD[i]),
    PARATHYROID_INDEX(
            "drive of parathyroid hormone by want of vitamin D, 0 to 1",
            "1",
            (b, i) -> b.homeostasis.parathyroidIndex(i)),
    ILIAC_BONE_VOLUME("iliac bone volume per tissue volume", "1", (b, i) -> b.ilium.volumeFraction(i)),
    ILIAC_TRABECULAR_NUMBER("iliac trabecular number", "mm-1", (b, i) -> b.ilium.number[i]),
    ILIAC_TRABECULAR_THICKNESS("iliac trabecular thickness", "um", (b, i) -> 1000 * b.ilium.thickness[i]),
    ILIAC_TRABECULAR_SEPARATION(
            "iliac trabecular separation", "um", (b, i) -> 1000 * (1 / b.ilium.number[i] - b.ilium.thickness[i])),
    ILIAC_FORMATION_RATE(
            "iliac bone formation rate per bone surface", "um3/um2/a", (b, i) -> 1000 * b.ilium.formation[i]),
    ILIAC_CORTICAL_WIDTH("iliac cortical width", "mm", (b, i) -> b.iliacShell.width[i]),
    SPINE_BONE_VOLUME("vertebral bone volume per tissue volume", "1", (b, i) -> b.spine.volumeFraction(i)),
    METAPHYSEAL_BONE_VOLUME("metaphyseal bone volume per tissue volume", "1", (b, i) -> b.metaphysis.volumeFraction(i)),
    TIBIA_TRABECULAR_DENSITY(
            "trabecular volumetric density of the distal tibia, model-based",
            "mg/cm3",
            (b, i) -> Composition.trabecularDensity(b, i, b.model.tibiaTrabecularDensity)),
    RADIUS_TRABECULAR_DENSITY(
            "trabecular volumetric density of the distal radius, model-based",
            "mg/cm3",
            (b, i) -> Composition.trabecularDensity(b, i, b.model.radiusTrabecularDensity)),
    TIBIA_CORTICAL_DENSITY(
            "cortical volumetric density of the tibia, model-based",
            "mg/cm3",
            (b, i) -> Composition.corticalDensity(b, i, 1, b.model.tibiaCorticalDensity)),
    RADIUS_CORTICAL_DENSITY(
            "cortical volumetric density of the radius (from the arm shaft), model-based",
            "mg/cm3",
            (b, i) -> Composition.corticalDensity(b, i, 2, b.model.radiusCorticalDensity)),
    TIBIA_SHAFT_CONTENT(
            "mineral of the tibial shaft per length, model-based", "mg/mm", (b, i) -> Composition.tibiaContent(b, i)),
    FEMUR_CORTICAL_THICKNESS("femoral shaft cortical thickness", "mm", (b, i) -> b.shafts[0].cortex[i]),
    TIBIA_CORTICAL_THICKNESS("tibial shaft cortical thickness", "mm", (b, i) -> b.shafts[1].cortex[i]),
    UPPER_LIMB_CORTICAL_THICKNESS("arm shaft cortical thickness", "mm", (b, i) -> b.shafts[2].cortex[i]),
    FEMUR_RADIUS("femoral shaft periosteal radius", "mm", (b, i) -> b.shafts[0].radius[i]),
    FEMUR_POROSITY("femoral shaft porosity", "1", (b, i) -> b.shafts[0].porosity[i]),
    MINERALISATION("degree of trabecular mineralisation, fraction of full", "1", (b, i) -> b.spine.mineral[i]),
    FEMUR_STRENGTH("femoral shaft strength index relative to a healthy peer", "1", (b, i) -> b.limbStrength(0, i)),
    TIBIA_STRENGTH("tibial shaft strength index relative to a healthy peer", "1", (b, i) -> b.limbStrength(1, i)),
    UPPER_LIMB_STRENGTH("arm strength index relative to a healthy peer", "1", (b, i) -> b.limbStrength(2, i)),
    VERTEBRAL_STRENGTH("vertebral strength index relative to a healthy peer", "1", (b, i) -> b.vertebralStrength(i)),
    MARGIN_FEMUR(
            "strength of the femur over its usual peak load, relative to a healthy peer",
            "1",
            (b, i) -> Readings.limbMargin(b, 0, i)),
    MARGIN_TIBIA(
            "strength of the tibia over its usual peak load, relative to a healthy peer",
            "1",
            (b, i) -> Readings.limbMargin(b, 1, i)),
    MARGIN_UPPER_LIMB(
            "strength of the arm over its usual peak load, relative to a healthy peer",
            "1",
            (b, i) -> Readings.limbMargin(b, 2, i)),
    MARGIN_VERTEBRA(
            "strength of a vertebra over its usual peak load, relative to a healthy peer",
            "1",
            (b, i) -> Readings.vertebralMargin(b, i)),
    HAZARD_FEMUR("hazard of femoral fracture", "a-1", (b, i) -> b.fractures.hazard[0][i]),
    HAZARD_TIBIA("hazard of fracture of tibia, fibula or foot", "a-1", (b, i) -> b.fractures.hazard[1][i]),
    HAZARD_UPPER_LIMB("hazard of fracture of the arm", "a-1", (b, i) -> b.fractures.hazard[2][i]),
    HAZARD_VERTEBRA("hazard of clinical vertebral fracture", "a-1", (b, i) -> b.fractures.hazard[3][i]),
    HAZARD_TRUNK(
            "hazard of fracture of rib, pelvis, skull and other bones, as a share of limb fractures",
            "a-1",
            (b, i) -> Readings.trunkHazard(b, i)),
    EXPECTED_FEMUR("cumulative hazard, femur", "1", (b, i) -> b.fractures.expected[0][i]),
    EXPECTED_TIBIA("cumulative hazard, tibia, fibula or foot", "1", (b, i) -> b.fractures.expected[1][i]),
    EXPECTED_LOWER_LIMB(
            "cumulative hazard, lower limb", "1", (b, i) -> b.fractures.expected[0][i] + b.fractures.expected[1][i]),
    EXPECTED_UPPER_LIMB("cumulative hazard, upper limb", "1", (b, i) -> b.fractures.expected[2][i]),
    EXPECTED_VERTEBRA("cumulative hazard, vertebra", "1", (b, i) -> b.fractures.expected[3][i]),
    EXPECTED_VERTEBRA_RADIOGRAPHIC(
            "cumulative hazard, vertebra, with the silent ones that only a film shows",
            "1",
            (b, i) -> b.fractures.expected[3][i] * b.vertebra.allPerClinical()),
    EXPECTED_TRUNK(
            "cumulative hazard, rib, pelvis, skull and other bones, as a share of limb fractures",
            "1",
            (b, i) -> Readings.trunkExpected(b, i)),
    EXPECTED_FRACTURES(
            "cumulative hazard, femur, tibia, upper limb and vertebra", "1", (b, i) -> b.fractures.expectedTotal(i)),
    COUNT_FEMUR("fractures that happened, femur", "1", (b, i) -> b.fractures.count[0][i]),
    COUNT_TIBIA("fractures that happened, tibia, fibula or foot", "1", (b, i) -> b.fractures.count[1][i]),
    COUNT_UPPER_LIMB("fractures that happened, upper limb", "1", (b, i) -> b.fractures.count[2][i]),
    COUNT_VERTEBRA("fractures that happened, vertebra", "1", (b, i) -> b.fractures.count[3][i]),
    COUNT_FRACTURES("fractures that happened, all sites", "1", (b, i) -> b.fractures.countTotal(i)),
    IMPOSED_LOG_HAZARD(
            "sum of the logarithms of the hazard (per year) at imposed fractures of their site",
            "1",
            (b, i) -> b.fractures.imposedLogHazard[i]),
    VERTEBRAL_DEFORMITY(
            "vertebral deformity, fraction of height and depth lost", "1", (b, i) -> b.vertebra.deformity[i]),
    FEMUR_CALLUS("unfinished healing of the femur, 1 at the fracture to 0", "1", (b, i) -> b.injuries[0].callus[i]),
    TIBIA_CALLUS("unfinished healing of the tibia, 1 at the fracture to 0", "1", (b, i) -> b.injuries[1].callus[i]),
    FEMUR_ROD_COVERAGE("part of the femoral shaft that a rod supports, 0 to 1", "1", (b, i) -> b.injuries[0].rod[i]),
    FEMUR_DAMAGE("fatigue damage of the femoral shaft, 0 to 1", "1", (b, i) -> b.injuries[0].damage[i]),
    FEMUR_BOW("bow of the femur", "deg", (b, i) -> b.injuries[0].bow[i]),
    SURFACE_DRUG(
            "bisphosphonate on trabecular surfaces, zoledronate scale (5 mg in a 70 kg adult gives about 12)",
            "1",
            (b, i) -> b.trabecularDrug.surface[i]),
    OSTEOCLAST_ACTIVITY(
            "vertebral osteoclast activity relative to healthy", "1", (b, i) -> b.spine.osteoclasts.activity[i]);

    private final String label;
    private final String unit;
    private final Reading reading;

    Observable(String label, String unit, Reading reading) {
        this.label = label;
        this.unit = unit;
        this.reading = reading;
    }

    /** How it is read off the bodies of a block. */
    @FunctionalInterface
    private interface Reading {
        double of(Bodies b, int i);
    }

    double of(Bodies bodies, int lane) {
        return reading.of(bodies, lane);
    }

    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }
}
