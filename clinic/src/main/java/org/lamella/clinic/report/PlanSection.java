package org.lamella.clinic.report;

import org.lamella.clinic.report.markup.Element;

/**
 * A section of the page.
 *
 * @param id where links lead; inside the fold, so that following a link opens it
 * @param heading heading
 * @param name a word or two for the contents
 * @param fold whether it can be folded
 * @param gist what a closed fold says about its content; may be blank
 * @param content the content
 */
record PlanSection(String id, String heading, String name, Fold fold, String gist, Element content) {
    /** Whether a section can be folded and how it is when the page opens. */
    enum Fold {
        NEVER,
        OPEN,
        CLOSED
    }

    Element element() {
        Element heading = Element.of("h2", this.heading).with("id", id + "-heading");
        Element section = Element.of("section").with("aria-labelledby", id + "-heading");
        if (fold == Fold.NEVER) {
            return section.with("class", "open").with("id", id).add(heading, content);
        }
        Element summary = Element.of("summary").with("class", "fold").add(heading);
        if (!gist.isBlank()) {
            summary.add(Element.of("span", gist).with("class", "gist"));
        }
        Element details = Element.of("details").with("class", "fold");
        if (fold == Fold.OPEN) {
            details.with("open", "open");
        }
        return section.add(details.add(summary, content.with("id", id).with("class", "folded")));
    }
}
