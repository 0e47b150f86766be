package org.lamella.trial.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.MeanCumulative;
import org.lamella.trial.statistics.SurvivalCurve;

/** Figures of fractures over time: mean cumulative number, and share without any. */
final class FractureFigures {
    private static final double MONTH = 30.4375;
    private static final String MONTHS = "months from enrolment";

    private final TrialAnalysis analysis;
    private final Protocol protocol;
    private final List<String> legend;

    private FractureFigures(TrialAnalysis analysis, List<String> legend) {
        this.analysis = analysis;
        this.protocol = analysis.protocol();
        this.legend = legend;
    }

    static List<Figure> of(TrialAnalysis analysis, List<String> legend) {
        FractureFigures figures = new FractureFigures(analysis, legend);
        return List.of(figures.cumulative(), figures.kaplanMeier());
    }

    /** A curve with its interval, from time 0 on. */
    private record Curve(double[] month, double[] value, double[] low, double[] high) {
        static Curve from(double atZero, int size) {
            Curve curve = new Curve(new double[size], new double[size], new double[size], new double[size]);
            Arrays.fill(curve.value, 0, 1, atZero);
            Arrays.fill(curve.low, 0, 1, atZero);
            Arrays.fill(curve.high, 0, 1, atZero);
            return curve;
        }

        void set(int i, double days, Effect at) {
            month[i] = days / MONTH;
            value[i] = at.estimate();
            low[i] = at.low();
            high[i] = at.high();
        }
    }

    private Curve cumulative(int arm) {
        List<MeanCumulative.Step> steps = analysis.cumulative(arm).steps();
        Curve curve = Curve.from(0, steps.size() + 2);
        for (int i = 0; i < steps.size(); i++) {
            curve.set(i + 1, steps.get(i).time(), steps.get(i).estimate());
        }
        last(curve, steps.size() + 1);
        return curve;
    }

    private Curve survival(int arm) {
        List<SurvivalCurve.Step> steps = analysis.survival(arm).steps();
        Curve curve = Curve.from(1, steps.size() + 2);
        for (int i = 0; i < steps.size(); i++) {
            curve.set(i + 1, steps.get(i).time(), steps.get(i).estimate());
        }
        last(curve, steps.size() + 1);
        return curve;
    }

    private void last(Curve curve, int at) {
        curve.month[at] = protocol.duration().months();
        curve.value[at] = curve.value[at - 1];
        curve.low[at] = curve.low[at - 1];
        curve.high[at] = curve.high[at - 1];
    }

    private Figure cumulative() {
        List<Curve> curves = new ArrayList<>();
        DoubleStream.Builder y = DoubleStream.builder().add(0);
        for (int a = 0; a < protocol.arms().size(); a++) {
            curves.add(cumulative(a));
            Arrays.stream(curves.getLast().high).forEach(y::add);
        }
        Chart chart = new Chart(
                new Chart.Words(
                        "cumulative_fractures",
                        "Mean cumulative number of clinical fractures, with 95 % bands",
                        MONTHS,
                        "fractures per patient"),
                legend,
                new double[] {0, protocol.duration().months()},
                y.build().toArray());
        Csv data = new Csv("ARMCD,MONTH,MEAN,LOW95,HIGH95");
        draw(chart, curves, data);
        for (int a = 0; a < curves.size(); a++) {
            int arm = a;
            risk(chart, "patients observed", a, day -> analysis.atRisk(arm, day));
        }
        return new Figure(
                "cumulative_fractures",
                chart.svg(
                        "Fractures per patient since enrolment by arm; patients observed are written below the axis."),
                data.toString(),
                "endpoints");
    }

    private Figure kaplanMeier() {
        List<Curve> curves = new ArrayList<>();
        for (int a = 0; a < protocol.arms().size(); a++) {
            curves.add(survival(a));
        }
        Chart chart = new Chart(
                new Chart.Words(
                        "without_fracture",
                        "Share without clinical fracture (Kaplan–Meier), with 95 % bands",
                        MONTHS,
                        "share without fracture"),
                legend,
                new double[] {0, protocol.duration().months()},
                new double[] {0, 1});
        Csv data = new Csv("ARMCD,MONTH,SHARE,LOW95,HIGH95");
        draw(chart, curves, data);
        for (int a = 0; a < curves.size(); a++) {
            int arm = a;
            risk(chart, "at risk", a, day -> analysis.atRiskOfFirst(arm, day));
        }
        return new Figure(
                "without_fracture",
                chart.svg(
                        "Share of patients without a clinical fracture by arm; numbers at risk are written below the axis."),
                data.toString(),
                "endpoints");
    }

    private void draw(Chart chart, List<Curve> curves, Csv data) {
        for (int a = 0; a < curves.size(); a++) {
            Curve c = curves.get(a);
            chart.steppedBand(c.month, c.low, c.high, a);
            for (int i = 0; i < c.month.length; i++) {
                data.line(protocol.arms().get(a).id(), c.month[i], c.value[i], c.low[i], c.high[i]);
            }
        }
        for (int a = 0; a < curves.size(); a++) {
            chart.steps(curves.get(a).month, curves.get(a).value, a);
        }
    }

    /** Numbers under the ticks of the axis. */
    private void risk(Chart chart, String heading, int arm, IntUnaryOperator atDay) {
        double[] months = Arrays.stream(chart.monthTicks())
                .filter(m -> m <= protocol.duration().months() + 1e-9)
                .toArray();
        chart.row(
                heading,
                protocol.arms().get(arm).id(),
                months,
                Arrays.stream(months)
                        .mapToInt(m -> atDay.applyAsInt((int) Math.round(m * MONTH)))
                        .toArray(),
                arm);
    }
}
