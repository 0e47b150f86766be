package org.lamella.twin.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lamella.bone.FractureSite;
import org.lamella.bone.Schedule;
import org.lamella.patient.Fracture;
import org.lamella.patient.Patient;
import org.lamella.patient.VertebralFracture;

/**
 * Fractures as events of the past and as evidence about the hazard.
 *
 * <p>Evidence are fractures of the limbs in the window from which on the record can be trusted to hold them: from birth
 * when a fracture is dated before the first contact (a history was taken), otherwise from the first contact. Vertebral
 * fractures are dated by the image that showed them, not by their occurrence; they are imposed on the siblings but say
 * nothing about the hazard. Birth fractures neither, because the model has no birth.
 */
record FractureReading(Timeline time, List<String> remarks) {
    void impose(Patient patient, Schedule.Builder past) {
        Set<FractureWindow.Event> events = new LinkedHashSet<>();
        int withoutSite = 0;
        for (Fracture f : patient.fractures()) {
            Optional<FractureSite> site = FractureSite.of(f.bone());
            if (time.before(f.date())) {
                withoutSite += site.isEmpty() ? 1 : 0;
                site.ifPresent(s -> events.add(new FractureWindow.Event(time.day(f.date()), s)));
            }
        }
        for (VertebralFracture v : patient.vertebralFractures()) {
            if (time.before(v.date())) {
                events.add(new FractureWindow.Event(time.day(v.date()), FractureSite.VERTEBRA));
            }
        }
        events.forEach(e -> past.fracture(e.ageDay(), e.site()));
        if (withoutSite > 0) {
            remarks.add(withoutSite + " recorded fracture(s) of ribs, pelvis, skull or other bones are not used: the"
                    + " model does not break these bones.");
        }
    }

    Optional<FractureWindow> window(Patient patient) {
        List<Fracture> limb = patient.fractures().stream()
                .filter(f -> time.before(f.date()))
                .filter(f -> f.mechanism() != Fracture.Mechanism.BIRTH)
                .filter(f -> site(f).isPresent())
                .toList();
        if (limb.isEmpty()) {
            remarks.add(
                    "No limb fracture is recorded. Whether there was none or none was entered cannot be told, so the"
                            + " fracture history is not used; the expected fractures rest on type, density and markers.");
            return Optional.empty();
        }
        Optional<LocalDate> contact = firstContact(patient);
        LocalDate earliest = limb.getFirst().date();
        boolean historyTaken = contact.isEmpty() || earliest.isBefore(contact.get());
        LocalDate from = historyTaken ? time.birth() : contact.get();
        Set<FractureWindow.Event> events = new LinkedHashSet<>();
        limb.forEach(f -> events.add(new FractureWindow.Event(time.day(f.date()), site(f).orElseThrow())));
        remarks.add("Fractures are taken to be completely recorded from " + from + (historyTaken ? " (birth)" : "")
                + " on: " + events.size() + " of the limbs. Unrecorded ones would make the expected number too low.");
        return Optional.of(new FractureWindow(time.day(from), time.asOfDay(), new ArrayList<>(events)));
    }

    /** Site of a limb fracture; empty for vertebrae and bones that the model does not break. */
    private static Optional<FractureSite> site(Fracture f) {
        return FractureSite.of(f.bone()).filter(s -> s != FractureSite.VERTEBRA);
    }

    /** First day on which anything but a fracture was recorded. */
    private Optional<LocalDate> firstContact(Patient p) {
        return Stream.of(
                        p.weights().stream().map(w -> w.date()),
                        p.heights().stream().map(h -> h.date()),
                        p.dxaScans().stream().map(d -> d.date()),
                        p.labs().stream().map(l -> l.date()),
                        p.surgeries().stream().map(s -> s.date()),
                        p.casts().stream().map(c -> c.from()),
                        p.mobility().stream().map(m -> m.date()),
                        p.examinations().stream().map(e -> e.date()),
                        p.administrations().stream().map(a -> a.date()),
                        p.courses().stream().map(c -> c.from()))
                .flatMap(dates -> dates)
                .filter(time::covers)
                .min(Comparator.naturalOrder());
    }
}
