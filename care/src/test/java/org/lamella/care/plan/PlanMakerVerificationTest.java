package org.lamella.care.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lamella.care.Children.TODAY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.care.Children;
import org.lamella.care.plan.TreatmentOption.Availability;
import org.lamella.care.rules.CarePathway;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.patient.Bone;
import org.lamella.patient.DxaScan;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Sex;
import org.lamella.patient.Side;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.Surgery;
import org.lamella.patient.measure.ZScore;
import org.lamella.twin.CandidateRegimen;
import org.lamella.twin.Forecast;
import org.lamella.twin.Forecaster;
import org.lamella.twin.TwinFit;
import org.lamella.twin.TwinForecast;
import org.lamella.twin.TwinSettings;

class PlanMakerVerificationTest {

    private static final Forecaster NONE =
            (_, _, _, _, _) -> new Forecaster.ForecastResult.CannotForecast(List.of("a forecaster"));
    /** Forecasts everything it is asked for. */
    private final List<CandidateRegimen> asked = new ArrayList<>();

    private final Forecaster everything = (_, _, candidates, settings, _) -> {
        asked.addAll(candidates);
        return new Forecaster.ForecastResult.Forecasted(new TwinForecast(
                new TwinFit(100, 50, settings.seed(), List.of(), List.of()),
                candidates.stream()
                        .map(c -> new Forecast(c.optionId(), List.of(), List.of()))
                        .toList()));
    };

    static SiteConfiguration demo() {
        try {
            return SiteConfiguration.load(Path.of("..", "examples", "demo-site.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Plan plan(Forecaster forecaster, Patient patient, SiteConfiguration site) {
        return new PlanMaker(forecaster, CarePathway.standard(), "test", "none")
                .make(patient, TODAY, site, TwinSettings.DEFAULT, List.of(), Forecaster.Progress.NONE);
    }

    private static TreatmentOption option(Plan plan, String id) {
        return plan.options().stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Patient schoolChild() {
        return Children.inOrder(LocalDate.of(2018, 3, 1), "20").build();
    }

    @Test
    void worksWithoutAForecastAndSaysWhatItNeeds() {
        Plan plan = plan(NONE, schoolChild(), SiteConfiguration.defaults());
        assertThat(plan.forecastNeeds()).containsExactly("a forecaster");
        assertThat(plan.fit()).isNull();
        assertThat(plan.headline()).hasSizeBetween(1, 3);
        assertThat(plan.header().patientLine()).isEqualTo("boy, 8 y 8 mo, OI type III, COL1A1");
        assertThat(option(plan, "zoledronate-6-monthly").availability()).isEqualTo(Availability.AVAILABLE);
        assertThat(option(plan, "no-drug").availability()).isEqualTo(Availability.AVAILABLE);
    }

    @Test
    void aStoppedOptionIsShownWithReasonAndSourceAndIsNeverForecast() {
        Plan plan = plan(everything, schoolChild(), demo());
        List<TreatmentOption> stopped = plan.options().stream()
                .filter(o -> o.availability() == Availability.STOPPED)
                .toList();
        assertThat(stopped).extracting(TreatmentOption::id).contains("denosumab", "teriparatide", "setrusumab");
        assertThat(stopped).allSatisfy(o -> {
            assertThat(o.forecast()).isNull();
            assertThat(o.doseSheet()).isNull();
            assertThat(o.reasons()).anySatisfy(r -> assertThat(r.sources()).isNotEmpty());
        });
        assertThat(asked)
                .extracting(CandidateRegimen::optionId)
                .contains("no-drug")
                .doesNotContainAnyElementsOf(
                        stopped.stream().map(TreatmentOption::id).toList());
    }

    @Test
    void everyOptionThatIsNotStoppedGetsItsForecast() {
        Plan plan = plan(everything, schoolChild(), demo());
        assertThat(plan.options())
                .filteredOn(o -> o.availability() != Availability.STOPPED)
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(o -> assertThat(o.forecast()).isNotNull());
    }

    @Test
    void aValueWithoutASourceGivesNoDoseUntilASiteConfirmsItAndThenSaysSo() {
        Patient toddler =
                Children.inOrder(Sex.FEMALE, LocalDate.of(2024, 9, 1), "11.3").build();
        TreatmentOption without = option(plan(NONE, toddler, SiteConfiguration.defaults()), "pamidronate-cyclic");
        assertThat(without.availability()).isEqualTo(Availability.UNCONFIRMED);
        assertThat(without.doseSheet()).isNull();
        assertThat(without.reasons().getFirst().text()).contains("pamidronate.2-to-3-years");

        TreatmentOption with = option(plan(NONE, toddler, demo()), "pamidronate-cyclic");
        assertThat(with.availability()).isEqualTo(Availability.AVAILABLE);
        assertThat(with.doseSheet()).isNotNull();
        assertThat(with.doseSheet().warnings())
                .anySatisfy(w ->
                        assertThat(w).contains("pamidronate.2-to-3-years", "Dr A. Example (fictional)", "2026-01-15"));
        assertThat(with.reasons()).anySatisfy(r -> assertThat(r.text()).contains("Dr A. Example"));
    }

    @Test
    void aScanThatIsTooEarlyHoldsNoTreatment() {
        PatientBuilder scanned = Children.inOrder(LocalDate.of(2018, 3, 1), "20");
        scanned.add(new DxaScan(
                TODAY.minusMonths(2),
                SkeletalSite.LUMBAR_SPINE,
                null,
                null,
                new ZScore(-2.0),
                "test reference",
                "test device"));
        Plan plan = plan(NONE, scanned.build(), demo());
        assertThat(plan.items())
                .filteredOn(i -> i.ruleId().equals("IM-05"))
                .extracting(CareItem::kind)
                .containsExactly(CareItem.Kind.NOT_YET);
    }

    @Test
    void theHeadlineSetsAPlannedOperationAgainstTheNextDose() {
        PatientBuilder child = Children.inOrder(LocalDate.of(2018, 3, 1), "20");
        child.add(new PlannedProcedure(TODAY.plusDays(40), Surgery.Kind.OSTEOTOMY_WITH_ROD, Bone.FEMUR, Side.LEFT));
        assertThat(plan(NONE, child.build(), demo()).headline())
                .anyMatch(h -> h.startsWith("Planned: osteotomy with rod, femur, on " + TODAY.plusDays(40)));
    }

    @Test
    void theSamePlanTwice() {
        Plan first = plan(everything, schoolChild(), demo());
        Plan second = plan(everything, schoolChild(), demo());
        assertThat(first).isEqualTo(second);
    }

    @Test
    void refusesADayBeforeBirth() {
        Patient child = schoolChild();
        PlanMaker maker = new PlanMaker(NONE, CarePathway.standard(), "test", "none");
        assertThatThrownBy(() -> maker.make(
                        child,
                        LocalDate.of(2018, 2, 28),
                        SiteConfiguration.defaults(),
                        TwinSettings.DEFAULT,
                        List.of(),
                        Forecaster.Progress.NONE))
                .hasMessageContaining("2018-03-01, or later");
    }
}
