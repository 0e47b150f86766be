package org.lamella.clinic.report;

import java.util.List;
import java.util.stream.Stream;
import org.lamella.clinic.report.markup.Element;

/** A page that says in a few sentences why there is no plan, in the style of the others. */
public final class MessagePage {
    private MessagePage() {}

    /**
     * The page, ended by a line feed.
     *
     * @param title heading
     * @param sentences what was found and what to do; shown as text, whatever they hold
     */
    public static String render(String title, List<String> sentences) {
        Element main = Element.of("main")
                .with("id", "main")
                .add(Element.of("section").add(sentences.stream().map(s -> Element.of("p", s))));
        return PlanPage.document(
                title,
                Stream.of(
                        Element.of("header")
                                .add(
                                        Element.of("p", "Lamella").with("class", "brand"),
                                        Element.of("h1", title),
                                        Element.of("p", IntendedUse.SENTENCE).with("class", "use")),
                        main));
    }
}
