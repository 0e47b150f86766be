package org.lamella.bone;

import java.util.Arrays;
import org.lamella.bone.HealthyTwin.Quantity;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;

/**
 * The bodies of a block of lanes: all equation groups, their states, and what is computed from several of them at once.
 * {@link SlowFactors} renews what changes over weeks, {@link BoneStep} integrates.
 */
final class Bodies implements Recorder.LaneView {
    /** Fracture sites in shafts, in the order of {@link FractureSite}. */
    static final FractureSite[] LIMBS = {FractureSite.FEMUR, FractureSite.TIBIA, FractureSite.UPPER_LIMB};

    private static final double DXA_HOLDS_FROM = 25;

    final LaneArrays arrays;
    final Siblings siblings;
    final Lam1 model;
    final HealthyTwin twin;
    final double[] ageDays;
    final Traits traits;
    final LaneAges ages;
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
    /** Unfinished healing of each limb. */
    final double[][] callus = new double[LIMBS.length][];
    /** The same on the mean of the last step. */
    final double[][] meanCallus = new double[LIMBS.length][];

    /** Days to the middle of the coming interval of each lane, for which its factors are renewed. */
    final double[] ahead;

    /** Zeros. */
    private final double[] now;
    /** Where capacities and strengths are going. */
    final Trend trend;

    /** Length of the coming step of each lane. */
    final StepLength length;

    final Osteoclasts.Survival survival;
    final SurfaceDrug trabecularDrug;
    final SurfaceDrug corticalDrug;
    final SurfaceDrug metaphysealDrug;
    final VertebralShape vertebra;
    final Strength strength;
    final Fractures fractures;

    private final Sex[] sex;
    final double[] trabecularResorption;
    final double[] corticalResorption;
    /** Refill of each cavity, with its dependence on vigour: at present, and on the mean of the last step. */
    final double[] balance;

