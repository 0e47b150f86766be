package org.lamella.care.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;
import static org.lamella.care.Children.lab;
import static org.lamella.care.stop.GateCases.RECENT;
import static org.lamella.care.stop.GateCases.boy;
import static org.lamella.care.stop.GateCases.cleared;
import static org.lamella.care.stop.GateCases.decide;
import static org.lamella.care.stop.GateCases.needs;
import static org.lamella.care.stop.GateCases.otherLabs;
import static org.lamella.care.stop.GateCases.risedronate;
import static org.lamella.care.stop.GateCases.stopped;
import static org.lamella.care.stop.GateCases.withoutLabs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.care.Children;
import org.lamella.evidence.drug.DrugClass;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.patient.Analyte;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.Route;

/** Hard stop 8: when tablets are impossible. */
class OralCheckVerificationTest {
    @Test
    void stop8OralOnlyWhenUprightAndWithoutOesophagealDisease() {
        stopped(
                decide(boy().add(new Finding(RECENT, Finding.Kind.CAN_SIT_UPRIGHT_30_MIN, false)), risedronate()),
                HardStop.ORAL_NOT_POSSIBLE);
        stopped(
                decide(boy().add(new Finding(RECENT, Finding.Kind.OESOPHAGEAL_DISEASE, true)), risedronate()),
                HardStop.ORAL_NOT_POSSIBLE);
        PatientBuilder unknown = otherLabs(withoutLabs().add(lab(RECENT, Analyte.CALCIUM, "2.4")));
        needs(decide(unknown, risedronate()), "sit upright for 30 minutes");
        needs(decide(unknown, risedronate()), "oesophageal disease");
    }

    @ParameterizedTest
    @CsvSource({"9.99, stopped", "10.0, cleared"})
    void stop8RisedronateUnderTenKilograms(String kilograms, String outcome) {
        GateDecision decision = decide(Children.inOrder(TODAY.minusYears(5), kilograms), risedronate());
        if (outcome.equals("stopped")) {
            stopped(decision, HardStop.ORAL_NOT_POSSIBLE);
        } else {
            cleared(decision);
        }
    }

    @Test
    void oralDrugsThatAreNoBisphosphonatesAreNotAskedForPosture() {
        Proposal olpadronate =
                new Proposal("olpadronate", DrugFormulary.standard().get(Drug.OLPADRONATE), null);
        assertThat(decide(boy(), olpadronate)).isInstanceOf(GateDecision.Stopped.class);
    }

    /** Growth hormone does not lower calcium, harm the gullet or need an indication for a bisphosphonate. */
    @Test
    void checksOfBisphosphonatesDoNotConcernAHormone() {
        Proposal hormone =
                GateCases.madeUp(new Drug("growth-hormone"), DrugClass.HORMONE, Route.ORAL, java.util.List.of());
        PatientBuilder bare = withoutLabs();
        assertThat(decide(bare, hormone).reasons())
                .extracting(GateReason::code)
                .doesNotContain("LAB-03", "LAB-06", "DOS-ORAL-01", "IND-01", "IND-02");
        cleared(decide(bare, hormone));
    }
}
