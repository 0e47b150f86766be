package org.lamella.care.pathway;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lamella.care.history.NextDose;
import org.lamella.care.history.TreatmentHistory;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.Patient;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Sex;
import org.lamella.patient.Surgery;

/** Whether a record brings a person onto a pathway, and by what. It orders what is shown; it gates nothing. */
final class PathwayReasons {
    /** A fracture of this time is looked after. */
    static final int RECENT_MONTHS = 3;

    private static final Set<String> ORAL = Set.of("alendronate", "risedronate");

    private final Patient patient;
    private final LocalDate asOf;
    private final List<CareItem> items;
    private final List<TreatmentOption> options;
    private final TreatmentHistory history;

    PathwayReasons(Patient patient, LocalDate asOf, List<CareItem> items, List<TreatmentOption> options) {
        this.patient = patient;
        this.asOf = asOf;
        this.items = items;
        this.options = options;
        this.history = TreatmentHistory.of(patient, asOf);
    }

    /** What brings the person onto the pathway, or empty when nothing does. */
    Optional<String> why(PathwayCondition condition) {
        return switch (condition) {
            case ALWAYS -> Optional.of("applies to everybody");
            case UNTREATED ->
                history.naive() && !had(Drug.DENOSUMAB)
                        ? Optional.of("no bisphosphonate and no denosumab is recorded so far")
                        : Optional.empty();
            case ON_TREATMENT -> history.current().map(d -> "on " + d + " now");
            case PAUSED ->
                !history.naive() && history.current().isEmpty()
                        ? Optional.of("a bisphosphonate was given before, none is ongoing")
                        : Optional.empty();
            case INFUSION_AHEAD -> infusion();
            case FIRST_INFUSION ->
                neverInfused() && infusion().isPresent()
                        ? Optional.of("no infusion is recorded so far")
                        : Optional.empty();
            case LOW_VITAMIN_D ->
                item("LAB-02").filter(i -> i.kind() == CareItem.Kind.HOLD).map(CareItem::reason);
            case DENOSUMAB -> had(Drug.DENOSUMAB) ? Optional.of("denosumab is on record") : Optional.empty();
            case CHILDBEARING ->
                patient.sex() == Sex.FEMALE
                                && (menarche() || patient.ageOn(asOf).atLeastYears(12))
                                && !patient.ageOn(asOf).atLeastYears(55)
                        ? Optional.of("female, " + patient.ageOn(asOf))
                        : Optional.empty();
            case ADOLESCENT ->
                patient.ageOn(asOf).atLeastYears(12) && !patient.ageOn(asOf).atLeastYears(20)
                        ? Optional.of("age " + patient.ageOn(asOf))
                        : Optional.empty();
            case SURGERY -> surgery();
            case RECENT_FRACTURE -> fracture();
            case UNEXPLAINED ->
                item("DX-06").filter(i -> i.kind() != CareItem.Kind.INFORMATION).map(CareItem::reason);
            case PAIN -> pain();
        };
    }

    private Optional<String> infusion() {
        Optional<Drug> infused = history.current().filter(d -> !ORAL.contains(d.name()));
        if (infused.isPresent()) {
            return NextDose.due(history, patient)
                    .map(due -> "the next dose of " + infused.get() + " falls due on " + due);
        }
        return options.stream()
                .filter(o -> o.availability() != TreatmentOption.Availability.STOPPED)
                .filter(o -> o.burden().contains("infusion") && !o.burden().startsWith("no infusion"))
                .findFirst()
                .map(o -> "an infusion is among the options");
    }

    private boolean neverInfused() {
        return history.cycles().stream().allMatch(c -> ORAL.contains(c.drug().name()));
    }

    private boolean had(Drug drug) {
        return !patient.dosesOf(drug, asOf).isEmpty()
                || patient.dosesOfUnknownAmount().stream()
                        .anyMatch(d -> d.drug().equals(drug) && !d.date().isAfter(asOf))
                || patient.courses().stream()
                        .anyMatch(c -> c.drug().equals(drug) && !c.from().isAfter(asOf));
    }

    private boolean menarche() {
        return patient.latestFinding(Finding.Kind.MENARCHE, asOf)
                .map(Finding::present)
                .orElse(false);
    }

    private Optional<String> surgery() {
        Optional<String> planned = patient.plannedProcedures().stream()
                .filter(p -> !p.date().isBefore(asOf) && p.kind().cutsBone())
                .findFirst()
                .map((PlannedProcedure p) -> p.kind().label() + " planned for " + p.date());
        return planned.or(() -> patient.surgeries().stream()
                .filter(s -> !s.date().isAfter(asOf) && s.kind().cutsBone() && s.healedOn() == null)
                .reduce((older, newer) -> newer)
                .map((Surgery s) -> s.kind().label() + " of " + s.date() + ", healing not recorded"));
    }

    private Optional<String> fracture() {
        return patient.fractures().stream()
                .filter(f -> !f.date().isAfter(asOf) && f.date().isAfter(asOf.minusMonths(RECENT_MONTHS)))
                .reduce((older, newer) -> newer)
                .map((Fracture f) -> "fracture of the " + f.bone().label() + " on " + f.date());
    }

    private Optional<String> pain() {
        if (patient.latestFinding(Finding.Kind.BACK_PAIN, asOf)
                .filter(Finding::present)
                .isPresent()) {
            return Optional.of("back pain is recorded");
        }
        return patient.pain().stream()
                .filter(p -> !p.date().isAfter(asOf))
                .reduce((older, newer) -> newer)
                .filter(p -> p.score() > 0)
                .map(p -> "pain " + p.score() + " of 10 on " + p.date());
    }

    private Optional<CareItem> item(String ruleId) {
        return items.stream().filter(i -> i.ruleId().equals(ruleId)).findFirst();
    }
}
