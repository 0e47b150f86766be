package org.lamella.evidence.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Period;
import org.junit.jupiter.api.Test;
import org.lamella.evidence.data.CsvTable;
import org.lamella.evidence.norms.NormTables;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.Centimetres;

class SkeletonReferencesVerificationTest {
    private static Age years(double years) {
        return new Age(Math.round(years * Age.DAYS_PER_YEAR), Period.ofYears((int) years));
    }

    /** The table prints the fitted size at four statures; the equation must give them back. */
    @Test
    void allometryGivesBackThePrintedSizes() {
        int[] statures = {60, 100, 140, 170};
        for (CsvTable.Row row :
                NormTables.table("longbone_vs_stature_allometry.csv").rows()) {
            LongBoneMeasure measure =
                    LongBoneMeasure.valueOf(row.text("measure").toUpperCase(java.util.Locale.ROOT));
            for (int stature : statures) {
                double printed = row.number("mm_at_" + stature + "cm");
                assertThat(LongBoneReference.svad()
                                .atStature(measure, new Centimetres(stature))
                                .orElseThrow()
                                .medianMm())
                        .as("%s at %d cm", measure.label(), stature)
                        .isCloseTo(printed, within(printed * 0.001));
            }
        }
    }

    @Test
    void bonesGrowWithAgeAndTheTableEnds() {
        for (LongBoneMeasure measure : LongBoneMeasure.values()) {
            for (Sex sex : Sex.values()) {
                double before = 0;
                for (double y = 0.1; y < 13; y += 0.5) {
                    BoneSize size = LongBoneReference.svad()
                            .atAge(measure, sex, years(y))
                            .orElseThrow();
                    assertThat(size.medianMm()).isGreaterThan(before);
                    assertThat(size.logZ(size.medianMm())).isZero();
                    before = size.medianMm();
                }
            }
        }
        assertThat(LongBoneReference.svad().atAge(LongBoneMeasure.FEMUR_DIAPHYSEAL_LENGTH, Sex.MALE, years(15)))
                .isEmpty();
        assertThat(LongBoneReference.svad().atStature(LongBoneMeasure.FIBULA_DIAPHYSEAL_LENGTH, new Centimetres(100)))
                .isEmpty();
    }

    @Test
    void fusionBeginsEarlierInGirlsAndNeverReverses() {
        for (GrowthPlateFusion.Plate plate : GrowthPlateFusion.Plate.values()) {
            int girls = GrowthPlateFusion.yearInWhichMostHaveBegunToFuse(plate, Sex.FEMALE);
            int boys = GrowthPlateFusion.yearInWhichMostHaveBegunToFuse(plate, Sex.MALE);
            assertThat(girls).as(plate.name()).isLessThan(boys);
            for (Sex sex : Sex.values()) {
                double[] open = GrowthPlateFusion.smoothedShareOpen(plate, sex);
                for (int i = 1; i < open.length; i++) {
                    assertThat(open[i]).isLessThanOrEqualTo(open[i - 1]);
                }
            }
        }
        assertThat(GrowthPlateFusion.stages(GrowthPlateFusion.Plate.FEMUR_DISTAL, Sex.MALE, 8)
                        .orElseThrow()
                        .shareFused())
                .isZero();
        assertThat(GrowthPlateFusion.stages(GrowthPlateFusion.Plate.FEMUR_DISTAL, Sex.MALE, 40))
                .isEmpty();
    }

    @Test
    void spineDensityForTheModelInterpolatesAndHoldsAtTwenty() {
        SpineDensityModelReference reference = SpineDensityModelReference.provisional();
        assertThat(reference.median(Sex.MALE, years(0)).gramsPerSquareCentimetre())
                .isEqualTo(0.266);
        assertThat(reference.median(Sex.FEMALE, years(50))).isEqualTo(reference.median(Sex.FEMALE, years(20.5)));
        for (double y = 0; y < 20; y += 0.25) {
            assertThat(reference.variation(Sex.MALE, years(y))).isBetween(0.08, 0.2);
        }
    }
}
