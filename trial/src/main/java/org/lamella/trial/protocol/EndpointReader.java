package org.lamella.trial.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the questions that a trial answers. */
final class EndpointReader {
    private static final List<String> KINDS =
            List.of("change", "responder", "first_fracture", "fracture_rate", "crossover");

    private EndpointReader() {}

    /**
     * @param top the whole protocol, for the periods of a crossover
     * @param paired true when every virtual patient is in every arm
     */
    static List<Endpoint> read(Entry top, List<Measurement> measurements, StudyTime end, boolean paired) {
        Entry entry = top.get("endpoints");
        List<Endpoint> endpoints = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int primaries = 0;
        for (Entry item : entry.items()) {
            Endpoint endpoint = item.find("crossover").isPresent()
                    ? crossover(item, top, measurements, end)
                    : endpoint(item, measurements, end);
            if (paired && item.find("method").isPresent()) {
                throw item.get("method")
                        .fault(
                                "a method for a paired trial, where rates are compared within virtual patients",
                                "an endpoint without method");
            }
            if (!ids.add(endpoint.id())) {
                throw item.fault("a second endpoint '" + endpoint.id() + "'", "each id once");
            }
            primaries += endpoint.primary() ? 1 : 0;
            endpoints.add(endpoint);
        }
        if (primaries != 1) {
            throw entry.fault(primaries + " primary endpoints", "exactly one endpoint with primary: true");
        }
        return List.copyOf(endpoints);
    }

    /** Refuses a quantity that no visit measures. */
    static void refuseUnmeasured(Entry entry, List<Measurement> measurements) {
        Quantity quantity = entry.choice(Quantity.class);
        if (find(quantity, measurements).isEmpty()) {
            throw entry.fault(
                    "the quantity '" + quantity.word() + "', which no visit measures",
                    "one of "
                            + String.join(
                                    ", ",
                                    measurements.stream()
                                            .map(m -> m.quantity().word())
                                            .toList()));
        }
    }

    private static Endpoint endpoint(Entry entry, List<Measurement> measurements, StudyTime end) {
        String kind = KINDS.stream()
                .filter(k -> entry.find(k).isPresent())
                .findFirst()
                .orElseThrow(() -> entry.wrong("one of the kinds " + String.join(", ", KINDS)));
        String id = entry.text("id");
        boolean primary = entry.find("primary").map(Entry::flag).orElse(false);
        return switch (kind) {
            case "change" -> {
                entry.onlyKeys("id", "primary", "change", "at", "percent");
                yield new Endpoint.Change(
                        id,
                        primary,
                        quantity(entry, kind, measurements),
                        at(entry, kind, measurements),
                        percent(entry, kind));
            }
            case "responder" -> {
                entry.onlyKeys("id", "primary", "responder", "at", "percent", "at_least");
                yield new Endpoint.Responder(
                        id,
                        primary,
                        quantity(entry, kind, measurements),
                        at(entry, kind, measurements),
                        percent(entry, kind),
                        entry.get("at_least").number());
            }
            case "first_fracture" -> {
                entry.onlyKeys("id", "primary", "first_fracture", "until");
                yield new Endpoint.FirstFracture(
                        id, primary, entry.get(kind).choice(Endpoint.Fractures.class), until(entry, end));
            }
            default -> {
                entry.onlyKeys("id", "primary", "fracture_rate", "from", "until", "method");
                StudyTime from = entry.find("from").map(Entry::time).orElse(StudyTime.ZERO);
                StudyTime until = until(entry, end);
                if (from.compareTo(until) >= 0) {
                    throw entry.fault("counting from " + from + " until " + until, "a beginning before the end");
                }
                yield new Endpoint.FractureRate(
                        id,
                        primary,
                        entry.get(kind).choice(Endpoint.Fractures.class),
                        from,
                        until,
                        entry.find("method")
                                .map(m -> m.choice(Endpoint.CountMethod.class))
                                .orElse(Endpoint.CountMethod.NEGATIVE_BINOMIAL));
            }
        };
    }

    /** The change over each period; both begin and end with a measurement. */
    private static Endpoint crossover(Entry entry, Entry top, List<Measurement> measurements, StudyTime end) {
        entry.onlyKeys("id", "primary", "crossover", "percent");
        if (top.find("crossover").isEmpty()) {
            throw entry.get("crossover")
                    .fault(
                            "a crossover endpoint of a trial whose arms do not change places",
                            "a top-level entry crossover: {at, washout}, or an endpoint of another kind");
        }
        Quantity quantity = quantity(entry, "crossover", measurements);
        StudyTime at = top.get("crossover").get("at").time();
        StudyTime second = new StudyTime(at.days()
                + top.get("crossover").find("washout").map(e -> e.time().days()).orElse(0));
        List<StudyTime> visits = find(quantity, measurements).orElseThrow().visits();
        for (StudyTime needed : List.of(at, second, end)) {
            if (!visits.contains(needed)) {
                throw entry.get("crossover")
                        .fault(
                                "no measurement of " + quantity.word() + " at " + needed,
                                "a measurement at the beginning and end of both periods: 0, " + at + ", " + second
                                        + ", " + end);
            }
        }
        return new Endpoint.Crossover(
                entry.text("id"),
                entry.find("primary").map(Entry::flag).orElse(false),
                quantity,
                percent(entry, "crossover"),
                at,
                second,
                end);
    }

    private static Quantity quantity(Entry entry, String kind, List<Measurement> measurements) {
        refuseUnmeasured(entry.get(kind), measurements);
        return entry.get(kind).choice(Quantity.class);
    }

    private static boolean percent(Entry entry, String kind) {
        boolean percent = entry.find("percent").map(Entry::flag).orElse(false);
        if (percent && !entry.get(kind).choice(Quantity.class).ratioScale()) {
            throw entry.get("percent").fault("a percentage of a Z-score", "percent: false for Z-scores");
        }
        return percent;
    }

    private static StudyTime at(Entry entry, String kind, List<Measurement> measurements) {
        StudyTime at = entry.get("at").time();
        Measurement measured =
                find(entry.get(kind).choice(Quantity.class), measurements).orElseThrow();
        if (at.days() == 0 || !measured.visits().contains(at)) {
            throw entry.get("at")
                    .wrong("a visit after enrolment at which it is measured: "
                            + String.join(
                                    ", ",
                                    measured.visits().stream()
                                            .skip(1)
                                            .map(StudyTime::toString)
                                            .toList()));
        }
        return at;
    }

    private static StudyTime until(Entry entry, StudyTime end) {
        StudyTime until = entry.find("until").map(Entry::time).orElse(end);
        if (until.days() < 1 || until.compareTo(end) > 0) {
            throw entry.get("until").wrong("a time up to the last visit at " + end);
        }
        return until;
    }

    private static Optional<Measurement> find(Quantity quantity, List<Measurement> measurements) {
        return measurements.stream().filter(m -> m.quantity() == quantity).findFirst();
    }
}
