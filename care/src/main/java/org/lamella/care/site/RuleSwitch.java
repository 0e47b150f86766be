package org.lamella.care.site;

import java.time.LocalDate;

/**
 * A care rule that the site turned on or off, with a name to answer for it. Hard stops cannot be switched.
 *
 * @param ruleId identifier such as {@code DOS-PAM-06}
 * @param enabled whether the rule speaks at this site
 * @param decidedBy name of the clinician
 * @param date day of the decision
 * @param source text on which it rests
 */
public record RuleSwitch(String ruleId, boolean enabled, String decidedBy, LocalDate date, String source) {

    public RuleSwitch {
        if (ruleId.isBlank() || decidedBy.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException(
                    "rule switch '" + ruleId + "': rule, name of the clinician and source are all needed");
        }
    }
}
