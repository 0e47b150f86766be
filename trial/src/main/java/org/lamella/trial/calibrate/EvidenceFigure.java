package org.lamella.trial.calibrate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.lamella.evidence.data.YamlNode;
import org.lamella.evidence.study.NaturalFact;
import org.lamella.evidence.study.NaturalHistory;
import org.lamella.evidence.study.Outcome;
import org.lamella.evidence.study.Studies;
import org.lamella.evidence.study.Study;
import org.lamella.evidence.study.Value;

/**
 * A published figure, looked up in the evidence.
 *
 * @param value figure
 * @param source page it was read from
 */
record EvidenceFigure(double value, String source) {
    /** Looks up a figure; studies without a role for fitting are refused. */
    static EvidenceFigure of(String studyId, YamlNode address) {
        if (address.has("fact")) {
            return fact(address.onlyKeys("fact", "figure", "factor"));
        }
        address.onlyKeys(
                "arm", "measure", "time", "minus_time", "percent_of_time", "pick", "words", "as", "spread", "factor");
        Study study = Studies.catalogue().get(studyId);
        if (!study.role().mayFit()) {
            throw address.wrong("a study that may be fitted; " + studyId + " is "
                    + study.role().meaning());
        }
        String arm = address.optionalText("arm").orElse("");
        String measure = address.text("measure");
        Outcome outcome = find(study, address, arm, measure, address.optionalNumber("time"));
        if (address.has("spread")) {
            double spread = outcome.spreadIfAny()
                    .filter(x -> x.kind() == Outcome.Spread.Kind.STANDARD_DEVIATION
                            && x.values().size() == 1)
                    .orElseThrow(() -> address.wrong("a figure with a printed standard deviation"))
                    .values()
                    .getFirst();
            return new EvidenceFigure(spread, outcome.source());
        }
        if (address.has("words")) {
            boolean same = outcome.value() instanceof Value.Words(String text) && text.equals(address.text("words"));
            if (!same) {
                throw address.wrong("the words of the evidence: " + outcome.value());
            }
            return new EvidenceFigure(address.number("as"), outcome.source());
        }
        double value = number(address, outcome.value());
        if (address.has("minus_time")) {
            OptionalDouble time = OptionalDouble.of(address.number("minus_time"));
            value -= number(address, find(study, address, arm, measure, time).value());
        }
        if (address.has("percent_of_time")) {
            OptionalDouble time = OptionalDouble.of(address.number("percent_of_time"));
            value = 100
                    * (value
                                    / number(
                                            address,
                                            find(study, address, arm, measure, time)
                                                    .value())
                            - 1);
        }
        return new EvidenceFigure(value * address.optionalNumber("factor").orElse(1), outcome.source());
    }

    /** A figure of the natural history, which describes the untreated population that the model is made for. */
    private static EvidenceFigure fact(YamlNode address) {
        NaturalFact fact = NaturalHistory.catalogue().get(address.text("fact"));
        double value = fact.number(address.text("figure"))
                .orElseThrow(() -> address.wrong(
                        "a figure of " + fact.id() + ": " + fact.values().keySet()));
        return new EvidenceFigure(value * address.optionalNumber("factor").orElse(1), fact.source());
    }

    private static Outcome find(Study study, YamlNode address, String arm, String measure, OptionalDouble time) {
        Optional<Outcome> found = Stream.concat(study.outcomes().stream(), study.baseline().stream())
                .filter(o -> o.arm().equals(arm)
                        && o.measure().equals(measure)
                        && o.time().equals(time))
                .findFirst();
        return found.orElseThrow(() -> address.wrong("a figure of " + study.id() + ": "
                + study.outcomes().stream()
                        .map(o -> "'" + o.measure() + "' of '" + o.arm() + "' at " + o.time())
                        .toList()));
    }

    private static double number(YamlNode address, Value value) {
        if (value instanceof Value.OneNumber(double number)) {
            return number;
        }
        if (value instanceof Value.Numbers(List<Double> several)) {
            String pick = address.text("pick");
            return switch (pick) {
                case "first" -> several.getFirst();
                case "middle" -> (several.getFirst() + several.getLast()) / 2;
                default -> throw address.wrong("pick: first or middle");
            };
        }
        throw address.wrong("a figure that is a number; the evidence has " + value);
    }
}
