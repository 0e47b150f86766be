package org.lamella.care.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Drug;

/** What a rule concludes, before it is joined with the rule's own text and sources. */
record Verdict(
        RuleAnswer.Kind kind,
        int priority,
        String reason,
        List<String> facts,
        List<String> needs,
        List<Drug> drugs,
        @Nullable LocalDate dueOn) {

    private static Verdict of(RuleAnswer.Kind kind, int priority, String reason) {
        return new Verdict(kind, priority, reason, List.of(), List.of(), List.of(), null);
    }

    static Verdict stop(String reason) {
        return of(RuleAnswer.Kind.STOP, 1, reason);
    }

    static Verdict hold(String reason) {
        return of(RuleAnswer.Kind.HOLD, 2, reason);
    }

    static Verdict due(String reason) {
        return of(RuleAnswer.Kind.DUE, 3, reason);
    }

    static Verdict option(String reason) {
        return of(RuleAnswer.Kind.OPTION, 4, reason);
    }

    static Verdict information(String reason) {
        return of(RuleAnswer.Kind.INFORMATION, 5, reason);
    }

    static Verdict notApplicable(String reason) {
        return of(RuleAnswer.Kind.NOT_APPLICABLE, 5, reason);
    }

    static Verdict missing(Collection<String> needs) {
        List<String> distinct = needs.stream().distinct().toList();
        String sentence = "Cannot evaluate: need " + String.join("; ", distinct) + ".";
        return new Verdict(RuleAnswer.Kind.MISSING, 3, sentence, List.of(), distinct, List.of(), null);
    }

    static Verdict missing(String need) {
        return missing(List.of(need));
    }

    /** Cannot evaluate because of every unknown among the inputs; the known ones are quoted as facts. */
    static Verdict missing(Input<?>... inputs) {
        List<String> needs = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        for (Input<?> input : inputs) {
            (input.unknown() ? needs : facts).add(input.text());
        }
        return missing(needs).because(facts);
    }

    Verdict because(Collection<String> more) {
        List<String> all = new ArrayList<>(facts);
        more.stream().filter(text -> !text.isBlank() && !all.contains(text)).forEach(all::add);
        return new Verdict(kind, priority, reason, List.copyOf(all), needs, drugs, dueOn);
    }

    Verdict because(String... more) {
        return because(List.of(more));
    }

    /** Quotes the inputs that are known. */
    Verdict because(Input<?>... inputs) {
        List<String> known = new ArrayList<>();
        for (Input<?> input : inputs) {
            if (!input.unknown()) {
                known.add(input.text());
            }
        }
        return because(known);
    }

    Verdict needing(Collection<String> more) {
        return new Verdict(kind, priority, reason, facts, List.copyOf(more), drugs, dueOn);
    }

    Verdict about(Collection<Drug> concerned) {
        return new Verdict(
                kind,
                priority,
                reason,
                facts,
                needs,
                concerned.stream().sorted().toList(),
                dueOn);
    }

    Verdict priority(int value) {
        return new Verdict(kind, value, reason, facts, needs, drugs, dueOn);
    }

    Verdict on(LocalDate day) {
        return new Verdict(kind, priority, reason, facts, needs, drugs, day);
    }
}
