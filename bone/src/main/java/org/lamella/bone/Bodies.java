package org.lamella.bone;

import java.util.Arrays;
import org.lamella.bone.HealthyTwin.Quantity;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;

/**
 * The bodies of a block of lanes: all equation groups and how they hang together. {@link #refresh} renews the slow
 * factors of one lane (a pure function of its state), {@link #step} integrates all lanes.
 */
final class Bodies implements Recorder.LaneView {
    /** Fracture sites in shafts, in the order of {@link FractureSite}. */
    private static final FractureSite[] LIMBS = {FractureSite.FEMUR, FractureSite.TIBIA, FractureSite.UPPER_LIMB};

    private static final double DXA_HOLDS_FROM = 25;

    final LaneArrays arrays;
    final Siblings siblings;
    final Lam1 model;
    final HealthyTwin twin;
    final double[] ageDays;
    final Traits traits;
    final Growth growth;
    final Loading loading;
    final Homeostasis homeostasis;
    final Biologics biologics;
    final Cells cells;
    final TrabecularSite spine;
    final TrabecularSite metaphysis;
    final TrabecularSite ilium;
    final Shell spineShell;
    final Shell iliacShell;
    final Shaft[] shafts;
    final Injuries[] injuries;
    final SurfaceDrug trabecularDrug;
    final SurfaceDrug corticalDrug;
    final SurfaceDrug metaphysealDrug;
    final VertebralShape vertebra;
    final Strength strength;
    final Fractures fractures;

    private final Sex[] sex;
    private final double[] trabecularResorption;
    private final double[] corticalResorption;
    private final double[] balance;
    private final double[] corticalGrowth;

    Bodies(Lam1 model, HealthyTwin twin, Siblings siblings) {
        int n = siblings.count();
        this.model = model;
        this.twin = twin;
        this.siblings = siblings;
        arrays = new LaneArrays(n);
        ageDays = arrays.add("age", 0);
        traits = new Traits(arrays);
        sex = new Sex[n];
        GrowthTrack[] tracks = new GrowthTrack[n];
        for (int i = 0; i < n; i++) {
            sex[i] = siblings.sex(i);
            for (Trait trait : Trait.values()) {
                traits.of(trait)[i] = siblings.trait(trait, i);
            }
            tracks[i] = GrowthTrack.of(
                    siblings.growth(i),
                    model.growthTables[sex[i].ordinal()],
                    siblings.trait(Trait.HEIGHT_Z, i),
                    siblings.trait(Trait.BMI_Z, i),
                    model.growth.heightLag(),
                    model.growth.bmiVariation());
        }
        growth = new Growth(arrays, model.growth, model.ages, model.growthTables, sex, tracks, traits);
        loading = new Loading(arrays, model.loading, traits);
        homeostasis = new Homeostasis(arrays, model.homeostasis, traits);
        biologics = new Biologics(arrays, model.biologics, model.refillPower);
        cells = new Cells(arrays, model.cells);
        Osteoclasts spineClasts = new Osteoclasts(arrays, "spine", model.osteoclasts, traits);
        Mechanostat spineLoad = new Mechanostat(arrays, "spine", model.mechanostat);
        spine = new TrabecularSite(arrays, "spine", model.spine, spineClasts, spineLoad, traits);
        ilium = new TrabecularSite(arrays, "ilium", model.ilium, spineClasts, spineLoad, traits);
        metaphysis = new TrabecularSite(
                arrays,
                "metaphysis",
                model.metaphysis,
                new Osteoclasts(arrays, "metaphysis", model.osteoclasts, traits),
                new Mechanostat(arrays, "metaphysis", model.mechanostat),
                traits);
        spineShell = new Shell(arrays, "spineShell", model.spineShell, model.ages, spineClasts, spineLoad, traits);
        iliacShell = new Shell(arrays, "iliacShell", model.iliacShell, model.ages, spineClasts, spineLoad, traits);
        shafts = new Shaft[] {
            shaft("femur", model.femur), shaft("tibia", model.tibia), shaft("arm", model.arm),
        };
        injuries = new Injuries[LIMBS.length];
        for (int s = 0; s < LIMBS.length; s++) {
            injuries[s] = new Injuries(arrays, "injury." + LIMBS[s], model.injuries, shafts[s]);
        }
        trabecularDrug = new SurfaceDrug(arrays, "drug.trabecular", model.surfaceDrug);
        corticalDrug = new SurfaceDrug(arrays, "drug.cortical", model.surfaceDrug);
        metaphysealDrug = new SurfaceDrug(arrays, "drug.metaphyseal", model.surfaceDrug);
        vertebra = new VertebralShape(arrays, model.vertebra);
        strength = new Strength(model.strength, traits);
        fractures = new Fractures(arrays, model.fractures, model.ages, traits);
        trabecularResorption = arrays.add("trabecularResorption", 0);
        corticalResorption = arrays.add("corticalResorption", 0);
        balance = arrays.add("refillBalance", 1);
        corticalGrowth = arrays.add("corticalGrowth", 0);
    }

