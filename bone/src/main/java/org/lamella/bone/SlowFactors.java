package org.lamella.bone;

import org.lamella.bone.HealthyTwin.Quantity;

/**
 * What changes over weeks: growth, load, supply, healing, hazard. A pure function of a lane's state; renewed on a grid of
 * days, and at once for a lane that something befell.
 */
final class SlowFactors {
    private final Bodies b;

    SlowFactors(Bodies bodies) {
        this.b = bodies;
    }

    /**
     * Renews the factors of lanes {@code from} to {@code until - 1} for the coming interval. Group by group, so that
     * the processor can work on several lanes at once.
     *
     * @param from first lane
     * @param until lane after the last
     * @param aheadDays half the length of the interval: what changes by itself is evaluated in its middle
     */
    void renew(int from, int until, double aheadDays) {
        for (int i = from; i < until; i++) {
            b.growth.refresh(i, b.ageDays[i] + aheadDays, b.biologics.hormone[i]);
            b.ages(i);
            b.homeostasis.refresh(i, b.growth.oestrogen[i]);
            b.corticalGrowth[i] = b.growth.relativeVelocity[i];
        }
        supply(b.spine, from, until);
        supply(b.metaphysis, from, until);
        supply(b.ilium, from, until);
        for (Shaft shaft : b.shafts) {
            for (int i = from; i < until; i++) {
                shaft.refresh(i, b.growth.sizeVelocity[i], b.growth.referenceVelocity[i], b.growth.modelling[i]);
            }
        }
        for (int i = from; i < until; i++) {
            int day = (int) (b.ageDays[i] + aheadDays);
            b.spineShell.refresh(i, day, b.growth.referenceVelocity[i]);
            b.iliacShell.refresh(i, day, b.growth.referenceVelocity[i]);
            b.vertebra.refresh(
                    i, b.growth.relativeVelocity[i], b.spine.osteoclasts.activity[i] / b.trait(Trait.TURNOVER, i));
        }
        spineLoads(from, until, aheadDays);
        metaphysealLoads(from, until, aheadDays);
        for (int limb = 0; limb < Bodies.LIMBS.length; limb++) {
            limb(limb, from, until, aheadDays);
        }
        spineHazard(from, until, aheadDays);
    }

    private void supply(TrabecularSite site, int from, int until) {
        for (int i = from; i < until; i++) {
            site.refresh(i, b.growth.relativeVelocity[i], b.growth.modelling[i]);
        }
    }

    private void spineLoads(int from, int until, double aheadDays) {
        for (int i = from; i < until; i++) {
            double area = b.growth.heightRatio[i] * b.growth.heightRatio[i];
            double use = b.loading.use(FractureSite.VERTEBRA, i, aheadDays);
            double load = b.growth.weightRatio[i] * b.loading.muscle[i] * use;
            double density = b.strength.loadDensity(b.spine.volumeFraction(i), b.spineShell.width[i])
                    / b.reference(Quantity.SPINE_LOAD_DENSITY, i);
            b.spine.mechanostat.refresh(i, load, area * density * density, b.trait(Trait.SET_POINT, i));
        }
    }

    private void metaphysealLoads(int from, int until, double aheadDays) {
        for (int i = from; i < until; i++) {
            double area = b.growth.heightRatio[i] * b.growth.heightRatio[i];
            double use = b.loading.use(FractureSite.FEMUR, i, aheadDays);
            double load = b.growth.weightRatio[i] * b.loading.muscle[i] * use;
            double density = b.metaphysis.volumeFraction(i) / b.reference(Quantity.METAPHYSEAL_DENSITY, i);
            b.metaphysis.mechanostat.refresh(i, load, area * density * density, b.trait(Trait.SET_POINT, i));
        }
    }

    /** Load, injuries and hazard of one limb. */
    private void limb(int limb, int from, int until, double aheadDays) {
        Shaft shaft = b.shafts[limb];
        FractureSite site = Bodies.LIMBS[limb];
        Quantity healthy = Bodies.resistance(limb);
        for (int i = from; i < until; i++) {
            double lever = b.growth.weightRatio[i] * b.growth.heightRatio[i];
            double capacity = b.strength.resistance(shaft, i) / b.reference(healthy, i);
            double load = lever * b.loading.muscle[i] * b.loading.use(site, i, aheadDays);
            shaft.mechanostat.refresh(i, load, capacity, b.trait(Trait.SET_POINT, i));
        }
        for (int i = from; i < until; i++) {
            b.injuries[limb].refresh(i, b.growth.modelling[i], b.growth.relativeVelocity[i], b.corticalDrug.surface[i]);
        }
        for (int i = from; i < until; i++) {
            double lever = b.growth.weightRatio[i] * b.growth.heightRatio[i];
            double immobility = b.loading.immobility(i, aheadDays);
            int day = (int) (b.ageDays[i] + aheadDays);
            b.fractures.refresh(site, i, day, b.limbStrength(limb, i, aheadDays), lever, immobility);
        }
    }

    private void spineHazard(int from, int until, double aheadDays) {
        for (int i = from; i < until; i++) {
            double immobility = b.loading.immobility(i, aheadDays);
            int day = (int) (b.ageDays[i] + aheadDays);
            double load = b.growth.weightRatio[i];
            b.fractures.refresh(FractureSite.VERTEBRA, i, day, b.vertebralStrength(i), load, immobility);
        }
    }
}
