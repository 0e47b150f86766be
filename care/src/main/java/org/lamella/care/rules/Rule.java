package org.lamella.care.rules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.evidence.Citation;
import org.lamella.evidence.VerificationLevel;

/**
 * One rule of the pathway, as data.
 *
 * @param id stable identifier such as {@code LAB-02}
 * @param topic where it is read
 * @param title a few words
 * @param statement the rule in one sentence
 * @param inputs what it needs to know
 * @param trigger when it applies
 * @param action what it leads to
 * @param strength kind of evidence behind it
 * @param exceptions where it does not apply, or null
 * @param verification how well it is backed by a text that was read
 * @param enabledByDefault false while a trigger value or the whole rule is unconfirmed
 * @param hardStop true when no site may switch it off or loosen its figures
 * @param unverifiedParts names of the fields that no read text backs
 * @param sources at least one
 * @param disagreement what other sources say, or null when none is known
 * @param seeds statements of the source inventory that this rule carries
 * @param parameters figures that it compares with
 */
public record Rule(
        String id,
        Topic topic,
        String title,
        String statement,
        List<String> inputs,
        String trigger,
        String action,
        String strength,
        @Nullable String exceptions,
        VerificationLevel verification,
        boolean enabledByDefault,
        boolean hardStop,
        List<String> unverifiedParts,
        List<Citation> sources,
        @Nullable String disagreement,
        List<String> seeds,
        List<RuleParameter> parameters) {

    public Rule {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("rule " + id + ": needs at least one source; none was given");
        }
        if (verification == VerificationLevel.U && enabledByDefault) {
            throw new IllegalArgumentException(
                    "rule " + id + ": level U cannot be on by default; a site must confirm it first (SAFE-04)");
        }
        inputs = List.copyOf(inputs);
        unverifiedParts = List.copyOf(unverifiedParts);
        sources = List.copyOf(sources);
        seeds = List.copyOf(seeds);
        parameters = List.copyOf(parameters);
    }

    /** A figure of this rule; throws when the rule has none of that name, which is a fault of the program. */
    public RuleParameter parameter(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("rule " + id + ": has no parameter '" + name + "'"));
    }

    private Optional<RuleParameter> find(String name) {
        for (RuleParameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }

    /** Strength and verification level in one phrase, for the grade column of a plan. */
    public String grade() {
        return strength + "; " + verification + " (" + verification.meaning() + ")";
    }

    /** Source keys, separated by commas. */
    public String sourceKeys() {
        return String.join(", ", sources.stream().map(Citation::key).toList());
    }
}
