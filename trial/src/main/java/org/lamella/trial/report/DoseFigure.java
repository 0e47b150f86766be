package org.lamella.trial.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.lamella.trial.analysis.DoseResponse;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.AnalysisPlan;
import org.lamella.trial.statistics.DoseTrend;
import org.lamella.trial.statistics.Effect;

/** Table of dose trends, overall and by type, with its data. */
final class DoseFigure {
    private DoseFigure() {}

    /** Empty when the protocol has no dose question. */
    static Optional<Figure> of(TrialAnalysis analysis) {
        List<DoseResponse> all = analysis.doseResponse();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        AnalysisPlan.Doses doses = analysis.protocol().analysis().dosesIfAny().orElseThrow();
        Csv data = new Csv("PART,N,SCALE,SLOPE,LOW95,HIGH95,SHAPE,STATISTIC,PVALUE,EMAX,ED50,ED50LOW95,ED50HIGH95");
        StringBuilder out = new StringBuilder(chart(all, doses)
                + "<table><tr><th>part</th><th class='n'>n</th><th class='n'>slope per unit of dose</th>"
                + "<th>trend</th><th class='n'>dose of half effect</th></tr>\n");
        for (DoseResponse d : all) {
            DoseTrend t = d.trend();
            DoseTrend.Emax e = t.emax();
            out.append("<tr><td>" + Html.escape(d.part()) + "</td><td class='n'>" + d.patients() + "</td><td class='n'>"
                    + Numbers.interval(t.slope()) + "</td><td>" + t.test().shape() + ", p "
                    + Numbers.p(t.test().pValue()) + "</td><td class='n'>"
                    + (e == null
                            ? "not within the doses studied"
                            : Numbers.of(e.half()) + " (" + Numbers.of(e.halfLow()) + " to " + Numbers.of(e.halfHigh())
                                    + ")")
                    + "</td></tr>\n");
            data.line(
                    d.part(),
                    d.patients(),
                    d.scale(),
                    t.slope().estimate(),
                    t.slope().low(),
                    t.slope().high(),
                    t.test().shape(),
                    t.test().statistic(),
                    t.test().pValue(),
                    e == null ? Double.NaN : e.most(),
                    e == null ? Double.NaN : e.half(),
                    e == null ? Double.NaN : e.halfLow(),
                    e == null ? Double.NaN : e.halfHigh());
        }
        out.append(
                "</table>\n<p class='note'>Straight line and Emax curve by generalised least squares over the arms; the"
                        + " p-value is for the larger of the two contrasts, adjusted for both.</p>\n");
        out.append("<p class='note'>The table's slope and trend are of the ")
                .append(Html.escape(all.getFirst().scale()))
                .append("; the figure joins the estimates of the arms, with 95 % intervals.</p>\n");
        return Optional.of(new Figure("dose_response", out.toString(), data.toString(), "analysis"));
    }

    private static String chart(List<DoseResponse> all, AnalysisPlan.Doses doses) {
        boolean rate = all.getFirst().scale().contains("rate");
        double[] dose = doses.levels().stream().mapToDouble(Double::doubleValue).toArray();
        double highest = Arrays.stream(dose).max().orElse(1);
        DoubleStream.Builder y = DoubleStream.builder().add(0);
        all.forEach(d -> d.arms().forEach(e -> y.add(e.low()).add(e.high())));
        Chart chart = new Chart(
                new Chart.Words(
                        "dose_response",
                        "Dose and response of the primary endpoint: "
                                + (rate
                                        ? "fractures per patient-year"
                                        : all.getFirst().scale()),
                        "dose (" + doses.unit() + ")",
                        rate ? "fractures per patient-year" : all.getFirst().scale()),
                all.stream().map(d -> d.part() + ", n " + d.patients()).toList(),
                DoubleStream.concat(Arrays.stream(dose), DoubleStream.of(-0.02 * highest, 1.02 * highest))
                        .toArray(),
                y.build().toArray());
        Integer[] order = new Integer[dose.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> dose[i]));
        for (int part = 0; part < all.size(); part++) {
            List<Effect> arms = all.get(part).arms();
            double shift = (part - (all.size() - 1) / 2.0) * highest / 120;
            double[] x = Arrays.stream(order).mapToDouble(i -> dose[i] + shift).toArray();
            chart.line(
                    x,
                    Arrays.stream(order)
                            .mapToDouble(i -> arms.get(i).estimate())
                            .toArray(),
                    part,
                    2,
                    1);
            for (int i = 0; i < order.length; i++) {
                Effect e = arms.get(order[i]);
                chart.interval(x[i], e.low(), e.high(), part).point(x[i], e.estimate(), part);
            }
        }
        return chart.svg("Response of each arm against its dose with 95 % intervals, overall and by type.");
    }
}
