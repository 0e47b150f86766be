package org.lamella.trial.output;

/** Takes the cells of a row from left to right. */
public interface Cells {
    Cells text(String value);

    Cells whole(int value);

    /** A number with up to five decimals; not a number is an empty cell. */
    Cells number(double value);
}
