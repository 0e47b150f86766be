package org.lamella.clinic.report;

import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.PathwayNote;
import org.lamella.care.plan.Plan;
import org.lamella.clinic.report.markup.Element;

/** The pathways: those a person is on now open with their steps, the others to be looked up. */
final class PathwayPart {
    private PathwayPart() {}

    static String gist(Plan plan) {
        long now = plan.pathways().stream().filter(PathwayNote::now).count();
        return now + " apply now, " + (plan.pathways().size() - now) + " to look up";
    }

    static Element of(Plan plan, PageParts parts) {
        Element part = PageParts.part();
        if (plan.pathways().isEmpty()) {
            return part.add(Element.of("p", "No pathway is described.").with("class", "empty"));
        }
        plan.pathways().forEach(p -> part.add(pathway(p, parts)));
        return part;
    }

    private static Element pathway(PathwayNote note, PageParts parts) {
        Element content = Element.of("div").with("id", "pathway-" + note.id().replaceAll("[^A-Za-z0-9-]", "-"));
        content.add(parts.statements(note.steps()));
        if (!note.open().isEmpty()) {
            Element list = Element.of("ul").with("class", "open-items");
            for (CareItem item : note.open()) {
                list.add(Element.of("li")
                        .add(PageParts.badge(item.kind()))
                        .text(" " + item.title() + ": " + Figures.said(item.reason()))
                        .add(parts.cite(item.sources())));
            }
            content.add(Element.of("h3", "Of this person's record"), list);
        }
        Element details = PageParts.details(note.title() + " \u2013 " + Figures.said(note.why()), content)
                .with("class", "named");
        return note.now() ? details.with("class", "now") : details;
    }
}
