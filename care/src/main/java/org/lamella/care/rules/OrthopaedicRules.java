package org.lamella.care.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lamella.patient.Bone;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Surgery;

/** When to see the OI surgeon, and what to say before an operation. */
final class OrthopaedicRules {
    private OrthopaedicRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of(
                "ORT-01", OrthopaedicRules::referral,
                "ORT-06", OrthopaedicRules::plates,
                "ORT-08", OrthopaedicRules::counselling,
                "ORT-10", OrthopaedicRules::upperLimb,
                "ORT-11", OrthopaedicRules::externalFixation,
                "ORT-12", OrthopaedicRules::sofieldMillar,
                "ORT-13", OrthopaedicRules::atypicalFemur,
                "ORT-14", OrthopaedicRules::sharedDecision,
                "ORT-15", OrthopaedicRules::repeatedFractures,
                "ORT-16", OrthopaedicRules::osteoclasis);
    }

    /** Operations on bones that are planned. */
    static List<PlannedProcedure> planned(Question q) {
        return q.facts()
                .skeleton()
                .planned()
                .filter(p -> p.bone() != null && p.kind() != Surgery.Kind.DENTAL_EXTRACTION)
                .toList();
    }

    static boolean surgeryConsidered(Question q) {
        return !planned(q).isEmpty()
                || q.facts().skeleton().rodsInPlace().findAny().isPresent();
    }

    /** Long bone with the most fractures since a day, and their number. */
    private static Optional<Map.Entry<String, Long>> mostBroken(Question q, LocalDate since) {
        TreeMap<String, Long> counts = new TreeMap<>();
        q.facts()
                .skeleton()
                .fractures()
                .filter(f -> f.bone().longBone() && f.date().isAfter(since))
                .forEach(f -> counts.merge(
                        f.side().name().toLowerCase(java.util.Locale.ROOT) + " "
                                + f.bone().label(),
                        1L,
                        Long::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue());
    }

    private static Verdict referral(Question q) {
        LocalDate since = q.facts().asOf().minusMonths(q.number("period"));
        Optional<Map.Entry<String, Long>> most = mostBroken(q, since);
        Optional<Examination> bow =
                q.facts().examination(Examination.Kind.LONG_BONE_BOW).filter(e -> e.value() != null);
        boolean broken = most.filter(e -> e.getValue() >= q.number("same_bone_fractures"))
                .isPresent();
        boolean bowed = bow.filter(e -> e.value() != null && e.value().compareTo(q.figure("bow_limit")) > 0)
                .isPresent();
        boolean limited = q.facts().present(Finding.Kind.IMPAIRED_MOBILITY_FROM_FRACTURES);
        if (broken || bowed || limited) {
            return Verdict.due("Refer to an OI surgeon about realignment and rodding.")
                    .because(most.map(e -> e.getValue() + " fractures of the " + e.getKey() + " since " + since)
                            .orElse(""))
                    .because(bow.map(e -> "bow of " + e.value() + " degrees on " + e.date())
                            .orElse(""))
                    .because(q.facts().finding(Finding.Kind.IMPAIRED_MOBILITY_FROM_FRACTURES))
                    .on(q.facts().asOf());
        }
        Input<Boolean> bowing = q.facts().finding(Finding.Kind.BOWING);
        return bowing.unknown() || (bowing.is(true) && bow.isEmpty())
                ? Verdict.missing("whether a long bone is bowed, and by how many degrees")
                : Verdict.notApplicable("Neither repeated fractures of one bone nor a large bow is recorded.")
                        .because(bowing);
    }

    private static Verdict plates(Question q) {
        return planned(q).isEmpty()
                ? Verdict.notApplicable("No operation on a bone is planned.")
                : Verdict.information("Plates and screws alone are not recommended; they may be added to a rod.")
                        .because(first(q));
    }

    private static String first(Question q) {
        PlannedProcedure first = planned(q).getFirst();
        return first.kind().label() + " planned on " + first.date();
    }

    private static Verdict counselling(Question q) {
        return surgeryConsidered(q)
                ? Verdict.information(
                        "Before rodding show the published range (complications 28.6 to 61 % by rod and series),"
                                + " never a single figure.")
                : Verdict.notApplicable("No rod and no operation on a bone is recorded.");
    }

    private static Verdict upperLimb(Question q) {
        boolean planned =
                planned(q).stream().anyMatch(p -> p.bone() != null && p.bone().region() == Bone.Region.UPPER_LIMB);
        return planned
                ? Verdict.information(
                                "Upper limb: correct when deformity or fractures interfere with function; the forearm"
                                        + " often needs repeat surgery.")
                        .because(first(q))
                : Verdict.notApplicable("No operation on the upper limb is planned.");
    }

    private static Verdict externalFixation(Question q) {
        boolean age = q.ageAtLeast("from_age") && !q.ageAtLeast("until_age");
        Input<Boolean> bowing = q.facts().finding(Finding.Kind.BOWING);
        if (!age) {
            return Verdict.notApplicable("External fixation was reported in adolescents and young adults.")
                    .because(q.facts().ageFact());
        }
        if (bowing.unknown()) {
            return Verdict.missing(bowing).priority(5);
        }
        return bowing.is(true)
                ? Verdict.information(
                                "External fixation is feasible at this age (9 lengthenings: 1 deep infection, 1 fracture,"
                                        + " 1 deformity).")
                        .because(bowing)
                : Verdict.notApplicable("No deformity is recorded.").because(bowing);
    }

    private static Verdict operation(Question q, Surgery.Kind kind, String text) {
        return q.facts()
                .skeleton()
                .surgeries()
                .filter(s -> s.kind() == kind)
                .reduce((older, newer) -> newer)
                .map(s -> Verdict.information(text).because(s.kind().label() + " on " + s.date()))
                .orElseGet(() -> Verdict.notApplicable("No " + kind.label() + " is recorded."));
    }

    private static Verdict sofieldMillar(Question q) {
        return operation(
                q,
                Surgery.Kind.OSTEOTOMY_WITH_ROD,
                "Multiple osteotomies, realignment and a rod (Sofield and Millar): healing is followed on film.");
    }

    private static Verdict osteoclasis(Question q) {
        return operation(q, Surgery.Kind.OSTEOCLASIS, "Closed osteoclasis is of historical interest.");
    }

    private static Verdict atypicalFemur(Question q) {
        if (!q.facts().treatment().ever(Drugs.BISPHOSPHONATES)) {
            return Verdict.notApplicable("No bisphosphonate is recorded.");
        }
        Input<Boolean> pain = q.facts().finding(Finding.Kind.THIGH_PAIN);
        if (pain.is(true)) {
            return Verdict.hold("Thigh or groin pain after a bisphosphonate: radiographs of both femora, and no dose"
                            + " until they are read.")
                    .because(pain)
                    .about(Drugs.BISPHOSPHONATES)
                    .because(q.facts().treatment().exposureFact())
                    .on(q.facts().asOf());
        }
        return pain.unknown()
                ? Verdict.missing(pain).priority(5)
                : Verdict.notApplicable("No thigh or groin pain.").because(pain);
    }

    private static Verdict sharedDecision(Question q) {
        return planned(q).isEmpty()
                ? Verdict.notApplicable("No operation on a bone is planned.")
                : Verdict.due("Decide the operation in an interdisciplinary conversation about goals.")
                        .because(first(q))
                        .on(q.facts().asOf());
    }

    private static Verdict repeatedFractures(Question q) {
        if (q.ageAtLeast("upper_age")) {
            return Verdict.notApplicable("This rule is about children.")
                    .because(q.facts().ageFact());
        }
        Optional<Map.Entry<String, Long>> most =
                mostBroken(q, q.facts().patient().birthDate().minusDays(1));
        return most.filter(e -> e.getValue() >= q.number("repeated")).isPresent()
                ? Verdict.option("Repeated fractures of one long bone: ask the OI surgeon about a rod.")
                        .because(most.get().getValue() + " fractures of the "
                                + most.get().getKey())
                : Verdict.notApplicable("No long bone has broken repeatedly.");
    }
}
