package org.lamella.trial.output;

/**
 * One measurement at one visit. Column names follow CDISC ADaM (BDS) where it has them; the dictionary explains each.
 */
@SuppressWarnings("MemberName")
public record VisitRow(
        String USUBJID,
        int REPLICAT,
        String ARMCD,
        int ADY,
        String AVISIT,
        String PARAMCD,
        double AVAL,
        double BASE,
        double CHG,
        double TRUVAL) {}
