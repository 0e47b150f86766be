package org.lamella.care.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lamella.care.history.NextDose;
import org.lamella.care.history.TreatmentHistory;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Side;

/** Puts the answers of the care rules into the order of a plan and adds the dates of doses and operations. */
final class CareItems {

    /** Standing prohibitions: they lead only when the record holds the drug, else they close the list. */
    private static final Map<String, Drug> PROHIBITIONS = Map.of(
            "DOS-DEN-01", Drug.DENOSUMAB,
            "DOS-TPT-01", Drug.TERIPARATIDE,
            "DOS-ROM-01", Drug.ROMOSOZUMAB,
            "DOS-SET-01", Drug.SETRUSUMAB,
            "DOS-FRE-01", Drug.FRESOLIMUMAB,
            "DOS-EXP-01", new Drug("cell-or-gene-therapy"),
            "DOS-RIS-02", Drug.RISEDRONATE);

    /** Priority of a prohibition that concerns no drug of the record: it holds up nothing that is under way. */
    private static final int STANDING = 4;

    /** Rules whose "hold" concerns the repetition of an examination, not a treatment. */
    private static final Set<String> INTERVALS = Set.of("IM-05");

    private CareItems() {}

    /** What concerns this patient first, in the given order; prohibitions of drugs that nobody gave last. */
    static List<CareItem> ordered(Patient patient, List<CareItem> items) {
        List<CareItem> ordered = new ArrayList<>(items.stream()
                .map(CareItems::notAHold)
                .map(item -> standing(patient, item) ? item.as(item.kind(), STANDING) : item)
                .toList());
        ordered.sort(Comparator.comparing(item -> standing(patient, item)));
        return List.copyOf(ordered);
    }

    private static CareItem notAHold(CareItem item) {
        return item.kind() == CareItem.Kind.HOLD && INTERVALS.contains(item.ruleId())
                ? item.as(CareItem.Kind.NOT_YET, item.priority())
                : item;
    }

    private static boolean standing(Patient patient, CareItem item) {
        Drug drug = PROHIBITIONS.get(item.ruleId());
        return drug != null
                && item.kind() == CareItem.Kind.STOP
                && patient.administrations().stream().noneMatch(a -> a.drug().equals(drug))
                && patient.courses().stream().noneMatch(c -> c.drug().equals(drug));
    }

    /** Dated items with the next dose of the present treatment and planned operations, ascending. */
    static List<CareItem> calendar(Patient patient, LocalDate asOf, List<CareItem> dated) {
        List<CareItem> all =
                new ArrayList<>(dated.stream().map(CareItems::notAHold).toList());
        TreatmentHistory history = TreatmentHistory.of(patient, asOf);
        history.current()
                .ifPresent(drug -> NextDose.due(history, patient).ifPresent(due -> all.add(nextDose(drug, due))));
        Set<Operation> operations = new LinkedHashSet<>();
        patient.plannedProcedures().stream()
                .filter(planned -> !planned.date().isBefore(asOf))
                .map(planned -> operation(planned, patient))
                .forEach(operations::add);
        operations.forEach(operation -> all.add(operation.item()));
        all.sort(Comparator.comparing((CareItem i) -> Objects.requireNonNull(i.dueOn()))
                .thenComparing(CareItem::priority)
                .thenComparing(CareItem::ruleId));
        return SameVisit.once(all);
    }

    private static CareItem nextDose(Drug drug, LocalDate due) {
        return new CareItem(
                "DOS-00",
                CareItem.Kind.DUE,
                2,
                "Next dose of " + drug,
                "By the interval that the last cycle covers, the next dose falls due on " + due
                        + "; weigh and take blood before it.",
                List.of(),
                due,
                RuleCatalogue.standard().rule("DOS-00").sources(),
                null);
    }

    /** One entry for both sides of a bone that are operated on the same day. */
    private static Operation operation(PlannedProcedure planned, Patient patient) {
        boolean both = patient.plannedProcedures().stream()
                .anyMatch(other -> other.date().equals(planned.date())
                        && other.kind() == planned.kind()
                        && other.bone() == planned.bone()
                        && opposite(planned.side(), other.side()));
        String side = both
                ? ", both sides"
                : planned.side() == Side.LEFT ? ", left" : planned.side() == Side.RIGHT ? ", right" : "";
        String bone = planned.bone() == null ? "" : ", " + planned.bone().label() + side;
        return new Operation(planned.date(), planned.kind().label() + bone);
    }

    private static boolean opposite(Side one, Side other) {
        return one == Side.LEFT && other == Side.RIGHT || one == Side.RIGHT && other == Side.LEFT;
    }

    /** What is planned for a day. */
    private record Operation(LocalDate date, String what) {
        CareItem item() {
            return new CareItem(
                    "SUR-H-01",
                    CareItem.Kind.DUE,
                    2,
                    "Planned: " + what,
                    "Planned for " + date + "; agree the dates of doses with the surgeon.",
                    List.of(),
                    date,
                    RuleCatalogue.standard().rule("SUR-H-01").sources(),
                    null);
        }
    }
}