    private Shaft shaft(String site, Shaft.Constants constants) {
        return new Shaft(
                arrays,
                site,
                constants,
                new Osteoclasts(arrays, site, model.osteoclasts, traits),
                new Mechanostat(arrays, site, model.mechanostat),
                traits);
    }

    /** State at birth of all lanes. */
    void born() {
        for (int i = 0; i < lanes(); i++) {
            growth.begin(i);
            growth.refresh(i, 0, 0);
            loading.begin(i);
            homeostasis.begin(i);
            homeostasis.refresh(i, 1);
            ages(i);
            for (TrabecularSite site : new TrabecularSite[] {spine, metaphysis, ilium}) {
                site.begin(i, model.newbornThickness, trabecularResorption[i]);
                site.osteoclasts.begin(i);
            }
            double size = growth.height[i] / model.growthTables[sex[i].ordinal()].adultHeight();
            for (Shaft shaft : shafts) {
                shaft.begin(i, size, corticalResorption[i]);
                shaft.osteoclasts.begin(i);
            }
            spineShell.begin(i);
            iliacShell.begin(i);
        }
    }

    private void ages(int i) {
        trabecularResorption[i] = model.trabecularAdult + model.trabecularChild * growth.childTurnover[i];
        corticalResorption[i] = model.corticalAdult + model.corticalChild * growth.childTurnover[i];
    }

    /** Renews the slow factors of one lane for the coming interval; see {@link #refresh(int, int, double)}. */
    void refresh(int i, double aheadDays) {
        refresh(i, i + 1, aheadDays);
    }

    /**
     * Renews the slow factors of lanes {@code from} to {@code until - 1} for the coming interval. Group by group, so that
     * the processor can work on several lanes at once.
     *
     * @param from first lane
     * @param until lane after the last
     * @param aheadDays half the length of the interval: what changes by itself is evaluated in its middle
     */
    void refresh(int from, int until, double aheadDays) {
        for (int i = from; i < until; i++) {
            growth.refresh(i, ageDays[i] + aheadDays, biologics.hormone[i]);
            ages(i);
            homeostasis.refresh(i, growth.oestrogen[i]);
            corticalGrowth[i] = growth.relativeVelocity[i];
        }
        supply(spine, from, until);
        supply(metaphysis, from, until);
        supply(ilium, from, until);
        for (Shaft shaft : shafts) {
            for (int i = from; i < until; i++) {
                shaft.refresh(i, growth.sizeVelocity[i], growth.referenceVelocity[i], growth.modelling[i]);
            }
        }
        for (int i = from; i < until; i++) {
            int day = (int) (ageDays[i] + aheadDays);
            spineShell.refresh(i, day, growth.referenceVelocity[i]);
            iliacShell.refresh(i, day, growth.referenceVelocity[i]);
            vertebra.refresh(i, growth.relativeVelocity[i], spine.osteoclasts.activity[i] / trait(Trait.TURNOVER, i));
        }
        spineLoads(from, until, aheadDays);
        metaphysealLoads(from, until, aheadDays);
        for (int limb = 0; limb < LIMBS.length; limb++) {
            limb(limb, from, until, aheadDays);
        }
        spineHazard(from, until, aheadDays);
    }

