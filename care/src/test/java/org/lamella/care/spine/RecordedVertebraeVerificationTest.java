package org.lamella.care.spine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.care.plan.Statement;
import org.lamella.patient.VertebralFracture;

/** What films of the record showed is said with level, day and grade; a grade that is not given stays unknown. */
class RecordedVertebraeVerificationTest {
    private static final LocalDate FILM = LocalDate.of(2026, 10, 21);

    private static List<String> said(VertebralFracture... fractures) {
        return new RecordedVertebrae(List.of(fractures))
                .statements().stream().map(Statement::text).toList();
    }

    @Test
    void nothingRecordedIsSaid() {
        assertThat(said()).containsExactly("No vertebral fracture is recorded.");
    }

    @Test
    void oneFilmIsNamedOnceWithItsGrades() {
        assertThat(said(new VertebralFracture(FILM, "L2", 1), new VertebralFracture(FILM, "T8", 1)))
                .containsExactly(
                        "2 vertebral fractures are recorded: L2, T8 (grade 1) on 2026-10-21.",
                        "Grade 1 stands for 20 to 25 % of the height of that vertebra lost.");
    }

    @Test
    void aGradeThatIsNotGivenLeavesTheLossUnknown() {
        assertThat(said(new VertebralFracture(FILM, "L2", 0), new VertebralFracture(FILM.plusYears(1), "unknown", 3)))
                .containsExactly(
                        "2 vertebral fractures are recorded: L2 (grade not given) on 2026-10-21; level not given (grade 3)"
                                + " on 2027-10-21.",
                        "Where no grade is given, how much height was lost is not known.",
                        "Grade 3 stands for more than 40 % of the height of that vertebra lost.");
    }

    @Test
    void aGradeHasASource() {
        assertThat(new RecordedVertebrae(List.of(new VertebralFracture(FILM, "L2", 2)))
                        .statements()
                        .getLast()
                        .sources())
                .isNotEmpty();
    }
}
