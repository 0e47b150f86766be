package org.lamella.bone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;

/** What sets the types apart beside size of effects: late onset of type VI, blunted spurt of III and IV. */
class TypesValidationTest {
    private static Cohort newborn(OiType type, Sex sex) {
        return Fixtures.MODEL.newborns(Fixtures.median(type, sex));
    }

    /** None of eight children had fractures at birth; first ones between 4 and 18 months (Glorieux 2002, OMIM 613982). */
    @Test
    void typeSixIsHealthyAtBirthAndBreaksLater() {
        Cohort six = newborn(OiType.VI, Sex.MALE);
        Cohort four = newborn(OiType.IV, Sex.MALE);
        TraitValues healthy = Fixtures.MODEL.priors().healthy(Sex.MALE);
        double z = Fixtures.MODEL.priors().median(OiType.VI, Sex.MALE).get(Trait.HEIGHT_Z);
        double ofThatSize = Fixtures.MODEL
                .newborns(Siblings.one(Sex.MALE, healthy.with(Trait.HEIGHT_Z, z), 1))
                .read(Observable.FEMUR_STRENGTH, 0);
        assertThat(six.read(Observable.FEMUR_STRENGTH, 0)).isCloseTo(ofThatSize, within(0.02));
        assertThat(six.read(Observable.CTX, 0)).isCloseTo(1, within(0.02));
        assertThat(four.read(Observable.FEMUR_STRENGTH, 0)).isLessThan(0.7 * ofThatSize);
        six.advanceTo(120, Schedule.EMPTY, Recorder.NONE);
        four.advanceTo(120, Schedule.EMPTY, Recorder.NONE);
        double firstFour = six.read(Observable.EXPECTED_FRACTURES, 0);
        assertThat(firstFour).isLessThan(0.25 * four.read(Observable.EXPECTED_FRACTURES, 0));
        six.advanceTo(548, Schedule.EMPTY, Recorder.NONE);
        assertThat(six.read(Observable.EXPECTED_FRACTURES, 0)).isGreaterThan(5 * firstFour);
        six.advanceTo(Fixtures.day(5), Schedule.EMPTY, Recorder.NONE);
        four.advanceTo(Fixtures.day(5), Schedule.EMPTY, Recorder.NONE);
        assertThat(six.read(Observable.SPINE_Z, 0)).isLessThan(-2.5);
        assertThat(six.read(Observable.MINERALISATION, 0)).isLessThan(four.read(Observable.MINERALISATION, 0));
        double rate = six.read(Observable.HAZARD_FEMUR, 0) + six.read(Observable.HAZARD_TIBIA, 0);
        double rateFour = four.read(Observable.HAZARD_FEMUR, 0) + four.read(Observable.HAZARD_TIBIA, 0);
        assertThat(rate)
                .as("type VI breaks more often than IV once it is there")
                .isGreaterThan(rateFour);
    }

    /** Spurt absent or blunted in III and IV (Barber 2019); height Z declines with age in every type (Robinson 2023). */
    @Test
    void typesThreeAndFourLoseHeightInPuberty() {
        for (Sex sex : Sex.values()) {
            double before = sex == Sex.FEMALE ? 9 : 11;
            for (OiType type : new OiType[] {OiType.I, OiType.III, OiType.IV}) {
                Cohort cohort = newborn(type, sex);
                double[] z = new double[4];
                double[] ages = {3, before, 16, 20};
                for (int k = 0; k < ages.length; k++) {
                    cohort.advanceTo(Fixtures.day(ages[k]), Schedule.EMPTY, Recorder.NONE);
                    z[k] = cohort.read(Observable.HEIGHT_Z, 0);
                }
                assertThat(z[1]).as("%s %s", type, sex).isLessThan(z[0]);
                if (type == OiType.I) {
                    assertThat(z[1] - z[2]).isLessThan(0.1);
                } else {
                    assertThat(z[1] - z[2]).isBetween(0.5, 1.05);
                }
                assertThat(z[3]).isLessThanOrEqualTo(z[2] + 1e-9);
            }
        }
        double peakHealthy =
                peakVelocity(Siblings.one(Sex.MALE, Fixtures.MODEL.priors().healthy(Sex.MALE), 1));
        double peakThree = peakVelocity(Fixtures.median(OiType.III, Sex.MALE));
        double preHealthy =
                velocity(Siblings.one(Sex.MALE, Fixtures.MODEL.priors().healthy(Sex.MALE), 1), 10);
        double preThree = velocity(Fixtures.median(OiType.III, Sex.MALE), 10);
        assertThat(peakThree / preThree).as("spurt over childhood velocity").isLessThan(0.8 * peakHealthy / preHealthy);
    }

    private static double peakVelocity(Siblings one) {
        double peak = 0;
        for (double age = 11; age <= 16; age += 0.5) {
            peak = Math.max(peak, velocity(one, age));
        }
        return peak;
    }

    /** Growth in cm over half a year around an age. */
    private static double velocity(Siblings one, double age) {
        Cohort cohort = Fixtures.MODEL.newborns(one);
        cohort.advanceTo(Fixtures.day(age - 0.25), Schedule.EMPTY, Recorder.NONE);
        double before = cohort.read(Observable.HEIGHT, 0);
        cohort.advanceTo(Fixtures.day(age + 0.25), Schedule.EMPTY, Recorder.NONE);
        return cohort.read(Observable.HEIGHT, 0) - before;
    }

    /** Measured heights are followed exactly whatever the spurt of the type. */
    @Test
    void measuredHeightsAreFollowedThroughPuberty() {
        MeasuredGrowth growth = new MeasuredGrowth(
                java.util.List.of(new MeasuredGrowth.Height(4000, 110), new MeasuredGrowth.Height(5000, 121)),
                java.util.List.of());
        Siblings one = Siblings.builder(1, Sex.MALE, Fixtures.MODEL.priors().median(OiType.III, Sex.MALE))
                .growth(0, growth)
                .build();
        Cohort cohort = Fixtures.MODEL.newborns(one);
        cohort.advanceTo(4000, Schedule.EMPTY, Recorder.NONE);
        assertThat(cohort.read(Observable.HEIGHT, 0)).isCloseTo(110, within(0.15));
        cohort.advanceTo(5000, Schedule.EMPTY, Recorder.NONE);
        assertThat(cohort.read(Observable.HEIGHT, 0)).isCloseTo(121, within(0.15));
        double z = cohort.read(Observable.HEIGHT_Z, 0);
        cohort.advanceTo(Fixtures.day(19), Schedule.EMPTY, Recorder.NONE);
        assertThat(cohort.read(Observable.HEIGHT_Z, 0)).isBetween(z - 1, z);
    }
}
