package org.lamella.clinic.report.markup;

/** Part of a markup tree. */
public sealed interface Node permits Element, Text {
    /** Appends this node as markup that is well formed in HTML and in XML. */
    void writeTo(StringBuilder out);
}
