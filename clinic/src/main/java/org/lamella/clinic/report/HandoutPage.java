package org.lamella.clinic.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lamella.care.plan.Plan;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.clinic.report.markup.Element;
import org.lamella.evidence.Citation;

/** One hand-out as a page: dated, with its sources, without dose figures. */
final class HandoutPage {
    private final Handout handout;
    private final Plan plan;
    private final PageParts parts = new PageParts(new Bibliography());

    private HandoutPage(Handout handout, Plan plan) {
        this.handout = handout;
        this.plan = plan;
    }

    static String render(Handout handout, Handout.Collection collection, Plan plan) {
        return new HandoutPage(handout, plan).page(new HandoutContent(plan, collection));
    }

    private String page(HandoutContent content) {
        Element main = Element.of("main").with("id", "main").with("class", "handout");
        if (handout.shape() == Handout.Shape.WALLET) {
            main.with("class", "wallet");
        }
        int number = 0;
        for (Handout.Section section : handout.sections()) {
            Element part = PageParts.part();
            if (handout.shape() == Handout.Shape.WALLET && number == 0) {
                part.add(Element.of(
                        "div",
                        OverviewPart.capital(plan.header().patientLine()) + ", record "
                                + plan.header().patientId() + ", written on "
                                + Figures.day(plan.header().asOf())));
            }
            section.parts().stream()
                    .filter(p -> p.ages().hold(Handouts.age(plan)))
                    .forEach(p -> part.add(part(p, content)));
            main.add(new PlanSection("part-" + number++, section.heading(), "", PlanSection.Fold.NEVER, "", part)
                    .element());
        }
        main.add(new PlanSection(
                        "sources",
                        "Sources",
                        "Sources",
                        PlanSection.Fold.NEVER,
                        "",
                        SourcesPart.render(parts.bibliography(), parts.front()))
                .element());
        return PlanPage.document(handout.title(), Stream.of(header(), main, footer()));
    }

    private Element part(Handout.Part part, HandoutContent content) {
        return switch (part) {
            case Handout.Part.Said said ->
                Element.of("p", said.text()).with("class", "said").add(parts.cite(sources(said.rules())));
            case Handout.Part.Shown shown -> content.show(shown, handout.reader(), parts);
        };
    }

    private static List<Citation> sources(List<String> rules) {
        Set<Citation> sources = new LinkedHashSet<>();
        rules.forEach(id -> sources.addAll(RuleCatalogue.standard().rule(id).sources()));
        return List.copyOf(sources);
    }

    private Element header() {
        boolean family = handout.reader() == Handout.Reader.FAMILY;
        Element header = Element.of("header")
                .with("class", "handout")
                .add(
                        Element.of("p", "Lamella").with("class", "brand"),
                        Element.of("h1", handout.title()),
                        Element.of("p")
                                .with("class", "who")
                                .text(OverviewPart.capital(plan.header().patientLine()) + " \u00b7 record "
                                        + plan.header().patientId() + " \u00b7 ")
                                .add(PageParts.day(plan.header().asOf())),
                        Element.of(
                                        "p",
                                        family
                                                ? "For learning and for talks with your team. This is not a medical device."
                                                : IntendedUse.SENTENCE
                                                        + " To be checked and signed by a clinician before "
                                                        + "it is sent.")
                                .with("class", "use"));
        if (plan.header().siteIsDemonstration()) {
            header.add(Element.of(
                            "p",
                            family
                                    ? "This is a sample page. It was not made for a real person."
                                    : "Made with a demonstration configuration: not for a real patient.")
                    .with("class", "demonstration"));
        }
        return header;
    }

    private Element footer() {
        return Element.of("footer")
                .with("class", "handout")
                .add(Element.of(
                        "p",
                        "Lamella " + plan.header().softwareVersion() + " \u00b7 "
                                + plan.header().asOf()));
    }
}
