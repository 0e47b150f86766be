package org.lamella.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.patient.Regimen.Amount;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;
import org.lamella.patient.measure.Millimetres;

/** The person and the record: order by date, "latest on or before", and what cannot be made. */
class RecordOfAPersonVerificationTest {
    private static final LocalDate BORN = LocalDate.of(2020, 5, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Test
    void entriesAreKeptOldestFirst() {
        Patient child = child().add(weight("14", DAY))
                .add(weight("12", DAY.minusYears(1)))
                .build();
        assertThat(child.weights())
                .extracting(w -> w.weight().value())
                .containsExactly(new BigDecimal("12"), new BigDecimal("14"));
    }

    @Test
    void latestMeansOnOrBeforeTheDayAndNothingFromTheFuture() {
        Patient child = child().add(weight("12", DAY.minusDays(1)))
                .add(weight("14", DAY))
                .add(weight("99", DAY.plusDays(1)))
                .build();
        assertThat(child.latestWeight(DAY)).contains(weight("14", DAY));
        assertThat(child.latestWeight(DAY.minusDays(1))).contains(weight("12", DAY.minusDays(1)));
        assertThat(child.latestWeight(DAY.minusDays(2))).isEmpty();
    }

    @Test
    void latestResultIsOfTheAnalyteAskedFor() {
        Patient child = child().add(lab(Analyte.CALCIUM, "2.3", DAY.minusDays(9)))
                .add(lab(Analyte.CALCIUM_IONISED, "1.2", DAY))
                .build();
        assertThat(child.latestLab(Analyte.CALCIUM, DAY))
                .get()
                .extracting(LabResult::value)
                .isEqualTo(new BigDecimal("2.3"));
        assertThat(child.latestLab(Analyte.PTH, DAY)).isEmpty();
    }

    @Test
    void aRecordDoesNotChangeAfterItWasMade() {
        PatientBuilder builder = child().add(weight("12", DAY));
        Patient child = builder.build();
        builder.add(weight("13", DAY));
        assertThat(child.weights()).hasSize(1);
        assertThatThrownBy(() -> child.weights().clear()).isInstanceOf(UnsupportedOperationException.class);
        List<Regimen> parts = new ArrayList<>(List.of(new Regimen.NoDrug()));
        Regimen.Combined combined = new Regimen.Combined(parts);
        parts.clear();
        assertThat(combined.parts()).hasSize(1);
    }

    @Test
    void ageIsRefusedBeforeBirth() {
        assertThat(child().build().ageOn(BORN).days()).isZero();
        assertThatThrownBy(() -> child().build().ageOn(BORN.minusDays(1))).hasMessageContaining("age: found -1");
    }

    @Test
    void aBlankIdentifierIsRefused() {
        assertThatThrownBy(() -> Patient.builder(" ", Sex.FEMALE, BORN).build())
                .hasMessage("patient id: found a blank one, accepted is any non-blank text");
    }

    @Test
    void aCourseCoversItsFirstAndLastDay() {
        Course course = new Course(Drug.ALENDRONATE, Milligrams.of("5"), Route.ORAL, DAY, DAY.plusDays(30));
        assertThat(course.covers(DAY.minusDays(1))).isFalse();
        assertThat(course.covers(DAY)).isTrue();
        assertThat(course.covers(DAY.plusDays(30))).isTrue();
        assertThat(course.covers(DAY.plusDays(31))).isFalse();
        assertThat(new Course(Drug.ALENDRONATE, Milligrams.of("5"), Route.ORAL, DAY, null).covers(DAY.plusYears(50)))
                .isTrue();
    }

    @Test
    void whatEndsBeforeItBeginsCannotBeMade() {
        assertThatThrownBy(() -> new Course(Drug.ALENDRONATE, Milligrams.of("5"), Route.ORAL, DAY, DAY.minusDays(1)))
                .hasMessageContaining("before it begins");
        assertThatThrownBy(() -> new Cast(DAY, DAY.minusDays(1), Bone.TIBIA, Side.LEFT))
                .hasMessageContaining("before it begins");
        assertThatThrownBy(() ->
                        new Rod(DAY, Rod.Kind.RUSH, Bone.FEMUR, Side.LEFT, Millimetres.of("3"), null, DAY.minusDays(1)))
                .hasMessageContaining("before it was inserted");
    }

    @Test
    void valuesThatCannotBeTrueAreNamed() {
        assertThatThrownBy(() -> new PainScore(DAY, 11)).hasMessageContaining("found 11, accepted is 0 to 10");
        assertThatThrownBy(() -> new VertebralFracture(DAY, "L1", 4)).hasMessageContaining("found 4");
        assertThatThrownBy(() -> lab(Analyte.CALCIUM, "-0.1", DAY))
                .hasMessageContaining("found -0.1")
                .hasMessageContaining("mmol/L");
        assertThatThrownBy(() -> new Administration(DAY, Drug.ZOLEDRONATE, null, null, Route.INTRAVENOUS))
                .hasMessageContaining("needs an amount in mg or in mg/kg");
        assertThatThrownBy(() -> new DxaScan(DAY, SkeletalSite.LUMBAR_SPINE, null, null, null, null, null))
                .hasMessageContaining("needs a density, a mineral content or a Z-score");
        assertThatThrownBy(() -> new Drug("Zoledronic Acid")).hasMessageContaining("accepted are lower-case letters");
    }

    @Test
    void aDoseByWeightIsCappedAndABandIncludesItsLimit() {
        Amount capped = new Amount.ByWeight(MilligramsPerKilogram.of("0.05"), Milligrams.of("4"));
        assertThat(capped.forWeight(Kilograms.of("79.9"))).isEqualByComparingTo(Milligrams.of("3.995"));
        assertThat(capped.forWeight(Kilograms.of("80"))).isEqualByComparingTo(Milligrams.of("4"));
        assertThat(capped.forWeight(Kilograms.of("200"))).isEqualByComparingTo(Milligrams.of("4"));
        Amount band = new Amount.WeightBand(Milligrams.of("5"), Kilograms.of("30"), Milligrams.of("10"));
        assertThat(band.forWeight(Kilograms.of("29.999"))).isEqualTo(Milligrams.of("5"));
        assertThat(band.forWeight(Kilograms.of("30"))).isEqualTo(Milligrams.of("10"));
        assertThat(new Amount.Fixed(Milligrams.of("5")).forWeight(Kilograms.of("3")))
                .isEqualTo(Milligrams.of("5"));
    }

    @Test
    void impossibleRegimensAreRefused() {
        Amount amount = new Amount.Fixed(Milligrams.of("1"));
        int[][] wrong = {{0, 90, 0, 0}, {6, 90, 0, 0}, {3, 2, 0, 0}, {1, 731, 0, 0}, {1, 90, -1, 0}, {1, 90, 0, -1}};
        for (int[] w : wrong) {
            assertThatThrownBy(() ->
                            new Regimen.Repeated(Drug.PAMIDRONATE, Route.INTRAVENOUS, amount, w[0], w[1], w[2], w[3]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("regimen of pamidronate");
        }
        assertThatThrownBy(() -> new Regimen.Daily(Drug.ALENDRONATE, Route.ORAL, amount, 0, -1))
                .hasMessageContaining("must not be negative");
    }

    private static PatientBuilder child() {
        return Patient.builder("child-1", Sex.FEMALE, BORN);
    }

    private static WeightMeasurement weight(String kilograms, LocalDate day) {
        return new WeightMeasurement(day, Kilograms.of(kilograms), MeasurementMethod.MEASURED);
    }

    private static LabResult lab(Analyte analyte, String value, LocalDate day) {
        return new LabResult(day, analyte, new BigDecimal(value), null, null, null);
    }
}
