package org.lamella.trial.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.lamella.trial.analysis.ArmSummary;
import org.lamella.trial.analysis.EndpointResult;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.analysis.VisitMeans;
import org.lamella.trial.protocol.Arm;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Treatment;
import org.lamella.trial.protocol.TreatmentCautions;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.RunTally;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.MeanCumulative;
import org.lamella.trial.statistics.SurvivalCurve;

/** The report of one run. */
public final class TrialReport {
    private static final double MONTH = 30.4375;

    private final Protocol protocol;
    private final TrialAnalysis analysis;
    private final List<String> legend;

    private TrialReport(TrialAnalysis analysis) {
        this.protocol = analysis.protocol();
        this.analysis = analysis;
        this.legend =
                protocol.arms().stream().map(a -> a.id() + ": " + a.label()).toList();
    }

    /** The whole page. */
    public static String html(TrialAnalysis analysis, RunSettings settings, RunTally tally) {
        TrialReport report = new TrialReport(analysis);
        return Html.page(report.protocol.title(), report.body(settings, tally));
    }

    private String body(RunSettings settings, RunTally tally) {
        StringBuilder out = new StringBuilder();
        out.append("<h1>").append(Html.escape(protocol.title())).append("</h1>\n");
        out.append(
                "<p class='warn'>Simulated patients. Research and education: a model's expectation, not evidence about"
                        + " real patients, and no order to treat.</p>\n");
        if (!tally.complete()) {
            out.append("<p class='warn'><strong>Partial result:</strong> the run was stopped early after "
                    + tally.enrolled() + " patients.</p>\n");
        }
        if (protocol.about().role() == Protocol.Role.RESERVED) {
            out.append("<p class='warn'>This study is reserved for blind validation: what follows is a prediction; the"
                    + " published result has not been read.</p>\n");
        }
        for (String caution : TreatmentCautions.of(protocol)) {
            out.append("<p class='warn'>").append(Html.escape(caution)).append("</p>\n");
        }
        design(out, settings, tally);
        results(out);
        charts(out);
        power(out, settings);
        assumptions(out);
        return out.toString();
    }

    private void design(StringBuilder out, RunSettings settings, RunTally tally) {
        out.append("<h2>Design</h2>\n<table>\n");
        row(out, "Setting", protocol.recruitment().setting().name().toLowerCase(Locale.ROOT));
        row(
                out,
                "Patients per trial, replicates, seed",
                settings.patients() + ", " + settings.replicates() + ", " + settings.seed());
        row(out, "Screened", tally.screened() + " for " + tally.enrolled() + " enrolled");
        for (int c = 0; c < tally.notMet().size(); c++) {
            row(
                    out,
                    "Criterion",
                    protocol.recruitment().criteria().get(c).inWords() + " (not met by "
                            + tally.notMet().get(c) + ")");
        }
        for (Arm arm : protocol.arms()) {
            row(
                    out,
                    arm.id(),
                    arm.untreated()
                            ? arm.label()
                            : String.join(
                                    "; ",
                                    arm.treatments().stream()
                                            .map(Treatment::inWords)
                                            .toList()));
        }
        out.append("</table>\n");
    }

    private static void row(StringBuilder out, String name, String value) {
        out.append("<tr><th>")
                .append(Html.escape(name))
                .append("</th><td>")
                .append(Html.escape(value))
                .append("</td></tr>\n");
    }

    private void results(StringBuilder out) {
        out.append(
                "<h2>Endpoints</h2>\n<p class='note'>Intervals are 95 %. The first replicate is shown. Density, strength"
                        + " and fractures are separate outcomes.</p>\n<table><tr><th>Endpoint</th>");
        protocol.arms()
                .forEach(a ->
                        out.append("<th class='n'>").append(Html.escape(a.id())).append("</th>"));
        out.append("<th>Against ")
                .append(Html.escape(protocol.arms().getFirst().id()))
                .append("</th></tr>\n");
        for (EndpointResult r : analysis.results()) {
            out.append("<tr><td>")
                    .append(r.endpoint().primary() ? "<strong>Primary.</strong> " : "")
                    .append(Html.escape(r.sentence()))
                    .append("</td>");
            for (ArmSummary a : r.arms()) {
                out.append("<td class='n'>")
                        .append(interval(a.value()))
                        .append("<br>n ")
                        .append(a.patients())
                        .append("</td>");
            }
            out.append("<td>");
            for (EndpointResult.Comparison c : r.comparisons()) {
                out.append(Html.escape(c.arm())).append(": ");
                out.append(c.effectIfAny()
                        .map(e -> Html.escape(c.measure()) + " " + interval(e) + ", p " + p(e.pValue()))
                        .orElse("no estimate"));
                out.append("<br><span class='note'>")
                        .append(Html.escape(c.note()))
                        .append("</span><br>");
            }
            out.append("</td></tr>\n");
        }
        out.append("</table>\n");
    }

