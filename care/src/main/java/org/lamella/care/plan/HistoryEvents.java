package org.lamella.care.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lamella.care.history.Cycle;
import org.lamella.care.history.TreatmentHistory;
import org.lamella.patient.Cast;
import org.lamella.patient.Course;
import org.lamella.patient.Patient;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Rod;
import org.lamella.patient.Side;
import org.lamella.patient.Surgery;

/** Events of the timeline, from the record; planned ones are marked. */
final class HistoryEvents {

    private HistoryEvents() {}

    static List<HistoryEvent> of(Patient patient, LocalDate asOf) {
        List<HistoryEvent> events = new ArrayList<>();
        patient.fractures().stream()
                .filter(f -> !f.date().isAfter(asOf))
                .forEach(f -> events.add(day("Fractures", f.date(), f.bone().label(), asOf)));
        patient.vertebralFractures().stream()
                .filter(v -> !v.date().isAfter(asOf))
                .forEach(v -> events.add(day("Vertebral fractures", v.date(), v.level(), asOf)));
        for (Cycle cycle : TreatmentHistory.of(patient, asOf).cycles()) {
            events.add(new HistoryEvent(
                    "Infusions",
                    cycle.first(),
                    cycle.last().equals(cycle.first()) ? null : cycle.last(),
                    cycle.drug()
                            + cycle.amount()
                                    .map(a -> " " + a.stripTrailingZeros().toPlainString() + " mg")
                                    .orElse(", amount not known"),
                    false));
        }
        for (Course course : patient.courses()) {
            if (!course.from().isAfter(asOf)) {
                events.add(new HistoryEvent(
                        "Tablets",
                        course.from(),
                        course.until() == null ? asOf : course.until(),
                        course.drug() + " " + course.dailyDose() + " a day",
                        false));
            }
        }
        surgery(patient, asOf, events);
        events.sort(Comparator.comparing(HistoryEvent::from)
                .thenComparing(HistoryEvent::lane)
                .thenComparing(HistoryEvent::label));
        return List.copyOf(events);
    }

    private static void surgery(Patient patient, LocalDate asOf, List<HistoryEvent> events) {
        for (Surgery s : patient.surgeries()) {
            if (!s.date().isAfter(asOf)) {
                events.add(day(
                        "Operations",
                        s.date(),
                        s.kind().label() + ", " + s.bone().label() + side(s.side()),
                        asOf));
            }
        }
        for (Rod r : patient.rods()) {
            if (!r.insertedOn().isAfter(asOf)) {
                String label =
                        r.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ", "
                                + r.bone().label() + side(r.side());
                LocalDate until = r.removedOn() == null || r.removedOn().isAfter(asOf) ? asOf : r.removedOn();
                events.add(new HistoryEvent("Rods", r.insertedOn(), until, label, false));
            }
        }
        for (Cast c : patient.casts()) {
            if (!c.from().isAfter(asOf)) {
                LocalDate until = c.until() == null ? asOf : c.until();
                events.add(new HistoryEvent("Casts", c.from(), until, c.bone().label(), false));
            }
        }
        for (PlannedProcedure p : patient.plannedProcedures()) {
            if (!p.date().isBefore(asOf)) {
                String bone = p.bone() == null ? "" : ", " + p.bone().label() + side(p.side());
                events.add(day("Operations", p.date(), p.kind().label() + bone, asOf));
            }
        }
    }

    private static String side(Side side) {
        return side == Side.LEFT ? ", left" : side == Side.RIGHT ? ", right" : "";
    }

    private static HistoryEvent day(String lane, LocalDate date, String label, LocalDate asOf) {
        return new HistoryEvent(lane, date, null, label, date.isAfter(asOf));
    }
}
