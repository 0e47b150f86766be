package org.lamella.trial.calibrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Predictions before and after a calibration as a page, the worst misfits first. */
public final class CalibrationTable {
    private CalibrationTable() {}

    /** Summary of the misfits of one set of predictions. */
    private record Summary(double gmfe, double within15, double within2, int folds, int signs, double msq) {}

    /** Tables of targets, of the summary and of the parameters in Markdown. */
    public static String markdown(CalibrationPlan plan, Calibration.Result result) {
        StringBuilder out = new StringBuilder("| | before | after |\n|---|---|---|\n");
        Summary before = summary(plan.targets(), result.before());
        Summary after = summary(plan.targets(), result.after());
        row(out, "geometric mean fold error (fold and level targets)", "%.2f", before.gmfe(), after.gmfe());
        row(out, "within 1.5-fold, %", "%.0f", before.within15(), after.within15());
        row(out, "within 2-fold, %", "%.0f", before.within2(), after.within2());
        row(out, "of how many", "%.0f", before.folds(), after.folds());
        row(out, "opposite sign (left out of the mean, counted as outside)", "%.0f", before.signs(), after.signs());
        row(out, "mean squared misfit in units of the error", "%.2f", before.msq(), after.msq());
        double inside = IntStream.range(0, plan.targets().size())
                .filter(d -> inside(plan.targets().get(d), members(result, d)))
                .count();
        out.append(String.format(
                Locale.ROOT,
                "| observed within the 90 %% range of the fitted sets with the error added, %% | | %.0f |%n",
                100 * inside / plan.targets().size()));
        targets(plan, result, out);
        parameters(plan, result, out);
        return out.toString();
    }

    private static void row(StringBuilder out, String what, String format, double before, double after) {
        out.append("| ").append(what).append(" | ");
        out.append(String.format(Locale.ROOT, format, before)).append(" | ");
        out.append(String.format(Locale.ROOT, format, after)).append(" |\n");
    }

    private static Summary summary(List<CalibrationTarget> targets, double[] predicted) {
        double logs = 0;
        int finite = 0;
        int folds = 0;
        int within15 = 0;
        int within2 = 0;
        double squares = 0;
        for (int d = 0; d < targets.size(); d++) {
            CalibrationTarget target = targets.get(d);
            squares += Math.pow((predicted[d] - target.observed()) / target.error(), 2);
            if (target.scale() != CalibrationTarget.Scale.DIFFERENCE) {
                double fold = target.misfit(predicted[d]);
                folds++;
                within15 += fold <= 1.5 ? 1 : 0;
                within2 += fold <= 2 ? 1 : 0;
                if (Double.isFinite(fold)) {
                    logs += Math.log(fold);
                    finite++;
                }
            }
        }
        return new Summary(
                Math.exp(logs / finite),
                100.0 * within15 / folds,
                100.0 * within2 / folds,
                folds,
                folds - finite,
                squares / targets.size());
    }

    private static double[] members(Calibration.Result result, int target) {
        return result.members().stream().mapToDouble(m -> m[target]).toArray();
    }

    /** Normal approximation: middle of the sets, their variance and the variance of the error. */
    private static boolean inside(CalibrationTarget target, double[] members) {
        double sd = (ParameterEnsemble.quantile(members, 0.84) - ParameterEnsemble.quantile(members, 0.16)) / 2;
        double middle = ParameterEnsemble.quantile(members, 0.5);
        return Math.abs(target.observed() - middle) <= 1.645 * Math.hypot(sd, target.error());
    }

    private static void targets(CalibrationPlan plan, Calibration.Result result, StringBuilder out) {
        out.append("\n| target | stage | unit | observed | error sd | before | after | 90 % of the sets | misfit before"
                + " | misfit after | in errors |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, plan.targets().size()).boxed().toList());
        order.sort(Comparator.comparingDouble(d -> -Math.abs(inErrors(plan, result, d))));
        for (int d : order) {
            CalibrationTarget t = plan.targets().get(d);
            double[] members = members(result, d);
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %s | %.3g | %.2g | %.3g | %.3g | %.3g to %.3g | %s | %s | %.1f |%n",
                    t.id(),
                    t.stage(),
                    t.unit(),
                    t.observed(),
                    t.error(),
                    result.before()[d],
                    result.after()[d],
                    ParameterEnsemble.quantile(members, 0.05),
                    ParameterEnsemble.quantile(members, 0.95),
                    misfit(t, result.before()[d]),
                    misfit(t, result.after()[d]),
                    inErrors(plan, result, d)));
        }
    }

    private static double inErrors(CalibrationPlan plan, Calibration.Result result, int d) {
        CalibrationTarget t = plan.targets().get(d);
        return (result.after()[d] - t.observed()) / t.error();
    }

    private static String misfit(CalibrationTarget target, double predicted) {
        double value = target.misfit(predicted);
        if (Double.isInfinite(value)) {
            return "opposite sign";
        }
        return target.scale() == CalibrationTarget.Scale.DIFFERENCE
                ? String.format(Locale.ROOT, "%.2f apart", value)
                : String.format(Locale.ROOT, "%.2f-fold", value);
    }

    private static void parameters(CalibrationPlan plan, Calibration.Result result, StringBuilder out) {
        out.append(
                "\n| parameter | prior median | prior 90 % | fitted median | fitted 90 % |\n|---|---|---|---|---|\n");
        double[] low = result.ensemble().quantile(0.05);
        double[] middle = result.ensemble().median();
        double[] high = result.ensemble().quantile(0.95);
        for (int i = 0; i < middle.length; i++) {
            MovingParameter p = plan.parameters().get(i);
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %.3g | %.3g to %.3g | %.3g | %.3g to %.3g |%n",
                    p.id(),
                    p.start(),
                    Math.exp(p.prior(-1.645)),
                    Math.exp(p.prior(1.645)),
                    middle[i],
                    low[i],
                    high[i]));
        }
    }
}
