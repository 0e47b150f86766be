package org.lamella.patient;

import java.time.LocalDate;

/**
 * One vertebral compression fracture seen on imaging.
 *
 * @param date day of the image that showed it
 * @param level such as {@code L1}, or {@code unknown}
 * @param grade Genant grade 1 to 3, or 0 when not graded (doi:10.1002/jbmr.5650080915)
 */
public record VertebralFracture(LocalDate date, String level, int grade) {
    public VertebralFracture {
        if (grade < 0 || grade > 3) {
            throw new IllegalArgumentException("vertebral fracture of " + date + ": Genant grade found " + grade
                    + ", accepted is 0 (not graded) to 3");
        }
    }
}
