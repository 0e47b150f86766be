package org.lamella.trial.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lamella.bone.BoneParameters;

/**
 * Parameter sets that agree with the targets about equally well.
 *
 * @param ids parameters
 * @param members values by member and parameter
 */
public record ParameterEnsemble(List<String> ids, List<double[]> members) {
    public ParameterEnsemble {
        ids = List.copyOf(ids);
        members = List.copyOf(members);
    }

    /** Median of each parameter over the members. */
    public double[] median() {
        return quantile(0.5);
    }

    /** Quantile of each parameter, by linear interpolation between the members. */
    public double[] quantile(double q) {
        double[] out = new double[ids.size()];
        for (int i = 0; i < out.length; i++) {
            int column = i;
            out[i] = quantile(members.stream().mapToDouble(m -> m[column]).toArray(), q);
        }
        return out;
    }

    static double quantile(double[] values, double q) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = q * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** Parameters of the model with the values of one set. */
    public BoneParameters apply(BoneParameters parameters, double[] values) {
        BoneParameters changed = parameters;
        for (int i = 0; i < values.length; i++) {
            changed = changed.with(ids.get(i), values[i]);
        }
        return changed;
    }

    /** As a YAML file: what made it, the point set (medians) and the members. */
    public String yaml(Map<String, String> run) {
        StringBuilder out = new StringBuilder("# Written by lamella calibrate; do not edit.\n"
                + "title: Parameter sets fitted to published studies\nstatus: fitted\nrun:\n");
        run.forEach((key, value) ->
                out.append("  ").append(key).append(": \"").append(value).append("\"\n"));
        out.append("point: ").append(set(median())).append("\nmembers:\n");
        members.forEach(m -> out.append("  - ").append(set(m)).append('\n'));
        return out.toString();
    }

    private String set(double[] values) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            parts.add(ids.get(i) + ": " + rounded(values[i]));
        }
        return "{" + String.join(", ", parts) + "}";
    }

    /** Four significant digits, so that the file holds what the model was run with. */
    static String rounded(double value) {
        return String.valueOf(round(value));
    }

    static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3e", value));
    }
}
