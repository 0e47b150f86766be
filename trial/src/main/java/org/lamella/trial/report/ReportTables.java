package org.lamella.trial.report;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.lamella.trial.analysis.ArmSummary;
import org.lamella.trial.analysis.EndpointResult;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.Arm;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Treatment;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.RunTally;

/** Tables of the report: design, endpoints, assumptions. */
final class ReportTables {
    private ReportTables() {}

    static String design(Protocol protocol, RunSettings settings, RunTally tally) {
        StringBuilder out = new StringBuilder("<h2>Design</h2>\n<table>\n");
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
        return out.append("</table>\n").toString();
    }

    private static void row(StringBuilder out, String name, String value) {
        out.append("<tr><th scope='row'>")
                .append(Html.escape(name))
                .append("</th><td>")
                .append(Html.escape(value))
                .append("</td></tr>\n");
    }

    static String endpoints(TrialAnalysis analysis) {
        Protocol protocol = analysis.protocol();
        StringBuilder out = new StringBuilder(
                "<h2>Endpoints</h2>\n<p class='note'>Intervals are 95 %. The first replicate is shown. Density, strength"
                        + " and fractures are separate outcomes.</p>\n"
                        + "<table><tr><th>Endpoint</th>");
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
                        .append(Numbers.interval(a.value()))
                        .append("<br>n ")
                        .append(a.patients())
                        .append("</td>");
            }
            out.append("<td>");
            Set<String> notes = new LinkedHashSet<>();
            for (EndpointResult.Comparison c : r.comparisons()) {
                out.append(Html.escape(c.arm())).append(": ");
                out.append(c.effectIfAny()
                        .map(e -> Html.escape(c.measure()) + " " + Numbers.interval(e) + ", p " + Numbers.p(e.pValue()))
                        .orElse("no estimate"));
                out.append("<br>");
                notes.add(c.note());
            }
            notes.forEach(n ->
                    out.append("<span class='note'>").append(Html.escape(n)).append("</span><br>"));
            out.append("</td></tr>\n");
        }
        return out.append("</table>\n").toString();
    }

    static String assumptions(Protocol protocol) {
        StringBuilder out = new StringBuilder("<h2>Sources and assumptions</h2>\n<ul>");
        protocol.about()
                .sources()
                .forEach(s -> out.append("<li>").append(Html.escape(s)).append("</li>"));
        out.append("</ul>\n<table><tr><th>Entry of the protocol</th><th>Assumed because</th></tr>\n");
        protocol.about().assumptions().forEach((key, reason) -> row(out, key, reason));
        return out.append("</table>\n").toString();
    }
}
