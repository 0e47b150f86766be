package org.lamella.trial.qualify;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamella.evidence.study.NaturalFact;
import org.lamella.evidence.study.NaturalHistory;
import org.lamella.evidence.study.Outcome;
import org.lamella.evidence.study.Role;
import org.lamella.evidence.study.Studies;
import org.lamella.evidence.study.Study;
import org.lamella.evidence.study.Value;

/**
 * A figure of a study, read from the evidence.
 *
 * @param value the figure
 * @param source page it was read from
 */
record PublishedFigure(double value, String source) {
    /** A figure of a published study, or of the natural history when no study has this identifier. */
    static PublishedFigure of(String id, QualificationPlan.Published address) {
        Optional<Study> study = Studies.catalogue().find(id);
        if (study.isPresent()) {
            return of(study.get(), address);
        }
        NaturalFact fact = NaturalHistory.catalogue().get(id);
        double value = fact.number(address.measure())
                .orElseThrow(() -> new IllegalArgumentException("plan " + id + ": found no figure '" + address.measure()
                        + "'; accepted are " + fact.values().keySet()));
        return new PublishedFigure(value * address.factor(), fact.source());
    }

    private static PublishedFigure of(Study study, QualificationPlan.Published address) {
        if (study.role() == Role.RESERVED) {
            throw new IllegalArgumentException(
                    "plan " + study.id() + ": the study is reserved; its results stay unread");
        }
        Outcome outcome = find(study, address);
        double value = number(study, address, outcome.value()) * address.factor();
        if (address.minus() != null) {
            value -= of(study, address.minus()).value();
        }
        if (address.percentOf() != null) {
            value = 100 * (value / of(study, address.percentOf()).value() - 1);
        }
        return new PublishedFigure(value, outcome.source());
    }

    private static Outcome find(Study study, QualificationPlan.Published address) {
        List<Outcome> matching = Stream.concat(study.outcomes().stream(), study.baseline().stream())
                .filter(o -> o.arm().equals(address.arm())
                        && o.measure().equals(address.measure())
                        && Objects.equals(o.time().isPresent() ? o.time().getAsDouble() : null, address.time()))
                .toList();
        if (matching.isEmpty()) {
            throw new IllegalArgumentException("plan " + study.id() + ": found no figure '" + address.measure()
                    + "' of arm '" + address.arm() + "' at " + address.time() + " y; accepted are "
                    + String.join(
                            "; ",
                            study.outcomes().stream()
                                    .map(o -> "'" + o.measure() + "' of '" + o.arm() + "' at " + o.time())
                                    .toList()));
        }
        return matching.getFirst();
    }

    private static double number(Study study, QualificationPlan.Published address, Value value) {
        return switch (value) {
            case Value.OneNumber(double n) -> n;
            case Value.Numbers(List<Double> several) ->
                address.pick() == QualificationPlan.Published.Pick.FIRST
                        ? several.getFirst()
                        : (several.getFirst() + several.getLast()) / 2;
            default ->
                throw new IllegalArgumentException(
                        "plan " + study.id() + ": '" + address.measure() + "' is not a number but " + value);
        };
    }
}