    private void supply(TrabecularSite site, int from, int until) {
        for (int i = from; i < until; i++) {
            site.refresh(i, growth.relativeVelocity[i], growth.modelling[i]);
        }
    }

    private void spineLoads(int from, int until, double aheadDays) {
        for (int i = from; i < until; i++) {
            double area = growth.heightRatio[i] * growth.heightRatio[i];
            double use = loading.use(FractureSite.VERTEBRA, i, aheadDays);
            double load = growth.weightRatio[i] * loading.muscle[i] * use;
            double density = strength.loadDensity(spine.volumeFraction(i), spineShell.width[i])
                    / reference(Quantity.SPINE_LOAD_DENSITY, i);
            spine.mechanostat.refresh(i, load, area * density * density, trait(Trait.SET_POINT, i));
        }
    }

    private void metaphysealLoads(int from, int until, double aheadDays) {
        for (int i = from; i < until; i++) {
            double area = growth.heightRatio[i] * growth.heightRatio[i];
            double use = loading.use(FractureSite.FEMUR, i, aheadDays);
            double load = growth.weightRatio[i] * loading.muscle[i] * use;
            double density = metaphysis.volumeFraction(i) / reference(Quantity.METAPHYSEAL_DENSITY, i);
            metaphysis.mechanostat.refresh(i, load, area * density * density, trait(Trait.SET_POINT, i));
        }
    }

    /** Load, injuries and hazard of one limb. */
    private void limb(int limb, int from, int until, double aheadDays) {
        Shaft shaft = shafts[limb];
        FractureSite site = LIMBS[limb];
        Quantity healthy = resistance(limb);
        for (int i = from; i < until; i++) {
            double lever = growth.weightRatio[i] * growth.heightRatio[i];
            double capacity = strength.resistance(shaft, i) / reference(healthy, i);
            double load = lever * loading.muscle[i] * loading.use(site, i, aheadDays);
            shaft.mechanostat.refresh(i, load, capacity, trait(Trait.SET_POINT, i));
        }
        for (int i = from; i < until; i++) {
            injuries[limb].refresh(i, growth.modelling[i], growth.relativeVelocity[i], corticalDrug.surface[i]);
        }
        for (int i = from; i < until; i++) {
            double lever = growth.weightRatio[i] * growth.heightRatio[i];
            double immobility = loading.immobility(i, aheadDays);
            int day = (int) (ageDays[i] + aheadDays);
            fractures.refresh(site, i, day, limbStrength(limb, i, aheadDays), lever, immobility);
        }
    }

    private void spineHazard(int from, int until, double aheadDays) {
        for (int i = from; i < until; i++) {
            double immobility = loading.immobility(i, aheadDays);
            int day = (int) (ageDays[i] + aheadDays);
            double load = growth.weightRatio[i];
            fractures.refresh(FractureSite.VERTEBRA, i, day, vertebralStrength(i), load, immobility);
        }
    }

    /** Strength of a limb relative to the healthy twin. */
    double limbStrength(int limb, int i, double aheadDays) {
        return limbStrengthAbsolute(limb, i, aheadDays) / reference(strengthOf(limb), i);
    }

    double limbStrengthAbsolute(int limb, int i, double aheadDays) {
        Injuries injury = injuries[limb];
        return strength.shaft(shafts[limb], i)
                * strength.injury(injury.callusAhead(i, aheadDays), injury.damage[i], injury.rod[i], injury.bow[i]);
    }

    double vertebralStrength(int i) {
        return vertebralStrengthAbsolute(i) / reference(Quantity.STRENGTH_VERTEBRA, i);
    }

    double vertebralStrengthAbsolute(int i) {
        return strength.vertebra(spine, spineShell.width[i], spineArea(i), i);
    }

