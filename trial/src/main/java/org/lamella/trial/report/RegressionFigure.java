package org.lamella.trial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.lamella.trial.analysis.BeforeAndAfter;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.RunTally;
import org.lamella.trial.statistics.Effect;

/** Fractures before screening and after enrolment, with those of everybody screened: regression to the mean. */
final class RegressionFigure {
    private static final double MONTH = 30.4375;

    private RegressionFigure() {}

    /** Empty when no fractures were watched before screening. */
    static Optional<Figure> of(TrialAnalysis analysis, List<String> legend, RunTally tally) {
        BeforeAndAfter both = analysis.beforeAndAfter();
        if (!both.watched() || analysis.results().isEmpty()) {
            return Optional.empty();
        }
        Protocol protocol = analysis.protocol();
        double everybody = both.everybody(tally);
        Csv data = new Csv("WHO,FROM_MONTH,UNTIL_MONTH,FRACTURES_PER_YEAR,LOW95,HIGH95");
        DoubleStream.Builder x = DoubleStream.builder();
        DoubleStream.Builder y = DoubleStream.builder().add(0);
        List<List<BeforeAndAfter.Stretch>> arms = new ArrayList<>();
        for (int a = 0; a < protocol.arms().size(); a++) {
            List<BeforeAndAfter.Stretch> stretches = new ArrayList<>();
            if (both.window() > 0) {
                stretches.add(both.before(a));
            }
            if (both.runIn() > 0) {
                stretches.add(both.during(a));
            }
            stretches.addAll(both.course(a));
            arms.add(stretches);
            for (BeforeAndAfter.Stretch s : stretches) {
                x.add(s.fromDay() / MONTH).add(s.untilDay() / MONTH);
                y.add(s.perYear().high());
                line(data, protocol.arms().get(a).id(), s);
            }
        }
        if (both.window() > 0) {
            y.add(everybody * 1.1);
            BeforeAndAfter.Stretch first = arms.getFirst().getFirst();
            line(
                    data,
                    "everybody screened",
                    new BeforeAndAfter.Stretch(
                            first.fromDay(),
                            first.untilDay(),
                            new Effect(everybody, Double.NaN, Double.NaN, Double.NaN, Double.NaN)));
        }
        Chart chart = new Chart(
                new Chart.Words(
                        "before_and_after",
                        "Fractures " + (both.window() > 0 ? "before screening, " : "")
                                + (both.runIn() > 0 ? "in the run-in, " : "")
                                + "and after enrolment: regression to the mean",
                        "months from enrolment",
                        "fractures per patient-year, all sites"),
                legend,
                x.build().toArray(),
                y.build().toArray());
        if (both.window() > 0) {
            chart.level(everybody, "everybody screened, before: " + Numbers.of(everybody));
        }
        for (int a = 0; a < arms.size(); a++) {
            double shift = (a - (arms.size() - 1) / 2.0) * protocol.duration().months() / 80;
            for (BeforeAndAfter.Stretch s : arms.get(a)) {
                Effect e = s.perYear();
                double middle = (s.fromDay() + s.untilDay()) / 2.0 / MONTH + shift;
                chart.line(
                                new double[] {s.fromDay() / MONTH, s.untilDay() / MONTH},
                                new double[] {e.estimate(), e.estimate()},
                                a,
                                2,
                                1)
                        .interval(middle, e.low(), e.high(), a)
                        .point(middle, e.estimate(), a);
            }
        }
        return Optional.of(new Figure(
                "before_and_after",
                chart.svg(
                                "Fracture rate of each arm in the watched time before screening and in half-years after enrolment;"
                                        + " a dashed line shows everybody who was screened.")
                        + note(both, protocol, everybody),
                data.toString(),
                "recruitment"));
    }

    private static void line(Csv data, String who, BeforeAndAfter.Stretch s) {
        Effect e = s.perYear();
        data.line(who, s.fromDay() / MONTH, s.untilDay() / MONTH, e.estimate(), e.low(), e.high());
    }

    private static String note(BeforeAndAfter both, Protocol protocol, double everybody) {
        StringBuilder out = new StringBuilder("<p class='note'>");
        for (int a = 0; a < protocol.arms().size(); a++) {
            boolean untreated = protocol.arms().get(a).untreated();
            double first = (both.window() > 0 ? both.before(a) : both.during(a))
                    .perYear()
                    .estimate();
            double after = both.after(a).perYear().estimate();
            if (first > 0 && (untreated || both.runIn() > 0)) {
                out.append(Html.escape(protocol.arms().get(a).id()))
                        .append(untreated ? ", without treatment: " : ": ")
                        .append(both.window() > 0 ? Numbers.of(first) + " a year before screening, " : "")
                        .append(
                                both.runIn() > 0
                                        ? Numbers.of(both.during(a).perYear().estimate()) + " in the run-in, "
                                        : "")
                        .append(Numbers.of(after))
                        .append(String.format(
                                Locale.ROOT,
                                " after enrolment (%s%.0f %%). ",
                                after < first ? "\u2212" : "+",
                                Math.abs(100 * (after / first - 1))));
            }
        }
        if (both.window() > 0) {
            out.append("Everybody screened had ")
                    .append(Numbers.of(everybody))
                    .append(" a year, before anybody was chosen. ");
        }
        if (both.runIn() > 0 && both.window() > 0) {
            out.append(
                    "Nobody has trial treatment in the run-in: what falls between screening and the run-in is regression"
                            + " to the mean. ");
        }
        return out.append(
                        "A change against a patient's own past holds this regression to the mean, growing older, and treatment"
                                + " together; only the comparison of arms tells treatment apart.</p>\n")
                .toString();
    }
}
