package org.lamella.bone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.bone.FractureObservation.Setting;
import org.lamella.bone.FractureObservation.TrueFractures;
import org.lamella.bone.FractureObservation.View;
import org.lamella.evidence.SourceCheck;
import org.lamella.evidence.data.YamlNode;
import org.lamella.patient.Drug;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;

/** Every reading has a meaning, a unit and an error; a healthy peer reads 1 or 0; readings move together as they should. */
class ObservablesVerificationTest {
    private static final List<Observable> RELATIVE = List.of(
            Observable.SPINE_AREA,
            Observable.VERTEBRAL_HEIGHT,
            Observable.HIP_DENSITY_RELATIVE,
            Observable.FEMORAL_NECK_RELATIVE,
            Observable.BODY_CONTENT_RELATIVE,
            Observable.BODY_DENSITY_RELATIVE,
            Observable.MARGIN_FEMUR,
            Observable.MARGIN_TIBIA,
            Observable.MARGIN_UPPER_LIMB,
            Observable.MARGIN_VERTEBRA,
            Observable.CTX,
            Observable.P1NP,
            Observable.NTX,
            Observable.ALKALINE_PHOSPHATASE);

    @Test
    void everyReadingHasFacts() {
        for (Observable observable : Observable.values()) {
            ObservableFacts facts = ObservableFacts.of(observable);
            assertThat(facts.method()).as(observable.name()).isNotBlank();
            assertThat(facts.source()).as(observable.name()).isNotBlank();
            assertThat(observable.unit()).isNotBlank();
            if (!facts.latent() && observable != Observable.AGE) {
                assertThat(facts.error()).as(observable.name()).isPositive();
            }
            if (facts.z().startsWith("none")) {
                assertThat(facts.z()).as("why no Z-score: " + observable).hasSizeGreaterThan(3);
            }
        }
        assertThat(SourceCheck.everyParameterHasASource(
                        FractureObservation.figures().all()))
                .isEmpty();
        YamlNode unknown = YamlNode.parse("o.yaml", "observables: {NOSUCH: {latent: x}}");
        assertThatThrownBy(() -> ObservableFacts.read(unknown)).hasMessageContaining("a constant of Observable");
    }

    @Test
    void aHealthyPeerReadsOne() {
        for (Sex sex : Sex.values()) {
            Cohort cohort = Fixtures.MODEL.newborns(
                    Siblings.one(sex, Fixtures.MODEL.priors().healthy(sex), 1));
            for (double age : new double[] {1, 8, 15}) {
                cohort.advanceTo(Fixtures.day(age), Schedule.EMPTY, Recorder.NONE);
                for (Observable observable : RELATIVE) {
                    // vertebral deformity of the healthy is not quite 0, so ratios to an undeformed one are not quite 1
                    assertThat(cohort.read(observable, 0))
                            .as("%s at %s", observable, age)
                            .isCloseTo(1, within(0.01));
                }
                assertThat(cohort.read(Observable.SPINE_Z_SIZE_FREE, 0)).isCloseTo(0, within(1e-9));
                assertThat(cohort.read(Observable.PARATHYROID_INDEX, 0)).isZero();
            }
        }
    }

    /** Published medians are met where they anchor the reading. */
    @Test
    void healthyAnchorsAreMet() {
        Cohort girl = Fixtures.MODEL.newborns(
                Siblings.one(Sex.FEMALE, Fixtures.MODEL.priors().healthy(Sex.FEMALE), 1));
        girl.advanceTo(Fixtures.day(7), Schedule.EMPTY, Recorder.NONE);
        assertThat(girl.read(Observable.HIP_DENSITY, 0)).as("NHANES 6 to 8 y").isCloseTo(0.66, within(0.005));
        girl.advanceTo(Fixtures.day(13.5), Schedule.EMPTY, Recorder.NONE);
        assertThat(girl.read(Observable.HIP_DENSITY, 0)).as("NHANES 12 to 15 y").isCloseTo(0.93, within(0.005));
        girl.advanceTo(Fixtures.day(18.8), Schedule.EMPTY, Recorder.NONE);
        assertThat(girl.read(Observable.TIBIA_TRABECULAR_DENSITY, 0)).isCloseTo(213.4, within(0.5));
        assertThat(girl.read(Observable.RADIUS_CORTICAL_DENSITY, 0)).isCloseTo(765.9, within(0.5));
    }

