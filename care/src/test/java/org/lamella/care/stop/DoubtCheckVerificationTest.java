package org.lamella.care.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;
import static org.lamella.care.Children.lab;
import static org.lamella.care.stop.GateCases.boy;
import static org.lamella.care.stop.GateCases.cleared;
import static org.lamella.care.stop.GateCases.decide;
import static org.lamella.care.stop.GateCases.girl;
import static org.lamella.care.stop.GateCases.needs;
import static org.lamella.care.stop.GateCases.proposal;
import static org.lamella.care.stop.GateCases.risedronate;
import static org.lamella.care.stop.GateCases.stopped;
import static org.lamella.care.stop.GateCases.zoledronate;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamella.care.Children;
import org.lamella.patient.Administration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.Route;
import org.lamella.patient.UnusableEntry;
import org.lamella.patient.measure.Milligrams;

/** What the record mentions but leaves open gives no dose, and an older entry never stands in for it. */
class DoubtCheckVerificationTest {
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    private static UnusableEntry unusable(LocalDate day, UnusableEntry.Subject subject) {
        return new UnusableEntry(day, subject, "no usable value or unit");
    }

    @ParameterizedTest
    @CsvSource({
        "ACUTE_KIDNEY_INJURY, LAB-06",
        "EYE_INFLAMMATION, INF-09",
        "EXPOSED_JAW_BONE, DEN-06",
        "CONSENT_OFF_LABEL, SAFE-03",
        "RESPIRATORY_ILLNESS, INF-01",
        "DEHYDRATION, INF-02",
        "INTERACTING_DRUG, INF-02"
    })
    void twoStatementsOnADayAreNoStatement(Finding.Kind kind, String rule) {
        boolean harmless = kind == Finding.Kind.CONSENT_OFF_LABEL;
        PatientBuilder patient = boy().add(new Finding(TODAY.minusDays(40), kind, harmless));
        cleared(decide(patient));
        for (boolean first : new boolean[] {true, false}) {
            PatientBuilder contradicted = boy().add(new Finding(TODAY.minusDays(40), kind, harmless))
                    .add(new Finding(YESTERDAY, kind, first))
                    .add(new Finding(YESTERDAY, kind, !first));
            GateDecision decision = decide(contradicted);
            needs(decision, "usable entry for " + kind.label());
            assertThat(decision.reasons()).anySatisfy(r -> {
                assertThat(r.code()).isEqualTo(rule);
                assertThat(r.facts()).anySatisfy(f -> assertThat(f).contains("two different statements", "same day"));
            });
            // A later, single statement settles it.
            cleared(decide(contradicted.add(new Finding(TODAY, kind, harmless))));
        }
        PatientBuilder unreadable = boy().add(new Finding(TODAY.minusDays(40), kind, harmless))
                .add(unusable(YESTERDAY, new UnusableEntry.Statement(kind)));
        needs(decide(unreadable), "usable entry for " + kind.label());
    }

