package org.lamella.trial.statistics;

import java.util.stream.IntStream;

/** Sums over the patients who were seen at the same visits: all that a model of repeated measures needs of them. */
final class Pattern {
    private final int[] seen;
    private final int q;
    private int patients;
    /** Covariates by covariates. */
    final double[][] zz;
    /** Covariates by seen visits. */
    final double[][] zy;
    /** Seen visits by seen visits. */
    final double[][] yy;

    Pattern(int mask, int visits, int q) {
        this.seen = IntStream.range(0, visits).filter(v -> (mask >> v & 1) == 1).toArray();
        this.q = q;
        this.zz = new double[q][q];
        this.zy = new double[q][seen.length];
        this.yy = new double[seen.length][seen.length];
    }

    void add(double[] z, double[] response) {
        patients++;
        for (int c = 0; c < q; c++) {
            for (int d = 0; d < q; d++) {
                zz[c][d] += z[c] * z[d];
            }
            for (int a = 0; a < seen.length; a++) {
                zy[c][a] += z[c] * response[seen[a]];
            }
        }
        for (int a = 0; a < seen.length; a++) {
            for (int b = 0; b < seen.length; b++) {
                yy[a][b] += response[seen[a]] * response[seen[b]];
            }
        }
    }

    int patients() {
        return patients;
    }

    /** Visits at which they were seen. */
    int[] seen() {
        return seen;
    }

    /** The rows and columns of a matrix that belong to the seen visits. */
    double[][] part(double[][] whole) {
        double[][] part = new double[seen.length][seen.length];
        for (int a = 0; a < seen.length; a++) {
            for (int b = 0; b < seen.length; b++) {
                part[a][b] = whole[seen[a]][seen[b]];
            }
        }
        return part;
    }

    /** Rows of the visit design of the seen visits. */
    double[][] rows(double[][] visitDesign) {
        double[][] rows = new double[seen.length][];
        for (int a = 0; a < seen.length; a++) {
            rows[a] = visitDesign[seen[a]];
        }
        return rows;
    }
}
