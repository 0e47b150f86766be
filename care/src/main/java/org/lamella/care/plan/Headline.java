package org.lamella.care.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lamella.care.history.NextDose;
import org.lamella.care.history.TreatmentHistory;
import org.lamella.care.option.AssessedOption;
import org.lamella.care.stop.GateReason;
import org.lamella.care.stop.HardStop;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;

/** At most three sentences that a reader should see first: what is dangerous, what is due or missing, what is open. */
final class Headline {

    private static final int MOST = 3;

    /** Stops that say that a regimen does not fit, not that the patient is in danger. */
    private static final Set<String> NO_DANGER = Set.of(
            HardStop.UNSAFE_DOSE_BASIS.code(),
            HardStop.ORAL_NOT_POSSIBLE.code(),
            HardStop.DENOSUMAB_UNDER_18.code(),
            HardStop.ANABOLIC_WITH_OPEN_PLATES.code(),
            HardStop.INVESTIGATIONAL_OUTSIDE_TRIAL.code(),
            "DOS-PAM-07");

    private final Patient patient;
    private final LocalDate asOf;
    private final List<CareItem> items;
    private final List<AssessedOption> options;

    private Headline(Patient patient, LocalDate asOf, List<CareItem> items, List<AssessedOption> options) {
        this.patient = patient;
        this.asOf = asOf;
        this.items = items;
        this.options = options;
    }

    static List<String> of(Patient patient, LocalDate asOf, List<CareItem> items, List<AssessedOption> options) {
        return new Headline(patient, asOf, items, options).sentences();
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        unexplained().ifPresent(sentences::add);
        danger(GateReason.Kind.STOP).ifPresent(sentences::add);
        if (danger(GateReason.Kind.STOP).isEmpty()) {
            danger(GateReason.Kind.HOLD).ifPresent(sentences::add);
        }
        urgent().ifPresent(sentences::add);
        next().ifPresent(sentences::add);
        operation().ifPresent(sentences::add);
        missing().ifPresent(sentences::add);
        open(sentences);
        return List.copyOf(sentences.subList(0, Math.min(MOST, sentences.size())));
    }

    /** Before any drug: two questions about a small child that must go side by side. */
    private Optional<String> unexplained() {
        return items.stream()
                .filter(i -> i.ruleId().equals("DX-06") && i.kind() == CareItem.Kind.DUE)
                .findFirst()
                .map(CareItem::reason);
    }

    /** What the gate found about this patient, each once. */
    private Optional<String> danger(GateReason.Kind kind) {
        Set<String> found = new LinkedHashSet<>();
        for (AssessedOption option : options) {
            for (GateReason reason : option.reasons()) {
                if (reason.kind() == kind && !NO_DANGER.contains(reason.code())) {
                    String facts = reason.facts().isEmpty()
                            ? ""
                            : " (" + reason.facts().getFirst() + ")";
                    found.add(trimmed(reason.text()) + facts);
                }
            }
        }
        String word = kind == GateReason.Kind.STOP ? "Stop: " : "Wait: ";
        return sentence(word, found);
    }

    private static Optional<String> sentence(String word, Set<String> parts) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        List<String> list = List.copyOf(parts);
        String second = list.size() > 1 ? "; " + list.get(1) : "";
        String more = list.size() > 2 ? "; and " + (list.size() - 2) + " more" : "";
        return Optional.of(word + list.getFirst() + second + more + ".");
    }

    private static String trimmed(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** Something of first priority that falls due, such as an emergency. */
    private Optional<String> urgent() {
        return items.stream()
                .filter(i -> i.priority() == 1 && (i.kind() == CareItem.Kind.DUE || i.kind() == CareItem.Kind.HOLD))
                .min(Comparator.comparing(CareItem::kind))
                .map(i -> trimmed(i.reason()) + ".");
    }

    private Optional<String> next() {
        TreatmentHistory history = TreatmentHistory.of(patient, asOf);
        Optional<Drug> current = history.current();
        return current.isEmpty()
                ? Optional.empty()
                : NextDose.due(history, patient)
                        .map(due -> due.isBefore(asOf)
                                ? "Due: the next " + current.get() + " dose, since " + due + "."
                                : "Due: the next " + current.get() + " dose, on " + due + ".");
    }

    /** The next planned operation on bone or jaw, and how far the next dose lies from it; no window is judged here. */
    private Optional<String> operation() {
        TreatmentHistory history = TreatmentHistory.of(patient, asOf);
        Optional<LocalDate> dose = history.current().flatMap(_ -> NextDose.due(history, patient));
        return patient.plannedProcedures().stream()
                .filter(p -> !p.date().isBefore(asOf))
                .findFirst()
                .map(p -> "Planned: " + p.kind().label()
                        + (p.bone() == null ? "" : ", " + p.bone().label()) + ", on " + p.date()
                        + dose.map(d -> "; the dose of " + d + " lies " + distance(d, p.date()) + ". Agree both dates.")
                                .orElse("."));
    }

    private static String distance(LocalDate dose, LocalDate operation) {
        long days = ChronoUnit.DAYS.between(dose, operation);
        String count = Math.abs(days) + (Math.abs(days) == 1 ? " day " : " days ");
        return days == 0 ? "on the same day" : count + (days > 0 ? "before it" : "after it");
    }

    /** What the first option that needs something needs. */
    private Optional<String> missing() {
        Set<String> needs = new LinkedHashSet<>();
        options.stream()
                .filter(o -> o.reasons().stream().noneMatch(r -> r.kind() == GateReason.Kind.STOP))
                .filter(o -> o.reasons().stream().anyMatch(r -> r.kind() == GateReason.Kind.NEED))
                .findFirst()
                .ifPresent(o -> o.reasons().stream()
                        .filter(r -> r.kind() == GateReason.Kind.NEED)
                        .forEach(r -> needs.add(trimmed(r.text()).replaceFirst("^Needs ", ""))));
        return sentence("Missing: ", needs);
    }

    private void open(List<String> sentences) {
        long dosed =
                options.stream().filter(o -> o.option().doseSheet() != null).count();
        sentences.add(
                dosed == 0
                        ? "No drug option can be dosed today; each option says what it needs."
                        : dosed + (dosed == 1 ? " drug option has" : " drug options have")
                                + " a dose to discuss today.");
    }
}
