package org.lamella.twin.proposal;

/** Random numbers that belong to one sibling, each called by its number; the same number is always the same value. */
public interface DrawSource {
    /** Standard normal number. */
    double normal(int index);

    /** Uniform number above 0 and below 1, independent of every {@link #normal}. */
    double uniform(int index);
}
