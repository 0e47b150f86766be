package org.lamella.bone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lamella.patient.Drug;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;
import org.lamella.patient.random.KeyedRandom;

/**
 * The nine behaviours that the model was built to explain, as inequalities on median siblings. Where the model misses a
 * published figure, the miss stands in {@code docs/explanation/bone-model.md}, section "Misfits", and no test pretends
 * otherwise.
 */
class BehaviourValidationTest {
    private static final Observable[] WATCHED = {
        Observable.SPINE_DENSITY,
        Observable.SPINE_Z,
        Observable.CTX,
        Observable.P1NP,
        Observable.ILIAC_CORTICAL_WIDTH,
        Observable.ILIAC_BONE_VOLUME,
        Observable.ILIAC_TRABECULAR_NUMBER,
        Observable.METAPHYSEAL_BONE_VOLUME,
        Observable.HAZARD_FEMUR,
        Observable.SPINE_BONE_VOLUME
    };
    private static final double[] AGES = {2, 5, 5.25, 6, 7, 7.4, 8, 9, 11, 13};
    private static final Schedule ZOLEDRONATE = Fixtures.doses(Drug.ZOLEDRONATE, Fixtures.perKg("0.05"), 5, 9, 0.5);

    private static Map<Double, Map<Observable, Double>> boy(OiType type, Schedule schedule) {
        return Fixtures.course(Fixtures.MODEL, Fixtures.median(type, Sex.MALE), schedule, AGES, WATCHED);
    }

    private static double gain(Map<Double, Map<Observable, Double>> course, Observable what, double from, double to) {
        return course.get(to).get(what) / course.get(from).get(what) - 1;
    }

    private static double ratio(
            Map<Double, Map<Observable, Double>> a,
            Map<Double, Map<Observable, Double>> b,
            Observable what,
            double age) {
        return a.get(age).get(what) / b.get(age).get(what);
    }

    /** (i) Untreated children gain density by growth while their Z-score falls (Montreal and Karachi baselines). */
    @Test
    void untreatedDensityRisesWhileZFalls() {
        for (OiType type : new OiType[] {OiType.I, OiType.III, OiType.IV}) {
            var untreated = boy(type, Schedule.EMPTY);
            assertThat(gain(untreated, Observable.SPINE_DENSITY, 2, 6)).isBetween(0.1, 0.6);
            assertThat(untreated.get(6.0).get(Observable.SPINE_Z))
                    .isLessThan(untreated.get(2.0).get(Observable.SPINE_Z));
        }
        double z = boy(OiType.IV, Schedule.EMPTY).get(6.0).get(Observable.SPINE_Z);
        assertThat(z)
                .as("naive helical variants -4.7, natural_history ls_z_genotype_montreal")
                .isBetween(-5.5, -3.5);
    }

    /**
     * (ii) Pamidronate over 2.4 years: cortical width +88 %, bone volume +46 %, number up (doi:10.1172/JCI15952). The
     * bounds are those of the model draft; the thickness bound is missed, see "Misfits".
     */
    @Test
    void bisphosphonateThickensCortexAndAddsTrabeculae() {
        Schedule.Builder cycles = Schedule.builder();
        for (double age = 5; age < 9; age += 1 / 3.0) {
            for (int day = 0; day < 3; day++) {
                cycles.dose(Fixtures.day(age) + day, Drug.PAMIDRONATE, Fixtures.perKg("1"));
            }
        }
        var treated = boy(OiType.IV, cycles.build());
        assertThat(gain(treated, Observable.ILIAC_CORTICAL_WIDTH, 5, 7.4)).isBetween(0.4, 1.2);
        assertThat(gain(treated, Observable.ILIAC_BONE_VOLUME, 5, 7.4)).isBetween(0.3, 0.6);
        assertThat(gain(treated, Observable.ILIAC_TRABECULAR_NUMBER, 5, 7.4)).isGreaterThan(0.1);
    }

    /** (ii) The gain levels off within a few years (plateau of vyskocil2005_alendronate in years 2 and 3). */
    @Test
    void gainsLevelOff() {
        for (OiType type : new OiType[] {OiType.I, OiType.III, OiType.IV}) {
            var treated = boy(type, ZOLEDRONATE);
            double first =
                    treated.get(6.0).get(Observable.SPINE_Z) - treated.get(5.0).get(Observable.SPINE_Z);
            double third =
                    treated.get(8.0).get(Observable.SPINE_Z) - treated.get(7.0).get(Observable.SPINE_Z);
            assertThat(first).isPositive();
            assertThat(third).isLessThan(first / 3);
        }
    }

