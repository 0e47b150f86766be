package org.lamella.patient;

import java.time.LocalDate;

/**
 * Pain on a numeric rating scale.
 *
 * @param date day of the score
 * @param score 0 (none) to 10 (worst)
 */
public record PainScore(LocalDate date, int score) {
    public PainScore {
        if (score < 0 || score > 10) {
            throw new IllegalArgumentException("pain score of " + date + ": found " + score + ", accepted is 0 to 10");
        }
    }
}
