package org.lamella.evidence;

/** Anything whose figure can be traced: how it is known, where from, and what to bear in mind. */
public interface Sourced {
    /** Name under which it is quoted. */
    String id();

    /** How the figure came about. */
    Status status();

    /** DOI (with {@code doi:} prefix), web address, PMID/PMC number, or a named table or document; never blank. */
    String source();

    /** Remark, such as why a value was assumed or how a unit was converted; may be empty. */
    String note();

    /** How a figure came about. */
    enum Status {
        /** Read from a source, at most converted in unit. */
        MEASURED,
        /** Estimated so that the model reproduces the named source. */
        FITTED,
        /** Chosen by judgement; the note says why. */
        ASSUMED
    }
}
