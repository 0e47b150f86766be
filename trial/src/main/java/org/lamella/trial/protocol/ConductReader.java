package org.lamella.trial.protocol;

import java.util.ArrayList;
import java.util.List;
import org.lamella.bone.FractureSite;

/** Reads how the trial runs in practice. */
final class ConductReader {
    private ConductReader() {}

    static Conduct read(Entry entry, Recruitment.Setting setting) {
        entry.onlyKeys("adherence", "drop_out", "adjudication");
        return new Conduct(
                adherence(entry.get("adherence")),
                dropOut(entry.get("drop_out")),
                entry.find("adjudication")
                        .map(e -> adjudication(e, ObservationDefaults.adjudication(setting)))
                        .orElseGet(() -> ObservationDefaults.adjudication(setting)));
    }

    private static Conduct.Adherence adherence(Entry entry) {
        entry.onlyKeys("mean", "between_patient_sd", "missed_cycles");
        return new Conduct.Adherence(
                entry.get("mean").number(0.01, 1),
                entry.find("between_patient_sd").map(e -> e.number(0, 5)).orElse(0.0),
                entry.find("missed_cycles").map(e -> e.number(0, 0.95)).orElse(0.0));
    }

    private static Conduct.DropOut dropOut(Entry entry) {
        entry.onlyKeys("per_year", "per_year_after_fracture");
        return new Conduct.DropOut(
                entry.get("per_year").number(0, 5),
                entry.find("per_year_after_fracture").map(e -> e.number(0, 5)).orElse(0.0));
    }

    private static Conduct.Adjudication adjudication(Entry entry, Conduct.Adjudication usual) {
        entry.onlyKeys("detected", "vertebral_detected", "false_per_year", "not_counted");
        List<FractureSite> notCounted = new ArrayList<>();
        for (Entry item : entry.items("not_counted")) {
            notCounted.add(item.choice(FractureSite.class));
        }
        return new Conduct.Adjudication(
                entry.find("detected").map(e -> e.number(0, 1)).orElse(usual.detected()),
                entry.find("vertebral_detected").map(e -> e.number(0, 1)).orElse(usual.vertebralDetected()),
                entry.find("false_per_year").map(e -> e.number(0, 10)).orElse(usual.falsePerYear()),
                entry.find("not_counted").isPresent() ? notCounted : usual.notCounted());
    }
}
