package org.lamella.bone;

import org.lamella.bone.AgeFactors.Factor;
import org.lamella.bone.HealthyTwin.Quantity;

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
    }

    /**
     * Renews the factors of lanes {@code from} to {@code until - 1} for the coming interval.
     *
     * @param from first lane
     * @param until lane after the last
     * @param aheadDays half the length of the interval: what changes by itself is evaluated in its middle
     */
    void renew(int from, int until, double aheadDays) {
        b.noticeDrugs(from, until);
        b.grow(from, until, aheadDays);
        for (int i = from; i < until; i++) {
            b.twin.read(b.sex(i), (int) b.ageDays[i], i, healthy);
        }
        supply(from, until);
        b.loading.renew(from, until, aheadDays, b.callus);
        b.fractures.renew(from, until, b.loading.immobility);
        leverAndArea(from, until);
        spineLoads(from, until);
        metaphysealLoads(from, until);
        for (int limb = 0; limb < Bodies.LIMBS.length; limb++) {
            limb(limb, from, until, aheadDays);
        }
        spineHazard(from, until);
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
        b.vertebra.renew(from, until, velocity, b.spine.osteoclasts.activity, b.traits.of(Trait.TURNOVER));
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
        b.metaphysis.mechanostat.renew(from, until, load, capacity, b.traits.of(Trait.SET_POINT));
    }

    /** Load, injuries and hazard of one limb. */
    private void limb(int limb, int from, int until, double aheadDays) {
        Shaft shaft = b.shafts[limb];
        FractureSite site = Bodies.LIMBS[limb];
        load(lever, site, from, until);
        b.strength.sectionModulus(shaft, from, until, strong);
        double[] porosity = shaft.porosity;
        double[] resistance = healthy(Bodies.resistance(limb));
        for (int i = from; i < until; i++) {
            capacity[i] = Strength.resistance(strong[i], porosity[i]) / resistance[i];
        }
        shaft.mechanostat.renew(from, until, load, capacity, b.traits.of(Trait.SET_POINT));
        Injuries injuries = b.injuries[limb];
        injuries.renew(from, until, b.ages.of(Factor.MODELLING), b.growth.relativeVelocity, b.corticalDrug.surface);
        b.strength.shaft(shaft, from, until, strong);
        b.strength.injured(injuries, aheadDays, from, until, strong);
        relativeTo(healthy(Bodies.strengthOf(limb)), from, until);
        b.fractures.renew(site, from, until, b.ages.of(exposure(limb)), strong, lever);
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
        double[] exposure = b.fractures.spineExposure();
        b.fractures.renew(FractureSite.VERTEBRA, from, until, exposure, strong, b.growth.weightRatio);
    }
}
