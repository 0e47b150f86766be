package org.lamella.trial.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.lamella.bone.BoneParameters;
import org.lamella.evidence.data.YamlNode;
import org.lamella.patient.OiType;

/**
 * Ranges of the parameters that are moved, from {@code sensitivity/factors.yaml}. A range is given in the unit of the
 * parameter, or as ratios to its value; {@code type.} stands for the medians of the OI type that is studied.
 */
public final class SensitivityFactors {
    private SensitivityFactors() {}

    /**
     * The factors that come with Lamella.
     *
     * @throws org.lamella.evidence.data.DataFileException naming what is wrong in the file
     */
    public static List<SensitivityFactor> load(BoneParameters parameters, OiType type) {
        YamlNode top = YamlNode.resource(SensitivityFactors.class, "factors.yaml");
        top.onlyKeys("title", "factors");
        List<SensitivityFactor> factors = new ArrayList<>();
        YamlNode entries = top.get("factors");
        for (String key : entries.keys()) {
            YamlNode entry = entries.get(key);
            entry.onlyKeys("low", "high", "scale", "basis");
            String id = key.startsWith("type.") ? "type_" + type.name() + key.substring("type".length()) : key;
            double value = parameters.get(id).value();
            boolean ratio = entry.text("scale").equals("ratio");
            if (!ratio && !entry.text("scale").equals("value")) {
                throw entry.get("scale").wrong("ratio or value");
            }
            double low = ratio ? value * entry.number("low") : entry.number("low");
            double high = ratio ? value * entry.number("high") : entry.number("high");
            factors.add(new SensitivityFactor(id, Math.min(low, high), Math.max(low, high), entry.text("basis")));
        }
        return List.copyOf(factors);
    }
}
