package org.lamella.trial.statistics;

import java.util.ArrayList;
import java.util.List;

/** Gathers pieces of follow-up from day 0 with the arm as the only covariate. */
final class PiecesBuilder {
    private record Piece(int patient, double[] x, double stop, boolean event) {}

    private final List<Integer> alike = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();

    /** A new patient, who stands for so many alike. */
    PiecesBuilder patient(int patients) {
        alike.add(patients);
        return this;
    }

    /** A piece of the last patient. */
    PiecesBuilder piece(int arm, int day, boolean event) {
        pieces.add(new Piece(alike.size() - 1, new double[] {arm}, day, event));
        return this;
    }

    FollowUpPieces build() {
        int n = pieces.size();
        boolean[] event = new boolean[n];
        for (int i = 0; i < n; i++) {
            event[i] = pieces.get(i).event();
        }
        return new FollowUpPieces(
                pieces.stream().map(Piece::x).toArray(double[][]::new),
                new double[n],
                pieces.stream().mapToDouble(Piece::stop).toArray(),
                event,
                pieces.stream().mapToInt(Piece::patient).toArray(),
                alike.stream().mapToInt(Integer::intValue).toArray());
    }
}
