package org.lamella.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.patient.Bone;
import org.lamella.patient.Fracture;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.Sex;
import org.lamella.patient.Side;
import org.lamella.twin.Forecaster.ForecastResult;
import org.lamella.twin.history.MarkerMedians;

class TwinForecasterVerificationTest {
    private static final BoneModel MODEL = BoneModel.create(BoneParameters.load());
    private static final TwinSettings SMALL = new TwinSettings(500, 7, 2);

    private static TwinForecaster forecaster(int threads) {
        return new TwinForecaster(List.of(MODEL), ObservationErrors.load(), MarkerMedians.standard(), threads);
    }

    private static TwinForecast forecast(Patient patient, TwinSettings settings, int threads) {
        ForecastResult result = forecaster(threads)
                .forecast(patient, ExampleRecords.AS_OF, ExampleRecords.options(), settings, Forecaster.Progress.NONE);
        return ((ForecastResult.Forecasted) result).forecast();
    }

    private static Estimate atStart(TwinForecast forecast, ForecastQuantity quantity) {
        return forecast.forOption("none")
                .orElseThrow()
                .curve(quantity)
                .orElseThrow()
                .points()
                .getFirst()
                .estimate();
    }

    private static double expectedFractures(TwinForecast forecast, String option) {
        return forecast.forOption(option)
                .orElseThrow()
                .fractures()
                .getLast()
                .expected()
                .median();
    }

    @Test
    void withoutATypeThereIsNoForecast() {
        Patient patient = Patient.builder("x", Sex.MALE, ExampleRecords.BIRTH).build();
        assertThat(forecaster(1)
                        .forecast(
                                patient,
                                ExampleRecords.AS_OF,
                                ExampleRecords.options(),
                                SMALL,
                                Forecaster.Progress.NONE))
                .isEqualTo(new ForecastResult.CannotForecast(List.of("OI type")));
    }

    @Test
    void optionsMustContainOneWithoutDrug() {
        assertThatThrownBy(() -> forecaster(1)
                        .forecast(
                                ExampleRecords.boyOfFour(),
                                ExampleRecords.AS_OF,
                                ExampleRecords.options().subList(1, 2),
                                SMALL,
                                Forecaster.Progress.NONE))
                .hasMessageContaining("none without drug");
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        TwinForecast one = forecast(ExampleRecords.boyOfFour(), SMALL, 1);
        assertThat(forecast(ExampleRecords.boyOfFour(), SMALL, 2)).isEqualTo(one);
        assertThat(forecast(ExampleRecords.boyOfFour(), SMALL, 5)).isEqualTo(one);
    }

    @Test
    void whatHappensAfterTheDayOfThePlanIsNotUsed() {
        TwinForecast known = forecast(ExampleRecords.boyOfFour(), SMALL, 2);
        Patient later = ExampleRecords.boyOfFour(-2.9, 3)
                .add(new Fracture(
                        ExampleRecords.AS_OF.plusDays(3), Bone.FEMUR, Side.LEFT, Fracture.Mechanism.LOW_ENERGY))
                .add(ExampleRecords.scan("2025-06-01", -5))
                .build();
        assertThat(forecast(later, SMALL, 2)).isEqualTo(known);
    }

    @Test
    void everyOptionStartsFromTheSameState() {
        TwinForecast forecast = forecast(ExampleRecords.boyOfFour(), SMALL, 2);
        for (ForecastQuantity quantity : ForecastQuantity.values()) {
            List<Estimate> starts = forecast.forecasts().stream()
                    .map(f ->
                            f.curve(quantity).orElseThrow().points().getFirst().estimate())
                    .distinct()
                    .toList();
            assertThat(starts).as(quantity.label()).hasSize(1);
        }
        assertThat(forecast.forecasts()).hasSize(3);
        assertThat(forecast.forecasts().getFirst().fractures())
                .extracting(FractureOutlook::years)
                .containsExactly(1.0, 2.0);
        assertThat(forecast.forecasts().getFirst().fractures().getLast().ratioToNoDrug())
                .isEqualTo(new Estimate(1, 1, 1, 1, 1));
    }

