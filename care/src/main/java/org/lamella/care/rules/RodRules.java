package org.lamella.care.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.patient.Bone;
import org.lamella.patient.Examination;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Rod;

/** Choice and follow-up of rods, as far as rules go; the rod adviser forecasts. */
final class RodRules {
    private RodRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of(
                "ORT-02", RodRules::narrowCanal,
                "ORT-03", RodRules::telescopic,
                "ORT-04", RodRules::nearMaturity,
                "ORT-05", RodRules::oversize,
                "ORT-07", RodRules::followUp,
                "ORT-09", RodRules::staticRodOutgrown,
                "ORT-17", RodRules::implantRecord);
    }

    private static Optional<PlannedProcedure> plannedLegRodding(Question q) {
        return OrthopaedicRules.planned(q).stream()
                .filter(p -> p.bone() == Bone.FEMUR || p.bone() == Bone.TIBIA)
                .findFirst();
    }

    private static Examination.Kind canalOf(Bone bone) {
        return bone == Bone.FEMUR ? Examination.Kind.FEMUR_CANAL_DIAMETER : Examination.Kind.TIBIA_CANAL_DIAMETER;
    }

    private static Input<BigDecimal> canal(Question q, Bone bone) {
        return q.facts().skeleton().figure(canalOf(bone), "ORT-02", "canal_max_age");
    }

    /** Whether the last film gave a figure, however long ago. */
    private static boolean measured(Question q, Bone bone) {
        return q.facts()
                .examination(canalOf(bone))
                .filter(e -> e.value() != null)
                .isPresent();
    }

    private static Verdict noLegSurgery() {
        return Verdict.notApplicable("No operation on the femur or tibia is planned.");
    }

    private static Verdict narrowCanal(Question q) {
        Optional<PlannedProcedure> plan = plannedLegRodding(q);
        if (plan.isEmpty() || plan.get().bone() == null) {
            return noLegSurgery();
        }
        Input<BigDecimal> canal = canal(q, plan.get().bone());
        if (canal.unknown()) {
            return Verdict.missing(canal);
        }
        return canal.test(mm -> mm.compareTo(q.figure("smallest_telescopic")) < 0)
                ? Verdict.option("The canal is narrower than the smallest telescopic rod ("
                                + q.said("smallest_telescopic") + "): K-wire, Rush or elastic rod.")
                        .because(canal)
                : Verdict.notApplicable("The canal takes the smallest telescopic rod.")
                        .because(canal);
    }

    private static Verdict telescopic(Question q) {
        Optional<PlannedProcedure> plan = plannedLegRodding(q);
        if (plan.isEmpty() || plan.get().bone() == null) {
            return noLegSurgery();
        }
        boolean age = q.facts().age().completedMonths()
                        >= q.figure("age_from").multiply(BigDecimal.valueOf(12)).intValue()
                && !q.ageAtLeast("age_until");
        if (!age) {
            return Verdict.notApplicable("Outside the age of telescopic rods.")
                    .because(q.facts().ageFact());
        }
        Input<BigDecimal> canal = canal(q, plan.get().bone());
        if (canal.unknown()) {
            return Verdict.missing(canal);
        }
        return canal.test(mm -> mm.compareTo(q.figure("smallest_telescopic")) >= 0)
                ? Verdict.option("A telescopic rod (Fassier-Duval type) suits age and canal.")
                        .because(canal)
                        .because(q.facts().ageFact())
                : Verdict.notApplicable("The canal is too narrow for a telescopic rod.")
                        .because(canal);
    }

    private static Verdict nearMaturity(Question q) {
        if (plannedLegRodding(q).isEmpty()) {
            return noLegSurgery();
        }
        Input<Boolean> growing = q.facts().skeleton().growing();
        if (growing.unknown()) {
            return Verdict.missing(growing);
        }
        return growing.is(false)
                ? Verdict.option("No growth is left: a regular or locked nail rather than a telescopic rod.")
                        .because(growing)
                : Verdict.notApplicable("Growth plates are open.").because(growing);
    }

    private static Verdict oversize(Question q) {
        List<String> wide = new ArrayList<>();
        List<String> needs = new ArrayList<>();
        for (Rod rod : q.facts().skeleton().rodsInPlace().toList()) {
            var width = rod.diameter();
            if (width == null || (rod.bone() != Bone.FEMUR && rod.bone() != Bone.TIBIA)) {
                continue;
            }
            Input<BigDecimal> canal = canal(q, rod.bone());
            if (canal.test(mm -> width.value().compareTo(q.figure("ratio_limit").multiply(mm)) > 0)) {
                wide.add(say(rod));
            } else if (canal.unknown() && measured(q, rod.bone())) {
                needs.add(canal.text());
            }
        }
        if (!wide.isEmpty()) {
            return Verdict.information("A rod wider than the canal takes load from the bone.")
                    .because(wide);
        }
        return needs.isEmpty()
                ? Verdict.notApplicable("No rod that is certainly oversize is recorded.")
                : Verdict.missing(needs).priority(5);
    }

    private static String say(Rod rod) {
        return rod.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + " rod of the "
                + rod.side().name().toLowerCase(java.util.Locale.ROOT) + " "
                + rod.bone().label() + " of " + rod.insertedOn();
    }

    private static Verdict followUp(Question q) {
        List<Rod> rods = q.facts().skeleton().rodsInPlace().toList();
        if (rods.isEmpty()) {
            return Verdict.notApplicable("No rod is in place.");
        }
        Optional<LocalDate> film =
                q.facts().examination(Examination.Kind.ROD_RADIOGRAPH).map(Examination::date);
        return q.recall("rod radiograph", film, q.number("interval"))
                .because(rods.stream().map(RodRules::say).toList());
    }

    private static Verdict staticRodOutgrown(Question q) {
        List<Rod> fixed = q.facts()
                .skeleton()
                .rodsInPlace()
                .filter(r -> !r.kind().telescoping())
                .toList();
        if (fixed.isEmpty()) {
            return Verdict.notApplicable("No fixed rod is in place.");
        }
        Input<Boolean> growing = q.facts().skeleton().growing();
        if (growing.unknown()) {
            return Verdict.missing(growing)
                    .because(fixed.stream().map(RodRules::say).toList());
        }
        List<String> old = fixed.stream()
                .filter(r -> q.facts().monthsPassed(r.insertedOn(), q.number("remind_after")))
                .map(RodRules::say)
                .toList();
        return growing.is(true) && !old.isEmpty()
                ? Verdict.due("A fixed rod in a growing bone is exchanged about every second year: plan ahead.")
                        .because(old)
                        .because(growing)
                        .on(q.facts().asOf())
                : Verdict.notApplicable("No fixed rod is near its exchange.").because(growing);
    }

    private static Verdict implantRecord(Question q) {
        List<Rod> rods = q.facts().skeleton().rodsInPlace().toList();
        List<String> incomplete = rods.stream()
                .filter(r -> r.diameter() == null || r.length() == null)
                .map(r -> "diameter and length of the " + say(r))
                .toList();
        return incomplete.isEmpty()
                ? Verdict.notApplicable(
                        rods.isEmpty() ? "No rod is in place." : "Make, side, size and date of each rod are recorded.")
                : Verdict.missing(incomplete).priority(5);
    }
}
