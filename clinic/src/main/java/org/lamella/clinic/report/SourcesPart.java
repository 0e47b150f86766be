package org.lamella.clinic.report;

import org.lamella.clinic.report.markup.Element;
import org.lamella.evidence.Citation;
import org.lamella.evidence.VerificationLevel;

/** The numbered bibliography to which every superscript leads. */
final class SourcesPart {
    private SourcesPart() {}

    /**
     * @param front sources up to this number stand on short paper as well; the others only beside what quotes them
     */
    static Element render(Bibliography bibliography, int front) {
        Element part = PageParts.part();
        Element levels = Element.of("p").with("class", "lead").text("Levels: ");
        for (VerificationLevel level : VerificationLevel.values()) {
            levels.add(Element.of("strong", level.name())).text(" " + level.meaning() + ". ");
        }
        Element list = Element.of("ol").with("class", "sources");
        for (Citation citation : bibliography.quoted()) {
            int number = bibliography.number(citation);
            Element entry = entry(citation, number);
            list.add(number <= front ? entry : entry.with("class", "back"));
        }
        return part.add(levels, list);
    }

    private static Element entry(Citation citation, int number) {
        Element entry = Element.of("li")
                .with("id", "source-" + number)
                .add(Element.of("span", citation.level().name())
                        .with("class", "source-level level-" + citation.level().name()))
                .text(" " + citation.title() + ". ");
        String link = citation.link();
        if (link.matches("https?://\\S+")) {
            entry.add(Element.of("a", citation.reference())
                    .with("href", link)
                    .with("rel", "noopener noreferrer external"));
        } else {
            entry.text(citation.reference());
        }
        return entry.add(Element.of("span", " [" + citation.key() + "]").with("class", "quiet"));
    }
}
