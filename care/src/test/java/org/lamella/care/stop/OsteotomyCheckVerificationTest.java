package org.lamella.care.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;
import static org.lamella.care.stop.GateCases.SITE;
import static org.lamella.care.stop.GateCases.boy;
import static org.lamella.care.stop.GateCases.cleared;
import static org.lamella.care.stop.GateCases.decide;
import static org.lamella.care.stop.GateCases.held;
import static org.lamella.care.stop.GateCases.ofType;
import static org.lamella.care.stop.GateCases.planned;
import static org.lamella.care.stop.GateCases.risedronate;
import static org.lamella.care.stop.GateCases.zoledronate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.care.site.Setting;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.patient.Bone;
import org.lamella.patient.OiType;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Side;
import org.lamella.patient.Surgery;

/** Hard stop 10: bone that has to heal, and the window before an operation. */
class OsteotomyCheckVerificationTest {
    @Test
    void stop10NoDoseBeforeHealingIsRecorded() {
        PatientBuilder healing = boy().add(
                        new Surgery(TODAY.minusDays(60), Surgery.Kind.OSTEOTOMY_WITH_ROD, Bone.FEMUR, Side.LEFT, null));
        held(decide(healing), "STOP-10");
        held(decide(healing, risedronate()), "STOP-10");
        cleared(decide(boy().add(new Surgery(
                TODAY.minusDays(160), Surgery.Kind.OSTEOTOMY_WITH_ROD, Bone.FEMUR, Side.LEFT, TODAY.minusDays(1)))));
        held(
                decide(boy().add(new Surgery(
                        TODAY.minusDays(160),
                        Surgery.Kind.OSTEOTOMY_WITH_ROD,
                        Bone.FEMUR,
                        Side.LEFT,
                        TODAY.plusDays(1)))),
                "STOP-10");
        // Fixing a fracture does not cut bone on purpose and holds nothing.
        cleared(decide(boy().add(new Surgery(
                TODAY.minusDays(60), Surgery.Kind.FRACTURE_FIXATION, Bone.FEMUR, Side.LEFT, null))));
    }

    @Test
    void aPlannedOsteotomyHoldsWithoutASiteWindowAndByTheWindowWithOne() {
        PatientBuilder soon = boy().add(planned(TODAY.plusDays(40)));
        held(decide(soon), "SUR-H-01");
        cleared(decide(boy().add(planned(TODAY.plusDays(200)))));
        SiteConfiguration window = new SiteConfiguration(
                "window",
                false,
                SITE.vitaminDGateNmolPerL(),
                SITE.firstDoseAdmission(),
                SITE.infusionMinutes(),
                new Setting<>(28, Setting.Origin.SITE, "local"),
                SITE.ageLimits(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        cleared(Gate.decide(soon.build(), TODAY, window, zoledronate()));
        held(Gate.decide(boy().add(planned(TODAY.plusDays(28))).build(), TODAY, window, zoledronate()), "SUR-H-01");
        cleared(Gate.decide(boy().add(planned(TODAY.plusDays(29))).build(), TODAY, window, zoledronate()));
    }

    @Test
    void plannedOperationsThatCutNoBoneOrAreOverHoldNothing() {
        cleared(decide(
                boy().add(new PlannedProcedure(TODAY.plusDays(10), Surgery.Kind.FRACTURE_FIXATION, null, Side.UNKNOWN))
                        .add(planned(TODAY.minusDays(3)))));
        PatientBuilder deformity = ofType(OiType.IV).add(planned(TODAY.plusDays(200)));
        cleared(decide(deformity));
        assertThat(decide(deformity).reasons())
                .anySatisfy(
                        r -> assertThat(r.facts()).anySatisfy(f -> assertThat(f).contains("needs surgery")));
        held(
                decide(ofType(OiType.IV)
                        .add(planned(TODAY.minusDays(3)))
                        .add(new PlannedProcedure(
                                TODAY.plusDays(10), Surgery.Kind.DENTAL_EXTRACTION, null, Side.UNKNOWN))),
                "IND-01");
    }
}
