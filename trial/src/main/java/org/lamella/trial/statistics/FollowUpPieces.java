package org.lamella.trial.statistics;

import java.util.Arrays;

/**
 * Pieces of follow-up of patients (counting-process data): who was watched from when to when, and what ended the piece.
 *
 * @param x covariates by piece
 * @param start beginning of each piece, excluded
 * @param stop end of each piece, included; after the beginning
 * @param event true when the piece ends with an event
 * @param patient patient of each piece, from 0
 * @param alike how many patients have exactly these pieces, by patient
 */
record FollowUpPieces(double[][] x, double[] start, double[] stop, boolean[] event, int[] patient, int[] alike) {
    FollowUpPieces {
        if (x.length == 0) {
            throw new IllegalArgumentException("proportional hazards: no patients");
        }
    }

    /** Every patient stands for one. */
    static FollowUpPieces ofEach(double[][] x, double[] start, double[] stop, boolean[] event, int[] patient) {
        int[] once = new int[Arrays.stream(patient).max().orElse(-1) + 1];
        Arrays.fill(once, 1);
        return new FollowUpPieces(x, start, stop, event, patient, once);
    }

    int covariates() {
        return x[0].length;
    }

    int size() {
        return stop.length;
    }

    /** How many patients have this piece. */
    int alikeAt(int piece) {
        return alike[patient[piece]];
    }

    /** Logarithm of the hazard of a piece relative to that of a piece with covariates 0. */
    double logRisk(double[] beta, int piece) {
        double eta = 0;
        for (int j = 0; j < beta.length; j++) {
            eta += beta[j] * x[piece][j];
        }
        return eta;
    }
}