    @Test
    void typesAreOrderedAndTreatmentRaisesWhatItShould() {
        Observable[] falling = {
            Observable.HIP_DENSITY_RELATIVE,
            Observable.FEMORAL_NECK_RELATIVE,
            Observable.BODY_CONTENT_RELATIVE,
            Observable.TIBIA_SHAFT_CONTENT,
            Observable.VERTEBRAL_HEIGHT,
            Observable.MARGIN_TIBIA
        };
        double[] before = new double[falling.length];
        java.util.Arrays.fill(before, Double.MAX_VALUE);
        for (OiType type : new OiType[] {OiType.I, OiType.IV, OiType.III}) {
            Cohort cohort = Fixtures.MODEL.newborns(Fixtures.median(type, Sex.MALE));
            cohort.advanceTo(Fixtures.day(9), Schedule.EMPTY, Recorder.NONE);
            for (int o = 0; o < falling.length; o++) {
                double now = cohort.read(falling[o], 0);
                assertThat(now)
                        .as("%s of type %s", falling[o], type)
                        .isPositive()
                        .isLessThan(before[o]);
                before[o] = now;
            }
        }
        Schedule zoledronate = Fixtures.doses(Drug.ZOLEDRONATE, Fixtures.perKg("0.05"), 5, 9, 0.5);
        Cohort treated = Fixtures.MODEL.newborns(Fixtures.median(OiType.IV, Sex.MALE));
        Cohort untreated = Fixtures.MODEL.newborns(Fixtures.median(OiType.IV, Sex.MALE));
        treated.advanceTo(Fixtures.day(9), zoledronate, Recorder.NONE);
        untreated.advanceTo(Fixtures.day(9), Schedule.EMPTY, Recorder.NONE);
        for (Observable rises : new Observable[] {
            Observable.HIP_DENSITY,
            Observable.FEMORAL_NECK_RELATIVE,
            Observable.BODY_DENSITY_RELATIVE,
            Observable.TIBIA_TRABECULAR_DENSITY,
            Observable.TIBIA_CORTICAL_THICKNESS,
            Observable.UPPER_LIMB_CORTICAL_THICKNESS,
            Observable.RADIUS_CORTICAL_DENSITY,
            Observable.SPINE_Z_SIZE_FREE,
            Observable.VERTEBRAL_HEIGHT,
            Observable.MARGIN_VERTEBRA
        }) {
            assertThat(treated.read(rises, 0)).as(rises.name()).isGreaterThan(untreated.read(rises, 0));
        }
        for (Observable falls : new Observable[] {
            Observable.ILIAC_TRABECULAR_SEPARATION,
            Observable.ILIAC_FORMATION_RATE,
            Observable.HAZARD_TRUNK,
            Observable.EXPECTED_VERTEBRA_RADIOGRAPHIC
        }) {
            assertThat(treated.read(falls, 0)).as(falls.name()).isLessThan(untreated.read(falls, 0));
        }
        double share = Fixtures.PARAMETERS.bone().value("reading.trunk_fracture_share", "1");
        double trunk = treated.read(Observable.EXPECTED_TRUNK, 0);
        double limbs =
                treated.read(Observable.EXPECTED_LOWER_LIMB, 0) + treated.read(Observable.EXPECTED_UPPER_LIMB, 0);
        assertThat(trunk / (trunk + limbs)).isCloseTo(share, within(1e-12));
    }

    @Test
    void wantOfVitaminDDrivesParathyroidHormone() {
        TraitValues low = Fixtures.MODEL.priors().healthy(Sex.MALE).with(Trait.VITAMIN_D, 20);
        Cohort cohort = Fixtures.MODEL.newborns(Siblings.one(Sex.MALE, low, 1));
        assertThat(cohort.read(Observable.PARATHYROID_INDEX, 0)).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void whoLooksDecidesWhatIsCounted() {
        TrueFractures truth = new TrueFractures(2, 0.2, 0.6, 0.2, 2);
        double before = 0;
        for (Setting setting : Setting.values()) {
            FractureObservation observation = FractureObservation.in(setting);
            double now = observation.counted(View.CLINICAL, truth);
            assertThat(now).as(setting.name()).isGreaterThan(before);
            assertThat(observation.counted(View.RADIOGRAPHIC, truth)).isGreaterThan(now);
            assertThat(observation.counted(View.VERTEBRAL, truth))
                    .isCloseTo(0.8 * observation.vertebra(), within(1e-12));
            before = now;
        }
        FractureObservation perfect = new FractureObservation(1, 1, 1, 0);
        assertThat(perfect.counted(View.RADIOGRAPHIC, truth)).isCloseTo(3, within(1e-12));
        assertThatThrownBy(() -> new FractureObservation(1.2, 1, 1, 0)).hasMessageContaining("1.2");
        assertThatThrownBy(() -> new TrueFractures(-1, 0, 0, 0, 1)).hasMessageContaining("below 0");
    }
}
