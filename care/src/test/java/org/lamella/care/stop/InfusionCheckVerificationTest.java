package org.lamella.care.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lamella.care.Children.TODAY;
import static org.lamella.care.Children.lab;
import static org.lamella.care.stop.GateCases.RECENT;
import static org.lamella.care.stop.GateCases.SITE;
import static org.lamella.care.stop.GateCases.boy;
import static org.lamella.care.stop.GateCases.cleared;
import static org.lamella.care.stop.GateCases.decide;
import static org.lamella.care.stop.GateCases.held;
import static org.lamella.care.stop.GateCases.needs;
import static org.lamella.care.stop.GateCases.risedronate;
import static org.lamella.care.stop.GateCases.stopped;
import static org.lamella.care.stop.GateCases.withTimes;
import static org.lamella.care.stop.GateCases.withoutLabs;
import static org.lamella.care.stop.GateCases.zoledronate;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.care.site.Setting;
import org.lamella.evidence.drug.DrugClass;
import org.lamella.evidence.drug.Limit;
import org.lamella.patient.Administration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Course;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.Route;
import org.lamella.patient.measure.Milligrams;

/** Hard stop 3, infusion, and what holds an infusion on the day. */
class InfusionCheckVerificationTest {
    @Test
    void stop3InfusionTooFast() {
        TreeMap<Drug, Setting<Integer>> fast = new TreeMap<>(SITE.infusionMinutes());
        fast.put(Drug.ZOLEDRONATE, new Setting<>(14, Setting.Origin.SITE, "by hand"));
        stopped(Gate.decide(boy().build(), TODAY, withTimes(fast), zoledronate()), HardStop.KIDNEY_OR_INFUSION);
        fast.put(Drug.ZOLEDRONATE, new Setting<>(15, Setting.Origin.SITE, "by hand"));
        cleared(Gate.decide(boy().build(), TODAY, withTimes(fast), zoledronate()));
        fast.remove(Drug.ZOLEDRONATE);
        needs(Gate.decide(boy().build(), TODAY, withTimes(fast), zoledronate()), "infusion time");
    }

    @Test
    void stop3TwoZoledronateProducts() {
        PatientBuilder patient = boy().add(
                        new Course(Drug.ZOLEDRONATE, Milligrams.of("1"), Route.INTRAVENOUS, TODAY.minusDays(30), null));
        stopped(decide(patient), HardStop.KIDNEY_OR_INFUSION);
    }

    // Other holds

    @ParameterizedTest
    @CsvSource({"RESPIRATORY_ILLNESS, INF-01", "DEHYDRATION, INF-02", "INTERACTING_DRUG, INF-02"})
    void theInfusionDayHasItsHolds(Finding.Kind kind, String rule) {
        held(decide(boy().add(new Finding(RECENT, kind, true))), rule);
        cleared(decide(boy().add(new Finding(RECENT, kind, false))));
        cleared(decide(boy().add(new Finding(RECENT, kind, true)), risedronate()));
    }

    @Test
    void theFirstInfusionNeedsTheWholeBloodSet() {
        PatientBuilder few = withoutLabs()
                .add(lab(RECENT, Analyte.CALCIUM, "2.4"))
                .add(lab(RECENT, Analyte.CREATININE, "30"))
                .add(lab(RECENT, Analyte.VITAMIN_D_25OH, "75"));
        needs(decide(few), "phosphate before the first infusion");
        needs(decide(few), "parathyroid hormone before the first infusion");
        PatientBuilder later = few.add(new Administration(
                TODAY.minusDays(190), Drug.ZOLEDRONATE, Milligrams.of("1"), null, Route.INTRAVENOUS));
        cleared(decide(later));
    }