    /** (iii) Markers fall by about half together (rauch2003_mineral_metabolism, seikaly2005_alendronate: NTX -56 %). */
    @Test
    void markersFallByAboutHalf() {
        for (OiType type : new OiType[] {OiType.I, OiType.IV}) {
            var treated = boy(type, ZOLEDRONATE);
            var untreated = boy(type, Schedule.EMPTY);
            assertThat(ratio(treated, untreated, Observable.CTX, 6)).isBetween(0.25, 0.6);
            assertThat(ratio(treated, untreated, Observable.P1NP, 6)).isBetween(0.25, 0.75);
        }
    }

    /** (iv) After stopping, the spine loses slowly and bone formed by the growth plate afterwards is worst. */
    @Test
    void lossAfterStoppingIsSlowInTheSpineAndFastInTheMetaphysis() {
        var treated = boy(OiType.IV, ZOLEDRONATE);
        var untreated = boy(OiType.IV, Schedule.EMPTY);
        double spineAtStop = ratio(treated, untreated, Observable.SPINE_DENSITY, 9) - 1;
        double spineLater = ratio(treated, untreated, Observable.SPINE_DENSITY, 11) - 1;
        double metaphysisAtStop = ratio(treated, untreated, Observable.METAPHYSEAL_BONE_VOLUME, 9) - 1;
        double metaphysisLater = ratio(treated, untreated, Observable.METAPHYSEAL_BONE_VOLUME, 11) - 1;
        assertThat(spineLater).isBetween(0.4 * spineAtStop, spineAtStop);
        assertThat(metaphysisLater / metaphysisAtStop).isLessThan(spineLater / spineAtStop);
    }

    /** (v) Fewer resorption pits lower the hazard before density has changed much; hazard never follows density. */
    @Test
    void fractureBenefitStartsBeforeDensity() {
        BoneModel pitless = BoneModel.create(Fixtures.PARAMETERS.with("strength.pit_sensitivity", 0));
        Siblings boy = Fixtures.median(OiType.I, Sex.MALE);
        double[] early = {5, 5.25};
        double with = hazardRatio(Fixtures.MODEL, boy, early);
        double without = hazardRatio(pitless, boy, early);
        assertThat(with).isLessThan(0.85);
        assertThat(1 - with).isGreaterThan(1.3 * (1 - without));
        var treated = boy(OiType.I, ZOLEDRONATE);
        var untreated = boy(OiType.I, Schedule.EMPTY);
        double hazardLate = ratio(treated, untreated, Observable.HAZARD_FEMUR, 9);
        double densityEarly = ratio(treated, untreated, Observable.SPINE_DENSITY, 5.25) - 1;
        double densityLate = ratio(treated, untreated, Observable.SPINE_DENSITY, 9) - 1;
        assertThat(densityEarly / densityLate).isLessThan((1 - with) / (1 - hazardLate));
    }

    private static double hazardRatio(BoneModel model, Siblings boy, double[] ages) {
        var treated = Fixtures.course(model, boy, ZOLEDRONATE, ages, Observable.HAZARD_FEMUR);
        var untreated = Fixtures.course(model, boy, Schedule.EMPTY, ages, Observable.HAZARD_FEMUR);
        return ratio(treated, untreated, Observable.HAZARD_FEMUR, ages[1]);
    }

    /** (vi) The same dose per weight lowers the hazard of severe types by a smaller fraction. */
    @Test
    void severeTypesGainALesserFraction() {
        double before = 0;
        for (OiType type : new OiType[] {OiType.I, OiType.IV, OiType.III}) {
            double hazard = ratio(boy(type, ZOLEDRONATE), boy(type, Schedule.EMPTY), Observable.HAZARD_FEMUR, 9);
            assertThat(hazard).isBetween(before, 1.0);
            before = hazard;
        }
    }

