package org.lamella.clinic.record;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;
import org.lamella.evidence.data.YamlNode;
import org.lamella.patient.Drug;

/**
 * Drugs that act on bone, and how an entry gives one away although its code is not understood. A text is never read as a
 * drug; it only raises the doubt that one was given.
 */
final class BoneDrugs {
    private static final Set<Drug> DRUGS = Set.of(
            Drug.ALENDRONATE,
            Drug.DENOSUMAB,
            Drug.NERIDRONATE,
            Drug.OLPADRONATE,
            Drug.PAMIDRONATE,
            Drug.RISEDRONATE,
            Drug.ROMOSOZUMAB,
            Drug.SETRUSUMAB,
            Drug.TERIPARATIDE,
            Drug.ZOLEDRONATE);

    /** Made on first use: most records name their drugs by code. */
    private static final class Hints {
        private static final YamlNode DATA = YamlNode.resource(BoneDrugs.class, "bone-drugs.yaml");
        private static final List<String> NAMES = texts("names");
        private static final List<String> CODES = texts("codes");

        private static List<String> texts(String key) {
            return DATA.items(key).stream().map(item -> item.text("text")).toList();
        }
    }

    private BoneDrugs() {}

    static boolean is(Drug drug) {
        return DRUGS.contains(drug);
    }

    /** True when a name, display or text contains the name of a drug for bone. */
    static boolean named(@Nullable String text) {
        if (text == null) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return Hints.NAMES.stream().anyMatch(lower::contains);
    }

    /** True when a coded element means a drug for bone by its text, a display, or the group of its ATC code. */
    static boolean hinted(CodeableConcept concept) {
        return named(concept.getText())
                || concept.getCoding().stream().anyMatch(c -> named(c.getDisplay()) || named(c.getCode()) || group(c));
    }

    private static boolean group(Coding coding) {
        String code = coding.getCode();
        return code != null
                && String.valueOf(coding.getSystem()).contains("atc")
                && Hints.CODES.stream().anyMatch(code::startsWith);
    }
}
