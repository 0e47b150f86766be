package org.lamella.trial.protocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.trial.statistics.GroupSequential;
import org.lamella.trial.statistics.RepeatedMeasures;

/** Reads how the trial is analysed. */
final class AnalysisReader {
    private AnalysisReader() {}

    static AnalysisPlan read(Entry entry, List<Arm> arms, boolean paired) {
        entry.onlyKeys("repeated_measures", "interim", "dose_response");
        if (paired) {
            for (String key : List.of("repeated_measures", "interim")) {
                entry.find(key).ifPresent(e -> {
                    throw e.fault(
                            key + " in a paired trial, where every virtual patient is in every arm",
                            "randomisation method randomised");
                });
            }
        }
        return new AnalysisPlan(
                entry.find("repeated_measures").isPresent()
                        ? entry.get("repeated_measures").choice(RepeatedMeasures.Structure.class)
                        : null,
                interim(entry),
                doses(entry, arms));
    }

    private static AnalysisPlan.@Nullable Interim interim(Entry owner) {
        if (owner.find("interim").isEmpty()) {
            return null;
        }
        Entry entry = owner.get("interim").onlyKeys("looks", "spending");
        List<Double> looks = new ArrayList<>();
        for (Entry item : entry.items("looks")) {
            double look = item.number(0.05, 1);
            if (!looks.isEmpty() && look <= looks.getLast()) {
                throw item.fault(
                        "the look at " + look + " after the one at " + looks.getLast(), "looks in rising order");
            }
            looks.add(look);
        }
        if (looks.isEmpty() || looks.size() > 10) {
            throw entry.get("looks").wrong("1 to 10 shares of the patients, such as [0.5, 0.75, 1]");
        }
        if (looks.getLast() != 1) {
            looks.add(1.0);
        }
        return new AnalysisPlan.Interim(looks, entry.get("spending").choice(GroupSequential.Spending.class));
    }

    private static AnalysisPlan.@Nullable Doses doses(Entry owner, List<Arm> arms) {
        if (owner.find("dose_response").isEmpty()) {
            return null;
        }
        Entry entry = owner.get("dose_response").onlyKeys("unit", "levels");
        Entry levels = entry.get("levels");
        levels.onlyKeys(arms.stream().map(Arm::id).toArray(String[]::new));
        List<Double> doses = new ArrayList<>();
        for (Arm arm : arms) {
            doses.add(levels.get(arm.id()).number(0, 1e6));
        }
        if (doses.stream().distinct().count() < 3) {
            throw levels.wrong("at least three different doses, one for each arm");
        }
        return new AnalysisPlan.Doses(entry.text("unit"), doses);
    }
}
