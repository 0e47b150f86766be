package org.lamella.clinic.report;

import java.util.List;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.PlanHeader;
import org.lamella.clinic.report.markup.Element;

/** Head and foot of the page: who, what for, with what. */
final class OverviewPart {
    private OverviewPart() {}

    static Element header(Plan plan) {
        PlanHeader h = plan.header();
        Element header = Element.of("header")
                .add(
                        Element.of("p", "Lamella \u00b7 treatment plan for discussion")
                                .with("class", "brand"),
                        Element.of("h1", capital(h.patientLine())),
                        Element.of("p")
                                .with("class", "who")
                                .text("Record " + h.patientId() + " \u00b7 born ")
                                .add(PageParts.day(h.birthDate()))
                                .text(" \u00b7 plan as of ")
                                .add(PageParts.day(h.asOf())),
                        Element.of("p", IntendedUse.SENTENCE).with("class", "use"));
        if (h.siteIsDemonstration()) {
            header.add(Element.of(
                            "p",
                            "Site configuration \u201c" + h.site()
                                    + "\u201d is a demonstration: no hospital has confirmed its "
                                    + "values, and no dose below may be used for a patient.")
                    .with("class", "demonstration"));
        }
        return header;
    }

    static Element contents(List<PlanSection> contents) {
        return Element.of("nav")
                .with("aria-label", "Contents")
                .add(Element.of("ul")
                        .add(contents.stream()
                                .map(s -> Element.of("li")
                                        .add(Element.of("a", s.name()).with("href", "#" + s.id())))));
    }

    static Element footer(Plan plan) {
        PlanHeader h = plan.header();
        return Element.of("footer")
                .add(Element.of(
                                "p",
                                "Paper shows what was open on the screen: open a part to print it. The full page "
                                        + "(plan-full.html, option --full) has every part open.")
                        .with("class", "paper"))
                .add(Element.of(
                        "p",
                        "Lamella " + h.softwareVersion() + " \u00b7 parameters " + h.parameterSet() + " \u00b7 seed "
                                + h.seed()
                                + " \u00b7 site configuration " + h.site()
                                + ". The same record, seed and version give this "
                                + "page again, byte for byte."));
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
