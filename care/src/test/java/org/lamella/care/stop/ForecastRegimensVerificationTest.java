package org.lamella.care.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;
import static org.lamella.care.stop.GateCases.boy;
import static org.lamella.care.stop.GateCases.decide;
import static org.lamella.care.stop.GateCases.proposal;
import static org.lamella.care.stop.GateCases.risedronate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.care.Children;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.patient.Administration;
import org.lamella.patient.Drug;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.Regimen;
import org.lamella.patient.Route;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.Milligrams;

/** The regimen that a forecast follows. */
class ForecastRegimensVerificationTest {
    @Test
    void theForecastFollowsTheChildThroughTheAgeBands() {
        Proposal pamidronate = proposal(Drug.PAMIDRONATE, "pamidronate-cyclic");
        GateDecision decision = decide(Children.inOrder(TODAY.minusMonths(26), "11.3"), pamidronate);
        Regimen regimen = ((GateDecision.Cleared) decision)
                .clearance()
                .permit()
                .candidate()
                .regimen();
        assertThat(regimen).isInstanceOfSatisfying(Regimen.Combined.class, c -> {
            assertThat(c.parts()).hasSize(2);
            Regimen.Repeated now = (Regimen.Repeated) c.parts().getFirst();
            Regimen.Repeated later = (Regimen.Repeated) c.parts().getLast();
            assertThat(now.everyDays()).isEqualTo(91);
            assertThat(now.cycles()).isEqualTo(4);
            assertThat(later.everyDays()).isEqualTo(122);
            assertThat(later.firstDelayDays()).isEqualTo(4 * 91);
            assertThat(later.cycles()).isZero();
        });
    }

    /** Cycles that begin before the third birthday: four when it is 364 days away, five when it is a day more. */
    @ParameterizedTest
    @CsvSource({"364, 4", "365, 5", "363, 4"})
    void aBandHoldsTheCyclesThatBeginInIt(int days, int cycles) {
        Proposal pamidronate = proposal(Drug.PAMIDRONATE, "pamidronate-cyclic");
        Regimen.Combined now =
                combined(decide(Children.inOrder(TODAY.plusDays(days).minusMonths(36), "11.3"), pamidronate));
        assertThat(((Regimen.Repeated) now.parts().getFirst()).cycles()).isEqualTo(cycles);
    }

    @Test
    void aForecastThatBeginsLaterHoldsFewerCyclesOfItsBand() {
        Proposal pamidronate = proposal(Drug.PAMIDRONATE, "pamidronate-cyclic");
        LocalDate last = TODAY.minusDays(30);
        PatientBuilder treated = Children.inOrder(TODAY.plusDays(273).minusMonths(36), "11.3")
                .add(new Administration(last, Drug.PAMIDRONATE, Milligrams.of("8"), null, Route.INTRAVENOUS));
        Regimen.Repeated first = (Regimen.Repeated)
                combined(decide(treated, pamidronate)).parts().getFirst();
        long delay = ChronoUnit.DAYS.between(TODAY, last.plusMonths(3));
        assertThat(first.firstDelayDays()).isEqualTo((int) delay);
        assertThat(first.cycles()).isEqualTo((int) Math.ceil((273 - delay) / 91.0));
    }

    private static Regimen.Combined combined(GateDecision decision) {
        return (Regimen.Combined) ((GateDecision.Cleared) decision)
                .clearance()
                .permit()
                .candidate()
                .regimen();
    }

    @Test
    void anAdultsTabletIsOneAmountAtAnyWeight() {
        Proposal alendronate = proposal(Drug.ALENDRONATE, "alendronate-daily");
        for (LocalDate born : List.of(LocalDate.of(1990, 1, 1), LocalDate.of(2018, 3, 1))) {
            Regimen.Daily daily =
                    (Regimen.Daily) ((GateDecision.Cleared) decide(Children.inOrder(born, "39"), alendronate))
                            .clearance()
                            .permit()
                            .candidate()
                            .regimen();
            boolean adult = born.getYear() == 1990;
            assertThat(daily.amount().forWeight(Kilograms.of("39.99")).value())
                    .isEqualByComparingTo(adult ? "10" : "5");
            assertThat(daily.amount().forWeight(Kilograms.of("40")).value()).isEqualByComparingTo("10");
        }
    }

    @Test
    void theForecastBeginsWithTheReducedFirstDose() {
        Regimen regimen = ((GateDecision.Cleared) decide(boy()))
                .clearance()
                .permit()
                .candidate()
                .regimen();
        assertThat(regimen).isInstanceOfSatisfying(Regimen.Combined.class, c -> {
            Regimen.Repeated first = (Regimen.Repeated) c.parts().getFirst();
            assertThat(first.cycles()).isEqualTo(1);
            assertThat(first.amount().forWeight(Kilograms.of("20")).value()).isEqualByComparingTo("0.5");
        });
    }

    @Test
    void tabletsAreForecastByWeightBand() {
        Regimen regimen = ((GateDecision.Cleared) decide(boy(), risedronate()))
                .clearance()
                .permit()
                .candidate()
                .regimen();
        assertThat(regimen).isInstanceOfSatisfying(Regimen.Daily.class, d -> {
            assertThat(d.amount().forWeight(Kilograms.of("30")).value()).isEqualByComparingTo("2.5");
            assertThat(d.amount().forWeight(Kilograms.of("30.01")).value()).isEqualByComparingTo("5");
        });
        DosingRegimen alendronate =
                proposal(Drug.ALENDRONATE, "alendronate-daily").regimen();
        assertThat(alendronate).isNotNull();
    }

    @Test
    void aFixedDoseIsForecastWithoutAReducedFirstOne() {
        PatientBuilder adult = Children.inOrder(LocalDate.of(1990, 1, 1), "70");
        GateDecision decision = decide(adult, proposal(Drug.ZOLEDRONATE, "zoledronate-adult-yearly"));
        assertThat(((GateDecision.Cleared) decision)
                        .clearance()
                        .permit()
                        .candidate()
                        .regimen())
                .isInstanceOfSatisfying(
                        Regimen.Repeated.class, r -> assertThat(r.everyDays()).isEqualTo(365));
    }

    @Test
    void aForecastDoseIsCappedToo() {
        Regimen regimen = ((GateDecision.Cleared) decide(boy()))
                .clearance()
                .permit()
                .candidate()
                .regimen();
        Regimen.Repeated usual =
                (Regimen.Repeated) ((Regimen.Combined) regimen).parts().getLast();
        assertThat(usual.amount().forWeight(Kilograms.of("100")).value()).isEqualByComparingTo("4");
        assertThat(usual.firstDelayDays()).isEqualTo(183);
    }
}
