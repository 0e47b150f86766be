package org.lamella.trial.protocol;

import java.util.ArrayList;
import java.util.List;

/** Reads visits and what is measured at them. */
final class VisitReader {
    private VisitReader() {}

    /** A rising list that begins at zero, or {@code every} and {@code until}. */
    static List<StudyTime> visits(Entry entry) {
        if (entry.isMap()) {
            entry.onlyKeys("every", "until");
            StudyTime every = entry.get("every").time();
            StudyTime until = entry.get("until").time();
            if (every.days() < 1 || until.days() < every.days()) {
                throw entry.fault("visits every " + every + " until " + until, "an interval shorter than the trial");
            }
            List<StudyTime> visits = new ArrayList<>();
            int number = (int) Math.rint((double) until.days() / every.days());
            for (int i = 0; i <= number; i++) {
                visits.add(new StudyTime((int) Math.rint((double) until.days() * i / number)));
            }
            return List.copyOf(visits);
        }
        List<StudyTime> visits = times(entry);
        if (visits.size() < 2 || visits.getFirst().days() != 0) {
            throw entry.wrong("at least two visits, the first at 0 days");
        }
        return visits;
    }

    static List<Measurement> measurements(Entry entry, List<StudyTime> visits) {
        List<Measurement> measurements = new ArrayList<>();
        for (String key : entry.keys()) {
            Entry item = entry.get(key);
            Quantity quantity = quantity(entry, item, key);
            item.onlyKeys("at", "error");
            List<StudyTime> at = item.find("at").map(a -> subset(a, visits)).orElse(visits);
            measurements.add(new Measurement(
                    quantity,
                    at,
                    item.find("error").map(VisitReader::error).orElseGet(() -> ObservationDefaults.error(quantity))));
        }
        if (measurements.isEmpty()) {
            throw entry.wrong("at least one measured quantity");
        }
        return List.copyOf(measurements);
    }

    private static Quantity quantity(Entry owner, Entry item, String key) {
        List<String> words = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            if (quantity.word().equals(key)) {
                return quantity;
            }
            words.add(quantity.word());
        }
        throw (item.line() > 0 ? item : owner).unknown("quantity", key, words);
    }

    private static List<StudyTime> subset(Entry entry, List<StudyTime> visits) {
        if (!entry.isList()) {
            if (entry.text().equals("all")) {
                return visits;
            }
            throw entry.wrong("a list of visit times, or all");
        }
        List<StudyTime> times = times(entry);
        for (Entry item : entry.items()) {
            if (!visits.contains(item.time())) {
                throw item.wrong("one of the visits "
                        + String.join(
                                ", ", visits.stream().map(StudyTime::toString).toList()));
            }
        }
        if (times.isEmpty() || times.getFirst().days() != 0) {
            throw entry.wrong("a list that begins at 0 days, the value that changes are counted from");
        }
        return times;
    }

    private static List<StudyTime> times(Entry entry) {
        List<StudyTime> times = new ArrayList<>();
        for (Entry item : entry.items()) {
            StudyTime time = item.time();
            if (!times.isEmpty() && time.compareTo(times.getLast()) <= 0) {
                throw item.fault(
                        "the visit at " + time + " after the one at " + times.getLast(), "visits in rising order");
            }
            times.add(time);
        }
        return List.copyOf(times);
    }

    private static Measurement.Error error(Entry entry) {
        entry.onlyKeys("relative", "absolute");
        boolean relative = entry.find("relative").isPresent();
        if (relative == entry.find("absolute").isPresent()) {
            throw entry.wrong("either {relative: 0.02} or {absolute: 0.1}");
        }
        return new Measurement.Error(
                relative ? Measurement.Error.Kind.RELATIVE : Measurement.Error.Kind.ABSOLUTE,
                entry.get(relative ? "relative" : "absolute").number(0, 100));
    }
}
