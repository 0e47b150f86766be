package org.lamella.care.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;
import static org.lamella.care.Children.lab;
import static org.lamella.care.stop.GateCases.RECENT;
import static org.lamella.care.stop.GateCases.SITE;
import static org.lamella.care.stop.GateCases.boy;
import static org.lamella.care.stop.GateCases.cleared;
import static org.lamella.care.stop.GateCases.decide;
import static org.lamella.care.stop.GateCases.held;
import static org.lamella.care.stop.GateCases.needs;
import static org.lamella.care.stop.GateCases.otherLabs;
import static org.lamella.care.stop.GateCases.proposal;
import static org.lamella.care.stop.GateCases.risedronate;
import static org.lamella.care.stop.GateCases.says;
import static org.lamella.care.stop.GateCases.stopped;
import static org.lamella.care.stop.GateCases.withoutLabs;
import static org.lamella.care.stop.GateCases.zoledronate;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.care.site.Setting;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;

/** Hard stop 2: calcium and vitamin D. */
class MineralCheckVerificationTest {
    @ParameterizedTest
    @CsvSource({"2.149, 2.15, true", "2.15, 2.15, false", "2.151, 2.15, false", "1.10, 1.15, true"})
    void stop2LowCalcium(String value, String limit, boolean stop) {
        PatientBuilder patient = boy().add(lab(RECENT, Analyte.CALCIUM_ALBUMIN_ADJUSTED, value, limit, "2.65"));
        for (Proposal proposal : List.of(zoledronate(), risedronate())) {
            if (stop) {
                stopped(decide(patient, proposal), HardStop.LOW_CALCIUM_OR_VITAMIN_D);
            } else {
                cleared(decide(patient, proposal));
            }
        }
    }

    @Test
    void stop2TwoResultsOfOneDayAreReadOnTheSafeSide() {
        PatientBuilder patient = boy().add(lab(RECENT, Analyte.CALCIUM_ALBUMIN_ADJUSTED, "2.40", "2.15", "2.65"))
                .add(lab(RECENT, Analyte.CALCIUM_ALBUMIN_ADJUSTED, "2.00", "2.15", "2.65"))
                .add(lab(RECENT, Analyte.CALCIUM_ALBUMIN_ADJUSTED, "2.41", "2.15", "2.65"));
        stopped(decide(patient), HardStop.LOW_CALCIUM_OR_VITAMIN_D);
    }

    @Test
    void stop2IonisedCalciumSpeaksToo() {
        stopped(
                decide(boy().add(lab(RECENT, Analyte.CALCIUM_IONISED, "1.00", "1.15", "1.30"))),
                HardStop.LOW_CALCIUM_OR_VITAMIN_D);
        // The adjusted one is of five days before: a low total calcium since then is not explained away by albumin.
        stopped(
                decide(boy().add(lab(RECENT, Analyte.CALCIUM, "2.00", "2.15", "2.65"))),
                HardStop.LOW_CALCIUM_OR_VITAMIN_D);
    }

    @ParameterizedTest
    @CsvSource({
        "CALCIUM_ALBUMIN_ADJUSTED, 2.65, 2.65, false",
        "CALCIUM_ALBUMIN_ADJUSTED, 2.66, 2.65, true",
        "CALCIUM_IONISED, 1.40, 1.32, true",
        "CALCIUM, 3.10, 2.65, true",
        "CALCIUM, 3.10, , true",
        "CALCIUM, 2.50, , false",
        "CALCIUM_IONISED, 1.40, , false"
    })
    void aHighCalciumHoldsUntilItsCauseIsKnown(Analyte analyte, String value, @Nullable String upper, boolean hold) {
        PatientBuilder patient = boy().add(lab(RECENT, analyte, value, "1.10", upper));
        for (Proposal proposal : List.of(zoledronate(), risedronate())) {
            if (hold) {
                held(decide(patient, proposal), "LAB-03");
                says(decide(patient, proposal), "give no calcium or vitamin D beside it");
            } else {
                cleared(decide(patient, proposal));
            }
        }
    }

