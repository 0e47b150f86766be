package org.lamella.clinic.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Walks a page as its reader does: every link must lead somewhere, and every figure of an option or a forecast must lead
 * to the lines, the table or the citation it comes from, or say that it comes from the record.
 */
final class FiguresLeadToSources {
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s]+");

    private final Document page;
    private final Set<String> ids = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    private FiguresLeadToSources(Document page) {
        this.page = page;
    }

    /** Everything wrong with a page; empty when all is well. */
    static List<String> faults(String html) {
        FiguresLeadToSources walk = new FiguresLeadToSources(Markup.parse(html));
        walk.links();
        walk.cells();
        walk.tables();
        walk.sentences();
        return walk.faults;
    }

    private void links() {
        for (String id : Markup.values(page, "id")) {
            if (!ids.add(id)) {
                faults.add("id twice: " + id);
            }
        }
        for (Element link : Markup.all(page, "a")) {
            String href = link.getAttribute("href");
            boolean leads = href.startsWith("#")
                    ? ids.contains(href.substring(1))
                    : WEB.matcher(href).matches();
            if (!leads) {
                faults.add("leads nowhere: " + href);
            }
        }
    }

    /** Cells of the table in which options stand side by side. */
    private void cells() {
        for (Element cell : Markup.all(Markup.byId(page, "options"), "td")) {
            String text = cell.getTextContent();
            if (DIGIT.matcher(text).find() && !cited(cell) && !text.equals("1, by definition")) {
                faults.add("figure of an option without a link: " + text);
            }
        }
    }

    /** Tables of figures: their caption, or the part they stand in, names what they rest on. */
    private void tables() {
        for (Element table : Markup.all(page, "table")) {
            Element part = (Element) table.getParentNode();
            while (!part.hasAttribute("id") && part.getParentNode() instanceof Element above) {
                part = above;
            }
            if (DIGIT.matcher(table.getTextContent()).find() && !cited(part)) {
                faults.add("table without a source: "
                        + Markup.all(table, "caption").stream()
                                .map(Element::getTextContent)
                                .findFirst()
                                .orElse("no caption"));
            }
        }
    }

    /** Sentences with a figure, in the parts that speak of rods, spine, cautions and options. */
    private void sentences() {
        for (Element item : Markup.all(page, "li")) {
            boolean innermost = Markup.all(item, "li").isEmpty();
            boolean listed = item.getParentNode() instanceof Element list
                    && Set.of("headline", "warnings").contains(list.getAttribute("class"));
            if (innermost && !listed && inside(item) && DIGIT.matcher(own(item)).find() && !cited(item)) {
                faults.add("figure in a sentence without a source: " + item.getTextContent());
            }
        }
    }

    private static boolean inside(Element item) {
        for (Node above = item; above instanceof Element element; above = above.getParentNode()) {
            if (Set.of("options", "surgery", "back", "cautions", "each").contains(element.getAttribute("id"))) {
                return true;
            }
        }
        return false;
    }

    private static String own(Element item) {
        String text = item.getTextContent();
        for (Element small : Markup.all(item, "sup")) {
            text = text.replace(small.getTextContent(), "");
        }
        return text;
    }

    private boolean cited(Element element) {
        boolean links = Markup.all(element, "a").stream()
                .map(link -> link.getAttribute("href"))
                .anyMatch(href -> href.startsWith("#") && ids.contains(href.substring(1))
                        || WEB.matcher(href).matches());
        return links || element.getTextContent().contains("(from the record)");
    }
}
