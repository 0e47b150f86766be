package org.lamella.clinic.report.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An element of HTML, XHTML or SVG. Text and attribute values are escaped, event handlers are refused, and links lead
 * only to a place in the same page or to a web address, so that nothing in a record can become active content.
 */
public final class Element implements Node {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9:-]*");
    private static final Pattern LINK = Pattern.compile("(#[A-Za-z0-9_-]+|https?://\\S+)");
    private static final Set<String> VOID = Set.of("br", "hr", "meta", "col", "img", "wbr");
    private static final Set<String> NEVER = Set.of("script", "iframe", "object", "embed", "link", "base", "form");

    private final String tag;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Node> children = new ArrayList<>();
    private String verbatim = "";

    private Element(String tag) {
        if (!NAME.matcher(tag).matches() || NEVER.contains(tag)) {
            throw new IllegalArgumentException("element name: found '" + tag + "', which is not accepted");
        }
        this.tag = tag;
    }

    public static Element of(String tag) {
        return new Element(tag);
    }

    /** An element that holds one text. */
    public static Element of(String tag, String text) {
        return new Element(tag).text(text);
    }

    /** A style element; the sheet is part of this program, never of a record. */
    public static Element style(String sheet) {
        if (sheet.contains("</") || sheet.contains("@import") || sheet.contains("url(")) {
            throw new IllegalArgumentException("style sheet: must not close its element nor refer to another file");
        }
        Element style = new Element("style");
        style.verbatim = sheet;
        return style;
    }

    /** Sets an attribute; a second value for {@code class} is added to the first. */
    public Element with(String name, String value) {
        if (!NAME.matcher(name).matches()
                || name.toLowerCase(java.util.Locale.ROOT).startsWith("on")) {
            throw new IllegalArgumentException("attribute name: found '" + name + "', which is not accepted");
        }
        if (name.equals("href") && !LINK.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "link: found '" + value + "', accepted are '#place' and web addresses (http, https)");
        }
        attributes.merge(name, value, (old, added) -> name.equals("class") ? old + " " + added : added);
        return this;
    }

    public Element text(String text) {
        children.add(new Text(text));
        return this;
    }

    public Element add(Node... nodes) {
        children.addAll(List.of(nodes));
        return this;
    }

    public Element add(Stream<? extends Node> nodes) {
        nodes.forEach(children::add);
        return this;
    }

    public boolean isEmpty() {
        return children.isEmpty();
    }

    @Override
    public void writeTo(StringBuilder out) {
        out.append('<').append(tag);
        attributes.forEach((name, value) -> {
            out.append(' ').append(name).append("=\"");
            Text.escape(value, out);
            out.append('"');
        });
        if (VOID.contains(tag)) {
            out.append("/>");
            return;
        }
        out.append('>').append(verbatim);
        children.forEach(child -> child.writeTo(out));
        out.append("</").append(tag).append('>');
        if (BLOCKS.contains(tag)) {
            out.append('\n');
        }
    }

    /** Elements after which a line break does no harm; it keeps the file readable in an editor. */
    private static final Set<String> BLOCKS = Set.of(
            "p", "div", "section", "article", "header", "footer", "main", "nav", "h1", "h2", "h3", "h4", "ul", "ol",
            "li", "table", "thead", "tbody", "tr", "figure", "svg", "g", "details", "dl", "head", "style", "title");

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        writeTo(out);
        return out.toString();
    }
}
