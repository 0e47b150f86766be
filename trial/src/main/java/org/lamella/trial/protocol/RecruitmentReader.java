package org.lamella.trial.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.OiType;

/** Reads who is asked and who may enter. */
final class RecruitmentReader {
    private RecruitmentReader() {}

    static Recruitment read(Entry entry) {
        entry.onlyKeys("setting", "patients", "age", "female_share", "types", "criteria", "treated_before");
        List<Criterion> criteria = new ArrayList<>();
        for (Entry item : entry.items("criteria")) {
            criteria.add(criterion(item));
        }
        return new Recruitment(
                entry.get("setting").choice(Recruitment.Setting.class),
                entry.get("patients").integer(1, 10_000_000),
                age(entry.get("age")),
                entry.get("female_share").number(0, 1),
                entry.find("types").map(RecruitmentReader::types).orElse(null),
                criteria,
                treatedBefore(entry));
    }

    private static Recruitment.AgeRange age(Entry entry) {
        entry.onlyKeys("from", "to", "typical");
        double from = entry.get("from").number(0, 90);
        double to = entry.get("to").number(0, 90);
        try {
            return new Recruitment.AgeRange(
                    from, to, entry.find("typical").map(Entry::number).orElse(null));
        } catch (IllegalArgumentException e) {
            throw entry.fault(String.valueOf(e.getMessage()), "years, youngest first, such as {from: 4, to: 15}");
        }
    }

    private static Map<OiType, Double> types(Entry entry) {
        entry.onlyKeys(Arrays.stream(OiType.values()).map(Enum::name).toArray(String[]::new));
        Map<OiType, Double> shares = new EnumMap<>(OiType.class);
        double sum = 0;
        for (String key : entry.keys()) {
            double share = entry.get(key).number(0, 1);
            shares.put(OiType.valueOf(key), share);
            sum += share;
        }
        if (Math.abs(sum - 1) > 0.005) {
            throw entry.fault("shares that sum to " + sum, "shares of the types that sum to 1");
        }
        return Map.copyOf(shares).isEmpty() ? shares : java.util.Collections.unmodifiableMap(shares);
    }

    private static Criterion criterion(Entry entry) {
        try {
            if (entry.find("any_of").isPresent() || entry.find("all_of").isPresent()) {
                entry.onlyKeys("any_of", "all_of");
                boolean any = entry.find("any_of").isPresent();
                List<Criterion> parts = entry.items(any ? "any_of" : "all_of").stream()
                        .map(RecruitmentReader::criterion)
                        .toList();
                if (parts.size() < 2) {
                    throw entry.wrong("at least two criteria under " + (any ? "any_of" : "all_of"));
                }
                return any ? new Criterion.AnyOf(parts) : new Criterion.AllOf(parts);
            }
            if (entry.find("fractures").isPresent()) {
                entry.onlyKeys("fractures");
                return fractures(entry.get("fractures"));
            }
            entry.onlyKeys("quantity", "at_least", "at_most");
            if (entry.find("at_least").isEmpty() && entry.find("at_most").isEmpty()) {
                throw entry.fault("a criterion without a bound", "at_least, at_most or both");
            }
            return new Criterion.Measured(
                    entry.get("quantity").choice(Quantity.class),
                    entry.find("at_least").map(Entry::number).orElse(Double.NEGATIVE_INFINITY),
                    entry.find("at_most").map(Entry::number).orElse(Double.POSITIVE_INFINITY));
        } catch (IllegalArgumentException e) {
            throw entry.fault(String.valueOf(e.getMessage()), "bounds that somebody can meet");
        }
    }

    private static Criterion fractures(Entry entry) {
        entry.onlyKeys("at_least", "at_most", "window");
        return new Criterion.FractureHistory(
                entry.find("at_least").map(e -> e.integer(0, 100)).orElse(0),
                entry.find("at_most").map(e -> e.integer(0, 100)).orElse(Integer.MAX_VALUE),
                entry.get("window").time());
    }

    private static Recruitment.@Nullable TreatedBefore treatedBefore(Entry entry) {
        return entry.find("treated_before")
                .map(before -> {
                    before.onlyKeys("duration", "treatments");
                    StudyTime duration = before.get("duration").time();
                    return new Recruitment.TreatedBefore(
                            duration, TreatmentReader.list(before.get("treatments"), duration));
                })
                .orElse(null);
    }
}
