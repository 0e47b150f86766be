package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Values and covariates of groups of patients. */
final class Groups {
    private Groups() {}

    static List<PatientSummary> both(List<PatientSummary> control, List<PatientSummary> treated) {
        List<PatientSummary> both = new ArrayList<>(control);
        both.addAll(treated);
        return both;
    }

    /** One covariate: 1 in the treated arm, 0 in the other. */
    static double[][] armColumn(List<PatientSummary> both, List<PatientSummary> treated) {
        int arm = treated.isEmpty() ? -1 : treated.getFirst().arm();
        return both.stream().map(p -> new double[] {p.arm() == arm ? 1 : 0}).toArray(double[][]::new);
    }

    static double[] finite(List<PatientSummary> group, ToDoubleFunction<PatientSummary> of) {
        return group.stream().mapToDouble(of).filter(v -> !Double.isNaN(v)).toArray();
    }

    static int sum(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return (int) sum;
    }

    /** Differences, treated minus control, of the same virtual patients. */
    static double[] pairs(
            List<PatientSummary> control, List<PatientSummary> treated, ToDoubleFunction<PatientSummary> of) {
        Map<Integer, Double> byNumber = new HashMap<>();
        control.forEach(p -> byNumber.put(p.number(), of.applyAsDouble(p)));
        return treated.stream()
                .mapToDouble(p -> of.applyAsDouble(p) - byNumber.getOrDefault(p.number(), Double.NaN))
                .filter(v -> !Double.isNaN(v))
                .toArray();
    }
}
