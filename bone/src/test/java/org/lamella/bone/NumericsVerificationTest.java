package org.lamella.bone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.patient.Drug;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;

/** Step size, grouping, threads, branching: none of them may matter. */
class NumericsVerificationTest {
    private static final KeyedRandom RANDOM = new KeyedRandom(11);
    private static final int LANES = 23;

    private static Siblings mixed() {
        OiType[] types = {OiType.I, OiType.III, OiType.IV, OiType.VI};
        Siblings.Builder builder =
                Siblings.builder(LANES, Sex.FEMALE, Fixtures.MODEL.priors().healthy(Sex.FEMALE));
        for (int i = 0; i < LANES; i++) {
            Sex sex = i % 3 == 0 ? Sex.MALE : Sex.FEMALE;
            builder.sex(i, sex)
                    .traits(i, Fixtures.MODEL.priors().draw(types[i % 4], sex, RANDOM, i, 0))
                    .key(i, 1000 + i);
        }
        return builder.build();
    }

    /** A busy history: every kind of event, different in each lane. */
    private static Schedule busy(int lane) {
        int shift = lane * 13;
        return Schedule.builder()
                .addAll(Fixtures.doses(Drug.ZOLEDRONATE, Fixtures.perKg("0.05"), 2 + lane * 0.1, 4, 0.5))
                .daily(400 + shift, 700 + shift, Drug.ALENDRONATE, Fixtures.fixed("5"))
                .daily(100, 1500, Drug.VITAMIN_D, Fixtures.fixed("0.01"))
                .dose(900 + shift, Drug.DENOSUMAB, Fixtures.perKg("1"))
                .dose(1000 + shift, Drug.SETRUSUMAB, Fixtures.perKg("20"))
                .fracture(300 + shift, FractureSite.FEMUR)
                .cast(300 + shift, 345 + shift, FractureSite.FEMUR)
                .add(new Schedule.RodInserted(500 + shift, FractureSite.FEMUR, lane % 2 == 0))
                .add(new Schedule.Osteotomy(501 + shift, FractureSite.TIBIA))
                .add(new Schedule.Training(600, 800, 0.1))
                .build();
    }

    private static double[] run(Engine engine, Siblings siblings, int[] originalLane) {
        BoneModel model =
                engine.equals(Engine.STANDARD) ? Fixtures.MODEL : BoneModel.create(Fixtures.PARAMETERS, engine);
        Cohort cohort = model.newborns(siblings);
        cohort.fractures(new FractureMode.Sampled(RANDOM, 0));
        cohort.advanceTo(1600, lane -> busy(originalLane[lane]), Recorder.NONE);
        return readings(cohort);
    }

    private static double[] readings(Cohort cohort) {
        Observable[] all = Observable.values();
        double[] readings = new double[cohort.lanes() * all.length];
        for (int i = 0; i < cohort.lanes(); i++) {
            for (Observable observable : all) {
                readings[i * all.length + observable.ordinal()] = cohort.read(observable, i);
            }
        }
        return readings;
    }

    private static int[] identity() {
        int[] order = new int[LANES];
        Arrays.setAll(order, i -> i);
        return order;
    }

    @Test
    void sameBitsForAnyBlockWidthAndThreads() {
        double[] standard = run(Engine.STANDARD, mixed(), identity());
        assertThat(run(new Engine(1, 14, 1, false), mixed(), identity())).containsExactly(standard);
        assertThat(run(new Engine(1, 14, 8, true), mixed(), identity())).containsExactly(standard);
        assertThat(run(new Engine(1, 14, 5, true), mixed(), identity())).containsExactly(standard);
    }

    @Test
    void sameBitsForAnyOrderOfLanes() {
        double[] standard = run(Engine.STANDARD, mixed(), identity());
        int[] reversed = new int[LANES];
        Arrays.setAll(reversed, i -> LANES - 1 - i);
        double[] permuted = run(Engine.STANDARD, mixed().select(reversed), reversed);
        int n = Observable.values().length;
        for (int i = 0; i < LANES; i++) {
            assertThat(Arrays.copyOfRange(permuted, i * n, (i + 1) * n))
                    .containsExactly(Arrays.copyOfRange(standard, reversed[i] * n, (reversed[i] + 1) * n));
        }
    }

    @Test
    void sameBitsWhenAdvancedInPiecesAndWhenForked() {
        double[] standard = run(Engine.STANDARD, mixed(), identity());
        Schedule[] schedules = new Schedule[LANES];
        Arrays.setAll(schedules, NumericsVerificationTest::busy);
        Cohort cohort = Fixtures.MODEL.newborns(mixed());
        cohort.fractures(new FractureMode.Sampled(RANDOM, 0));
        for (int day : new int[] {0, 3, 4, 250, 301, 777, 1111}) {
            cohort.advanceTo(day, lane -> schedules[lane], Recorder.NONE);
        }
        Cohort fork = cohort.fork();
        Cohort aside = cohort.select(new int[] {3, 3, 1});
        aside.advanceTo(1300, Schedule.EMPTY, Recorder.NONE);
        fork.advanceTo(1600, lane -> schedules[lane], Recorder.NONE);
        cohort.advanceTo(1600, lane -> schedules[lane], Recorder.NONE);
        assertThat(readings(fork)).containsExactly(standard);
        assertThat(readings(cohort)).containsExactly(standard);
    }

