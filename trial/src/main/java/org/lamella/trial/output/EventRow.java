package org.lamella.trial.output;

/** One event after enrolment. The dictionary explains each column. */
@SuppressWarnings("MemberName")
public record EventRow(
        String USUBJID,
        int REPLICAT,
        String ARMCD,
        int ADY,
        String EVTYPE,
        String EVSITE,
        String EVCOUNT,
        String EVTERM) {}