    @Test
    void stop2CalciumWithoutALaboratoryLimitIsHeldAgainstThePublishedRange() {
        PatientBuilder low = withoutLabs().add(lab(RECENT, Analyte.CALCIUM, "2.10"));
        stopped(decide(otherLabs(low)), HardStop.LOW_CALCIUM_OR_VITAMIN_D);
        PatientBuilder fine = withoutLabs().add(lab(RECENT, Analyte.CALCIUM, "2.30"));
        cleared(decide(otherLabs(fine)));
        PatientBuilder ionised = withoutLabs().add(lab(RECENT, Analyte.CALCIUM_IONISED, "1.20"));
        needs(decide(otherLabs(ionised)), "lower limit for calcium");
    }

    @Test
    void stop2MissingOrStaleCalciumIsNotNormal() {
        needs(decide(otherLabs(withoutLabs())), "current calcium");
        PatientBuilder stale = otherLabs(
                withoutLabs().add(lab(TODAY.minusDays(91), Analyte.CALCIUM_ALBUMIN_ADJUSTED, "2.4", "2.15", "2.65")));
        needs(decide(stale), "91 days old; at most 90 days");
        PatientBuilder future = otherLabs(
                withoutLabs().add(lab(TODAY.plusDays(1), Analyte.CALCIUM_ALBUMIN_ADJUSTED, "2.4", "2.15", "2.65")));
        needs(decide(future), "current calcium");
    }

    @ParameterizedTest
    @CsvSource({"49.9, true", "50.0, false", "50, false", "50.1, false", "10, true"})
    void stop2VitaminDBelowTheGateHoldsAnInfusionOnly(String value, boolean hold) {
        PatientBuilder patient = boy().add(lab(RECENT, Analyte.VITAMIN_D_25OH, value));
        if (hold) {
            held(decide(patient), "STOP-02");
        } else {
            cleared(decide(patient));
        }
        cleared(decide(patient, risedronate()));
    }

    @Test
    void stop2ASiteRecordCannotLowerTheGate() {
        SiteConfiguration lax = new SiteConfiguration(
                "lax",
                false,
                new Setting<>(new BigDecimal("20"), Setting.Origin.SITE, "by hand"),
                SITE.firstDoseAdmission(),
                SITE.infusionMinutes(),
                null,
                SITE.ageLimits(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Patient patient = boy().add(lab(RECENT, Analyte.VITAMIN_D_25OH, "45")).build();
        held(Gate.decide(patient, TODAY, lax, zoledronate()), "STOP-02");
    }

    @Test
    void aMissingVitaminDIsAskedFor() {
        PatientBuilder patient =
                withoutLabs().add(lab(RECENT, Analyte.CALCIUM, "2.4")).add(lab(RECENT, Analyte.CREATININE, "30"));
        needs(decide(patient), "current 25-hydroxyvitamin D");
        needs(decide(patient), "phosphate");
        PatientBuilder stale = otherLabs(withoutLabs().add(lab(RECENT, Analyte.CALCIUM, "2.4")))
                .add(lab(TODAY.minusDays(5), Analyte.VITAMIN_D_25OH, "75"));
        cleared(decide(stale));
    }

    @Test
    void theLimitSaysWhoseItIs() {
        PatientBuilder own =
                boy().add(lab(TODAY.minusDays(1), Analyte.CALCIUM_ALBUMIN_ADJUSTED, "1.5", "2.15", "2.65"));
        assertThat(decide(own).reasons())
                .anySatisfy(
                        r -> assertThat(r.facts()).anySatisfy(f -> assertThat(f).endsWith("mmol/L (laboratory)")));
        PatientBuilder published = boy().add(lab(TODAY.minusDays(1), Analyte.CALCIUM_ALBUMIN_ADJUSTED, "1.5"));
        assertThat(decide(published).reasons())
                .anySatisfy(
                        r -> assertThat(r.facts()).anySatisfy(f -> assertThat(f).contains("published range")));
    }
}