    @Test
    void tabletsAreNotHeldByTheInfusionDay() {
        cleared(decide(
                boy().add(unusable(YESTERDAY, new UnusableEntry.Statement(Finding.Kind.RESPIRATORY_ILLNESS))),
                risedronate()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Analyte.class,
            names = {
                "CALCIUM_ALBUMIN_ADJUSTED",
                "CREATININE",
                "VITAMIN_D_25OH",
                "PHOSPHATE",
                "ALKALINE_PHOSPHATASE",
                "PTH"
            })
    void anUnusableResultIsNotPassedOverForAnOlderOne(Analyte analyte) {
        UnusableEntry.Laboratory subject = new UnusableEntry.Laboratory(analyte);
        needs(decide(boy().add(unusable(YESTERDAY, subject))), "usable entry for " + analyte.label());
        // The results in order are ten days old: an unusable entry of that day raises the doubt, one before does not.
        needs(decide(boy().add(unusable(TODAY.minusDays(10), subject))), "usable entry for " + analyte.label());
        cleared(decide(boy().add(unusable(TODAY.minusDays(11), subject))));
        cleared(decide(boy().add(unusable(TODAY.plusDays(1), subject))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Analyte.class,
            names = {"CALCIUM", "CALCIUM_IONISED"})
    void anyKindOfCalciumCounts(Analyte analyte) {
        needs(
                decide(boy().add(unusable(YESTERDAY, new UnusableEntry.Laboratory(analyte))), risedronate()),
                "usable entry for " + analyte.label());
    }

    @Test
    void twoDifferentResultsOnADayAreNoResult() {
        PatientBuilder two = boy().add(lab(YESTERDAY, Analyte.CALCIUM_ALBUMIN_ADJUSTED, "2.30", "2.15", "2.65"))
                .add(lab(YESTERDAY, Analyte.CALCIUM_ALBUMIN_ADJUSTED, "2.50", "2.15", "2.65"));
        needs(decide(two), "usable entry for calcium, albumin-adjusted");
        PatientBuilder same = boy().add(lab(YESTERDAY, Analyte.CALCIUM_ALBUMIN_ADJUSTED, "2.30", "2.15", "2.65"))
                .add(lab(YESTERDAY, Analyte.CALCIUM_ALBUMIN_ADJUSTED, "2.3", "2.15", "2.65"));
        cleared(decide(same));
        // The safe reading still stops.
        PatientBuilder low = boy().add(lab(YESTERDAY, Analyte.CALCIUM_ALBUMIN_ADJUSTED, "1.90", "2.15", "2.65"))
                .add(lab(YESTERDAY, Analyte.CALCIUM_ALBUMIN_ADJUSTED, "2.50", "2.15", "2.65"));
        stopped(decide(low), HardStop.LOW_CALCIUM_OR_VITAMIN_D);
    }

    @ParameterizedTest
    @EnumSource(
            value = UnusableEntry.Measure.class,
            names = {"WEIGHT", "HEIGHT"})
    void anUnusableWeightOrHeightIsNotPassedOver(UnusableEntry.Measure measure) {
        needs(decide(boy().add(unusable(YESTERDAY, measure))), "usable entry for " + measure.label());
        cleared(decide(boy().add(unusable(TODAY.minusDays(30), measure))));
    }

    @Test
    void withoutAnyWeightOrHeightTheUnusableOneIsNamed() {
        PatientBuilder bare = Children.bled(
                org.lamella.patient.Patient.builder("test", org.lamella.patient.Sex.MALE, GateCases.BORN), YESTERDAY);
        bare.add(unusable(TODAY.minusDays(500), UnusableEntry.Measure.WEIGHT));
        bare.add(unusable(TODAY.minusDays(500), UnusableEntry.Measure.HEIGHT));
        needs(decide(bare), "usable entry for body weight");
        needs(decide(bare), "usable entry for height");
    }

    @Test
    void anAdultsHeightIsNotAskedFor() {
        PatientBuilder adult = Children.inOrder(LocalDate.of(1990, 1, 1), "70")
                .add(unusable(YESTERDAY, UnusableEntry.Measure.HEIGHT))
                .add(unusable(YESTERDAY, new UnusableEntry.Statement(Finding.Kind.CONSENT_OFF_LABEL)));
        cleared(decide(adult, proposal(Drug.ZOLEDRONATE, "zoledronate-adult-yearly")));
    }

    @Test
    void bothAnswersAboutPregnancyOnADayStopAndAnUnusableOneIsAskedFor() {
        PatientBuilder girl = girl(15).add(new Finding(YESTERDAY, Finding.Kind.MENARCHE, true))
                .add(new PregnancyStatus(TODAY.minusDays(3), PregnancyStatus.Status.NOT_PREGNANT));
        cleared(decide(girl));
        PatientBuilder both = girl(15).add(new Finding(YESTERDAY, Finding.Kind.MENARCHE, true))
                .add(new PregnancyStatus(YESTERDAY, PregnancyStatus.Status.PREGNANT))
                .add(new PregnancyStatus(YESTERDAY, PregnancyStatus.Status.NOT_PREGNANT));
        stopped(decide(both), HardStop.PREGNANCY);
        needs(decide(girl.add(unusable(TODAY.minusDays(2), UnusableEntry.Measure.PREGNANCY))), "pregnancy status");
        needs(
                decide(boy().add(unusable(TODAY.minusDays(300), UnusableEntry.Measure.PREGNANCY))),
                "usable entry for pregnancy status");
        cleared(decide(boy().add(unusable(TODAY.minusDays(301), UnusableEntry.Measure.PREGNANCY))));
    }

    /** A dose that cannot be read is not reckoned as not given, unless a later one can be read. */
    @Test
    void treatmentThatCannotBeReadHoldsInfusionsAndTablets() {
        UnusableEntry unclear = new UnusableEntry(TODAY.minusDays(100), UnusableEntry.Measure.TREATMENT, "no day");
        for (Proposal proposal : List.of(zoledronate(), risedronate())) {
            needs(decide(boy().add(unclear), proposal), "usable entry for treatment with a drug for bone");
        }
        for (int days : new int[] {99, 100, 101}) {
            GateDecision decision = decide(boy().add(unclear)
                    .add(new Administration(
                            TODAY.minusDays(days), Drug.ZOLEDRONATE, Milligrams.of("1"), null, Route.INTRAVENOUS)));
            if (days == 99) {
                cleared(decision);
            } else {
                needs(decision, "treatment with a drug for bone");
            }
        }
    }
}
