package org.lamella.trial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lamella.bone.FractureSite;
import org.lamella.patient.OiType;
import org.lamella.trial.analysis.ArmProfile;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.Timeline;
import org.lamella.trial.statistics.Moments;

/** Tables with one column for each arm: patients at enrolment and their stay, fractures by site. */
final class ArmTables {
    private static final double MONTH = 30.4375;

    private final Protocol protocol;
    private final List<ArmProfile> arms;
    private final StringBuilder html = new StringBuilder();
    private final Csv data;

    private ArmTables(TrialAnalysis analysis, String id, String title) {
        this.protocol = analysis.protocol();
        this.arms = IntStream.range(0, protocol.arms().size())
                .mapToObj(analysis::profile)
                .toList();
        List<String> ids = protocol.arms().stream().map(a -> a.id()).toList();
        this.data = new Csv("ROW," + String.join(",", ids));
        html.append("<figure id='figure-")
                .append(id)
                .append("'><figcaption>")
                .append(Html.escape(title))
                .append("</figcaption>\n<table><tr><th></th>");
        ids.forEach(
                arm -> html.append("<th class='n'>").append(Html.escape(arm)).append("</th>"));
        html.append("</tr>\n");
    }

    static List<Figure> of(TrialAnalysis analysis) {
        List<Figure> all = new ArrayList<>();
        if (!analysis.results().isEmpty()) {
            all.add(patients(analysis));
            all.add(fractures(analysis));
        }
        return all;
    }

    private static Figure patients(TrialAnalysis analysis) {
        ArmTables t = new ArmTables(analysis, "patients", "Patients at enrolment, and their stay");
        Timeline timeline = Timeline.of(t.protocol);
        t.row("patients", a -> String.valueOf(a.patients()));
        t.row("age in years, mean (SD)", a -> spread(a.age()));
        t.row("girls and women", a -> share(a.female(), a.patients()));
        for (OiType type : OiType.values()) {
            if (t.arms.stream().anyMatch(a -> a.ofType(type) > 0)) {
                t.row(type.label(), a -> share(a.ofType(type), a.patients()));
            }
        }
        t.row("severity within the type in SD (latent), mean (SD)", a -> spread(a.severity()));
        if (timeline.screening() > 0) {
            t.row(
                    "known fractures in the " + Math.round(timeline.screening() / MONTH)
                            + " months before screening, mean (SD)",
                    a -> spread(a.history()));
        }
        for (int m = 0; m < t.protocol.measurements().size(); m++) {
            int place = m;
            Measurement measurement = t.protocol.measurements().get(m);
            t.row(
                    measurement.quantity().label() + " ("
                            + Numbers.unit(measurement.quantity().unit()) + "), mean (SD)",
                    a -> spread(a.measured(place)));
        }
        t.row("share of daily doses taken, mean (SD)", a -> spread(a.adherence()));
        if (t.arms.stream().anyMatch(a -> a.changedByRule() > 0)) {
            t.row("treatment changed by a rule of the protocol", a -> share(a.changedByRule(), a.patients()));
        }
        t.row("seen at the last visit", a -> share(a.completed(), a.patients()));
        t.row("observed patient-years", a -> Numbers.fixed(a.years(), 1));
        return t.end("patients", "One row per patient is in subjects.csv.", "recruitment");
    }

    private static Figure fractures(TrialAnalysis analysis) {
        ArmTables t = new ArmTables(
                analysis,
                "fractures",
                "Fractures: counted by the trial, and (in brackets) true ones that it does not count");
        if (Timeline.of(t.protocol).enrolment() > Timeline.of(t.protocol).screening()) {
            t.row("run-in, known, all sites", a -> String.valueOf(a.runInFractures()));
        }
        for (FractureSite site : FractureSite.values()) {
            t.row(words(site), a -> a.counted(site) + " (" + a.notCounted(site) + ")");
        }
        t.row("counted although there was none", a -> String.valueOf(a.falseFractures()));
        t.row("counted per patient-year, outside the spine", a -> Numbers.of(outsideTheSpine(a) / a.years()));
        return t.end(
                "fractures",
                "Not counted: not noticed, not confirmed, or of a site that the protocol leaves out. One row per event is in"
                        + " events.csv.",
                "conduct");
    }

    private static double outsideTheSpine(ArmProfile a) {
        int n = a.falseFractures();
        for (FractureSite site : FractureSite.values()) {
            n += site == FractureSite.VERTEBRA ? 0 : a.counted(site);
        }
        return n;
    }

    private static String words(FractureSite site) {
        return switch (site) {
            case FEMUR -> "femur";
            case TIBIA -> "tibia, fibula and foot";
            case UPPER_LIMB -> "upper limb";
            case VERTEBRA -> "vertebrae";
        };
    }

    private static String spread(Moments m) {
        return m.n() < 2 ? Numbers.of(m.mean()) : Numbers.of(m.mean()) + " (" + Numbers.of(m.sd()) + ")";
    }

    private static String share(int n, int of) {
        return n + (of == 0 ? "" : " (" + Math.round(100.0 * n / of) + " %)");
    }

    private void row(String name, Function<ArmProfile, String> cell) {
        List<Object> cells = new ArrayList<>(List.of(name));
        html.append("<tr><th scope='row'>").append(Html.escape(name)).append("</th>");
        for (ArmProfile arm : arms) {
            String text = cell.apply(arm);
            cells.add(text);
            html.append("<td class='n'>").append(text).append("</td>");
        }
        html.append("</tr>\n");
        data.line(cells.toArray());
    }

    private Figure end(String id, String note, String entry) {
        html.append("</table>\n<p class='note'>").append(note).append("</p>\n");
        return new Figure(id, html.toString(), data.toString(), entry);
    }
}
