package org.lamella.care.rules;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a site has decided about the rules. Everything else stays as in the catalogue.
 *
 * @param confirmed ids of rules that are off by default and that the site has confirmed and switched on
 * @param switchedOff ids of rules that the site has switched off
 * @param figures site figures by {@code RULE-ID.parameter}, in the unit of that parameter; they replace a figure of the
 *     catalogue or supply one that only a site can give (see {@link #SITE_ONLY})
 */
public record RuleSettings(Set<String> confirmed, Set<String> switchedOff, Map<String, BigDecimal> figures) {
    /** Figures without a published value, with their units: only a site can supply them. */
    public static final Map<String, String> SITE_ONLY = Map.of(
            "SUR-H-01.hold_window", "d",
            "DOS-PAM-05.site_minutes", "min",
            "DOS-ZA-05.site_minutes", "min",
            "IM-07.precision_error", "%",
            "INF-07.admit_below", "a",
            "VD-05.cover_days", "d",
            "IND-01.site_fractures_per_year", "1/a");

    public RuleSettings {
        confirmed = Set.copyOf(confirmed);
        switchedOff = Set.copyOf(switchedOff);
        figures = Map.copyOf(figures);
        RuleCatalogue catalogue = RuleCatalogue.standard();
        for (String id : new TreeSet<>(confirmed)) {
            catalogue.rule(id);
        }
        for (String id : new TreeSet<>(switchedOff)) {
            catalogue.rule(id);
        }
        for (String key : new TreeMap<>(figures).keySet()) {
            checkFigure(catalogue, key);
        }
    }

    private static void checkFigure(RuleCatalogue catalogue, String key) {
        int dot = key.indexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("site figure '" + key + "': accepted is RULE-ID.parameter");
        }
        if (!SITE_ONLY.containsKey(key)) {
            catalogue.rule(key.substring(0, dot)).parameter(key.substring(dot + 1));
        }
    }

    /** Nothing decided: the catalogue as it is. */
    public static RuleSettings none() {
        return new RuleSettings(Set.of(), Set.of(), Map.of());
    }

    /** True when the rule speaks at this site. */
    public boolean on(Rule rule) {
        return !switchedOff.contains(rule.id()) && (rule.enabledByDefault() || confirmed.contains(rule.id()));
    }

    Optional<BigDecimal> figure(Rule rule, String parameter) {
        return Optional.ofNullable(figures.get(rule.id() + "." + parameter));
    }
}
