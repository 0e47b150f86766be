package org.lamella.bone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lamella.patient.Bone;
import org.lamella.patient.Drug;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;
import org.lamella.patient.random.KeyedRandom;

/** Fractures as a process: hazard, sampling, consequences. */
class FracturesVerificationTest {
    private static final KeyedRandom RANDOM = new KeyedRandom(2);

    private static Siblings same(OiType type, int count) {
        return Siblings.builder(count, Sex.MALE, Fixtures.MODEL.priors().median(type, Sex.MALE))
                .build();
    }

    @Test
    void sampledCountsEqualTheIntegratedHazard() {
        int n = 600;
        Cohort cohort = Fixtures.MODEL.newborns(same(OiType.IV, n));
        cohort.fractures(new FractureMode.Sampled(RANDOM, 0));
        cohort.advanceTo(Fixtures.day(8), Schedule.EMPTY, Recorder.NONE);
        Observable[][] pairs = {
            {Observable.COUNT_FEMUR, Observable.EXPECTED_FEMUR},
            {Observable.COUNT_TIBIA, Observable.EXPECTED_TIBIA},
            {Observable.COUNT_UPPER_LIMB, Observable.EXPECTED_UPPER_LIMB},
            {Observable.COUNT_VERTEBRA, Observable.EXPECTED_VERTEBRA},
            {Observable.COUNT_FRACTURES, Observable.EXPECTED_FRACTURES}
        };
        for (Observable[] pair : pairs) {
            double counted = IntStream.range(0, n)
                    .mapToDouble(i -> cohort.read(pair[0], i))
                    .sum();
            double expected = IntStream.range(0, n)
                    .mapToDouble(i -> cohort.read(pair[1], i))
                    .sum();
            assertThat(expected).isGreaterThan(100);
            assertThat(counted).as("%s", pair[0]).isCloseTo(expected, within(4 * Math.sqrt(expected)));
        }
    }

    @Test
    void optionsShareTheirThresholdsSoLessHazardNeverBreaksEarlier() {
        Cohort none = Fixtures.MODEL.newborns(same(OiType.IV, 200));
        none.advanceTo(Fixtures.day(5), Schedule.EMPTY, Recorder.NONE);
        none.fractures(new FractureMode.Sampled(RANDOM, 3));
        Cohort treated = none.fork();
        int soon = Fixtures.day(5) + 365;
        none.advanceTo(soon, Schedule.EMPTY, Recorder.NONE);
        treated.advanceTo(soon, Fixtures.doses(Drug.ZOLEDRONATE, Fixtures.perKg("0.05"), 5, 6, 0.5), Recorder.NONE);
        for (int i = 0; i < 200; i++) {
            boolean brokenUntreated = none.read(Observable.COUNT_FRACTURES, i) > 0;
            boolean brokenTreated = treated.read(Observable.COUNT_FRACTURES, i) > 0;
            assertThat(brokenUntreated || !brokenTreated).isTrue();
        }
    }

    @Test
    void imposedFracturesAreCountedWithTheirHazard() {
        Siblings one = same(OiType.I, 1);
        Cohort before = Fixtures.MODEL.newborns(one);
        before.advanceTo(800, Schedule.EMPTY, Recorder.NONE);
        Cohort broken = before.fork();
        broken.advanceTo(
                801, Schedule.builder().fracture(800, FractureSite.FEMUR).build(), Recorder.NONE);
        assertThat(broken.read(Observable.COUNT_FEMUR, 0)).isEqualTo(1);
        assertThat(broken.read(Observable.IMPOSED_LOG_HAZARD, 0))
                .isCloseTo(StrictMath.log(before.read(Observable.HAZARD_FEMUR, 0)), within(1e-12));
        before.advanceTo(801, Schedule.EMPTY, Recorder.NONE);
        assertThat(broken.read(Observable.FEMUR_STRENGTH, 0))
                .isLessThan(0.6 * before.read(Observable.FEMUR_STRENGTH, 0));
        assertThat(broken.read(Observable.FEMUR_BOW, 0)).isCloseTo(6, within(0.1));
    }

