package org.lamella.clinic.report;

/** The sentences on intended use that every document carries. */
final class IntendedUse {
    static final String SENTENCE = "Research and education software for professionals; not a medical device. "
            + "It shows options with reasons and never orders treatment.";

    static final String MODEL =
            "Figures marked \"model\" come from a simulation, not from a measurement of this person.";

    private IntendedUse() {}
}
