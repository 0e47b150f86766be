package org.lamella.trial.report;

import java.util.ArrayList;
import java.util.List;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.TreatmentCautions;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.RunTally;
import org.lamella.trial.run.TrialVariant;

/**
 * The report of one run.
 *
 * @param analysis what was found
 * @param variant what the replicates were to tell
 * @param figures figures in order
 */
public record TrialReport(TrialAnalysis analysis, TrialVariant variant, List<Figure> figures) {
    public TrialReport {
        figures = List.copyOf(figures);
    }

    /** Draws all figures that the protocol gives reason for. */
    public static TrialReport of(TrialAnalysis analysis, TrialVariant variant, RunTally tally) {
        List<String> legend = analysis.protocol().arms().stream()
                .map(a -> a.id() + ": " + a.label())
                .toList();
        List<Figure> figures = new ArrayList<>(ArmTables.of(analysis));
        figures.addAll(CourseFigures.of(analysis, legend));
        figures.addAll(FractureFigures.of(analysis, legend));
        RegressionFigure.of(analysis, legend, tally).ifPresent(figures::add);
        ForestFigure.of(analysis).ifPresent(figures::add);
        DoseFigure.of(analysis).ifPresent(figures::add);
        LookTable.of(analysis).ifPresent(figures::add);
        PowerFigure.of(analysis, variant).ifPresent(figures::add);
        return new TrialReport(analysis, variant, figures);
    }

    /** A page without links to data files and without the protocol's text, for collections of reports. */
    public static String html(TrialAnalysis analysis, RunSettings settings, RunTally tally) {
        return of(analysis, TrialVariant.DESIGNED, tally).html(settings, tally, "");
    }

    /**
     * The whole page.
     *
     * @param settings how the trial was run
     * @param tally what it amounted to
     * @param protocolText the protocol file as read
     */
    public String html(RunSettings settings, RunTally tally, String protocolText) {
        Protocol protocol = analysis.protocol();
        ProtocolText text = new ProtocolText(protocolText);
        StringBuilder out = new StringBuilder();
        out.append("<h1>").append(Html.escape(protocol.title())).append("</h1>\n");
        warnings(out, protocol, tally);
        out.append(ReportTables.design(protocol, settings, tally))
                .append(ReportTables.endpoints(analysis, !protocolText.isEmpty()));
        out.append(
                "<h2>Tables and figures</h2>\n<p class='note'>Of the first replicate, unless they say otherwise.</p>\n");
        for (Figure figure : figures) {
            out.append(figure.svg())
                    .append(protocolText.isEmpty() ? "" : source(figure, text))
                    .append("</figure>\n");
        }
        out.append(protocolText.isEmpty() ? "" : ReportTables.files())
                .append(ReportTables.assumptions(protocol))
                .append(protocolText.isEmpty() ? "" : text.html());
        return Html.page(protocol.title(), out.toString());
    }

    private static String source(Figure figure, ProtocolText text) {
        int line = text.line(figure.entry());
        return "<p class='source'>Data: <a href='" + figure.file() + "'>" + figure.file() + "</a>"
                + (line > 0
                        ? " · Protocol: <a href='#line-" + line + "'>" + figure.entry() + ", line " + line + "</a>"
                        : "")
                + "</p>\n";
    }

    private void warnings(StringBuilder out, Protocol protocol, RunTally tally) {
        warn(
                out,
                "Simulated patients. Research and education: a model's expectation, not evidence about real patients, and"
                        + " no order to treat.");
        if (!tally.complete()) {
            out.append("<p class='warn partial'><strong>Partial result:</strong> the run was stopped early after ")
                    .append(tally.enrolled())
                    .append(" patients. The same command goes on from there.</p>\n");
        }
        switch (variant) {
            case DESIGNED -> {}
            case NULL ->
                warn(
                        out,
                        "Nothing to find: every arm was treated as the first one, to see how often the analysis finds a"
                                + " difference all the same.");
            case ASSURANCE ->
                warn(
                        out,
                        "Each replicate used the next of the parameter sets that agree with the published studies; the"
                                + " first replicate is shown.");
        }
        if (protocol.about().role() == Protocol.Role.RESERVED) {
            warn(
                    out,
                    "This study is reserved for blind validation: what follows is a prediction; the published result has"
                            + " not been read.");
        }
        TreatmentCautions.of(protocol).forEach(c -> warn(out, c));
    }

    private static void warn(StringBuilder out, String text) {
        out.append("<p class='warn'>").append(Html.escape(text)).append("</p>\n");
    }
}
