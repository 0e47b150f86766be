package org.lamella.clinic.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        List<Concept> meanings = new ArrayList<>(2);
        for (Coding coding : element.getCoding()) {
            if (coding.getSystem() != null && coding.getCode() != null) {
                Codes.find(coding.getSystem(), coding.getCode())
                        .filter(concept -> !meanings.contains(concept))
                        .ifPresent(meanings::add);
            }
        }
        return meanings;
    }

    /** The one meaning of certain kinds among elements, without a note when there is none. */
    Optional<Concept> quiet(String at, List<CodeableConcept> elements, Concept.Kind... kinds) {
        List<Concept> meant = new ArrayList<>(2);
        for (CodeableConcept element : elements) {
            for (Concept concept : meanings(element)) {
                if (wanted(concept, kinds) && !meant.contains(concept)) {
                    meant.add(concept);
                }
            }
        }
        // A general code beside a specific one (fracture; fracture of femur) adds nothing.
        if (meant.size() > 1
                && meant.stream().anyMatch(concept -> !concept.value().isEmpty())) {
            meant.removeIf(concept -> concept.value().isEmpty());
        }
        if (meant.size() > 1) {
            notes.leftOut(
                    Reason.CODES_DISAGREE,
                    at,
                    meant.stream().map(Concept::value).collect(Collectors.joining(" and ")),
                    "codes that mean one " + meant.getFirst().kind().label(),
                    "Correct the codes in the record.");
            return Optional.empty();
        }
        return meant.isEmpty() ? Optional.empty() : Optional.of(meant.getFirst());
    }

    private static boolean wanted(Concept concept, Concept.Kind... kinds) {
        for (Concept.Kind kind : kinds) {
            if (kind == concept.kind()) {
                return true;
            }
        }
        return false;
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
        return meanings(element).stream().noneMatch(concept -> wanted(concept, kinds));
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
