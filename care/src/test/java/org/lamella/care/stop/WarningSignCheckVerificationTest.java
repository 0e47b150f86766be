package org.lamella.care.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;
import static org.lamella.care.stop.GateCases.RECENT;
import static org.lamella.care.stop.GateCases.SITE;
import static org.lamella.care.stop.GateCases.boy;
import static org.lamella.care.stop.GateCases.cleared;
import static org.lamella.care.stop.GateCases.decide;
import static org.lamella.care.stop.GateCases.held;
import static org.lamella.care.stop.GateCases.needs;
import static org.lamella.care.stop.GateCases.risedronate;
import static org.lamella.care.stop.GateCases.zoledronate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lamella.care.history.TreatmentHistory;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.patient.Administration;
import org.lamella.patient.Bone;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Route;
import org.lamella.patient.Side;
import org.lamella.patient.Surgery;
import org.lamella.patient.measure.Milligrams;

/** Signs of harm hold the next dose until a specialist has looked. */
class WarningSignCheckVerificationTest {
    private static Finding sign(Finding.Kind kind, boolean present) {
        return new Finding(RECENT, kind, present);
    }

    private static List<GateReason> reasons(Drug drug, Finding finding) {
        Patient patient = boy().add(finding).build();
        Ledger ledger = new Ledger();
        WarningSignCheck.examine(
                new Situation(
                        patient,
                        TODAY,
                        SITE,
                        TreatmentHistory.of(patient, TODAY),
                        new Proposal("option", DrugFormulary.standard().get(drug), null),
                        TODAY),
                ledger);
        return ledger.reasons();
    }

    @Test
    void anInflamedEyeHoldsInfusionsAndTablets() {
        held(decide(boy().add(sign(Finding.Kind.EYE_INFLAMMATION, true))), "INF-09");
        held(decide(boy().add(sign(Finding.Kind.EYE_INFLAMMATION, true)), risedronate()), "INF-09");
    }

    @Test
    void exposedJawBoneHoldsInfusionsAndTablets() {
        held(decide(boy().add(sign(Finding.Kind.EXPOSED_JAW_BONE, true)), zoledronate()), "DEN-06");
        held(decide(boy().add(sign(Finding.Kind.EXPOSED_JAW_BONE, true)), risedronate()), "DEN-06");
    }

    private static PatientBuilder treated() {
        return boy().add(new Administration(
                TODAY.minusDays(200), Drug.ZOLEDRONATE, Milligrams.of("1"), null, Route.INTRAVENOUS));
    }

    @Test
    void thighPainHoldsWhoeverHasHadABisphosphonate() {
        held(decide(treated().add(sign(Finding.Kind.THIGH_PAIN, true))), "ORT-13");
        held(decide(treated().add(sign(Finding.Kind.THIGH_PAIN, true)), risedronate()), "ORT-13");
        cleared(decide(treated().add(sign(Finding.Kind.THIGH_PAIN, false))));
        cleared(decide(boy().add(sign(Finding.Kind.THIGH_PAIN, true))));
        PatientBuilder contested =
                treated().add(sign(Finding.Kind.THIGH_PAIN, true)).add(sign(Finding.Kind.THIGH_PAIN, false));
        needs(decide(contested), "usable entry for thigh or groin pain");
        cleared(decide(boy().add(sign(Finding.Kind.THIGH_PAIN, true)).add(sign(Finding.Kind.THIGH_PAIN, false))));
    }

    @Test
    void hypersensitivityBreastFeedingAndATrialHoldEveryBisphosphonate() {
        Map<Finding.Kind, String> codes = Map.of(
                Finding.Kind.BISPHOSPHONATE_HYPERSENSITIVITY,
                "INF-10",
                Finding.Kind.BREAST_FEEDING,
                "PR-01",
                Finding.Kind.IN_CLINICAL_TRIAL,
                "DOS-ZA-07");
        codes.forEach((kind, code) -> {
            for (Proposal proposal : List.of(zoledronate(), risedronate())) {
                held(decide(boy().add(sign(kind, true)), proposal), code);
                cleared(decide(boy().add(sign(kind, false)), proposal));
            }
            assertThat(reasons(Drug.TERIPARATIDE, sign(kind, true))).isEmpty();
        });
        for (Finding.Kind kind : List.of(Finding.Kind.BISPHOSPHONATE_HYPERSENSITIVITY, Finding.Kind.BREAST_FEEDING)) {
            GateDecision contested = decide(boy().add(sign(kind, true)).add(sign(kind, false)));
            needs(contested, "usable entry for " + kind.label());
            assertThat(contested.reasons()).anySatisfy(r -> assertThat(r.code()).isEqualTo(codes.get(kind)));
        }
    }

