package org.lamella.care.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lamella.care.stop.HardStop;

/**
 * Hard stops 11 and 12: a last look at every sentence of a plan. Advice and claims that must never appear fail here,
 * whichever part wrote them.
 */
final class ForbiddenText {

    private record Rule(HardStop stop, Pattern pattern) {}

    private static final List<Rule> RULES = List.of(
            rule(
                    HardStop.FORBIDDEN_ADVICE,
                    "\\b(this|it) (is|was|proves|shows|confirms|excludes|rules out) (child abuse|abuse|maltreatment)\\b"),
            rule(HardStop.FORBIDDEN_ADVICE, "\\babuse (is|was) (proven|excluded|ruled out|confirmed)\\b"),
            rule(
                    HardStop.FORBIDDEN_ADVICE,
                    "\\b(use|recommend|offer|choose|fix with|treat with) (a )?(plates?|plating)( alone)?\\b(?! on a rod)"),
            rule(
                    HardStop.FORBIDDEN_ADVICE,
                    "\\b(brace|bracing|orthosis) (stops?|prevents?|halts?|will stop|can stop|to stop) (the |an? )?"
                            + "(oi )?(curve|curves|scoliosis|progression)"),
            rule(
                    HardStop.FORBIDDEN_CLAIM,
                    "osteonecrosis[^.]{0,40}\\b(does not|never|cannot|do not) (occur|happen|develop)"),
            rule(HardStop.FORBIDDEN_CLAIM, "\\bno risk of (jaw )?osteonecrosis"),
            rule(
                    HardStop.FORBIDDEN_CLAIM,
                    "\\b(density|bmd|z-score)[^.]{0,60}\\b(proves?|guarantees?|means?|shows? that)[^.]{0,30}"
                            + "\\b(fewer|less|no) fractures?"));

    private ForbiddenText() {}

    private static Rule rule(HardStop stop, String pattern) {
        return new Rule(stop, Pattern.compile(pattern));
    }

    /** The plan itself when no sentence is forbidden. */
    static Plan check(Plan plan) {
        for (String sentence : sentences(plan)) {
            String text = sentence.toLowerCase(Locale.ROOT);
            for (Rule rule : RULES) {
                if (rule.pattern().matcher(text).find()) {
                    throw new IllegalStateException(rule.stop().code() + ", "
                            + rule.stop().statement() + ": the plan would say '" + sentence + "'");
                }
            }
        }
        return plan;
    }

    private static List<String> sentences(Plan plan) {
        List<String> all = new ArrayList<>(plan.headline());
        plan.cautions().forEach(s -> all.add(s.text()));
        plan.standing().forEach(s -> all.add(s.label() + " " + s.value() + " " + s.detail()));
        for (CareItem item : plan.items()) {
            all.add(item.title());
            all.add(item.reason());
        }
        plan.calendar().forEach(i -> all.add(i.reason()));
        for (TreatmentOption option : plan.options()) {
            all.add(option.title());
            option.reasons().forEach(s -> all.add(s.text()));
            option.evidence().forEach(s -> all.add(s.text()));
            option.risks().forEach(s -> all.add(s.text()));
        }
        plan.surgery().forEach(n -> n.statements().forEach(s -> all.add(s.text())));
        plan.spine().statements().forEach(s -> all.add(s.text()));
        plan.pathways().forEach(p -> p.steps().forEach(s -> all.add(s.text())));
        return all;
    }
}