    @Test
    void aLowerMeasuredZMeansSiblingsWithLowerZ() {
        double last = Double.POSITIVE_INFINITY;
        for (double z : new double[] {-1.5, -2.5, -3.5, -4.5}) {
            double median = atStart(
                            forecast(ExampleRecords.boyOfFour(z, 3).build(), SMALL, 2), ForecastQuantity.SPINE_Z)
                    .median();
            assertThat(median).as("siblings of a child measured at " + z).isLessThan(last - 0.2);
            last = median;
        }
    }

    @Test
    void moreFracturesMeanAHigherExpectation() {
        double last = 0;
        for (int fractures : new int[] {1, 4, 8}) {
            double expected = expectedFractures(
                    forecast(ExampleRecords.boyOfFour(-2.9, fractures).build(), SMALL, 2), "none");
            assertThat(expected).as(fractures + " recorded fractures").isGreaterThan(last * 1.1);
            last = expected;
        }
    }

    @Test
    void anEmptyListOfFracturesIsUnknown() {
        TwinForecast none = forecast(ExampleRecords.boyOfFour(-2.9, 0).build(), SMALL, 2);
        assertThat(none.fit().warnings()).anyMatch(w -> w.contains("fracture history is not used"));
        assertThat(none.fit().observations()).noneMatch(o -> o.unit().equals("fractures"));
    }

    @Test
    void aRecordThatContradictsItsTypeIsCalledUnusual() {
        TwinForecast odd = forecast(ExampleRecords.boyOfFour(3.0, 3).build(), SMALL, 2);
        assertThat(odd.fit().warnings()).anyMatch(w -> w.contains("unusual") || w.contains("not explained"));
    }

    @Test
    void anotherTypeIsAMixtureAndSaysSo() {
        Patient other = ExampleRecords.boyOfFour(-2.9, 3)
                .diagnosis(new OiDiagnosis(OiType.OTHER, null, null))
                .build();
        TwinForecast mixture = forecast(other, SMALL, 2);
        assertThat(mixture.fit().warnings()).anyMatch(w -> w.contains("mixture of types"));
        Estimate prior = mixture.fit().observations().getFirst().prior();
        Estimate typed = forecast(ExampleRecords.boyOfFour(), SMALL, 2)
                .fit()
                .observations()
                .getFirst()
                .prior();
        assertThat(prior.high() - prior.low()).isGreaterThan(typed.high() - typed.low());
    }

    @Test
    void aNewbornCanBeForecast() {
        LocalDate birth = ExampleRecords.AS_OF;
        Patient newborn = Patient.builder("new", Sex.FEMALE, birth)
                .diagnosis(new OiDiagnosis(OiType.III, null, null))
                .build();
        TwinForecast forecast = forecast(newborn, SMALL, 2);
        assertThat(forecast.fit().effectiveSampleSize())
                .as("without a record every sibling counts")
                .isGreaterThan(400);
        assertThat(expectedFractures(forecast, "none")).isPositive();
    }

    /** The same future random numbers for all options: differences between options vary less between seeds. */
    @Test
    void pairedOptionsDifferWithLessNoise() {
        int seeds = 8;
        double[] none = new double[seeds];
        double[] drug = new double[seeds];
        for (int s = 0; s < seeds; s++) {
            TwinForecast forecast = forecast(ExampleRecords.boyOfFour(), new TwinSettings(300, 100 + s, 2), 2);
            none[s] = expectedFractures(forecast, "none");
            drug[s] = expectedFractures(forecast, "zoledronate-6");
        }
        List<Double> paired = new ArrayList<>();
        List<Double> unpaired = new ArrayList<>();
        for (int s = 0; s < seeds; s++) {
            paired.add(drug[s] - none[s]);
            unpaired.add(drug[s] - none[(s + 1) % seeds]);
        }
        double ratio = variance(paired) / variance(unpaired);
        System.out.printf(
                Locale.ROOT, "variance of the difference between options, paired over unpaired: %.3f%n", ratio);
        assertThat(ratio).isLessThan(0.5);
    }

    private static double variance(List<Double> values) {
        double[] x = values.stream().mapToDouble(v -> v).toArray();
        double mean = Arrays.stream(x).average().orElseThrow();
        return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1);
    }
}
