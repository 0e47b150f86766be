package org.lamella.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.evidence.ParameterEnsemble;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.Sex;
import org.lamella.twin.history.MarkerMedians;

class ParameterSetsVerificationTest {
    private static final String ID = "bisphosphonate.max_death_gain";
    private static final ParameterEnsemble ENSEMBLE =
            new ParameterEnsemble(Map.of(), List.of(ID), List.of(Map.of(ID, 2.0), Map.of(ID, 8.0)));

    @Test
    void anEarlierSpreadIsLaidAroundPresentValues() {
        BoneParameters base = BoneParameters.load();
        double present = base.get(ID).value();
        List<BoneParameters> sets = ParameterSets.around(base, ENSEMBLE);
        assertThat(sets.get(0).get(ID).value()).isCloseTo(present / 2, within(1e-12));
        assertThat(sets.get(1).get(ID).value()).isCloseTo(present * 2, within(1e-12));
    }

    @Test
    void theSetsThatComeWithLamellaAreManyAndDiffer() {
        ParameterSets sets = ParameterSets.standard();
        assertThat(sets.models()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(sets.models().stream()
                        .map(model -> model.parameters().fingerprint())
                        .distinct())
                .hasSameSizeAs(sets.models());
        assertThat(sets.name()).contains(sets.models().size() + " sets");
    }

    /** Uncertainty about parameters widens the forecast of what a drug does. */
    @Test
    void intervalsUnderSeveralSetsAreWider() {
        BoneParameters base = BoneParameters.load();
        BoneModel one = BoneModel.create(base);
        List<BoneModel> several = ParameterSets.around(base, ENSEMBLE).stream()
                .map(BoneModel::create)
                .toList();
        assertThat(widthOfGain(several)).isGreaterThan(1.1 * widthOfGain(List.of(one)));
    }

    private static double widthOfGain(List<BoneModel> models) {
        TwinForecaster forecaster = new TwinForecaster(models, ObservationErrors.load(), MarkerMedians.standard(), 2);
        Forecaster.ForecastResult result = forecaster.forecast(
                Patient.builder("unmeasured", Sex.MALE, ExampleRecords.BIRTH)
                        .diagnosis(new OiDiagnosis(OiType.IV, null, null))
                        .build(),
                ExampleRecords.AS_OF,
                ExampleRecords.options(),
                new TwinSettings(600, 3, 2),
                Forecaster.Progress.NONE);
        TwinForecast forecast = ((Forecaster.ForecastResult.Forecasted) result).forecast();
        assertThat(forecast.fit().parameterSets()).isEqualTo(models.size());
        Estimate turnover = forecast.forOption("zoledronate-6")
                .orElseThrow()
                .curve(ForecastQuantity.RESORPTION)
                .orElseThrow()
                .end()
                .estimate();
        return turnover.high() / turnover.low();
    }

    @Test
    void noSetIsRefused() {
        assertThatThrownBy(() -> new ParameterSets(List.of(), "x")).hasMessageContaining("found none");
    }
}
