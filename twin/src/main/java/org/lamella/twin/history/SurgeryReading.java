package org.lamella.twin.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lamella.bone.FractureSite;
import org.lamella.bone.Schedule;
import org.lamella.patient.Cast;
import org.lamella.patient.Patient;
import org.lamella.patient.Rod;
import org.lamella.patient.Surgery;

/** Operations, rods and casts. */
record SurgeryReading(Timeline time, int usualCastDays, List<String> remarks) {
    private static final int MOST_CASTS = 12;

    void read(Patient patient, Schedule.Builder past, Schedule.Builder lasting) {
        for (Surgery s : patient.surgeries()) {
            Optional<FractureSite> site = FractureSite.of(s.bone());
            if (time.before(s.date()) && s.kind().cutsBone() && site.isPresent()) {
                past.add(new Schedule.Osteotomy(time.day(s.date()), site.get()));
            }
        }
        for (Rod r : patient.rods()) {
            Optional<FractureSite> site = FractureSite.of(r.bone());
            if (time.before(r.insertedOn()) && site.isPresent()) {
                past.add(new Schedule.RodInserted(
                        time.day(r.insertedOn()), site.get(), r.kind().telescoping()));
                if (r.removedOn() != null && time.before(r.removedOn())) {
                    past.add(new Schedule.RodRemoved(time.day(r.removedOn()), site.get()));
                }
            }
        }
        List<Cast> casts =
                patient.casts().stream().filter(c -> time.covers(c.from())).toList();
        int skipped = Math.max(0, casts.size() - MOST_CASTS);
        if (skipped > 0) {
            remarks.add("The " + skipped + " oldest of " + casts.size() + " casts are not simulated.");
        }
        for (Cast c : casts.subList(skipped, casts.size())) {
            FractureSite.of(c.bone()).ifPresent(site -> cast(c, site, past, lasting));
        }
    }

    private void cast(Cast c, FractureSite site, Schedule.Builder past, Schedule.Builder lasting) {
        int now = time.asOfDay();
        int from = time.day(c.from());
        // Only an end that was already recorded on the day of the plan is known; a later one is the usual duration.
        LocalDate end = c.until();
        boolean ended = end != null && !end.isAfter(time.asOf());
        int until = end != null && ended ? time.day(end) + 1 : Math.max(now + 1, from + usualCastDays);
        if (from < now) {
            past.cast(from, Math.min(now, Math.max(until, from + 1)), site);
        }
        if (until > now) {
            lasting.cast(now, until, site);
            if (!ended) {
                remarks.add("Cast of " + c.from() + " has no recorded end; it is taken to last " + (until - from)
                        + " days in all.");
            }
        }
    }
}
