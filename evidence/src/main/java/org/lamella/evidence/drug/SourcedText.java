package org.lamella.evidence.drug;

import org.lamella.evidence.Citation;

/**
 * A sentence with the source it was read in.
 *
 * @param text one sentence
 * @param source where it was read
 */
public record SourcedText(String text, Citation source) {}
