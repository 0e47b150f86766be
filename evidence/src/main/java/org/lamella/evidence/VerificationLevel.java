package org.lamella.evidence;

/** How well a clinical figure is backed by a text that somebody read. */
public enum VerificationLevel {
    /** Seen in a primary or authoritative text. */
    V1("seen in a primary or authoritative text"),
    /** Seen in a secondary text only, or partly inferred. */
    V2("seen in a secondary text, or partly inferred"),
    /** Commonly quoted; no source text was seen. Gives no prescribable number until a site confirms it. */
    U("commonly quoted, no source text seen");

    private final String meaning;

    VerificationLevel(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}
