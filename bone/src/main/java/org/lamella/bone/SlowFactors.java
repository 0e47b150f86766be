package org.lamella.bone;

import java.util.ArrayList;
import java.util.List;
import org.lamella.bone.AgeFactors.Factor;
import org.lamella.bone.HealthyTwin.Quantity;
import org.lamella.bone.Trend.Led;

/**
 * What changes over weeks: growth, load, supply, healing, hazard. A pure function of a lane's state; renewed on a grid of
 * days, and at once for a lane that something befell. Group by group over all lanes, in loops small enough for the
 * compiler to turn into vector instructions.
 */
final class SlowFactors {
    private final Bodies b;
    private final double[][] healthy;
    private final double[] load;
    private final double[] capacity;
    private final double[] lever;
    private final double[] area;
    private final double[] strong;
    private final double[] outward;
    private final LaneFunctions functions;
    private final LanePart all;

    SlowFactors(Bodies bodies) {
        this.b = bodies;
        int lanes = bodies.lanes();
        healthy = new double[Quantity.values().length][lanes];
        load = new double[lanes];
        capacity = new double[lanes];
        lever = new double[lanes];
        area = new double[lanes];
        strong = new double[lanes];
        outward = new double[lanes];
        functions = new LaneFunctions(lanes);
        List<LanePart> parts = new ArrayList<>();
        parts.add(b::noticeDrugs);
        parts.add((from, until) -> b.grow(from, until, b.ahead));
        parts.add(this::reference);
        parts.add(this::supply);
        parts.add((from, until) -> b.loading.renew(from, until, b.ahead, b.callus));
        parts.add((from, until) -> b.fractures.renew(from, until, b.loading.immobility));
        parts.add(this::leverAndArea);
        parts.add(this::spineLoads);
        parts.add(this::metaphysealLoads);
        for (int limb = 0; limb < Bodies.LIMBS.length; limb++) {
            int which = limb;
            parts.add((from, until) -> limbLoads(which, from, until));
            parts.add((from, until) -> limbHazard(which, from, until));
        }
        parts.add(this::spineHazard);
        all = LanePart.inOrder(parts);
    }

    /** Renews the factors of lanes {@code from} to {@code until - 1} for the middle of their coming intervals. */
    void renew(int from, int until) {
        all.compute(from, until);
    }

    private void reference(int from, int until) {
        for (int i = from; i < until; i++) {
            b.twin.read(b.sex(i), (int) b.ageDays[i], i, healthy);
        }
    }

    private double[] healthy(Quantity quantity) {
        return healthy[quantity.ordinal()];
    }

    /** What growth and age bring to each site. */
    private void supply(int from, int until) {
        double[] velocity = b.growth.relativeVelocity;
        double[] reference = b.growth.referenceVelocity;
        double[] modelling = b.ages.of(Factor.MODELLING);
        b.spine.renew(from, until, velocity, modelling);
        b.metaphysis.renew(from, until, velocity, modelling);
        b.ilium.renew(from, until, velocity, modelling);
        System.arraycopy(b.traits.of(Trait.OSTEOBLAST_OUTPUT), from, outward, from, until - from);
        functions.pow(outward, b.model.femur.outputPower(), from, until);
        for (Shaft shaft : b.shafts) {
            shaft.renew(from, until, b.growth.sizeVelocity, reference, modelling, outward);
        }
        double[] width = b.ages.of(Factor.ILIAC_WIDTH);
        double[] widening = b.ages.of(Factor.ILIAC_WIDTH_VELOCITY);
        b.spineShell.renew(from, until, reference, width, widening);
        b.iliacShell.renew(from, until, reference, width, widening);
        b.vertebra.renew(from, until, velocity);
    }

    /** Weight times height, and height squared, relative to the median child. */
    private void leverAndArea(int from, int until) {
        double[] height = b.growth.heightRatio;
        double[] weight = b.growth.weightRatio;
        for (int i = from; i < until; i++) {
            lever[i] = weight[i] * height[i];
            area[i] = height[i] * height[i];
        }
    }

