package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;

/** Endpoints of one replicate, and its primary endpoint as it stood when fewer patients were enrolled. */
final class ReplicateTally {
    private final Analyst analyst;
    private final List<Question> questions;
    private final List<Integer> sizes;
    private final Map<Integer, EndpointResult> primaryAt = new HashMap<>();
    private int nextSize;
    private int enrolled;

    /**
     * @param analyst asks the questions
     * @param sizes numbers of patients at which the primary endpoint is looked at
     */
    ReplicateTally(Analyst analyst, SortedSet<Integer> sizes) {
        this.analyst = analyst;
        this.questions = analyst.questions();
        this.sizes = List.copyOf(sizes);
    }

    void add(PatientSummary p) {
        while (nextSize < sizes.size() && p.number() >= sizes.get(nextSize)) {
            look();
        }
        questions.forEach(q -> q.add(p));
        enrolled = p.number() + 1;
    }

    private void look() {
        primaryAt.put(sizes.get(nextSize++), analyst.primaryResult(questions.get(analyst.primary())));
    }

    /** Patients enrolled so far. */
    int enrolled() {
        return enrolled;
    }

    List<EndpointResult> results() {
        List<EndpointResult> results = new ArrayList<>();
        for (int e = 0; e < questions.size(); e++) {
            results.add(analyst.result(e, questions.get(e)));
        }
        return results;
    }

    /** The primary endpoint of the first so many patients; one of the sizes that were asked for, and reached. */
    EndpointResult primaryAt(int patients) {
        while (nextSize < sizes.size() && enrolled >= sizes.get(nextSize)) {
            look();
        }
        return Objects.requireNonNull(primaryAt.get(patients), "a size that was asked for");
    }
}
