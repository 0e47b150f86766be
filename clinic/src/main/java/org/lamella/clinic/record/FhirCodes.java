package org.lamella.clinic.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** Reads coded elements. Texts and displays are shown in notes but never interpreted. */
final class FhirCodes {
    private final Notes notes;

    FhirCodes(Notes notes) {
        this.notes = notes;
    }

    /** All that the codings of an element mean to Lamella. */
    static List<Concept> meanings(CodeableConcept element) {
        return element.getCoding().stream()
                .flatMap(FhirCodes::meaning)
                .distinct()
                .toList();
    }

    private static Stream<Concept> meaning(Coding coding) {
        return coding.getSystem() != null && coding.getCode() != null
                ? Codes.find(coding.getSystem(), coding.getCode()).stream()
                : Stream.empty();
    }

    /** The one meaning of certain kinds among elements, without a note when there is none. */
    Optional<Concept> quiet(String at, List<CodeableConcept> elements, Concept.Kind... kinds) {
        Set<Concept.Kind> wanted = Set.of(kinds);
        List<Concept> found = elements.stream()
                .flatMap(element -> meanings(element).stream())
                .filter(concept -> wanted.contains(concept.kind()))
                .distinct()
                .toList();
        // A general code beside a specific one (fracture; fracture of femur) adds nothing.
        List<Concept> specific =
                found.stream().filter(concept -> !concept.value().isEmpty()).toList();
        List<Concept> meant = specific.isEmpty() ? found : specific;
        if (meant.size() > 1) {
            notes.leftOut(
                    Reason.CODES_DISAGREE,
                    at,
                    meant.stream().map(Concept::value).collect(Collectors.joining(" and ")),
                    "codes that mean one " + meant.getFirst().kind().label(),
                    "Correct the codes in the record.");
            return Optional.empty();
        }
        return meant.stream().findFirst();
    }

    /** The one meaning of certain kinds; a note says so when there is none. */
    Optional<Concept> needed(String at, CodeableConcept element, Concept.Kind... kinds) {
        Optional<Concept> found = quiet(at, List.of(element), kinds);
        if (found.isEmpty() && notConflicting(element, kinds)) {
            unknown(at, element, kinds);
        }
        return found;
    }

    private static boolean notConflicting(CodeableConcept element, Concept.Kind... kinds) {
        Set<Concept.Kind> wanted = Set.of(kinds);
        return meanings(element).stream().noneMatch(concept -> wanted.contains(concept.kind()));
    }

    /** Says that a coded element is not understood. */
    void unknown(String at, CodeableConcept element, Concept.Kind... kinds) {
        String labels = Stream.of(kinds).map(Concept.Kind::label).distinct().collect(Collectors.joining(" or "));
        notes.leftOut(
                Reason.UNKNOWN_CODE,
                at,
                shown(element),
                "a code for " + labels,
                element.getCoding().isEmpty() && element.getText() != null
                        ? "Texts are not interpreted; add a code. The list is in docs/reference/record-fhir.md."
                        : "The list of codes is in docs/reference/record-fhir.md.");
    }

    /** A coded element in words, for messages. */
    static String shown(CodeableConcept element) {
        String codes =
                element.getCoding().stream().limit(3).map(FhirCodes::shown).collect(Collectors.joining(" / "));
        if (!codes.isEmpty()) {
            return codes;
        }
        return element.getText() != null
                ? "the text " + Sentences.quote(element.getText()) + " without a code"
                : "no code";
    }

    private static String shown(Coding coding) {
        String code = coding.getCode() != null ? coding.getCode() : "no code";
        String system = coding.getSystem() != null ? coding.getSystem() : "no system";
        String display = coding.getDisplay() != null ? " (" + coding.getDisplay() + ")" : "";
        return Sentences.quote(code + display + " of " + system);
    }
}
