package org.lamella.trial.output;

/** A row of one of the tables. */
public sealed interface TableRow permits SubjectRow, VisitRow, EventRow {
    /** Hands out the cells in the order of the columns. */
    void cells(Cells to);
}
