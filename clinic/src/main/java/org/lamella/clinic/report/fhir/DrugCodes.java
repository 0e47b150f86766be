package org.lamella.clinic.report.fhir;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.lamella.evidence.drug.DrugCode;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.evidence.drug.DrugFormulary;

/** Public codes of the drug that a dose sheet names. */
final class DrugCodes {
    private DrugCodes() {}

    /** The codes when exactly one drug of the formulary is named in the text; none otherwise, rather than a guess. */
    static List<Coding> of(String drugText) {
        String text = drugText.toLowerCase(Locale.ROOT);
        List<DrugFacts> named = DrugFormulary.standard().all().stream()
                .filter(f -> text.contains(f.drug().name()))
                .toList();
        return named.size() == 1
                ? named.getFirst().codes().stream().flatMap(DrugCodes::coding).toList()
                : List.of();
    }

    private static Stream<Coding> coding(DrugCode code) {
        return switch (code.system()) {
            case "ATC" ->
                Stream.of(new Coding().setSystem("http://www.whocc.no/atc").setCode(code.code()));
            case "RxNorm" ->
                Stream.of(new Coding()
                        .setSystem("http://www.nlm.nih.gov/research/umls/rxnorm")
                        .setCode(code.code()));
            default -> Stream.empty();
        };
    }
}
