package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;
import org.lamella.trial.protocol.Protocol;

/** The primary endpoint by type, age, sex, severity and earlier fractures. */
final class Subgroups {
    private static final int FEWEST = 8;

    private final Analyst analyst;
    private final List<PatientSummary> patients;
    private final List<TrialAnalysis.Subgroup> parts = new ArrayList<>();

    private Subgroups(Analyst analyst, List<PatientSummary> patients) {
        this.analyst = analyst;
        this.patients = patients;
    }

    static List<TrialAnalysis.Subgroup> of(Protocol protocol, Analyst analyst, List<PatientSummary> patients) {
        Subgroups s = new Subgroups(analyst, patients);
        if (protocol.arms().size() < 2) {
            return s.parts;
        }
        s.add("all", p -> true);
        for (OiType type : OiType.values()) {
            s.add(type.label(), p -> p.type() == type);
        }
        s.add("below 4 years", p -> p.ageYears() < 4);
        s.add("4 to below 10 years", p -> p.ageYears() >= 4 && p.ageYears() < 10);
        s.add("10 to below 18 years", p -> p.ageYears() >= 10 && p.ageYears() < 18);
        s.add("adults", p -> p.ageYears() >= 18);
        s.add("girls and women", p -> p.sex() == Sex.FEMALE);
        s.add("boys and men", p -> p.sex() == Sex.MALE);
        s.add("milder half within the type", p -> p.severity() < 0);
        s.add("more severe half within the type", p -> p.severity() >= 0);
        if (patients.stream().anyMatch(p -> p.history() > 0)) {
            s.add("no fracture in the watched time before", p -> p.history() == 0);
            s.add("fracture in the watched time before", p -> p.history() > 0);
        }
        return s.parts;
    }

    private void add(String name, Predicate<PatientSummary> in) {
        List<PatientSummary> part = patients.stream().filter(in).toList();
        boolean everybody = part.size() == patients.size() && !parts.isEmpty();
        if (part.size() >= FEWEST && !everybody) {
            int people =
                    (int) part.stream().map(PatientSummary::number).distinct().count();
            parts.add(new TrialAnalysis.Subgroup(
                    name, people, analyst.primary(part).comparisons().getLast()));
        }
    }
}