    /** (vii) After the last dose of denosumab resorption overshoots, in a child more than in an older adult. */
    @Test
    void denosumabReboundsMoreInTheChildThanInTheAdult() {
        assertThat(rebound(Fixtures.median(OiType.IV, Sex.FEMALE), 7, "1", true))
                .isGreaterThan(1.3)
                .isGreaterThan(rebound(
                        Siblings.one(Sex.FEMALE, Fixtures.MODEL.priors().healthy(Sex.FEMALE), 1), 60, "60", false));
    }

    private static double rebound(Siblings who, double age, String dose, boolean perKg) {
        var amount = perKg ? Fixtures.perKg(dose) : Fixtures.fixed(dose);
        Schedule schedule = Fixtures.doses(Drug.DENOSUMAB, amount, age, age + 1, perKg ? 0.25 : 0.5);
        double peak = 0;
        for (double later = age + 1; later < age + 2.5; later += 0.1) {
            double[] ages = {later};
            var treated = Fixtures.course(Fixtures.MODEL, who, schedule, ages, Observable.CTX);
            var untreated = Fixtures.course(Fixtures.MODEL, who, Schedule.EMPTY, ages, Observable.CTX);
            peak = Math.max(peak, ratio(treated, untreated, Observable.CTX, later));
        }
        return peak;
    }

    /** (viii) Anti-sclerostin: P1NP peaks within weeks and wanes, resorption falls, the spine gains (scl_bps804_2a). */
    @Test
    void antiSclerostinEffectOnFormationIsTransient() {
        Siblings adult = Fixtures.median(OiType.I, Sex.FEMALE);
        Schedule monthly = Fixtures.doses(Drug.SETRUSUMAB, Fixtures.perKg("20"), 40, 41, 1 / 12.0);
        double[] ages = {40.04, 40.5, 41};
        var treated = Fixtures.course(Fixtures.MODEL, adult, monthly, ages, WATCHED);
        var untreated = Fixtures.course(Fixtures.MODEL, adult, Schedule.EMPTY, ages, WATCHED);
        assertThat(ratio(treated, untreated, Observable.P1NP, 40.04)).isGreaterThan(1.6);
        assertThat(ratio(treated, untreated, Observable.P1NP, 41)).isBetween(0.9, 1.4);
        assertThat(ratio(treated, untreated, Observable.CTX, 40.04)).isLessThan(0.85);
        assertThat(ratio(treated, untreated, Observable.SPINE_DENSITY, 41) - 1)
                .as("8.8 %% at 20 mg/kg, scl_asteroid_2b")
                .isBetween(0.05, 0.13);
    }

    /** (ix) A cast costs metaphyseal bone within the published range and most of it comes back (cast_lower_limb_adolescents). */
    @Test
    void castCostsBoneThatComesBack() {
        Siblings boy = Siblings.one(Sex.MALE, Fixtures.MODEL.priors().healthy(Sex.MALE), 1);
        double[] ages = {13.15, 13.3, 14.5};
        Schedule cast = Schedule.builder()
                .cast(Fixtures.day(13), Fixtures.day(13) + 49, FractureSite.FEMUR)
                .build();
        var rested = Fixtures.course(Fixtures.MODEL, boy, cast, ages, WATCHED);
        var active = Fixtures.course(Fixtures.MODEL, boy, Schedule.EMPTY, ages, WATCHED);
        double worst = 1 - ratio(rested, active, Observable.METAPHYSEAL_BONE_VOLUME, 13.3);
        double left = 1 - ratio(rested, active, Observable.METAPHYSEAL_BONE_VOLUME, 14.5);
        assertThat(worst).isBetween(0.058, 0.317);
        assertThat(left).isLessThan(worst / 2);
    }

