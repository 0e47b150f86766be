package org.lamella.twin.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.bone.Schedule;
import org.lamella.patient.Administration;
import org.lamella.patient.Course;
import org.lamella.patient.DoseOfUnknownAmount;
import org.lamella.patient.Patient;
import org.lamella.patient.Regimen;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;

/**
 * Drugs given. The amount in mg as recorded is used; only when it is missing, the recorded mg/kg times the weight of the
 * day. A drug taken up to the plan stops there: what happens next is the matter of the options.
 */
record TreatmentReading(Timeline time, List<String> remarks) {
    void read(Patient patient, Schedule.Builder past) {
        for (Administration a : patient.administrations()) {
            if (time.before(a.date())) {
                past.dose(time.day(a.date()), a.drug(), amount(a.dose(), a.dosePerWeight()));
            } else if (a.date().equals(time.asOf())) {
                remarks.add(
                        a.drug() + " recorded on the day of the plan is not counted as history; the options start on"
                                + " that day.");
            }
        }
        for (Course c : patient.courses()) {
            int from = Math.max(0, time.day(c.from()));
            int until = c.until() == null ? time.asOfDay() : Math.min(time.asOfDay(), time.day(c.until()) + 1);
            if (until > from) {
                past.daily(from, until, c.drug(), new Regimen.Amount.Fixed(c.dailyDose()));
            }
        }
        for (DoseOfUnknownAmount d : patient.dosesOfUnknownAmount()) {
            if (time.covers(d.date())) {
                remarks.add(d.drug() + " of " + d.date()
                        + " has no readable amount and is not simulated; the siblings have had less drug than the"
                        + " patient.");
            }
        }
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
