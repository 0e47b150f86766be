package org.lamella.clinic.record;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Gene and variant, from an observation of its own or from the components of a genetic variant. */
final class FhirGenetics {
    private static final Pattern SYMBOL = Pattern.compile("[A-Z][A-Z0-9-]{1,14}");
    private static final String HGNC = "genenames.org";

    private final FhirScope scope;

    FhirGenetics(FhirScope scope) {
        this.scope = scope;
    }

    void read(FhirEntry entry, Observation observation) {
        part(entry.at(), observation.getCode(), observation.getValue());
        for (int i = 0; i < observation.getComponent().size(); i++) {
            var component = observation.getComponent().get(i);
            part(entry.at() + ".component[" + i + "]", component.getCode(), component.getValue());
        }
        FhirUnused.list(entry, Set.of("code", "value", "component", "effective", "method"), scope.notes());
    }

    private void part(String at, CodeableConcept code, @Nullable Type value) {
        if (value == null) {
            return;
        }
        Optional<Concept> meaning = scope.codes().needed(at + ".code", code, Concept.Kind.OBSERVATION);
        String what = meaning.map(Concept::value).orElse("");
        if (what.equals("gene")) {
            symbol(value)
                    .ifPresentOrElse(
                            s -> scope.draft().diagnosis.gene(at, s),
                            () -> unreadable(at, "gene", "an HGNC symbol such as COL1A1"));
        } else if (what.equals("variant")) {
            variant(value)
                    .ifPresentOrElse(
                            v -> scope.draft().diagnosis.variant(at, v), () -> unreadable(at, "variant", "HGVS text"));
        } else if (meaning.isPresent()) {
            scope.codes().unknown(at + ".code", code, Concept.Kind.GENE);
        }
    }

    private void unreadable(String at, String what, String accepted) {
        scope.notes()
                .leftOut(Reason.VALUE_UNREADABLE, at + ".value", "a " + what + " that is not understood", accepted, "");
    }

    /** The symbol that the gene nomenclature displays, or a text that has the form of one. */
    private Optional<String> symbol(Type value) {
        Optional<String> said = switch (value) {
            case StringType text -> Optional.ofNullable(text.getValue());
            case CodeableConcept concept ->
                scope.codes()
                        .quiet("", java.util.List.of(concept), Concept.Kind.GENE)
                        .map(Concept::value)
                        .or(() -> concept.getCoding().stream()
                                .filter(c -> c.getSystem() != null
                                        && c.getDisplay() != null
                                        && c.getSystem().contains(HGNC))
                                .map(Coding::getDisplay)
                                .findFirst());
            default -> Optional.empty();
        };
        return said.filter(s -> SYMBOL.matcher(s).matches());
    }

    private static Optional<String> variant(Type value) {
        return switch (value) {
            case StringType text -> Optional.ofNullable(text.getValue());
            case CodeableConcept concept
            when concept.hasCoding() ->
                Optional.ofNullable(concept.getCodingFirstRep().getCode());
            case CodeableConcept concept -> Optional.ofNullable(concept.getText());
            default -> Optional.empty();
        };
    }
}
