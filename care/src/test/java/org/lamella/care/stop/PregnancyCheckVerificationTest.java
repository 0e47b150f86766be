package org.lamella.care.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;
import static org.lamella.care.stop.GateCases.RECENT;
import static org.lamella.care.stop.GateCases.boy;
import static org.lamella.care.stop.GateCases.cleared;
import static org.lamella.care.stop.GateCases.decide;
import static org.lamella.care.stop.GateCases.girl;
import static org.lamella.care.stop.GateCases.needs;
import static org.lamella.care.stop.GateCases.proposal;
import static org.lamella.care.stop.GateCases.stopped;

import org.junit.jupiter.api.Test;
import org.lamella.care.Children;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.Sex;

/** Hard stop 4: pregnancy, and when it must be excluded. */
class PregnancyCheckVerificationTest {
    @Test
    void stop4Pregnancy() {
        PatientBuilder pregnant = girl(16).add(new Finding(RECENT, Finding.Kind.MENARCHE, true))
                .add(new PregnancyStatus(RECENT, PregnancyStatus.Status.PREGNANT));
        stopped(decide(pregnant), HardStop.PREGNANCY);
        assertThat(decide(pregnant).reasons())
                .singleElement()
                .satisfies(r -> assertThat(r.text()).isEqualTo("Pregnancy is recorded."));
        stopped(decide(pregnant, proposal(Drug.ALENDRONATE, "alendronate-daily")), HardStop.PREGNANCY);
    }

    @Test
    void stop4AfterMenarcheATestOfTheLastWeekIsNeeded() {
        PatientBuilder none = girl(13).add(new Finding(RECENT, Finding.Kind.MENARCHE, true));
        needs(decide(none), "pregnancy test not older than 7 days");
        cleared(decide(girl(13).add(new Finding(RECENT, Finding.Kind.MENARCHE, true))
                .add(new PregnancyStatus(TODAY.minusDays(7), PregnancyStatus.Status.NOT_PREGNANT))));
        needs(
                decide(girl(13).add(new Finding(RECENT, Finding.Kind.MENARCHE, true))
                        .add(new PregnancyStatus(TODAY.minusDays(8), PregnancyStatus.Status.NOT_PREGNANT))),
                "pregnancy test");
    }

    @Test
    void stop4UnknownMenarcheIsAskedFor() {
        needs(decide(girl(12)), "whether menarche has been reached");
        assertThat(decide(girl(12)).reasons())
                .filteredOn(r -> r.kind() == GateReason.Kind.NEED)
                .as("one question at a time")
                .hasSize(1);
        cleared(decide(girl(12).add(new Finding(RECENT, Finding.Kind.MENARCHE, false))));
        needs(
                decide(girl(12).add(new Finding(TODAY.minusDays(184), Finding.Kind.MENARCHE, false))),
                "whether menarche has been reached");
        cleared(decide(girl(8)));
    }

    @Test
    void stop4AdultsNeedATestWhateverTheRecordSaysAboutMenarche() {
        Proposal neridronate = proposal(Drug.NERIDRONATE, "neridronate-3-monthly");
        needs(decide(girl(25), neridronate), "pregnancy test");
        cleared(decide(girl(57), neridronate));
    }

    @Test
    void stop4APregnantNewbornIsAContradictionAndStops() {
        PatientBuilder newborn = Children.inOrder(Sex.FEMALE, TODAY.minusDays(20), "3.2")
                .add(new PregnancyStatus(RECENT, PregnancyStatus.Status.PREGNANT));
        GateDecision decision = decide(newborn, proposal(Drug.PAMIDRONATE, "pamidronate-cyclic"));
        stopped(decision, HardStop.PREGNANCY);
        assertThat(decision.reasons()).anySatisfy(r -> assertThat(r.text()).contains("contradicts sex or age"));
        stopped(decide(boy().add(new PregnancyStatus(RECENT, PregnancyStatus.Status.PREGNANT))), HardStop.PREGNANCY);
    }

    @Test
    void beforeMenarcheNoTestIsAskedForAndAnEarlierPregnancyIsOver() {
        PatientBuilder denied = girl(11).add(new Finding(TODAY.minusDays(30), Finding.Kind.MENARCHE, false));
        cleared(decide(denied));
        PatientBuilder later = girl(16).add(new Finding(TODAY.minusDays(30), Finding.Kind.MENARCHE, true))
                .add(new PregnancyStatus(TODAY.minusDays(90), PregnancyStatus.Status.PREGNANT))
                .add(new PregnancyStatus(TODAY.minusDays(2), PregnancyStatus.Status.NOT_PREGNANT));
        cleared(decide(later));
    }

    @Test
    void whatIsKnownIsNamedBesideWhatIsNeeded() {
        PatientBuilder old = girl(16).add(new Finding(TODAY.minusDays(30), Finding.Kind.MENARCHE, true))
                .add(new PregnancyStatus(TODAY.minusDays(90), PregnancyStatus.Status.NOT_PREGNANT));
        assertThat(decide(old).reasons())
                .anySatisfy(r -> assertThat(r.facts()).contains("last status of " + TODAY.minusDays(90)));
        PatientBuilder denied = girl(11).add(new Finding(TODAY.minusDays(200), Finding.Kind.MENARCHE, false));
        assertThat(decide(denied).reasons())
                .anySatisfy(r -> assertThat(r.facts()).contains("menarche denied on " + TODAY.minusDays(200)));
    }
}