    @Test
    void grownSiblingsDoNotDependOnTheirCompany() {
        Siblings siblings = mixed();
        int[] ages = new int[LANES];
        Arrays.setAll(ages, i -> 700 + 97 * i % 800);
        Cohort together =
                Fixtures.MODEL.grown(siblings, ages, NumericsVerificationTest::busy, new FractureMode.Imposed());
        together.advanceTo(100, Schedule.EMPTY, Recorder.NONE);
        for (int i : new int[] {0, 7, 22}) {
            Cohort alone = Fixtures.MODEL.grown(
                    siblings.slice(i, i + 1), new int[] {ages[i]}, lane -> busy(i), new FractureMode.Imposed());
            alone.advanceTo(100, Schedule.EMPTY, Recorder.NONE);
            assertThat(alone.ageDays(0)).isEqualTo(ages[i] + 100).isEqualTo(together.ageDays(i));
            for (Observable observable : Observable.values()) {
                assertThat(alone.read(observable, 0)).as("%s", observable).isEqualTo(together.read(observable, i));
            }
        }
    }

    private static final Observable[] WATCHED = {
        Observable.SPINE_DENSITY,
        Observable.CTX,
        Observable.ILIAC_CORTICAL_WIDTH,
        Observable.ILIAC_BONE_VOLUME,
        Observable.FEMUR_STRENGTH,
        Observable.VERTEBRAL_STRENGTH,
        Observable.EXPECTED_FRACTURES
    };

    /** Largest relative difference of any watched observable, before, during and after six-monthly zoledronate. */
    private static double worst(Engine one, Engine other, Observable... watched) {
        double[] ages = {3, 5, 5.25, 6, 7, 9, 12};
        Schedule treated = Fixtures.doses(Drug.ZOLEDRONATE, Fixtures.perKg("0.05"), 5, 9, 0.5);
        double worst = 0;
        for (OiType type : new OiType[] {OiType.I, OiType.IV}) {
            Siblings sibling = Fixtures.median(type, Sex.MALE);
            var a = Fixtures.course(BoneModel.create(Fixtures.PARAMETERS, one), sibling, treated, ages, watched);
            var b = Fixtures.course(BoneModel.create(Fixtures.PARAMETERS, other), sibling, treated, ages, watched);
            for (double age : ages) {
                for (Observable observable : watched) {
                    worst = Math.max(
                            worst,
                            Math.abs(a.get(age).get(observable) / b.get(age).get(observable) - 1));
                }
            }
        }
        return worst;
    }

    @Test
    void halvingTheStepChangesLessThanOneInAThousand() {
        assertThat(worst(Engine.STANDARD, new Engine(2, 14, 64, false), WATCHED))
                .isLessThan(1e-3);
    }

    /** Against 8 steps a day and daily factors; CTX in the weeks after a dose is the worst. */
    @Test
    void distanceFromTheFineSolution() {
        Engine fine = new Engine(8, 1, 64, false);
        assertThat(worst(Engine.STANDARD, fine, WATCHED)).isLessThan(1.2e-3);
        assertThat(worst(Engine.STANDARD, fine, Observable.SPINE_DENSITY, Observable.EXPECTED_FRACTURES))
                .isLessThan(5e-4);
    }

    /** With all factors renewed at each step. */
    @Test
    void errorFallsFasterThanTheStep() {
        Engine fine = new Engine(16, 1, 64, false);
        double whole = worst(new Engine(1, 1, 64, false), fine, Observable.CTX);
        double half = worst(new Engine(2, 1, 64, false), fine, Observable.CTX);
        assertThat(whole).isLessThan(1e-4);
        assertThat(whole / half).isGreaterThan(2);
    }

    @Test
    void anObservableRecordSeesTheStartAndTheEnd() {
        Cohort cohort = Fixtures.MODEL.newborns(mixed());
        ObservableRecord record = ObservableRecord.every(30, 0, 90, LANES, Observable.AGE, Observable.SPINE_Z);
        cohort.advanceTo(90, Schedule.EMPTY, record);
        assertThat(record.times()).isEqualTo(4);
        for (int time = 0; time < 4; time++) {
            assertThat(record.value(Observable.AGE, time, 22) * 365.25).isEqualTo(30.0 * time);
        }
        assertThat(record.value(Observable.SPINE_Z, 3, 5)).isEqualTo(cohort.read(Observable.SPINE_Z, 5));
        assertThatThrownBy(() -> record.lanes(Observable.CTX, 0)).hasMessageContaining("was not asked for");
    }

