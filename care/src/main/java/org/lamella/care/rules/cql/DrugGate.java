package org.lamella.care.rules.cql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Drug;

/**
 * What must be silent before an action of a plan may name a drug: a definition of the CQL library {@code LamellaGate}.
 * Actions that only inform, warn or ask have no gate.
 */
public enum DrugGate {
    TREATMENT("Stops of treatment", null, "IND-01", "IND-04", "IND-05", "IND-06"),
    PAMIDRONATE(
            "Against pamidronate",
            Drug.PAMIDRONATE,
            "DOS-PAM-01",
            "DOS-PAM-02",
            "DOS-PAM-03",
            "DOS-PAM-06",
            "DOS-PAM-07"),
    ZOLEDRONATE("Against zoledronate", Drug.ZOLEDRONATE, "DOS-ZA-01", "DOS-ZA-02", "DOS-ZA-03"),
    NERIDRONATE("Against neridronate", Drug.NERIDRONATE, "DOS-NER-01"),
    INFUSION("Against an infusion", null, "DOS-IBN-01"),
    ALENDRONATE("Against alendronate", Drug.ALENDRONATE, "DOS-ALN-01"),
    RISEDRONATE("Against risedronate", Drug.RISEDRONATE, "DOS-RIS-01", "DOS-RIS-03", "DOS-RIS-04"),
    TERIPARATIDE("Against teriparatide", Drug.TERIPARATIDE, "DOS-TPT-02"),
    DENOSUMAB("Against denosumab", Drug.DENOSUMAB, "DOS-DEN-04");

    private static final Map<String, DrugGate> BY_RULE = byRule();

    private final String definition;
    private final @Nullable Drug drug;
    private final List<String> ruleIds;

    DrugGate(String definition, @Nullable Drug drug, String... ruleIds) {
        this.definition = definition;
        this.drug = drug;
        this.ruleIds = List.of(ruleIds);
    }

    private static Map<String, DrugGate> byRule() {
        Map<String, DrugGate> gates = new TreeMap<>();
        for (DrugGate gate : values()) {
            gate.ruleIds.forEach(id -> gates.put(id, gate));
        }
        return gates;
    }

    /** Name of the definition in {@code LamellaGate}. */
    public String definition() {
        return definition;
    }

    /** The drug that the actions behind this gate name; empty when they name none or a class. */
    public Optional<Drug> drug() {
        return Optional.ofNullable(drug);
    }

    /** Rules whose actions stand behind this gate. */
    public List<String> ruleIds() {
        return ruleIds;
    }

    /** The gate before the action of a rule. */
    public static Optional<DrugGate> of(String ruleId) {
        return Optional.ofNullable(BY_RULE.get(ruleId));
    }
}
