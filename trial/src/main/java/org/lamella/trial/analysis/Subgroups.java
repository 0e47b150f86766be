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
    private final List<Part> parts = new ArrayList<>();
    private boolean anyHistory;

    /** A part of the patients. */
    private final class Part {
        final String name;
        final Predicate<PatientSummary> in;
        final boolean byHistory;
        final Question question = analyst.primaryQuestion();
        int rows;
        int people;
        int last = -1;

        Part(String name, Predicate<PatientSummary> in, boolean byHistory) {
            this.name = name;
            this.in = in;
            this.byHistory = byHistory;
        }

        void add(PatientSummary p) {
            if (in.test(p)) {
                question.add(p);
                rows++;
                people += p.number() == last ? 0 : 1;
                last = p.number();
            }
        }
    }

    Subgroups(Protocol protocol, Analyst analyst) {
        this.analyst = analyst;
        if (protocol.arms().size() < 2) {
            return;
        }
        add("all", p -> true);
        for (OiType type : OiType.values()) {
            add(type.label(), p -> p.type() == type);
        }
        add("below 4 years", p -> p.ageYears() < 4);
        add("4 to below 10 years", p -> p.ageYears() >= 4 && p.ageYears() < 10);
        add("10 to below 18 years", p -> p.ageYears() >= 10 && p.ageYears() < 18);
        add("adults", p -> p.ageYears() >= 18);
        add("girls and women", p -> p.sex() == Sex.FEMALE);
        add("boys and men", p -> p.sex() == Sex.MALE);
        add("milder half within the type", p -> p.severity() < 0);
        add("more severe half within the type", p -> p.severity() >= 0);
        parts.add(new Part("no fracture in the watched time before", p -> p.history() == 0, true));
        parts.add(new Part("fracture in the watched time before", p -> p.history() > 0, true));
    }

    private void add(String name, Predicate<PatientSummary> in) {
        parts.add(new Part(name, in, false));
    }

    void add(PatientSummary p) {
        anyHistory |= p.history() > 0;
        parts.forEach(part -> part.add(p));
    }

    /** Parts with at least eight patients; a part that holds everybody is named once. */
    List<TrialAnalysis.Subgroup> results() {
        List<TrialAnalysis.Subgroup> results = new ArrayList<>();
        for (Part part : parts) {
            boolean everybody = part.rows == parts.getFirst().rows && !results.isEmpty();
            if (part.rows >= FEWEST && !everybody && (anyHistory || !part.byHistory)) {
                results.add(new TrialAnalysis.Subgroup(
                        part.name,
                        part.people,
                        analyst.primaryResult(part.question).comparisons().getLast()));
            }
        }
        return results;
    }
}
