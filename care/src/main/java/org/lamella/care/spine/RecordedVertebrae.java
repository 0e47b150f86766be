package org.lamella.care.spine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lamella.care.plan.Statement;
import org.lamella.patient.Patient;
import org.lamella.patient.VertebralFracture;

/**
 * Fractures of vertebrae that films of the record showed, with their grades.
 *
 * @param fractures in the order of the record, none after the day of the plan
 */
record RecordedVertebrae(List<VertebralFracture> fractures) {
    RecordedVertebrae {
        fractures = List.copyOf(fractures);
    }

    static RecordedVertebrae of(Patient patient, LocalDate asOf) {
        return new RecordedVertebrae(patient.vertebralFractures().stream()
                .filter(v -> !v.date().isAfter(asOf))
                .toList());
    }

    int count() {
        return fractures.size();
    }

    /** What films showed, and what the grades mean for the height of a vertebra. */
    List<Statement> statements() {
        List<Statement> said = new ArrayList<>();
        if (fractures.isEmpty()) {
            said.add(Statement.ofRecord("No vertebral fracture is recorded."));
            return said;
        }
        said.add(Statement.ofRecord(
                fractures.size() + (fractures.size() == 1 ? " vertebral fracture is" : " vertebral fractures are")
                        + " recorded: " + String.join("; ", byFilm()) + "."));
        SpineFacts facts = SpineFacts.standard();
        for (int grade :
                new TreeSet<>(fractures.stream().map(VertebralFracture::grade).toList())) {
            said.add(
                    grade == 0
                            ? Statement.ofRecord("Where no grade is given, how much height was lost is not known.")
                            : facts.grade(grade));
        }
        return said;
    }

    /** Such as {@code L2 and T8 (grade 1) on 2026-10-21}. */
    private List<String> byFilm() {
        Map<LocalDate, List<VertebralFracture>> films = fractures.stream()
                .collect(Collectors.groupingBy(VertebralFracture::date, LinkedHashMap::new, Collectors.toList()));
        List<String> said = new ArrayList<>();
        films.forEach((date, seen) -> {
            Map<Integer, List<VertebralFracture>> grades = seen.stream()
                    .collect(Collectors.groupingBy(VertebralFracture::grade, LinkedHashMap::new, Collectors.toList()));
            List<String> levels = new ArrayList<>();
            grades.forEach((grade, same) -> levels.add(String.join(
                            ", ", same.stream().map(RecordedVertebrae::level).toList())
                    + (grade == 0 ? " (grade not given)" : " (grade " + grade + ")")));
            said.add(String.join(", ", levels) + " on " + date);
        });
        return said;
    }

    private static String level(VertebralFracture fracture) {
        return fracture.level().equals("unknown") ? "level not given" : fracture.level();
    }
}