    private static Surgery extraction(int daysAgo, @Nullable LocalDate healed) {
        return new Surgery(TODAY.minusDays(daysAgo), Surgery.Kind.DENTAL_EXTRACTION, Bone.SKULL, Side.UNKNOWN, healed);
    }

    @Test
    void anExtractionHoldsUntilHealingIsRecordedOrEightWeeksHavePassed() {
        for (Proposal proposal : List.of(zoledronate(), risedronate())) {
            held(decide(boy().add(extraction(10, null)), proposal), "DEN-06");
            held(decide(boy().add(extraction(56, null)), proposal), "DEN-06");
            held(decide(boy().add(extraction(0, TODAY.plusDays(1))), proposal), "DEN-06");
            cleared(decide(boy().add(extraction(57, null)), proposal));
            cleared(decide(boy().add(extraction(10, TODAY)), proposal));
            cleared(decide(boy().add(extraction(-1, null)), proposal));
        }
        Finding lookedAt = new Finding(TODAY.minusDays(9), Finding.Kind.EXPOSED_JAW_BONE, false);
        cleared(decide(boy().add(extraction(10, null)).add(lookedAt)));
        held(decide(boy().add(extraction(9, null)).add(lookedAt)), "DEN-06");
        cleared(decide(boy().add(new Surgery(
                TODAY.minusDays(10), Surgery.Kind.FRACTURE_FIXATION, Bone.SKULL, Side.UNKNOWN, null))));
    }

    @Test
    void aPlannedExtractionHoldsInfusionsNearIt() {
        for (int days : new int[] {0, 30}) {
            PatientBuilder patient = boy().add(new PlannedProcedure(
                    TODAY.plusDays(days), Surgery.Kind.DENTAL_EXTRACTION, Bone.SKULL, Side.UNKNOWN));
            held(decide(patient), "DEN-03");
            cleared(decide(patient, risedronate()));
        }
        cleared(decide(boy().add(new PlannedProcedure(
                TODAY.plusDays(31), Surgery.Kind.DENTAL_EXTRACTION, Bone.SKULL, Side.UNKNOWN))));
        cleared(decide(boy().add(new PlannedProcedure(
                TODAY.minusDays(1), Surgery.Kind.DENTAL_EXTRACTION, Bone.SKULL, Side.UNKNOWN))));
        cleared(decide(boy().add(new PlannedProcedure(
                TODAY.plusDays(10), Surgery.Kind.FRACTURE_FIXATION, Bone.SKULL, Side.UNKNOWN))));
    }

    /** The dose falls due in 100 days; what counts is the extraction's distance from it as well as from today. */
    @Test
    void aPlannedExtractionNearALaterDoseHoldsIt() {
        LocalDate last = TODAY.plusDays(100).minusMonths(6);
        for (int days : new int[] {30, 31, 69, 70, 130, 131}) {
            PatientBuilder patient = boy().add(
                            new Administration(last, Drug.ZOLEDRONATE, Milligrams.of("1"), null, Route.INTRAVENOUS))
                    .add(new PlannedProcedure(
                            TODAY.plusDays(days), Surgery.Kind.DENTAL_EXTRACTION, Bone.SKULL, Side.UNKNOWN));
            if (days == 30 || days == 70 || days == 130) {
                held(decide(patient), "DEN-03");
            } else {
                cleared(decide(patient));
            }
        }
    }

    @Test
    void aSignThatWasExcludedHoldsNothing() {
        cleared(decide(
                boy().add(sign(Finding.Kind.EYE_INFLAMMATION, false)).add(sign(Finding.Kind.EXPOSED_JAW_BONE, false))));
    }

    @Test
    void theJawConcernsDenosumabTooTheEyeOnlyBisphosphonates() {
        assertThat(reasons(Drug.DENOSUMAB, sign(Finding.Kind.EXPOSED_JAW_BONE, true)))
                .singleElement()
                .satisfies(r -> assertThat(r.code()).isEqualTo("DEN-06"));
        assertThat(reasons(Drug.DENOSUMAB, sign(Finding.Kind.EYE_INFLAMMATION, true)))
                .isEmpty();
    }

    @Test
    void neitherConcernsDrugsThatDoNotSlowResorption() {
        assertThat(reasons(Drug.TERIPARATIDE, sign(Finding.Kind.EXPOSED_JAW_BONE, true)))
                .isEmpty();
        assertThat(reasons(Drug.TERIPARATIDE, sign(Finding.Kind.EYE_INFLAMMATION, true)))
                .isEmpty();
    }
}
