package org.lamella.care.rules;

/** Why a rule is silent. */
final class SwitchedOff {
    private SwitchedOff() {}

    static String reason(Rule rule, RuleSettings settings) {
        if (settings.switchedOff().contains(rule.id())) {
            return "Off: switched off by this site.";
        }
        return "Off: value not confirmed by a read source"
                + (rule.unverifiedParts().isEmpty() ? "" : " (" + String.join(", ", rule.unverifiedParts()) + ")")
                + "; a site may confirm it and switch it on.";
    }
}
