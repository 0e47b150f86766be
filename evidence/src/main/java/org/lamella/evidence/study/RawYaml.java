package org.lamella.evidence.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lamella.evidence.data.YamlNode;

/** Parts of a file whose shape differs from study to study, as unmodifiable maps in file order without empty entries. */
final class RawYaml {
    private RawYaml() {}

    static Map<String, Object> map(YamlNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String key : node.keys()) {
            node.find(key).ifPresent(value -> {
                Object raw = value.raw();
                if (raw != null) {
                    map.put(key, raw);
                }
            });
        }
        return Collections.unmodifiableMap(map);
    }
}