    @Test
    void aStaleFirstSetCountsAsMissing() {
        PatientBuilder patient = withoutLabs()
                .add(lab(RECENT, Analyte.CALCIUM, "2.4"))
                .add(lab(RECENT, Analyte.CREATININE, "30"))
                .add(lab(RECENT, Analyte.VITAMIN_D_25OH, "75"))
                .add(lab(RECENT, Analyte.PHOSPHATE, "1.5"))
                .add(lab(RECENT, Analyte.ALKALINE_PHOSPHATASE, "250"))
                .add(lab(TODAY.minusDays(91), Analyte.PTH, "3"));
        needs(decide(patient), "parathyroid hormone before the first infusion");
    }

    @Test
    void aFinishedOrOtherCourseIsNoSecondProduct() {
        cleared(decide(boy().add(new Course(
                Drug.ZOLEDRONATE, Milligrams.of("1"), Route.INTRAVENOUS, TODAY.minusDays(900), TODAY.minusDays(800)))));
        GateDecision onTablets = decide(
                boy().add(new Course(Drug.RISEDRONATE, Milligrams.of("2.5"), Route.ORAL, TODAY.minusDays(900), null)));
        cleared(onTablets);
        assertThat(onTablets.reasons()).anySatisfy(r -> assertThat(r.text()).contains("never converted"));
        GateDecision same = decide(
                boy().add(new Course(Drug.RISEDRONATE, Milligrams.of("2.5"), Route.ORAL, TODAY.minusDays(900), null)),
                risedronate());
        assertThat(same.reasons()).noneSatisfy(r -> assertThat(r.text()).contains("never converted"));
    }

    @Test
    void stop3TwoZoledronateDosesOnOneDay() {
        LocalDate day = TODAY.minusDays(200);
        Administration one = new Administration(day, Drug.ZOLEDRONATE, Milligrams.of("1"), null, Route.INTRAVENOUS);
        Administration other = new Administration(day, Drug.ZOLEDRONATE, Milligrams.of("0.5"), null, Route.INTRAVENOUS);
        cleared(decide(boy().add(one)));
        stopped(decide(boy().add(one).add(other)), HardStop.KIDNEY_OR_INFUSION);
        Administration next =
                new Administration(day.plusDays(1), Drug.ZOLEDRONATE, Milligrams.of("0.5"), null, Route.INTRAVENOUS);
        cleared(decide(boy().add(one).add(next)));
    }

    /** Infusions of other classes have no published shortest time here and are not asked for a bisphosphonate's blood set. */
    @Test
    void anInfusionOfAnotherClassIsNotHeldToABisphosphonatesConditions() {
        GateDecision decision = decide(
                withoutLabs(),
                GateCases.madeUp(Drug.FRESOLIMUMAB, DrugClass.TGF_BETA_ANTIBODY, Route.INTRAVENOUS, List.of()));
        assertThat(decision).isNotInstanceOf(GateDecision.Cleared.class);
        assertThat(decision.reasons()).noneSatisfy(r -> assertThat(r.text()).contains("before the first infusion"));
    }

    @Test
    void anInfusionWithoutAShortestTimeInItsFactsIsADefect() {
        Proposal hasty = GateCases.madeUp(
                Drug.ZOLEDRONATE,
                DrugClass.BISPHOSPHONATE,
                Route.INTRAVENOUS,
                List.of(new Limit(Limit.Kind.RENAL_STOP_BELOW, GateCases.figure("30", "mL/min/1.73m2"))));
        assertThatThrownBy(() -> decide(boy(), hasty)).hasMessageContaining("no shortest infusion");
    }

    @ParameterizedTest
    @CsvSource({"1.04, true", "1.05, false"})
    void aLowPhosphateHoldsAFirstInfusionOnly(String value, boolean low) {
        PatientBuilder patient = boy().add(lab(RECENT, Analyte.PHOSPHATE, value, "1.05", "1.70"));
        if (low) {
            held(decide(patient), "LAB-01");
        } else {
            cleared(decide(patient));
        }
        cleared(decide(patient, risedronate()));
        cleared(decide(patient.add(new Administration(
                TODAY.minusDays(200), Drug.ZOLEDRONATE, Milligrams.of("1"), null, Route.INTRAVENOUS))));
        cleared(decide(boy().add(lab(RECENT, Analyte.PHOSPHATE, "0.5"))));
    }
}
