package org.lamella.care.rules;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lamella.care.site.SiteConfiguration;

/**
 * What a site has decided about the rules. Everything else stays as in the catalogue.
 *
 * @param confirmed ids of rules that are off by default and that the site has confirmed and switched on
 * @param switchedOff ids of rules that the site has switched off; a hard stop cannot be
 * @param figures site figures by {@code RULE-ID.parameter}, in the unit of that parameter: those of {@link #SITE_ONLY}
 *     and of {@link #ADJUSTABLE}
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

    /** Figures of the catalogue that a site may replace. The vitamin D gate may only be raised. */
    public static final Set<String> ADJUSTABLE = Set.of(
            "IM-05.first_age",
            "DEN-01.review_max_age",
            "DEN-02.first_age",
            "OUT-01.first_age",
            "DX-03.z_max_age",
            "DX-03.z_max_age_adult",
            "SP-03.cobb_max_age",
            "ORT-02.canal_max_age",
            "PA-01.pain_max_age",
            "LAB-01.lab_max_age",
            "LAB-02.lab_max_age",
            "LAB-02.vitamin_d_gate",
            "LAB-04.height_max_age",
            "LAB-09.test_max_age",
            "DOS-00.weight_max_age_infant",
            "DOS-00.weight_max_age",
            "MON-03.precision_error");

    public RuleSettings {
        confirmed = Set.copyOf(confirmed);
        switchedOff = Set.copyOf(switchedOff);
        figures = Map.copyOf(figures);
        RuleCatalogue catalogue = RuleCatalogue.standard();
        for (String id : new TreeSet<>(confirmed)) {
            catalogue.rule(id);
        }
        for (String id : new TreeSet<>(switchedOff)) {
            if (catalogue.rule(id).hardStop()) {
                throw new IllegalArgumentException(
                        "rule " + id + " is a hard stop and cannot be switched off; other rules can");
            }
        }
        new TreeMap<>(figures).forEach((key, value) -> checkFigure(catalogue, key, value));
    }

    private static void checkFigure(RuleCatalogue catalogue, String key, BigDecimal value) {
        if (!SITE_ONLY.containsKey(key) && !ADJUSTABLE.contains(key)) {
            throw new IllegalArgumentException("site figure '" + key + "': accepted are "
                    + String.join(", ", new TreeSet<>(SITE_ONLY.keySet())) + ", "
                    + String.join(", ", new TreeSet<>(ADJUSTABLE)));
        }
        if (value.signum() < 0) {
            throw new IllegalArgumentException("site figure '" + key + "': found " + value + ", accepted is 0 or more");
        }
        BigDecimal gate = catalogue.rule("LAB-02").parameter("vitamin_d_gate").value();
        if (key.equals("LAB-02.vitamin_d_gate") && value.compareTo(gate) < 0) {
            throw new IllegalArgumentException("site figure '" + key + "': found " + value + ", accepted is " + gate
                    + " nmol/L or more; a site may be stricter, not laxer");
        }
    }

    /** Nothing decided: the catalogue as it is. */
    public static RuleSettings none() {
        return new RuleSettings(Set.of(), Set.of(), Map.of());
    }

    /** What a site configuration says about the rules. */
    public static RuleSettings of(SiteConfiguration site) {
        return SiteRules.of(site);
    }

    /** True when the rule speaks at this site. */
    public boolean on(Rule rule) {
        return !switchedOff.contains(rule.id()) && (rule.enabledByDefault() || confirmed.contains(rule.id()));
    }

    Optional<BigDecimal> figure(Rule rule, String parameter) {
        return Optional.ofNullable(figures.get(rule.id() + "." + parameter));
    }

    /** A figure of the catalogue, or what the site put in its place. */
    BigDecimal figure(String ruleId, String parameter) {
        Rule rule = RuleCatalogue.standard().rule(ruleId);
        return figure(rule, parameter).orElseGet(() -> rule.parameter(parameter).value());
    }
}
