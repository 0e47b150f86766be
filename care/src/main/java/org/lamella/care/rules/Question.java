package org.lamella.care.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One rule put to one person at one site.
 *
 * @param rule the rule, for its figures
 * @param facts the person on the day
 * @param settings what the site decided
 */
record Question(Rule rule, PatientFacts facts, RuleSettings settings) {

    /** A figure of the rule, or the site's own. */
    BigDecimal figure(String parameter) {
        return settings.figure(rule, parameter)
                .orElseGet(() -> rule.parameter(parameter).value());
    }

    int number(String parameter) {
        return figure(parameter).intValueExact();
    }

    Optional<BigDecimal> siteFigure(String parameter) {
        return settings.figure(rule, parameter);
    }

    /** The figure with its unit, as written in a sentence. */
    String said(String parameter) {
        RuleParameter standard = rule.parameter(parameter);
        return new RuleParameter(
                        standard.name(),
                        figure(parameter),
                        standard.unit(),
                        standard.source(),
                        standard.status(),
                        standard.note())
                .text();
    }

    boolean ageAtLeast(String parameter) {
        return facts.age().atLeastYears(number(parameter));
    }

    /**
     * A recall: due when never done, or done so many months ago; otherwise the next date is named.
     *
     * @param what the examination in words
     * @param last when it was last done
     * @param months interval
     */
    Verdict recall(String what, Optional<LocalDate> last, int months) {
        if (last.isEmpty()) {
            return Verdict.due("No " + what + " is recorded; it is due.").on(facts.asOf());
        }
        LocalDate next = last.get().plusMonths(months);
        String fact = "last " + what + " on " + last.get();
        return next.isAfter(facts.asOf())
                ? Verdict.notApplicable("The next " + what + " falls due on " + next + ".")
                        .because(fact)
                        .on(next)
                : Verdict.due("The last " + what + " is " + months + " months old or older; it is due.")
                        .because(fact)
                        .on(next);
    }
}