    /** Projected area of the lumbar spine relative to the median child's undeformed one. */
    double spineArea(int i) {
        return growth.heightRatio[i] * growth.heightRatio[i] * vertebra.left(i);
    }

    double spineDensity(int i) {
        return strength.massDensity(spine.volumeFraction(i), spineShell.width[i], spine.mineral[i]);
    }

    /** Bone resorbed per year, arbitrary scale: what CTX shows. */
    double resorptionFlux(int i) {
        Shaft femur = shafts[0];
        return 2 * spine.number[i] * spine.resorption[i]
                + model.corticalMarkerShare * femur.resorption[i] / femur.cortex[i];
    }

    /** Bone formed per year on the same scale. */
    double formationFlux(int i) {
        Shaft femur = shafts[0];
        return 2 * spine.number[i] * spine.formation[i]
                + model.corticalMarkerShare * (femur.formation[i] + femur.expansion[i]) / femur.cortex[i];
    }

    double relativeTurnover(int i) {
        return trabecularResorption[i] / model.trabecularAdult * trait(Trait.TURNOVER, i);
    }

    double uptake(int i) {
        return trait(Trait.UPTAKE, i);
    }

    double filtration(int i) {
        return trait(Trait.FILTRATION, i);
    }

    double trait(Trait trait, int i) {
        return traits.of(trait)[i];
    }

    Sex sex(int i) {
        return sex[i];
    }

    double reference(Quantity quantity, int i) {
        return twin.at(sex[i], quantity, (int) ageDays[i]);
    }

    /** Reference value at an age not above the last one that the density reference covers. */
    double referenceHeld(Quantity quantity, int i) {
        int day = Math.min((int) ageDays[i], (int) (DXA_HOLDS_FROM * Age.DAYS_PER_YEAR));
        return twin.at(sex[i], quantity, day);
    }

    static Quantity resistance(int limb) {
        return switch (limb) {
            case 0 -> Quantity.RESISTANCE_FEMUR;
            case 1 -> Quantity.RESISTANCE_TIBIA;
            default -> Quantity.RESISTANCE_ARM;
        };
    }

    static Quantity strengthOf(int limb) {
        return switch (limb) {
            case 0 -> Quantity.STRENGTH_FEMUR;
            case 1 -> Quantity.STRENGTH_TIBIA;
            default -> Quantity.STRENGTH_ARM;
        };
    }

    /** Integrates all lanes over {@code days}; events and refreshed factors must be in place. */
    void step(double days) {
        double h = days / Age.DAYS_PER_YEAR;
        homeostasis.advance(days, spine.resorption, spine.formation);
        biologics.advance(days, homeostasis.drive, cells);
        cells.advance(days, biologics.drive, biologics.wnt);
        refillBalance();
        osteoclasts(days);
        trabecular(spine, h);
        trabecular(metaphysis, h);
        trabecular(ilium, h);
        for (Shaft shaft : shafts) {
            shaft.remodel(h, corticalResorption, balance, biologics.anabolic);
            shaft.shape(h, cells.vigour);
            shaft.material(h, cells.vigour, homeostasis.mineralSupply);
        }
        spineShell.advance(h, cells.vigour, biologics.anabolic);
        iliacShell.advance(h, cells.vigour, biologics.anabolic);
        drugs(h, days);
        growth.advance(h, biologics.hormone);
        loading.advance(days, biologics.hormone);
        for (Injuries injury : injuries) {
            injury.advance(h, days);
        }
        vertebra.advance(h, fractures.hazard[FractureSite.VERTEBRA.ordinal()]);
        fractures.accumulate(h);
    }

    private void refillBalance() {
        double[] own = homeostasis.refill;
        double[] vigour = biologics.refillVigour;
        for (int i = 0; i < balance.length; i++) {
            balance[i] = own[i] * vigour[i];
        }
    }

