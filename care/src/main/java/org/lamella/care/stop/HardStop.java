package org.lamella.care.stop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lamella.care.rules.Rule;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.evidence.Citation;

/** What must never be recommended. Each is enforced by code that no option, forecast or site setting can go round. */
public enum HardStop {
    DENOSUMAB_UNDER_18(1, "No denosumab under 18 years outside a trial", "DOS-DEN-01"),
    LOW_CALCIUM_OR_VITAMIN_D(
            2,
            "No antiresorptive drug with low calcium; no infusion of a bisphosphonate with low vitamin D",
            "LAB-03",
            "LAB-02"),
    KIDNEY_OR_INFUSION(
            3,
            "No bisphosphonate below its kidney limit or with acute kidney injury, infused too fast, or as a second"
                    + " zoledronate product",
            "LAB-06",
            "DOS-ZA-05",
            "DOS-ZA-07"),
    PREGNANCY(4, "No bisphosphonate in pregnancy", "LAB-09", "PR-01"),
    ANABOLIC_WITH_OPEN_PLATES(
            5,
            "No teriparatide or romosozumab with open growth plates; no romosozumab after heart attack or stroke",
            "DOS-TPT-01",
            "DOS-ROM-01"),
    INVESTIGATIONAL_OUTSIDE_TRIAL(
            6,
            "No setrusumab, anti-TGF-beta, cell or gene therapy outside a trial",
            "DOS-SET-01",
            "DOS-FRE-01",
            "DOS-EXP-01"),
    UNSAFE_DOSE_BASIS(
            7,
            "No mg-for-mg switch, no dose from an old or estimated weight, no dose above its cap",
            "DOS-00",
            "DOS-PAM-04",
            "DOS-ZA-04"),
    ORAL_NOT_POSSIBLE(
            8,
            "No oral bisphosphonate without sitting upright for 30 minutes, with oesophageal disease, or (risedronate)"
                    + " under 10 kg",
            "DOS-ORAL-01",
            "DOS-RIS-02"),
    NO_INDICATION(
            9, "No treatment for low density alone, nor routinely for mild OI without symptoms", "IND-03", "IND-02"),
    BEFORE_HEALING_OR_WITHOUT_FOLLOW_ON(
            10,
            "No restart after an osteotomy before healing is recorded; no stop of denosumab in an adult without a"
                    + " follow-on drug",
            "SUR-H-02",
            "DOS-DEN-03"),
    FORBIDDEN_ADVICE(11, "No verdict on child abuse, no plate alone, no brace to stop an OI curve", "ORT-06", "SP-02"),
    FORBIDDEN_CLAIM(
            12,
            "No claim that jaw osteonecrosis does not occur in OI or that density proves fewer fractures",
            "DEN-04");

    private final int number;
    private final String statement;
    private final List<String> ruleIds;

    HardStop(int number, String statement, String... ruleIds) {
        this.number = number;
        this.statement = statement;
        this.ruleIds = List.of(ruleIds);
    }

    /** Identifier as printed, such as {@code STOP-03}. */
    public String code() {
        return String.format(Locale.ROOT, "STOP-%02d", number);
    }

    public String statement() {
        return statement;
    }

    /** Sources of the rules behind the stop, each once. */
    public List<Citation> sources() {
        return sourcesOf(ruleIds);
    }

    static List<Citation> sourcesOf(List<String> ruleIds) {
        Map<String, Citation> found = new LinkedHashMap<>();
        for (String id : ruleIds) {
            Rule rule = RuleCatalogue.standard().rule(id);
            rule.sources().forEach(s -> found.putIfAbsent(s.key(), s));
        }
        return List.copyOf(new ArrayList<>(found.values()));
    }
}