    /** Symptomatic fractures of OI type I by age (natural_history west_australia_type1). */
    @Test
    void typeOneFractureRatesByAge() {
        int n = 400;
        KeyedRandom random = new KeyedRandom(5);
        Siblings.Builder builder =
                Siblings.builder(n, Sex.FEMALE, Fixtures.MODEL.priors().healthy(Sex.FEMALE));
        for (int i = 0; i < n; i++) {
            Sex sex = i % 2 == 0 ? Sex.FEMALE : Sex.MALE;
            builder.sex(i, sex)
                    .traits(i, Fixtures.MODEL.priors().draw(OiType.I, sex, random, i, 0))
                    .key(i, i);
        }
        Cohort cohort = Fixtures.MODEL.newborns(builder.build());
        cohort.fractures(new FractureMode.Sampled(random, 0));
        double early = rate(cohort, 0, 3);
        cohort.advanceTo(Fixtures.day(15), Schedule.EMPTY, Recorder.NONE);
        double upTo15 = mean(cohort);
        double late = rate(cohort, 15, 18);
        assertThat(early).as("0.469 per year").isBetween(0.35, 0.62);
        assertThat(late).as("0.140 per year").isBetween(0.08, 0.21);
        assertThat((upTo15 + 3 * late) / 18).as("0.379 per year").isBetween(0.31, 0.46);
    }

    private static double rate(Cohort cohort, double from, double to) {
        cohort.advanceTo(Fixtures.day(from), Schedule.EMPTY, Recorder.NONE);
        double before = mean(cohort);
        cohort.advanceTo(Fixtures.day(to), Schedule.EMPTY, Recorder.NONE);
        return (mean(cohort) - before) / (to - from);
    }

    private static double mean(Cohort cohort) {
        double sum = 0;
        for (int i = 0; i < cohort.lanes(); i++) {
            sum += cohort.read(Observable.COUNT_FRACTURES, i);
        }
        return sum / cohort.lanes();
    }

    /** Healthy controls of 11 to 13.9 years (norms/histomorphometry_iliac_control_vs_OI1.csv), within one SD. */
    @Test
    void healthyIliumMatchesPublishedControls() {
        Cohort cohort = Fixtures.MODEL.newborns(
                Siblings.one(Sex.MALE, Fixtures.MODEL.priors().healthy(Sex.MALE), 1));
        cohort.advanceTo(Fixtures.day(12.4), Schedule.EMPTY, Recorder.NONE);
        assertThat(cohort.read(Observable.ILIAC_BONE_VOLUME, 0)).isCloseTo(0.244, within(0.043));
        assertThat(cohort.read(Observable.ILIAC_TRABECULAR_THICKNESS, 0)).isCloseTo(148, within(23.0));
        assertThat(cohort.read(Observable.ILIAC_TRABECULAR_NUMBER, 0)).isCloseTo(1.66, within(0.22));
        assertThat(cohort.read(Observable.ILIAC_CORTICAL_WIDTH, 0)).isCloseTo(0.90, within(0.33));
    }

    /** Healthy children break a bone once in 25 to 100 years by these sites up to 12 years; later the model is too low. */
    @Test
    void healthyChildrenSeldomBreak() {
        Cohort cohort = Fixtures.MODEL.newborns(
                Siblings.one(Sex.FEMALE, Fixtures.MODEL.priors().healthy(Sex.FEMALE), 1));
        double before = 0;
        for (int age = 3; age <= 12; age += 3) {
            cohort.advanceTo(Fixtures.day(age), Schedule.EMPTY, Recorder.NONE);
            double now = cohort.read(Observable.EXPECTED_FRACTURES, 0);
            assertThat((now - before) / 3).as("age %d", age).isBetween(0.01, 0.04);
            before = now;
        }
    }

    /** Zoledronate 5 mg once in healthy older women: spine +5.7 % after 2 years, CTX -44 % after 3 (jbmr.103, PMC5595552). */
    @Test
    void adultZoledronate() {
        Siblings woman = Siblings.one(Sex.FEMALE, Fixtures.MODEL.priors().healthy(Sex.FEMALE), 1);
        Schedule once = Fixtures.doses(Drug.ZOLEDRONATE, Fixtures.fixed("5"), 60, 60.1, 1);
        double[] ages = {62, 63, 65};
        var treated = Fixtures.course(Fixtures.MODEL, woman, once, ages, WATCHED);
        var untreated = Fixtures.course(Fixtures.MODEL, woman, Schedule.EMPTY, ages, WATCHED);
        assertThat(ratio(treated, untreated, Observable.SPINE_DENSITY, 62) - 1).isBetween(0.04, 0.075);
        assertThat(ratio(treated, untreated, Observable.SPINE_DENSITY, 65) - 1).isBetween(0.035, 0.075);
        assertThat(ratio(treated, untreated, Observable.CTX, 63)).isBetween(0.45, 0.65);
    }
}
