package org.lamella.twin.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lamella.bone.Schedule;
import org.lamella.patient.Administration;
import org.lamella.patient.Course;
import org.lamella.patient.DoseOfUnknownAmount;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;
import org.lamella.patient.Regimen;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;

/**
 * Drugs given. The amount in mg as recorded is used; only when it is missing, the recorded mg/kg times the weight of the
 * day. A drug taken up to the plan stops there: what happens next is the matter of the options.
 */
record TreatmentReading(Timeline time, Set<Drug> known, List<String> remarks) {
    /** The bone model takes up to 64 courses and casts; the rest is left for casts. */
    private static final int MOST_COURSES = 50;

    void read(Patient patient, Schedule.Builder past) {
        Set<Drug> unknown = new TreeSet<>();
        for (Administration a : patient.administrations()) {
            if (!time.covers(a.date())) {
                continue;
            }
            if (!known.contains(a.drug())) {
                unknown.add(a.drug());
            } else if (time.before(a.date())) {
                past.dose(time.day(a.date()), a.drug(), amount(a.dose(), a.dosePerWeight()));
            } else {
                remarks.add(
                        a.drug() + " recorded on the day of the plan is not counted as history; the options start on"
                                + " that day.");
            }
        }
        courses(patient, past, unknown);
        for (DoseOfUnknownAmount d : patient.dosesOfUnknownAmount()) {
            if (time.covers(d.date())) {
                remarks.add(d.drug() + " of " + d.date()
                        + " has no readable amount and is not simulated; the siblings have had less drug than the"
                        + " patient.");
            }
        }
        for (Drug drug : unknown) {
            remarks.add(
                    drug + " was given in the past but is not part of the bone model; its effect is not simulated.");
        }
    }

    private void courses(Patient patient, Schedule.Builder past, Set<Drug> unknown) {
        List<Schedule.Course> joined = new ArrayList<>();
        for (Course c : patient.courses()) {
            int from = Math.max(0, time.day(c.from()));
            LocalDate last = c.until();
            int until = last == null ? time.asOfDay() : Math.min(time.asOfDay(), time.day(last) + 1);
            if (until <= from) {
                continue;
            }
            if (!known.contains(c.drug())) {
                unknown.add(c.drug());
                continue;
            }
            Regimen.Amount amount = new Regimen.Amount.Fixed(c.dailyDose());
            Schedule.Course previous = joined.isEmpty() ? null : joined.getLast();
            boolean goesOn = previous != null
                    && previous.until() == from
                    && previous.drug().equals(c.drug())
                    && previous.amount().equals(amount);
            if (goesOn) {
                from = joined.removeLast().day();
            }
            joined.add(new Schedule.Course(from, until, c.drug(), amount, 1));
        }
        int skipped = Math.max(0, joined.size() - MOST_COURSES);
        if (skipped > 0) {
            remarks.add(
                    "The " + skipped + " oldest of " + joined.size() + " courses of daily drugs are not simulated.");
        }
        joined.subList(skipped, joined.size()).forEach(past::add);
    }

    private static Regimen.Amount amount(@Nullable Milligrams dose, @Nullable MilligramsPerKilogram dosePerWeight) {
        if (dose != null) {
            return new Regimen.Amount.Fixed(dose);
        }
        if (dosePerWeight == null) {
            throw new IllegalArgumentException("administration: needs an amount in mg or in mg/kg; none was given");
        }
        return new Regimen.Amount.ByWeight(dosePerWeight, null);
    }
}
