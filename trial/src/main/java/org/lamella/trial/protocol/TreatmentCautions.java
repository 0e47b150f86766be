package org.lamella.trial.protocol;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lamella.evidence.drug.AgeSupport;
import org.lamella.evidence.drug.NoBenefit;
import org.lamella.patient.Drug;

/**
 * Labelled warnings about the treatments of a protocol: drugs given outside the ages that studies cover, and treatments
 * that change nothing in the model because the evidence shows no benefit.
 */
public final class TreatmentCautions {
    private static final double DAYS_PER_MONTH = 30.4375;

    /** Ages in completed months at the first and last use. */
    private record Span(int from, int to) {
        Span with(Span other) {
            return new Span(Math.min(from, other.from), Math.max(to, other.to));
        }
    }

    private TreatmentCautions() {}

    /** Sentences in order of drug, extrapolations first; empty when there is nothing to say. */
    public static List<String> of(Protocol protocol) {
        Map<Drug, Span> spans = spans(protocol);
        Set<String> sentences = new LinkedHashSet<>();
        spans.forEach(
                (drug, span) -> AgeSupport.warning(drug, span.from(), span.to()).ifPresent(sentences::add));
        spans.keySet()
                .forEach(drug ->
                        NoBenefit.find(drug).ifPresent(n -> sentences.add("NO BENEFIT KNOWN: " + n.sentence())));
        return List.copyOf(sentences);
    }

    private static Map<Drug, Span> spans(Protocol protocol) {
        Map<Drug, Span> spans = new TreeMap<>();
        double youngest = 12 * protocol.recruitment().age().fromYears();
        double oldest = 12 * protocol.recruitment().age().toYears();
        double end = protocol.duration().days() / DAYS_PER_MONTH;
        for (Arm arm : protocol.arms()) {
            for (Treatment t : arm.treatments()) {
                double from = t.from().days() / DAYS_PER_MONTH;
                double until =
                        t.untilIfAny().map(u -> u.days() / DAYS_PER_MONTH).orElse(end);
                add(spans, t.drug(), youngest + from, oldest + Math.min(until, end));
            }
            for (Treatment t : switched(arm)) {
                add(spans, t.drug(), youngest + t.from().days() / DAYS_PER_MONTH, oldest + end);
            }
        }
        protocol.recruitment().treatedBeforeIfAny().ifPresent(before -> {
            double earlier = before.duration().days() / DAYS_PER_MONTH;
            before.treatments().forEach(t -> add(spans, t.drug(), youngest - earlier, oldest));
        });
        return spans;
    }

    private static List<Treatment> switched(Arm arm) {
        List<Treatment> all = new ArrayList<>();
        for (Rule rule : arm.rules()) {
            if (rule.then() instanceof Rule.Then.Switch(List<Treatment> others)) {
                all.addAll(others);
            }
        }
        return all;
    }

    /** The last use lies before the end of the span, so that a span up to a birthday does not reach beyond it. */
    private static void add(Map<Drug, Span> spans, Drug drug, double from, double to) {
        int first = (int) Math.max(0, Math.floor(from + 1e-6));
        int last = Math.max(first, (int) Math.ceil(to - 1e-6) - 1);
        spans.merge(drug, new Span(first, last), Span::with);
    }
}
