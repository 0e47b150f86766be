package org.lamella.trial.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.analysis.ValueSample;
import org.lamella.trial.analysis.VisitMeans;
import org.lamella.trial.protocol.Arm;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Quantity;

/** Figures of the course of a measured quantity: mean change, single patients, waterfall. */
final class CourseFigures {
    private static final String MONTHS = "months from enrolment";
    private static final int BARS = 200;

    private final TrialAnalysis analysis;
    private final Protocol protocol;
    private final Quantity quantity;
    private final List<String> legend;

    private CourseFigures(TrialAnalysis analysis, List<String> legend) {
        this.analysis = analysis;
        this.protocol = analysis.protocol();
        this.quantity = analysis.plottedQuantity();
        this.legend = legend;
    }

    static List<Figure> of(TrialAnalysis analysis, List<String> legend) {
        CourseFigures figures = new CourseFigures(analysis, legend);
        List<Figure> all = new ArrayList<>(List.of(figures.meanChange(), figures.spaghetti()));
        boolean change = figures.protocol.endpoints().stream()
                .anyMatch(e -> e instanceof Endpoint.Change c && c.quantity() == figures.quantity);
        if (change) {
            all.add(figures.waterfall());
        }
        return all;
    }

    private String changeUnit() {
        return quantity.ratioScale() ? "%" : Numbers.unit(quantity.unit());
    }

    private Figure meanChange() {
        double apart = protocol.arms().size() * protocol.duration().months() / 300;
        DoubleStream.Builder x = DoubleStream.builder().add(-apart);
        DoubleStream.Builder y = DoubleStream.builder().add(0);
        List<List<VisitMeans.Point>> arms = new ArrayList<>();
        Csv data = new Csv("ARMCD,MONTH,N,MEAN,LOW95,HIGH95");
        for (int a = 0; a < protocol.arms().size(); a++) {
            List<VisitMeans.Point> points = analysis.visitMeans().points(a, quantity);
            arms.add(points);
            for (VisitMeans.Point p : points) {
                double half = Double.isNaN(p.halfWidth()) ? 0 : p.halfWidth();
                x.add(p.months());
                y.add(p.mean() - half).add(p.mean() + half);
                data.line(
                        protocol.arms().get(a).id(),
                        p.months(),
                        p.n(),
                        p.mean(),
                        p.mean() - p.halfWidth(),
                        p.mean() + p.halfWidth());
            }
        }
        Chart chart = new Chart(
                new Chart.Words(
                        "mean_change",
                        "Mean change of " + quantity.label() + " as measured, with 95 % intervals",
                        MONTHS,
                        "mean change (" + changeUnit() + ")"),
                legend,
                x.build().toArray(),
                y.build().toArray());
        for (int a = 0; a < arms.size(); a++) {
            double shift = (a - (arms.size() - 1) / 2.0) * protocol.duration().months() / 150;
            double[] px =
                    arms.get(a).stream().mapToDouble(p -> p.months() + shift).toArray();
            chart.line(
                    px, arms.get(a).stream().mapToDouble(VisitMeans.Point::mean).toArray(), a, 2, 1);
            for (int i = 0; i < px.length; i++) {
                VisitMeans.Point p = arms.get(a).get(i);
                chart.interval(px[i], p.mean() - p.halfWidth(), p.mean() + p.halfWidth(), a)
                        .point(px[i], p.mean(), a);
            }
            chart.row(
                    "patients measured",
                    protocol.arms().get(a).id(),
                    arms.get(a).stream().mapToDouble(VisitMeans.Point::months).toArray(),
                    arms.get(a).stream().mapToInt(p -> (int) p.n()).toArray(),
                    a);
        }
        return new Figure(
                "mean_change",
                chart.svg("Mean change from enrolment by visit and arm; patients measured are written below the axis."),
                data.toString(),
                "measurements");
    }

    private Figure spaghetti() {
        Measurement measurement = protocol.measurements().stream()
                .filter(m -> m.quantity() == quantity)
                .findFirst()
                .orElseThrow();
        double[] x = measurement.visits().stream().mapToDouble(v -> v.months()).toArray();
        double[] y = analysis.spaghetti().stream()
                .flatMapToDouble(s -> Arrays.stream(s.values()))
                .toArray();
        Panels panels = new Panels(protocol.arms().stream().map(Arm::id).toList(), x, y);
        Csv data = new Csv("ARMCD,LINE,MONTH,VALUE");
        int line = 0;
        for (TrialAnalysis.Spaghetti s : analysis.spaghetti()) {
            panels.line(s.arm(), x, s.values(), 1, 0.6);
            for (int v = 0; v < x.length; v++) {
                data.line(protocol.arms().get(s.arm()).id(), line, x[v], s.values()[v]);
            }
            line++;
        }
        return new Figure(
                "single_patients",
                panels.svg(
                        new Chart.Words(
                                "single_patients",
                                "Single patients, the first 25 of each arm: " + quantity.label()
                                        + " as measured, error included",
                                MONTHS,
                                quantity.label() + " (" + Numbers.unit(quantity.unit()) + ")"),
                        "One panel for each arm, one line for each patient, measurement error included."),
                data.toString(),
                "measurements");
    }

    /** The visit of the change that the waterfall shows. */
    private String at() {
        return protocol.endpoints().stream()
                .filter(e -> e instanceof Endpoint.Change c && c.quantity() == quantity)
                .map(e -> " at " + ((Endpoint.Change) e).at())
                .findFirst()
                .orElse("");
    }

    private Figure waterfall() {
        int arm = protocol.arms().size() - 1;
        String id = protocol.arms().get(arm).id();
        ValueSample sample = analysis.changes(arm);
        double[] changes = sample.sorted();
        int shown = Math.min(changes.length, BARS);
        double[] some = new double[shown];
        for (int i = 0; i < shown; i++) {
            some[i] = changes[(int) ((long) i * changes.length / Math.max(1, shown))];
        }
        Csv data = new Csv("ARMCD,RANK,CHANGE");
        for (int i = 0; i < shown; i++) {
            data.line(id, i + 1, some[i]);
        }
        Chart chart = new Chart(
                new Chart.Words(
                        "waterfall",
                        "Change of " + quantity.label() + at() + " of each patient in arm " + id + " ("
                                + protocol.arms().get(arm).label() + "), in order",
                        shown < sample.seen()
                                ? shown + " of " + sample.seen() + " patients, evenly picked by rank"
                                : shown + " patients",
                        "change (" + changeUnit() + ")"),
                List.of(),
                new double[] {0, Math.max(1, shown)},
                Arrays.copyOf(some, shown + 1));
        for (int i = 0; i < shown; i++) {
            chart.bar(i, 1, some[i], arm);
        }
        return new Figure(
                "waterfall",
                chart.svg("One bar per patient from the greatest fall to the greatest rise."),
                data.toString(),
                "endpoints");
    }
}
