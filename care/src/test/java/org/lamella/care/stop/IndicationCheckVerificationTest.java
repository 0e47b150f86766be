package org.lamella.care.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;
import static org.lamella.care.stop.GateCases.BORN;
import static org.lamella.care.stop.GateCases.RECENT;
import static org.lamella.care.stop.GateCases.cleared;
import static org.lamella.care.stop.GateCases.decide;
import static org.lamella.care.stop.GateCases.held;
import static org.lamella.care.stop.GateCases.needs;
import static org.lamella.care.stop.GateCases.ofType;
import static org.lamella.care.stop.GateCases.proposal;
import static org.lamella.care.stop.GateCases.risedronate;
import static org.lamella.care.stop.GateCases.stopped;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lamella.care.Children;
import org.lamella.patient.Administration;
import org.lamella.patient.Bone;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;
import org.lamella.patient.Side;
import org.lamella.patient.VertebralFracture;
import org.lamella.patient.measure.Milligrams;

/** Hard stop 9: what is no reason to start. */
class IndicationCheckVerificationTest {
    @Test
    void stop9MildOiWithoutSymptomsIsNotStarted() {
        stopped(decide(ofType(OiType.I)), HardStop.NO_INDICATION);
        stopped(decide(ofType(OiType.I), risedronate()), HardStop.NO_INDICATION);
        held(decide(ofType(OiType.IV)), "IND-01");
        needs(decide(ofType(null)), "OI type");
    }

    @Test
    void stop9LowDensityAloneIsNoReason() {
        PatientBuilder low = ofType(OiType.I)
                .add(new org.lamella.patient.DxaScan(
                        RECENT,
                        org.lamella.patient.SkeletalSite.LUMBAR_SPINE,
                        null,
                        null,
                        new org.lamella.patient.measure.ZScore(-4),
                        null,
                        null));
        stopped(decide(low), HardStop.NO_INDICATION);
    }

    @Test
    void stop9RecordedReasonsOpenTheDiscussion() {
        cleared(decide(ofType(OiType.I).add(new VertebralFracture(RECENT, "L1", 1))));
        cleared(decide(ofType(OiType.I).add(new Finding(RECENT, Finding.Kind.SIGNIFICANT_PAIN, true))));
        cleared(decide(ofType(OiType.I).add(new Finding(RECENT, Finding.Kind.BOWING, true))));
        // Limb fractures alone leave mild OI to the judgement of the team.
        held(
                decide(ofType(OiType.I)
                        .add(new Fracture(
                                TODAY.minusYears(2), Bone.FOREARM, Side.LEFT, Fracture.Mechanism.LOW_ENERGY))),
                "IND-02");
        cleared(decide(ofType(OiType.I)
                .add(new Fracture(TODAY.minusYears(2), Bone.FOREARM, Side.LEFT, Fracture.Mechanism.LOW_ENERGY))
                .add(new Finding(RECENT, Finding.Kind.BOWING, true))));
        // The same second fracture from a fall off a roof does not count.
        stopped(
                decide(ofType(OiType.I)
                        .add(new Fracture(
                                TODAY.minusYears(2), Bone.FOREARM, Side.LEFT, Fracture.Mechanism.HIGH_ENERGY))),
                HardStop.NO_INDICATION);
    }

    @Test
    void stop9AdultsWithFracturesAsAdults() {
        Proposal neridronate = proposal(Drug.NERIDRONATE, "neridronate-3-monthly");
        PatientBuilder adult =
                Children.inOrder(LocalDate.of(1990, 1, 1), "70").diagnosis(new OiDiagnosis(OiType.I, null, null));
        cleared(decide(adult, neridronate));
    }

    @Test
    void stop9IsNotAskedAgainOfAPatientOnTreatment() {
        PatientBuilder treated = ofType(OiType.I)
                .add(new Administration(
                        TODAY.minusDays(200), Drug.ZOLEDRONATE, Milligrams.of("1"), null, Route.INTRAVENOUS));
        cleared(decide(treated));
    }

    @Test
    void fracturesThatDoNotCount() {
        PatientBuilder mild = ofType(OiType.I)
                .add(new Fracture(TODAY.minusYears(2), Bone.RIB, Side.LEFT, Fracture.Mechanism.LOW_ENERGY))
                .add(new Fracture(TODAY.minusYears(3), Bone.HAND, Side.LEFT, Fracture.Mechanism.LOW_ENERGY));
        stopped(decide(mild), HardStop.NO_INDICATION);
        // Three long-bone fractures between 10 and 19 years count, two do not.
        LocalDate born = TODAY.minusYears(16);
        PatientBuilder two = Children.inOrder(born, "50")
                .diagnosis(new OiDiagnosis(OiType.IV, null, null))
                .add(new Fracture(TODAY.minusYears(2), Bone.TIBIA, Side.LEFT, Fracture.Mechanism.LOW_ENERGY));
        held(decide(two), "IND-01");
        cleared(decide(
                two.add(new Fracture(TODAY.minusYears(3), Bone.TIBIA, Side.LEFT, Fracture.Mechanism.LOW_ENERGY))));
        Proposal neridronate = proposal(Drug.NERIDRONATE, "neridronate-3-monthly");
        PatientBuilder adult = Patient.builder("adult", Sex.MALE, LocalDate.of(1990, 1, 1))
                .diagnosis(new OiDiagnosis(OiType.I, null, null))
                .add(new Fracture(TODAY.minusYears(2), Bone.TIBIA, Side.LEFT, Fracture.Mechanism.HIGH_ENERGY));
        stopped(decide(adult, neridronate), HardStop.NO_INDICATION);
    }

    @Test
    void severalVertebralFracturesAreCounted() {
        GateDecision decision = decide(ofType(OiType.I)
                .add(new VertebralFracture(RECENT, "L1", 1))
                .add(new VertebralFracture(RECENT, "L2", 1)));
        assertThat(decision.reasons()).anySatisfy(r -> assertThat(r.facts()).contains("2 vertebral fractures"));
    }

    @Test
    void aFractureDatedBeforeBirthIsNoReasonAndNoFault() {
        PatientBuilder patient = ofType(OiType.IV);
        for (int i = 1; i <= 3; i++) {
            patient.add(new Fracture(BORN.minusDays(i), Bone.FEMUR, Side.LEFT, Fracture.Mechanism.LOW_ENERGY));
        }
        held(decide(patient), "IND-01");
    }
}
