package org.lamella.care.rules;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lamella.care.site.AgeLimits;
import org.lamella.care.site.RuleSwitch;
import org.lamella.care.site.Setting;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.patient.Drug;

/** Reads what the rules need out of a site configuration. */
final class SiteRules {
    private SiteRules() {}

    static RuleSettings of(SiteConfiguration site) {
        TreeSet<String> confirmed = new TreeSet<>();
        TreeSet<String> off = new TreeSet<>();
        for (RuleSwitch ruleSwitch : site.ruleSwitches()) {
            (ruleSwitch.enabled() ? confirmed : off).add(ruleSwitch.ruleId());
        }
        Map<String, BigDecimal> figures = new TreeMap<>();
        figures.put("LAB-02.vitamin_d_gate", site.vitaminDGateNmolPerL().value());
        AgeLimits limits = site.ageLimits();
        put(figures, "LAB-01.lab_max_age", limits.labsBeforeFirstInfusion());
        put(figures, "LAB-02.lab_max_age", limits.labsBeforeLaterInfusions());
        put(figures, "LAB-04.height_max_age", limits.heightForEgfr());
        put(figures, "LAB-09.test_max_age", limits.pregnancyTest());
        put(figures, "DOS-00.weight_max_age_infant", limits.weightUnder2Years());
        put(figures, "DOS-00.weight_max_age", limits.weightFrom2Years());
        put(figures, "DEN-01.review_max_age", limits.dentalReview());
        site.ruleFigures().forEach(figure -> figures.put(figure.name(), figure.value()));
        site.osteotomyHold().ifPresent(days -> put(figures, "SUR-H-01.hold_window", days));
        site.infusionTime(Drug.PAMIDRONATE).ifPresent(minutes -> put(figures, "DOS-PAM-05.site_minutes", minutes));
        site.infusionTime(Drug.ZOLEDRONATE).ifPresent(minutes -> put(figures, "DOS-ZA-05.site_minutes", minutes));
        if (site.firstDoseAdmission().origin() == Setting.Origin.SITE) {
            figures.put(
                    "INF-07.admit_below",
                    BigDecimal.valueOf(
                            switch (site.firstDoseAdmission().value()) {
                                case ALL -> 200;
                                case UNDER_2_YEARS -> 2;
                                case NONE -> 0;
                            }));
        }
        return new RuleSettings(confirmed, off, figures);
    }

    private static void put(Map<String, BigDecimal> figures, String key, Setting<Integer> setting) {
        figures.put(key, BigDecimal.valueOf(setting.value()));
    }
}