    static String interval(Effect e) {
        if (Double.isNaN(e.estimate())) {
            return "–";
        }
        return Double.isNaN(e.low())
                ? String.format(Locale.ROOT, "%.2f", e.estimate())
                : String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", e.estimate(), e.low(), e.high());
    }

    private static String p(double p) {
        return Double.isNaN(p) ? "–" : p < 0.001 ? "&lt; 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    private void charts(StringBuilder out) {
        out.append("<h2>Plots</h2>\n").append(meanChange()).append(spaghetti());
        if (protocol.endpoints().stream()
                .anyMatch(e -> e instanceof Endpoint.Change c && c.quantity() == analysis.plottedQuantity())) {
            out.append(waterfall());
        }
        out.append(cumulative()).append(kaplanMeier());
        if (protocol.arms().size() > 1) {
            out.append(forest());
        }
    }

    private String meanChange() {
        boolean ratio = analysis.plottedQuantity().ratioScale();
        DoubleStream.Builder x = DoubleStream.builder();
        DoubleStream.Builder y = DoubleStream.builder();
        List<List<VisitMeans.Point>> arms = new ArrayList<>();
        for (int a = 0; a < protocol.arms().size(); a++) {
            List<VisitMeans.Point> points = analysis.visitMeans().points(a, analysis.plottedQuantity());
            arms.add(points);
            for (VisitMeans.Point point : points) {
                x.add(point.months());
                y.add(point.mean() - nan0(point.halfWidth())).add(point.mean() + nan0(point.halfWidth()));
            }
        }
        Chart chart = new Chart(
                "Mean change of " + analysis.plottedQuantity().label() + ", as measured",
                "months from enrolment",
                ratio ? "change (%)" : "change (SD)",
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
                    protocol.arms().get(a).id(),
                    arms.get(a).stream().mapToDouble(VisitMeans.Point::months).toArray(),
                    arms.get(a).stream().mapToInt(p -> (int) p.n()).toArray(),
                    a);
        }
        return chart.svg(legend, "Mean change by visit and arm with 95 % intervals; numbers measured below the axis");
    }

    private static double nan0(double v) {
        return Double.isNaN(v) ? 0 : v;
    }

    private String spaghetti() {
        Measurement measurement = protocol.measurements().stream()
                .filter(m -> m.quantity() == analysis.plottedQuantity())
                .findFirst()
                .orElseThrow();
        double[] x = measurement.visits().stream().mapToDouble(v -> v.months()).toArray();
        double[] y = analysis.spaghetti().stream()
                .flatMapToDouble(s -> Arrays.stream(s.values()))
                .toArray();
        Chart chart = new Chart(
                "Single patients, up to 25 of each arm: "
                        + analysis.plottedQuantity().label(),
                "months from enrolment",
                analysis.plottedQuantity().unit(),
                x,
                y);
        analysis.spaghetti().forEach(s -> chart.line(x, s.values(), s.arm(), 1, 0.45));
        return chart.svg(legend, "One line per patient, coloured by arm");
    }

    private String waterfall() {
        int arm = protocol.arms().size() - 1;
        double[] changes = Arrays.stream(analysis.changes(arm)).sorted().toArray();
        int shown = Math.min(changes.length, 200);
        double[] some = new double[shown];
        for (int i = 0; i < shown; i++) {
            some[i] = changes[(int) ((long) i * changes.length / Math.max(1, shown))];
        }
        double[] range = Arrays.copyOf(some, shown + 1);
        Chart chart = new Chart(
                "Change of each patient in arm " + protocol.arms().get(arm).id() + ", in order"
                        + (shown < changes.length ? " (every " + changes.length / shown + "th shown)" : ""),
                "patients",
                analysis.plottedQuantity().ratioScale() ? "change" : "change (SD)",
                new double[] {0, Math.max(1, shown)},
                range);
        for (int i = 0; i < shown; i++) {
            chart.bar(i, 1, some[i], arm);
        }
        return chart.svg(List.of(), "Waterfall of individual changes");
    }

    private int[] riskDays() {
        int end = protocol.duration().days();
        return new int[] {0, end / 4, end / 2, 3 * end / 4, end};
    }

    private String cumulative() {
        DoubleStream.Builder y = DoubleStream.builder().add(0);
        List<MeanCumulative> curves = new ArrayList<>();
        for (int a = 0; a < protocol.arms().size(); a++) {
            curves.add(analysis.cumulative(a));
            curves.getLast().steps().forEach(s -> y.add(s.mean()));
        }
        Chart chart = new Chart(
                "Mean cumulative clinical fractures per patient",
                "months from enrolment",
                "fractures per patient",
                new double[] {0, protocol.duration().months()},
                y.build().toArray());
        for (int a = 0; a < curves.size(); a++) {
            List<MeanCumulative.Step> steps = curves.get(a).steps();
            double[] x = new double[steps.size() + 1];
            double[] v = new double[x.length];
            for (int i = 0; i < steps.size(); i++) {
                x[i + 1] = steps.get(i).time() / MONTH;
                v[i + 1] = steps.get(i).mean();
            }
            chart.steps(x, v, a);
            Effect end = curves.get(a).at(protocol.duration().days());
            chart.interval(protocol.duration().months() - 0.1 * a, end.low(), end.high(), a);
            int arm = a;
            chart.row(
                    protocol.arms().get(a).id(),
                    months(riskDays()),
                    Arrays.stream(riskDays()).map(d -> analysis.atRisk(arm, d)).toArray(),
                    a);
        }
        return chart.svg(legend, "Mean cumulative number of fractures by arm; numbers observed below the axis");
    }

    private static double[] months(int[] days) {
        return Arrays.stream(days).mapToDouble(d -> d / MONTH).toArray();
    }

    private String kaplanMeier() {
        Chart chart = new Chart(
                "Without clinical fracture (Kaplan–Meier)",
                "months from enrolment",
                "share",
                new double[] {0, protocol.duration().months()},
                new double[] {0, 1});
        for (int a = 0; a < protocol.arms().size(); a++) {
            List<SurvivalCurve.Step> steps = analysis.survival(a).steps();
            double[] x = new double[steps.size() + 2];
            double[] v = new double[x.length];
            v[0] = 1;
            for (int i = 0; i < steps.size(); i++) {
                x[i + 1] = steps.get(i).time() / MONTH;
                v[i + 1] = steps.get(i).survival();
            }
            x[x.length - 1] = protocol.duration().months();
            v[x.length - 1] = v[x.length - 2];
            chart.steps(x, v, a);
            int arm = a;
            chart.row(
                    protocol.arms().get(a).id(),
                    months(riskDays()),
                    Arrays.stream(riskDays())
                            .map(d -> analysis.atRiskOfFirst(arm, d))
                            .toArray(),
                    a);
        }
        return chart.svg(legend, "Share without clinical fracture by arm; numbers at risk below the axis");
    }

    private String forest() {
        List<TrialAnalysis.Subgroup> parts = analysis.subgroups();
        StringBuilder out = new StringBuilder("<h3>Primary endpoint by subgroup, "
                + Html.escape(protocol.arms().getLast().id()) + " against "
                + Html.escape(protocol.arms().getFirst().id()) + "</h3>\n");
        boolean ratio = parts.stream().anyMatch(s -> s.comparison().ratio());
        double low = ratio ? Math.log(0.05) : 0;
        double high = ratio ? Math.log(20) : 0;
        if (!ratio) {
            for (TrialAnalysis.Subgroup s : parts) {
                if (s.comparison().effectIfAny().isPresent()) {
                    low = Math.min(low, s.comparison().effectIfAny().get().low());
                    high = Math.max(high, s.comparison().effectIfAny().get().high());
                }
            }
        }
        out.append("<table><tr><th>Part</th><th class='n'>n</th><th class='n'>estimate</th><th></th></tr>\n");
        for (TrialAnalysis.Subgroup s : parts) {
            out.append("<tr><td>")
                    .append(Html.escape(s.name()))
                    .append("</td><td class='n'>")
                    .append(s.patients())
                    .append("</td><td class='n'>")
                    .append(s.comparison()
                            .effectIfAny()
                            .map(TrialReport::interval)
                            .orElse("no estimate"))
                    .append("</td><td>");
            double lo = low;
            double hi = high;
            s.comparison().effectIfAny().ifPresent(e -> out.append(whisker(e, ratio, lo, hi)));
            out.append("</td></tr>\n");
        }
        return out.append("</table>\n").toString();
    }

    private static String whisker(Effect e, boolean ratio, double low, double high) {
        double span = Math.max(high - low, 1e-9);
        double a = place(e.low(), ratio, low, span);
        double m = place(e.estimate(), ratio, low, span);
        double b = place(e.high(), ratio, low, span);
        double none = place(ratio ? 1 : 0, ratio, low, span);
        return String.format(
                Locale.ROOT,
                "<svg viewBox='0 0 300 20' style='width:300px' role='img' aria-label='interval'><line x1='%.1f' x2='%.1f'"
                        + " y1='0' y2='20' stroke='#999' stroke-dasharray='2'/><line x1='%.1f' x2='%.1f' y1='10' y2='10'"
                        + " stroke='#0072B2' stroke-width='2'/><rect x='%.1f' y='6' width='8' height='8'"
                        + " fill='#0072B2'/></svg>",
                none,
                none,
                a,
                b,
                m - 4);
    }

    private static double place(double value, boolean ratio, double low, double span) {
        double v = ratio ? StrictMath.log(Math.max(value, 1e-6)) : value;
        return Math.clamp(8 + 284 * (v - low) / span, 4, 296);
    }

    private void power(StringBuilder out, RunSettings settings) {
        List<TrialAnalysis.Power> curve = analysis.power();
        if (curve.isEmpty()) {
            return;
        }
        out.append("<h2>Power</h2>\n<p>Share of ")
                .append(settings.replicates())
                .append(
                        " replicates with p below 0.05 in the primary endpoint, by number of patients in the trial.</p>\n");
        double[] n = curve.stream().mapToDouble(TrialAnalysis.Power::patients).toArray();
        Chart chart = new Chart(
                "Power",
                "patients in the trial",
                "share of replicates",
                DoubleStream.concat(Arrays.stream(n), DoubleStream.of(0)).toArray(),
                new double[] {0, 1});
        List<String> names = new ArrayList<>();
        for (int a = 1; a < protocol.arms().size(); a++) {
            String id = protocol.arms().get(a).id();
            names.add(id + " against " + protocol.arms().getFirst().id());
            List<TrialAnalysis.Power> mine =
                    curve.stream().filter(p -> p.arm().equals(id)).toList();
            double[] x =
                    mine.stream().mapToDouble(TrialAnalysis.Power::patients).toArray();
            chart.line(x, mine.stream().mapToDouble(p -> p.power().estimate()).toArray(), a - 1, 2, 1);
            for (int i = 0; i < x.length; i++) {
                chart.interval(
                        x[i], mine.get(i).power().low(), mine.get(i).power().high(), a - 1);
                chart.point(x[i], mine.get(i).power().estimate(), a - 1);
            }
        }
        out.append(chart.svg(names, "Power by number of patients"));
    }

    private void assumptions(StringBuilder out) {
        out.append("<h2>Sources and assumptions</h2>\n<ul>");
        protocol.about()
                .sources()
                .forEach(s -> out.append("<li>").append(Html.escape(s)).append("</li>"));
        out.append("</ul>\n<table><tr><th>Entry of the protocol</th><th>Assumed because</th></tr>\n");
        protocol.about().assumptions().forEach((key, reason) -> row(out, key, reason));
        out.append("</table>\n");
    }
}
