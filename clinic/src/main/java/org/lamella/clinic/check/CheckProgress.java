package org.lamella.clinic.check;

/** Hears how far a check has come, on one thread, and may ask it to stop. */
public interface CheckProgress {
    /** No reports, never stops. */
    CheckProgress SILENT = (done, inAll) -> {};

    /** So many records of all are done. */
    void at(long done, long inAll);

    /** True once the check should stop. */
    default boolean cancelled() {
        return false;
    }
}
