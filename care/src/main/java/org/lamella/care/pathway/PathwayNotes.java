package org.lamella.care.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.PathwayNote;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.MobilityAssessment.Grade;
import org.lamella.patient.Patient;

/** Every pathway for one person: those that apply now first, each with the answers of the rules that belong to it. */
public final class PathwayNotes {
    private static final int ADULT_FROM = 18;
    private static final String FRACTURE = "fracture";
    private static final Set<CareItem.Kind> ASKS =
            Set.of(CareItem.Kind.STOP, CareItem.Kind.HOLD, CareItem.Kind.MISSING, CareItem.Kind.DUE);

    private final Patient patient;
    private final LocalDate asOf;
    private final List<CareItem> items;
    private final PathwayReasons reasons;
    private final @Nullable Grade grade;

    private PathwayNotes(Patient patient, LocalDate asOf, List<CareItem> items, List<TreatmentOption> options) {
        this.patient = patient;
        this.asOf = asOf;
        this.items = items;
        this.reasons = new PathwayReasons(patient, asOf, items, options);
        this.grade = patient.mobility().stream()
                .filter(m -> !m.date().isAfter(asOf))
                .reduce((older, newer) -> newer)
                .map(MobilityAssessment::grade)
                .orElse(null);
    }

    /**
     * The notes.
     *
     * @param patient the record
     * @param asOf day of the plan
     * @param items answers of the care rules
     * @param options options of the plan
     */
    public static List<PathwayNote> of(
            Patient patient, LocalDate asOf, List<CareItem> items, List<TreatmentOption> options) {
        PathwayNotes notes = new PathwayNotes(patient, asOf, items, options);
        List<PathwayNote> now = new ArrayList<>();
        List<PathwayNote> later = new ArrayList<>();
        for (Pathway pathway : Pathway.standard()) {
            PathwayNote note = notes.note(pathway);
            (note.now() ? now : later).add(note);
        }
        now.addAll(later);
        return List.copyOf(now);
    }

    private PathwayNote note(Pathway pathway) {
        Optional<String> why =
                pathway.when().stream().flatMap(c -> reasons.why(c).stream()).findFirst();
        return new PathwayNote(
                pathway.id(),
                pathway.title(),
                why.isPresent(),
                why.orElse(pathway.otherwise()),
                steps(pathway, why.isPresent()),
                why.isEmpty()
                        ? List.of()
                        : items.stream()
                                .filter(i -> ASKS.contains(i.kind())
                                        && pathway.rules().contains(i.ruleId()))
                                .toList());
    }

    private List<Statement> steps(Pathway pathway, boolean now) {
        Pathway.Group group = patient.ageOn(asOf).atLeastYears(ADULT_FROM) ? Pathway.Group.ADULT : Pathway.Group.CHILD;
        List<Statement> here = now && pathway.id().equals(FRACTURE)
                ? new FractureSteps(patient, asOf).since(asOf.minusMonths(PathwayReasons.RECENT_MONTHS))
                : List.of();
        Stream<Statement> steps = pathway.steps().stream()
                .filter(s -> s.groups().isEmpty() || s.groups().contains(group))
                .filter(s -> s.grades().isEmpty() || grade == null || s.grades().contains(grade))
                .map(Pathway.Step::statement);
        return Stream.concat(here.stream(), steps).toList();
    }
}