    /** Load by {@code weight} times use and muscle. */
    private void load(double[] weight, FractureSite site, int from, int until) {
        double[] muscle = b.loading.muscle;
        double[] use = b.loading.use[site.ordinal()];
        for (int i = from; i < until; i++) {
            load[i] = weight[i] * muscle[i] * use[i];
        }
    }

    private void spineLoads(int from, int until) {
        load(b.growth.weightRatio, FractureSite.VERTEBRA, from, until);
        double[] reference = healthy(Quantity.SPINE_LOAD_DENSITY);
        b.loadDensity(from, until, strong);
        for (int i = from; i < until; i++) {
            double density = strong[i] / reference[i];
            capacity[i] = area[i] * density * density;
        }
        b.trend.lead(Led.CAPACITY_SPINE, from, until, capacity);
        b.spine.mechanostat.renew(from, until, load, capacity, b.traits.of(Trait.SET_POINT));
    }

    private void metaphysealLoads(int from, int until) {
        load(b.growth.weightRatio, FractureSite.FEMUR, from, until);
        double[] reference = healthy(Quantity.METAPHYSEAL_DENSITY);
        double[] number = b.metaphysis.number;
        double[] thickness = b.metaphysis.thickness;
        for (int i = from; i < until; i++) {
            double density = number[i] * thickness[i] / reference[i];
            capacity[i] = area[i] * density * density;
        }
        b.trend.lead(Led.CAPACITY_METAPHYSIS, from, until, capacity);
        b.metaphysis.mechanostat.renew(from, until, load, capacity, b.traits.of(Trait.SET_POINT));
    }

    /** Load of one limb, and what it answers. */
    private void limbLoads(int limb, int from, int until) {
        Shaft shaft = b.shafts[limb];
        load(lever, Bodies.LIMBS[limb], from, until);
        b.strength.sectionModulus(shaft, from, until, strong);
        double[] porosity = shaft.porosity;
        double[] resistance = healthy(Bodies.resistance(limb));
        for (int i = from; i < until; i++) {
            capacity[i] = Strength.resistance(strong[i], porosity[i]) / resistance[i];
        }
        b.trend.lead(Led.capacityOf(limb), from, until, capacity);
        shaft.mechanostat.renew(from, until, load, capacity, b.traits.of(Trait.SET_POINT));
    }

    /** Injuries and hazard of one limb; the section moduli of {@link #limbLoads} must be in place. */
    private void limbHazard(int limb, int from, int until) {
        Shaft shaft = b.shafts[limb];
        Injuries injuries = b.injuries[limb];
        injuries.renew(from, until, b.ages.of(Factor.MODELLING), b.growth.relativeVelocity, b.corticalDrug.surface);
        b.strength.shaft(shaft, from, until, strong);
        relativeTo(healthy(Bodies.strengthOf(limb)), from, until);
        b.trend.lead(Led.strengthOf(limb), from, until, strong);
        b.strength.injured(injuries, b.ahead, from, until, strong);
        b.fractures.renew(Bodies.LIMBS[limb], from, until, b.ages.of(exposure(limb)), strong, lever);
    }

    private void relativeTo(double[] reference, int from, int until) {
        for (int i = from; i < until; i++) {
            strong[i] /= reference[i];
        }
    }

    private static Factor exposure(int limb) {
        return switch (limb) {
            case 0 -> Factor.EXPOSURE_FEMUR;
            case 1 -> Factor.EXPOSURE_TIBIA;
            default -> Factor.EXPOSURE_ARM;
        };
    }

    private void spineHazard(int from, int until) {
        b.vertebralStrength(from, until, strong);
        relativeTo(healthy(Quantity.STRENGTH_VERTEBRA), from, until);
        b.trend.lead(Led.STRENGTH_SPINE, from, until, strong);
        double[] exposure = b.fractures.spineExposure();
        b.fractures.renew(FractureSite.VERTEBRA, from, until, exposure, strong, b.growth.weightRatio);
    }
}