    private void osteoclasts(double days) {
        double[] x = cells.precursors;
        double[] death = biologics.extraDeath;
        spine.osteoclasts.advance(
                days, biologics.drive, x, spine.mechanostat.resorption, trabecularDrug.surface, death);
        metaphysis.osteoclasts.advance(
                days, biologics.drive, x, metaphysis.mechanostat.resorption, metaphysealDrug.surface, death);
        for (Shaft shaft : shafts) {
            shaft.osteoclasts.advance(
                    days, biologics.drive, x, shaft.mechanostat.resorption, corticalDrug.surface, death);
        }
    }

    private void trabecular(TrabecularSite site, double h) {
        site.remodel(h, trabecularResorption, balance, cells.vigour, biologics.anabolic);
        site.shape(h);
        site.mineralise(h, homeostasis.mineralSupply);
    }

    private void drugs(double h, double days) {
        trabecularDrug.advance(h, days, spine.formation, spine.resorption, model.trabecularAdult, spine.supplyRate);
        metaphysealDrug.advance(
                h, days, metaphysis.formation, metaphysis.resorption, model.trabecularAdult, metaphysis.supplyRate);
        Shaft femur = shafts[0];
        corticalDrug.advance(h, days, femur.formation, femur.resorption, model.corticalAdult, corticalGrowth);
    }

    void older(int days) {
        for (int i = 0; i < ageDays.length; i++) {
            ageDays[i] += days;
        }
    }

    /** Stops all daily intake of one lane, before the running courses are added again. */
    void stopIntake(int i) {
        trabecularDrug.intake[i] = 0;
        corticalDrug.intake[i] = 0;
        metaphysealDrug.intake[i] = 0;
        biologics.teriparatideIntake[i] = 0;
        biologics.hormoneIntake[i] = 0;
        biologics.calcitoninIntake[i] = 0;
        homeostasis.vitaminDIntake[i] = 0;
        homeostasis.calciumIntake[i] = 0;
        loading.training[i] = 0;
        for (double[] cast : loading.cast) {
            cast[i] = 0;
        }
    }

    @Override
    public int lanes() {
        return arrays.lanes();
    }

    @Override
    public double read(Observable observable, int lane) {
        return observable.of(this, lane);
    }

    /** Keeps today's values of a healthy block as the reference. */
    void keepAsReference(HealthyTwin reference) {
        for (int i = 0; i < lanes(); i++) {
            int day = (int) ageDays[i];
            reference.keep(
                    sex[i],
                    Quantity.SPINE_LOAD_DENSITY,
                    day,
                    strength.loadDensity(spine.volumeFraction(i), spineShell.width[i]));
            reference.keep(sex[i], Quantity.SPINE_DENSITY, day, spineDensity(i));
            reference.keep(sex[i], Quantity.SPINE_AREA, day, spineArea(i));
            reference.keep(sex[i], Quantity.METAPHYSEAL_DENSITY, day, metaphysis.volumeFraction(i));
            for (int limb = 0; limb < LIMBS.length; limb++) {
                reference.keep(sex[i], resistance(limb), day, strength.resistance(shafts[limb], i));
                reference.keep(sex[i], strengthOf(limb), day, limbStrengthAbsolute(limb, i, 0));
            }
            reference.keep(sex[i], Quantity.STRENGTH_VERTEBRA, day, vertebralStrengthAbsolute(i));
            reference.keep(sex[i], Quantity.RESORPTION, day, resorptionFlux(i));
            reference.keep(sex[i], Quantity.FORMATION, day, formationFlux(i));
        }
    }

    /** Throws when a state of a lane is not finite. */
    void check() {
        for (int i = 0; i < lanes(); i++) {
            String name = arrays.firstNotFinite(i);
            if (!name.isEmpty()) {
                throw new IllegalStateException("bone model: " + name + " of lane " + i
                        + " is not finite; the parameters lie outside the range the equations were made for");
            }
        }
    }

    static int limbs() {
        return LIMBS.length;
    }

    @Override
    public String toString() {
        return "bodies of " + lanes() + " lanes, ages " + Arrays.toString(ageDays);
    }
}
