package org.lamella.care.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One rule put to one person at one site.
 *
 * @param rule the rule, for its figures
 * @param facts the person on the day
 * @param settings what the site decided
 */
record Question(Rule rule, PatientFacts facts, RuleSettings settings) {
    private static final String FIRST_AGE = "first_age";

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
     * A recall that begins at an age. Before it nothing is due, and the day on which it begins is named.
     *
     * @param ruleId rule that has the age, in months, as its figure {@code first_age}
     * @param what the examination in words
     * @param last when it was last done
     * @param next day of the next one by day of the last one
     */
    Verdict recallFrom(String ruleId, String what, Optional<LocalDate> last, UnaryOperator<LocalDate> next) {
        Optional<LocalDate> first = notBefore(ruleId);
        if (first.isEmpty()) {
            return recall(what, last, next);
        }
        Optional<LocalDate> repeat = last.map(next).filter(day -> day.isAfter(facts.asOf()));
        LocalDate day = repeat.filter(d -> d.isAfter(first.get())).orElse(first.get());
        return repeat.isPresent()
                ? Verdict.notApplicable("The next " + what + " falls due on " + day + ".")
                        .because("last " + what + " on " + last.orElseThrow())
                        .on(day)
                : Verdict.information("A " + what + " is first due on " + day + ", at "
                                + facts.number(ruleId, FIRST_AGE) + " months of age; nothing is due before.")
                        .because(facts.ageFact())
                        .on(day);
    }

    /** The day on which the recall of a rule begins; empty once that age is reached. */
    Optional<LocalDate> notBefore(String ruleId) {
        int months = facts.number(ruleId, FIRST_AGE);
        return facts.age().completedMonths() >= months
                ? Optional.empty()
                : Optional.of(facts.patient().birthDate().plusMonths(months));
    }

    /**
     * A recall: due when never done, or done so many months ago; otherwise the next date is named.
     *
     * @param what the examination in words
     * @param last when it was last done
     * @param months interval
     */
    Verdict recall(String what, Optional<LocalDate> last, int months) {
        return recall(what, last, day -> day.plusMonths(months));
    }

    private Verdict recall(String what, Optional<LocalDate> last, UnaryOperator<LocalDate> interval) {
        if (last.isEmpty()) {
            return Verdict.due("No " + what + " is recorded; it is due.").on(facts.asOf());
        }
        LocalDate next = interval.apply(last.get());
        String fact = "last " + what + " on " + last.get();
        return next.isAfter(facts.asOf())
                ? Verdict.notApplicable("The next " + what + " falls due on " + next + ".")
                        .because(fact)
                        .on(next)
                : Verdict.due("The " + what + " was to be repeated by " + next + "; it is due.")
                        .because(fact)
                        .on(next);
    }
}
