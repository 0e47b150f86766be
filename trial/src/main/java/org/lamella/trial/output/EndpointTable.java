package org.lamella.trial.output;

import java.util.List;
import java.util.Locale;
import org.lamella.trial.analysis.ArmSummary;
import org.lamella.trial.analysis.EndpointResult;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.statistics.Effect;

/** Endpoints of every replicate as CSV: one row per arm, one per comparison. */
public final class EndpointTable {
    /** Names of the columns. */
    static final String HEADER = "REPLICAT,ENDPOINT,ARMCD,AGAINST,MEASURE,N,ESTIMATE,LOW95,HIGH95,PVALUE,SD";

    private EndpointTable() {}

    /** The table, header line first. */
    public static String csv(TrialAnalysis analysis) {
        StringBuilder out = new StringBuilder(HEADER + "\n");
        List<List<EndpointResult>> replicates = analysis.replicates();
        for (int r = 0; r < replicates.size(); r++) {
            for (EndpointResult result : replicates.get(r)) {
                for (ArmSummary arm : result.arms()) {
                    row(out, r, result, arm.arm(), "", "arm", String.valueOf(arm.patients()), arm.value(), arm.sd());
                }
                for (EndpointResult.Comparison c : result.comparisons()) {
                    Effect none = new Effect(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
                    row(
                            out,
                            r,
                            result,
                            c.arm(),
                            c.against(),
                            c.measure(),
                            "",
                            c.effectIfAny().orElse(none),
                            Double.NaN);
                }
            }
        }
        return out.toString();
    }

    private static void row(
            StringBuilder out,
            int replicate,
            EndpointResult result,
            String arm,
            String against,
            String measure,
            String n,
            Effect effect,
            double sd) {
        out.append(String.join(
                        ",",
                        String.valueOf(replicate),
                        result.endpoint().id(),
                        arm,
                        against,
                        measure,
                        n,
                        number(effect.estimate()),
                        number(effect.low()),
                        number(effect.high()),
                        number(effect.pValue()),
                        number(sd)))
                .append('\n');
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6g", value) : "";
    }
}
