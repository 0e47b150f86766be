/** A tree of HTML, XHTML and SVG elements that escapes all text by construction. */
@NullMarked
package org.lamella.clinic.report.markup;

import org.jspecify.annotations.NullMarked;
