package org.lamella.trial.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamella.trial.analysis.ArmSummary;
import org.lamella.trial.analysis.EndpointResult;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.Arm;
import org.lamella.trial.protocol.Conduct;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Randomisation;
import org.lamella.trial.protocol.Recruitment;
import org.lamella.trial.protocol.StudyTime;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.RunTally;
import org.lamella.trial.statistics.Effect;

/** Tables of the report: design, endpoints, assumptions. */
final class ReportTables {
    private ReportTables() {}

    static String design(Protocol protocol, RunSettings settings, RunTally tally) {
        StringBuilder out = new StringBuilder("<h2>Design</h2>\n<table>\n");
        Recruitment people = protocol.recruitment();
        row(
                out,
                "People",
                words(people.setting()) + ", " + Numbers.given(people.age().fromYears()) + " to "
                        + Numbers.given(people.age().toYears()) + " years");
        row(out, "Screened", tally.screened() + " for " + tally.enrolled() + " enrolled, over all replicates");
        for (int c = 0; c < tally.notMet().size(); c++) {
            row(
                    out,
                    "Criterion",
                    people.criteria().get(c).inWords() + " (not met by "
                            + tally.notMet().get(c) + ")");
        }
        if (protocol.runIn().days() > 0) {
            row(out, "Run-in", protocol.runIn() + " without trial treatment");
        }
        row(out, "Allocation", allocation(protocol.randomisation()));
        for (Arm arm : protocol.arms()) {
            row(out, arm.id() + ": " + arm.label(), arm(arm));
        }
        row(
                out,
                "Visits",
                String.join(
                        ", ",
                        protocol.visits().stream().map(ReportTables::visit).toList()));
        protocol.measurements()
                .forEach(m -> row(out, "Measured: " + m.quantity().label(), error(m)));
        row(out, "Conduct", conduct(protocol.conduct()));
        row(out, "Patients per trial", String.valueOf(settings.patients()));
        row(out, "Replicates; seed", settings.replicates() + "; " + settings.seed());
        return out.append("</table>\n").toString();
    }

    private static String visit(StudyTime at) {
        return at.days() == 0 ? "enrolment" : at.toString();
    }

    private static String arm(Arm arm) {
        List<String> parts = new ArrayList<>();
        arm.treatments().forEach(t -> parts.add(t.inWords()));
        arm.rules().forEach(r -> parts.add("rule \u2018" + r.name() + "\u2019"));
        return parts.isEmpty() ? "no treatment" : String.join("; ", parts);
    }

    private static String allocation(Randomisation r) {
        if (r.method() == Randomisation.Method.PAIRED) {
            return "every virtual patient goes through every arm, with the same chance events (no real trial can do that)";
        }
        String strata = r.strata().isEmpty()
                ? ""
                : ", strata "
                        + String.join(
                                ", ",
                                r.strata().stream().map(ReportTables::words).toList());
        return words(r.method()) + ", " + words(r.blinding())
                + (r.blinding() == Randomisation.Blinding.OPEN ? "" : " blind") + strata;
    }

    private static String error(Measurement m) {
        return switch (m.error().kind()) {
            case RELATIVE ->
                "error of one measurement " + Numbers.given(100 * m.error().sd()) + " %";
            case ABSOLUTE ->
                "error of one measurement " + Numbers.given(m.error().sd()) + " "
                        + Numbers.unit(m.quantity().unit());
        };
    }

    private static String conduct(Conduct c) {
        return "adherence " + Numbers.given(100 * c.adherence().mean()) + " % of daily doses, "
                + Numbers.given(100 * c.adherence().missedCycles()) + " % of infusions or injections missed; leaving "
                + Numbers.given(c.dropOut().perYear()) + " per year"
                + (c.dropOut().perYearAfterFracture() > 0
                        ? ", in the year after a fracture "
                                + Numbers.given(c.dropOut().perYearAfterFracture()) + " more"
                        : "")
                + "; fractures noticed and confirmed "
                + Numbers.given(100 * c.fractures().detected()) + " % (vertebrae "
                + Numbers.given(100 * c.fractures().vertebralDetected()) + " %)";
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("oi type", "OI type");
    }

    private static void row(StringBuilder out, String name, String value) {
        out.append("<tr><th scope='row'>")
                .append(Html.escape(name))
                .append("</th><td>")
                .append(Html.escape(value))
                .append("</td></tr>\n");
    }

    static String endpoints(TrialAnalysis analysis, boolean files) {
        StringBuilder out = new StringBuilder(
                "<h2>Endpoints</h2>\n<p class='note'>Intervals are 95 %. The first replicate is shown. Density, strength"
                        + " and fractures are separate outcomes.</p>\n"
                        + "<table><tr><th>Endpoint</th><th>Arm</th><th class='n'>n</th><th class='n'>Value</th><th"
                        + " class='n'>Against "
                        + Html.escape(analysis.protocol().arms().getFirst().id())
                        + "</th><th class='n'>p</th></tr>\n");
        for (EndpointResult r : analysis.results()) {
            Set<String> notes = new LinkedHashSet<>();
            r.comparisons().forEach(c -> notes.add(c.note()));
            for (int a = 0; a < r.arms().size(); a++) {
                out.append(a == 0 ? "<tr class='first'>" : "<tr>");
                if (a == 0) {
                    out.append("<td rowspan='")
                            .append(r.arms().size())
                            .append("'>")
                            .append(r.endpoint().primary() ? "<strong>Primary.</strong> " : "")
                            .append(Html.escape(r.sentence()));
                    notes.forEach(n -> out.append("<br><span class='note'>")
                            .append(Html.escape(n))
                            .append("</span>"));
                    out.append("</td>");
                }
                ArmSummary arm = r.arms().get(a);
                out.append("<td>")
                        .append(Html.escape(arm.arm()))
                        .append("</td><td class='n'>")
                        .append(arm.patients())
                        .append("</td><td class='n'>")
                        .append(Numbers.interval(arm.value()))
                        .append("</td>");
                against(out, a == 0 ? null : r.comparisons().get(a - 1));
                out.append("</tr>\n");
            }
        }
        out.append("</table>\n");
        return files
                ? out.append("<p class='source'>Data, of every replicate: <a href='endpoints.csv'>endpoints.csv</a> ·"
                                + " Methods: the manual's page on trial protocols, section Analysis</p>\n")
                        .toString()
                : out.toString();
    }

    private static void against(StringBuilder out, EndpointResult.@Nullable Comparison c) {
        if (c == null) {
            out.append("<td class='n'></td><td class='n'></td>");
            return;
        }
        Optional<Effect> effect = c.effectIfAny();
        out.append("<td class='n'>")
                .append(effect.map(e -> Html.escape(c.measure()) + " " + Numbers.interval(e))
                        .orElse("no estimate"))
                .append("</td><td class='n'>")
                .append(effect.map(e -> Numbers.p(e.pValue())).orElse(""))
                .append("</td>");
    }

    /** What lies beside the page, and how it is made again. */
    static String files() {
        return "<h2>Files</h2>\n<ul><li><a href='subjects.csv'>subjects.csv</a>, <a href='visits.csv'>visits.csv</a>, <a"
                + " href='events.csv'>events.csv</a> (and the same as Parquet): one row for each patient, measurement and"
                + " event; columns in <a href='dictionary.csv'>dictionary.csv</a></li><li><a"
                + " href='manifest.json'>manifest.json</a>: version, hashes of protocol and parameters, seed;"
                + " <code>lamella reproduce manifest.json</code> makes the same bytes again</li></ul>\n";
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