    @Test
    void aFractureCostsBoneThroughDisuseAndTheLoopRaisesTheRate() {
        int n = 400;
        Siblings siblings = same(OiType.IV, n);
        BoneModel loopless = BoneModel.create(Fixtures.PARAMETERS
                .with("load.fracture_disuse", 0)
                .with("load.fracture_general_disuse", 0)
                .with("load.arm_general_disuse", 0)
                .with("strength.callus_weakness", 0)
                .with("bow.mean_per_fracture", 0)
                .with("bow.sd_per_fracture", 0));
        double[] rate = new double[2];
        BoneModel[] models = {Fixtures.MODEL, loopless};
        for (int m = 0; m < 2; m++) {
            Cohort cohort = models[m].newborns(siblings);
            cohort.fractures(new FractureMode.Sampled(RANDOM, 0));
            cohort.advanceTo(Fixtures.day(14), Schedule.EMPTY, Recorder.NONE);
            for (int i = 0; i < n; i++) {
                rate[m] += cohort.read(Observable.EXPECTED_FRACTURES, i) / n / 14;
            }
        }
        assertThat(rate[0]).isGreaterThan(rate[1]);
    }

    @Test
    void aBrokenLegRestsAsAWholeAndItsUseReturnsAsItHeals() {
        LaneArrays arrays = new LaneArrays(1);
        Loading.Constants c = Loading.Constants.from(Fixtures.PARAMETERS.bone());
        Loading loading = new Loading(arrays, c, new Traits(arrays));
        loading.injure(FractureSite.TIBIA, 0);
        double[][] unhealed = {{0}, {1}, {0}};
        double[] none = new double[1];
        int femur = FractureSite.FEMUR.ordinal();
        int tibia = FractureSite.TIBIA.ordinal();
        assertThat(loading.disuse[FractureSite.UPPER_LIMB.ordinal()][0]).isZero();
        StepLength day = Fixtures.step(1, 1);
        double expected = c.fractureDisuse();
        for (int k = 0; k < 30; k++) {
            loading.advance(0, 1, day, none, unhealed);
            expected *= StrictMath.exp(-1 / c.limbRecoveryDays());
        }
        assertThat(loading.disuse[tibia][0]).as("callus not healed").isEqualTo(c.fractureDisuse());
        assertThat(loading.disuse[femur][0]).as("healthy bone of the same leg").isCloseTo(expected, within(3e-5));
        unhealed[1][0] = 0.5;
        loading.advance(0, 1, day, none, unhealed);
        assertThat(loading.disuse[tibia][0])
                .isCloseTo(c.fractureDisuse() * StrictMath.exp(-0.5 / c.limbRecoveryDays()), within(1e-6));
    }

    @Test
    void hazardFallsWithStrengthAndRisesWithLoad() {
        Trait[] stronger = {Trait.MATRIX_QUALITY, Trait.OSTEOBLAST_OUTPUT};
        Trait[] weaker = {Trait.BMI_Z, Trait.FRAILTY, Trait.POROSITY};
        TraitValues median = Fixtures.MODEL.priors().median(OiType.I, Sex.FEMALE);
        for (Trait trait : stronger) {
            assertThat(hazard(median.with(trait, median.get(trait) * 1.15))).isLessThan(hazard(median));
        }
        for (Trait trait : weaker) {
            assertThat(hazard(median.with(trait, median.get(trait) + 0.5))).isGreaterThan(hazard(median));
        }
    }

    private static double hazard(TraitValues traits) {
        Cohort cohort = Fixtures.MODEL.newborns(Siblings.one(Sex.FEMALE, traits, 1));
        cohort.advanceTo(Fixtures.day(6), Schedule.EMPTY, Recorder.NONE);
        return cohort.read(Observable.HAZARD_FEMUR, 0);
    }

    @Test
    void bonesMapToSites() {
        assertThat(FractureSite.of(Bone.FOREARM)).contains(FractureSite.UPPER_LIMB);
        assertThat(FractureSite.of(Bone.TIBIA)).contains(FractureSite.TIBIA);
        assertThat(FractureSite.of(Bone.SKULL)).isEmpty();
    }

    @Test
    void rodStrengthensAndAFixedRodIsOutgrown() {
        Schedule fixed = Schedule.builder()
                .add(new Schedule.RodInserted(1000, FractureSite.FEMUR, false))
                .build();
        Schedule growing = Schedule.builder()
                .add(new Schedule.RodInserted(1000, FractureSite.FEMUR, true))
                .build();
        double none = rodded(Schedule.EMPTY, 1100);
        assertThat(rodded(fixed, 1100)).isGreaterThan(1.5 * none);
        assertThat(rodded(growing, 1100)).isGreaterThan(1.5 * none);
        assertThat(rodded(fixed, 4000)).isLessThan(rodded(growing, 4000));
    }

    private static double rodded(Schedule schedule, int day) {
        Cohort cohort = Fixtures.MODEL.newborns(same(OiType.III, 1));
        cohort.advanceTo(day, schedule, Recorder.NONE);
        return cohort.read(Observable.FEMUR_STRENGTH, 0);
    }
}
