package org.lamella.evidence;

/**
 * Where a figure or statement comes from.
 *
 * @param key short stable key such as {@code SIMM11}
 * @param title author, year, journal or name of the page
 * @param reference DOI (with {@code doi:} prefix), URL, or a named document
 * @param level how well it is backed
 */
public record Citation(String key, String title, String reference, VerificationLevel level) {
    public Citation {
        if (key.isBlank() || title.isBlank() || reference.isBlank()) {
            throw new IllegalArgumentException("citation '" + key + "': key, title and reference must not be blank");
        }
    }

    /** A web address for the reference, or an empty text when it is a named document. */
    public String link() {
        if (reference.startsWith("doi:")) {
            return "https://doi.org/" + reference.substring(4);
        }
        return reference.startsWith("http") ? reference : "";
    }
}
