package org.lamella.clinic.record;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.lamella.evidence.data.YamlNode;
import org.lamella.patient.Analyte;
import org.lamella.patient.Finding;
import org.lamella.patient.UnusableEntry;

/** What a condition may be about when its code is not understood. It only raises a doubt; nothing is read from it. */
final class ConditionHints {
    private static final YamlNode DATA = YamlNode.resource(ConditionHints.class, "condition-hints.yaml");
    private static final Map<String, UnusableEntry.Subject> WORDS = subjects("words");
    private static final Map<String, UnusableEntry.Subject> CODES = subjects("codes");

    private ConditionHints() {}

    private static Map<String, UnusableEntry.Subject> subjects(String key) {
        Map<String, UnusableEntry.Subject> subjects = new LinkedHashMap<>();
        for (YamlNode item : DATA.items(key)) {
            subjects.put(item.text("text"), subject(item.text("subject")));
        }
        return subjects;
    }

    private static UnusableEntry.Subject subject(String name) {
        if (name.equals("pregnancy")) {
            return UnusableEntry.Measure.PREGNANCY;
        }
        Optional<UnusableEntry.Subject> finding =
                LamellaCodes.constant(Finding.Kind.class, name).map(UnusableEntry.Statement::new);
        return finding.orElseGet(() -> new UnusableEntry.Laboratory(
                LamellaCodes.constant(Analyte.class, name).orElseThrow()));
    }

    /** The subject that a coded element touches, by its words or the group of an ICD-10 code. */
    static Optional<UnusableEntry.Subject> of(CodeableConcept concept) {
        String said = Stream.concat(
                        Stream.of(concept.getText()),
                        concept.getCoding().stream().map(Coding::getDisplay))
                .filter(Objects::nonNull)
                .reduce("", (all, one) -> all + " " + one)
                .toLowerCase(Locale.ROOT);
        return first(WORDS, said::contains)
                .or(() -> concept.getCoding().stream()
                        .filter(c -> c.getCode() != null
                                && String.valueOf(c.getSystem())
                                        .toLowerCase(Locale.ROOT)
                                        .contains("icd-10"))
                        .flatMap(c -> first(CODES, c.getCode()::startsWith).stream())
                        .findFirst());
    }

    private static Optional<UnusableEntry.Subject> first(
            Map<String, UnusableEntry.Subject> hints, java.util.function.Predicate<String> holds) {
        return hints.entrySet().stream()
                .filter(hint -> holds.test(hint.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