    final double[] meanBalance;
    private final double[] strengths;
    private final double[] areas;

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
                    new PubertalLoss(
                            siblings.trait(Trait.PUBERTAL_LOSS, i),
                            model.growthTables[sex[i].ordinal()].peakVelocityAge(),
                            model.growth.pubertalLossWidth()),
                    model.growth.heightLag(),
                    model.growth.bmiVariation());
        }
        LaneFunctions functions = new LaneFunctions(n);
        ages = new LaneAges(sex, model.ages, model.growthTables);
        growth = new Growth(arrays, model.growth, ages, functions, tracks, traits);
        loading = new Loading(arrays, model.loading, traits);
        homeostasis = new Homeostasis(arrays, model.homeostasis, traits);
        biologics = new Biologics(arrays, model.biologics, model.refillPower);
        cells = new Cells(arrays, model.cells);
        Osteoclasts spineClasts = new Osteoclasts(arrays, "spine", traits);
        Mechanostat spineLoad = new Mechanostat(arrays, "spine", model.mechanostat, functions);
        spine = new TrabecularSite(arrays, "spine", model.spine, spineClasts, spineLoad, traits);
        ilium = new TrabecularSite(arrays, "ilium", model.ilium, spineClasts, spineLoad, traits);
        metaphysis = new TrabecularSite(
                arrays,
                "metaphysis",
                model.metaphysis,
                new Osteoclasts(arrays, "metaphysis", traits),
                new Mechanostat(arrays, "metaphysis", model.mechanostat, functions),
                traits);
        spineShell = new Shell(arrays, "spineShell", model.spineShell, spineClasts, spineLoad, traits);
        iliacShell = new Shell(arrays, "iliacShell", model.iliacShell, spineClasts, spineLoad, traits);
        shafts = new Shaft[] {
            shaft("femur", model.femur, functions),
            shaft("tibia", model.tibia, functions),
            shaft("arm", model.arm, functions)
        };
        injuries = new Injuries[LIMBS.length];
        for (int s = 0; s < LIMBS.length; s++) {
            injuries[s] = new Injuries(arrays, "injury." + LIMBS[s], model.injuries, shafts[s], functions);
            callus[s] = injuries[s].callus;
            meanCallus[s] = injuries[s].meanCallus;
        }
        survival = new Osteoclasts.Survival(n, model.osteoclasts, functions);
        trabecularDrug = new SurfaceDrug(arrays, "drug.trabecular", model.surfaceDrug, model.trabecularAdult);
        corticalDrug = new SurfaceDrug(arrays, "drug.cortical", model.surfaceDrug, model.corticalAdult);
        metaphysealDrug = new SurfaceDrug(arrays, "drug.metaphyseal", model.surfaceDrug, model.trabecularAdult);
        vertebra = new VertebralShape(arrays, model.vertebra);
        strength = new Strength(model.strength, functions, traits);
        fractures = new Fractures(arrays, model.fractures, functions, traits);
        trabecularResorption = arrays.add("trabecularResorption", 0);
        corticalResorption = arrays.add("corticalResorption", 0);
        balance = arrays.addStepped("refillBalance", 1);
        meanBalance = new double[n];
        ahead = new double[n];
        now = new double[n];
        trend = new Trend(arrays);
        length = new StepLength(n, model.fadings);
        strengths = new double[n];
        areas = new double[n];
    }

    private Shaft shaft(String site, Shaft.Constants constants, LaneFunctions functions) {
        return new Shaft(
                arrays,
                site,
                constants,
                new Osteoclasts(arrays, site, traits),
                new Mechanostat(arrays, site, model.mechanostat, functions),
                traits);
    }

    /** State at birth of all lanes. */
    void born() {
        for (int i = 0; i < lanes(); i++) {
            traits.emerge(i, 0, siblings);
            growth.begin(i);
            loading.begin(i);
            homeostasis.begin(i);
        }
        grow(0, lanes(), now);
        for (int i = 0; i < lanes(); i++) {
            for (TrabecularSite site : new TrabecularSite[] {spine, metaphysis, ilium}) {
                site.begin(i, model.newbornThickness, trabecularResorption[i]);
                site.osteoclasts.begin(i);
            }
            double size = growth.height[i] / ages.table(i).adultHeight();
            for (Shaft shaft : shafts) {
                shaft.begin(i, size, corticalResorption[i]);
                shaft.osteoclasts.begin(i);
            }
            double width = model.ages.at(AgeFactors.Factor.ILIAC_WIDTH, 0);
            spineShell.begin(i, width);
            iliacShell.begin(i, width);
        }
    }

    /**
     * Prepares one lane for the renewal of its factors.
     *
     * @param since days since the last renewal, 0 where there is no course yet that could be led on
     * @param interval days to the next renewal, as far as it is known
     */
    void prepare(int lane, double since, double interval) {
        ahead[lane] = 0.5 * interval;
        trend.prepare(lane, since, ahead[lane]);
    }

    /** Looks which drugs are in lanes {@code from} to {@code until - 1}. */
    void noticeDrugs(int from, int until) {
        trabecularDrug.notice(from, until);
        corticalDrug.notice(from, until);
        metaphysealDrug.notice(from, until);
        biologics.notice(from, until);
    }

    /** Takes over one lane of other bodies. */
    void copyLane(Bodies other, int otherLane, int lane) {
        arrays.copyLane(other.arrays, otherLane, lane);
        noticeDrugs(lane, lane + 1);
    }

    /** Renews size, growth and what age does to lanes {@code from} to {@code until - 1}, some days ahead. */
    void grow(int from, int until, double[] aheadDays) {
        for (int i = from; i < until; i++) {
            traits.emerge(i, (ageDays[i] + aheadDays[i]) / Age.DAYS_PER_YEAR, siblings);
        }
        ages.renew(from, until, ageDays, aheadDays);
        growth.renew(from, until, biologics.hormone);
        homeostasis.renew(from, until, ages.oestrogen);
        for (int i = from; i < until; i++) {
            trabecularResorption[i] = model.trabecularAdult + model.trabecularChild * growth.childTurnover[i];
            corticalResorption[i] = model.corticalAdult + model.corticalChild * growth.childTurnover[i];
        }
    }

    /** Strength of a limb relative to the healthy twin. */
    double limbStrength(int limb, int i) {
        return limbStrengthAbsolute(limb, i) / reference(strengthOf(limb), i);
    }

    double limbStrengthAbsolute(int limb, int i) {
        strength.sectionModulus(shafts[limb], i, i + 1, strengths);
        strength.shaft(shafts[limb], i, i + 1, strengths);
        strength.injured(injuries[limb], now, i, i + 1, strengths);
        return strengths[i];
    }

    double resistanceOf(int limb, int i) {
        return Strength.resistance(shafts[limb].sectionModulus(i), shafts[limb].porosity[i]);
    }

    double vertebralStrength(int i) {
        return vertebralStrengthAbsolute(i) / reference(Quantity.STRENGTH_VERTEBRA, i);
    }

    double vertebralStrengthAbsolute(int i) {
        vertebralStrength(i, i + 1, strengths);
        return strengths[i];
    }

    /** Compressive strength of the vertebrae of some lanes. */
    void vertebralStrength(int from, int until, double[] strong) {
        loadDensity(from, until, strong);
        for (int i = from; i < until; i++) {
            areas[i] = spineArea(i);
        }
        strength.vertebra(spine, strong, areas, from, until, strong);
    }

    /** Density of the vertebrae of some lanes as load sees it. */
    void loadDensity(int from, int until, double[] density) {
        double[] number = spine.number;
        double[] thickness = spine.thickness;
        double[] width = spineShell.width;
        for (int i = from; i < until; i++) {
            density[i] = strength.loadDensity(number[i] * thickness[i], width[i]);
        }
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

    void older(int days) {
        double more = days;
        for (int i = 0; i < ageDays.length; i++) {
            ageDays[i] += more;
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