    @Test
    void refusesToGoBackOrBeyondTheReference() {
        Cohort cohort = Fixtures.MODEL.newborns(mixed());
        cohort.advanceTo(10, Schedule.EMPTY, Recorder.NONE);
        assertThatThrownBy(() -> cohort.advanceTo(9, Schedule.EMPTY, Recorder.NONE))
                .hasMessageContaining("already at day 10");
        assertThatThrownBy(() -> cohort.advanceTo(40_000, Schedule.EMPTY, Recorder.NONE))
                .hasMessageContaining("90 years");
    }

    @Test
    void statesStayPositiveUnderRandomTraits() {
        statesStayPositive(Fixtures.MODEL, 300, 20, 0);
    }

    /** The same on 100,000 random people; runs with {@code -Dlamella.long=true} and is reported as skipped otherwise. */
    @Test
    void statesStayPositiveUnderManyRandomTraits() {
        assumeTrue(Boolean.getBoolean("lamella.long"), "takes minutes; run with -Dlamella.long=true");
        for (int chunk = 0; chunk < 50; chunk++) {
            statesStayPositive(Fixtures.MODEL, 2000, 20, chunk * 2000);
        }
    }

    @Test
    void statesStayPositiveUnderRandomParameters() {
        for (int set = 0; set < 4; set++) {
            BoneParameters changed = Fixtures.PARAMETERS;
            int index = 0;
            for (var parameters : List.of(changed.bone(), changed.drugs())) {
                for (var parameter : parameters.all()) {
                    double u = RANDOM.uniform(set, 0, Process.ENSEMBLE, index++);
                    double value = parameter.value() * (0.8 + 0.45 * u);
                    changed = changed.with(parameter.id(), parameter.value() < 1 ? Math.min(value, 0.98) : value);
                }
            }
            statesStayPositive(BoneModel.create(changed), 40, 12, 0);
        }
    }

    @Test
    void theStepLoopAllocatesNothing() {
        Cohort cohort = BoneModel.create(Fixtures.PARAMETERS, Engine.STANDARD.sequential())
                .newborns(mixed());
        cohort.fractures(new FractureMode.Imposed());
        cohort.advanceTo(4000, Schedule.EMPTY, Recorder.NONE);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        cohort.advanceTo(6000, Schedule.EMPTY, Recorder.NONE);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).as("bytes for 2000 days of %d lanes", LANES).isLessThan(100_000);
    }

    private static void statesStayPositive(BoneModel model, int siblings, int years, int firstKey) {
        Siblings.Builder builder =
                Siblings.builder(siblings, Sex.FEMALE, Fixtures.MODEL.priors().healthy(Sex.FEMALE));
        for (int i = 0; i < siblings; i++) {
            for (Trait trait : Trait.values()) {
                double u = RANDOM.uniform(firstKey + i, 1, Process.OTHER, trait.ordinal());
                double low = trait.lowest();
                double high = trait.highest();
                double value =
                        trait.scale() == Trait.Scale.LOG ? low * StrictMath.pow(high / low, u) : low + (high - low) * u;
                builder.trait(trait, i, trait.clamp(value));
            }
            builder.sex(i, i % 2 == 0 ? Sex.FEMALE : Sex.MALE).key(i, firstKey + i);
        }
        Cohort cohort = model.newborns(builder.build());
        cohort.fractures(new FractureMode.Sampled(RANDOM, 1));
        cohort.advanceTo(years * 365, lane -> busy(lane % 40), Recorder.NONE);
        Observable[] positive = {
            Observable.SPINE_BONE_VOLUME,
            Observable.ILIAC_TRABECULAR_NUMBER,
            Observable.ILIAC_CORTICAL_WIDTH,
            Observable.FEMUR_CORTICAL_THICKNESS,
            Observable.FEMUR_RADIUS,
            Observable.MINERALISATION,
            Observable.CTX,
            Observable.P1NP,
            Observable.FEMUR_STRENGTH,
            Observable.VERTEBRAL_STRENGTH,
            Observable.HEIGHT,
            Observable.WEIGHT,
            Observable.SPINE_DENSITY,
            Observable.HAZARD_FEMUR
        };
        for (int i = 0; i < siblings; i++) {
            for (Observable observable : Observable.values()) {
                assertThat(cohort.read(observable, i))
                        .as("%s of lane %d", observable, i)
                        .isFinite();
            }
            for (Observable observable : positive) {
                assertThat(cohort.read(observable, i))
                        .as("%s of lane %d", observable, i)
                        .isPositive();
            }
            assertThat(cohort.read(Observable.FEMUR_POROSITY, i)).isBetween(0.0, 0.6);
            assertThat(cohort.read(Observable.MINERALISATION, i)).isBetween(0.3, 1.0);
        }
    }
}
