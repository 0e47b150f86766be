package org.lamella.trial.qualify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.report.TrialReport;

/** Writes the book: one page per study, one overview, one table. Derived columns are recomputed before anything is written. */
public final class QualificationBook {
    private static final String HEADER =
            "STUDY,ROLE,WHAT,PREDICTED,SIM_LOW95,SIM_HIGH95,PRED_LOW90,PRED_HIGH90,OBSERVED,"
                    + "SCALE,ERROR,LIMIT,VERDICT,SOURCE";

    private QualificationBook() {}

    /** Writes all pages into a folder and gives back the overview. */
    public static String write(
            Path folder, List<Qualification.StudyResult> results, List<Behaviours.Check> behaviours, String parameters)
            throws IOException {
        List<Finding> findings = new ArrayList<>();
        results.forEach(r -> findings.addAll(r.findings()));
        findings.forEach(QualificationBook::recompute);
        Files.createDirectories(folder);
        for (Qualification.StudyResult result : results) {
            Files.writeString(
                    folder.resolve(result.plan().study() + ".html"),
                    TrialReport.html(result.analysis(), result.settings(), result.tally())
                            .replace("<h2>Design</h2>", page(result.findings()) + "<h2>Design</h2>"));
        }
        StringBuilder table = new StringBuilder(HEADER).append('\n');
        findings.forEach(f -> table.append(f.csv()).append('\n'));
        Files.writeString(folder.resolve("comparisons.csv"), table);
        String picture = AgreementPlot.svg(findings);
        if (!picture.isEmpty()) {
            Files.writeString(folder.resolve("agreement.svg"), picture);
        }
        String overview = overview(findings, behaviours, parameters);
        Files.writeString(folder.resolve("overview.md"), overview);
        return overview;
    }

    /** Recomputes error and verdict from the printed figures; a mismatch is a defect and nothing is written. */
    static void recompute(Finding f) {
        Double observed = f.observed();
        if (observed == null) {
            if (!Double.isNaN(f.error()) || f.met()) {
                throw new IllegalStateException(
                        f.study() + ", " + f.what() + ": open, yet it has an error or a verdict");
            }
            return;
        }
        double printed = Finding.error(
                f.scale(),
                Double.parseDouble(printed(f.predicted().estimate())),
                Double.parseDouble(printed(observed)));
        boolean same = Double.compare(printed, f.error()) == 0
                || Math.abs(printed - f.error()) <= 0.02 * Math.max(1, Math.abs(f.error()));
        if (!same || f.met() != f.error() <= f.limit()) {
            throw new IllegalStateException(f.study() + ", " + f.what() + ": the error " + f.error()
                    + " does not follow from the printed figures, which give " + printed);
        }
    }

    private static String printed(double value) {
        return Double.isNaN(value) ? "NaN" : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String page(List<Finding> findings) {
        StringBuilder out = new StringBuilder(
                "<h2>Against the publication</h2>\n<table><tr><th>What</th>"
                        + "<th class='n'>predicted</th><th class='n'>90 % interval</th><th class='n'>observed</th><th class='n'>error</th><th>verdict</th></tr>\n");
        for (Finding f : findings) {
            out.append("<tr><td>")
                    .append(escape(f.what()))
                    .append("</td><td class='n'>")
                    .append(Finding.number(f.predicted().estimate()))
                    .append("</td><td class='n'>")
                    .append(interval(f))
                    .append("</td><td class='n'>")
                    .append(f.observedIfAny().map(Finding::number).orElse("left open"))
                    .append("</td><td class='n'>")
                    .append(error(f))
                    .append("</td><td>")
                    .append(verdict(f))
                    .append("</td></tr>\n");
        }
        return out.append("</table>\n").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String verdict(Finding f) {
        return f.observed() == null ? "prediction" : f.met() ? "met" : "not met";
    }

    private static String error(Finding f) {
        if (f.observed() == null) {
            return "";
        }
        return switch (f.scale()) {
            case DIFFERENCE -> Finding.number(f.error()) + " (limit " + Finding.number(f.limit()) + ")";
            case FOLD, LEVEL ->
                (Double.isInfinite(f.error()) ? "opposite sign" : Finding.number(f.error()) + "-fold") + " (limit "
                        + Finding.number(f.limit()) + ")";
        };
    }

    private static String overview(List<Finding> all, List<Behaviours.Check> behaviours, String parameters) {
        List<Finding> compared = new ArrayList<>(all.stream()
                .filter(f -> f.observed() != null)
                .sorted(Comparator.comparingDouble((Finding f) -> -f.error() / f.limit()))
                .toList());
        StringBuilder out =
                new StringBuilder("# Qualification: what the model gets wrong, then what it gets right\n\n");
        out.append("Generated by `lamella qualify`; do not edit. Parameter set ")
                .append(parameters, 0, 12)
                .append(". Plans: `qualification/plans`; predicted figures come from the fitted medians with at least "
                        + QualificationPlan.FEWEST
                        + " virtual patients in each arm, their spread from further parameter sets with "
                        + Qualification.MEMBER_PATIENTS
                        + " patients in each arm (`--sets`). Fold error: larger over smaller of predicted and observed; on the"
                        + " level scale of 100 plus the percentage change. Figures near zero are compared by difference."
                        + " Percentage changes are those of the group mean unless the publication prints the spread of"
                        + " individual changes. The 90 % interval holds sampling (where the size of the study is"
                        + " known), the spread over the parameter sets, and the discrepancy of the model as the other"
                        + " studies show it. Reserved studies get the same interval, with the size that their design"
                        + " names: this is what has to hold when somebody opens their column.\n\n");
        summary(
                out,
                "Studies that may set parameters",
                compared.stream().filter(f -> fits(f.role())).toList());
        summary(
                out,
                "Studies that are only compared",
                compared.stream().filter(f -> !fits(f.role())).toList());
        if (all.stream().map(Finding::study).distinct().limit(2).count() < 2) {
            out.append(
                    "**This book holds one study only**: its intervals lack the discrepancy of the model, which needs the"
                            + " other studies, and are too narrow.\n\n");
        }
        if (!compared.isEmpty()) {
            out.append("![Published figures against 90 % prediction intervals](agreement.svg)\n\n");
        }
        table(
                out,
                "## Misfits, worst first",
                compared.stream().filter(f -> !f.met()).toList());
        table(out, "## Fits", compared.stream().filter(Finding::met).toList());
        behaviours(out, behaviours);
        table(
                out,
                "## Predictions of reserved studies (observed column left open)",
                all.stream().filter(f -> f.observed() == null).toList());
        return out.toString();
    }

    private static void behaviours(StringBuilder out, List<Behaviours.Check> checks) {
        out.append(
                "## Nine behaviours as inequalities and further limits, the missed first\n\n| | what | model | accepted | verdict | bounds"
                        + " from |\n| --- | --- | --- | --- | --- | --- |\n");
        List<Behaviours.Check> order = new ArrayList<>(checks);
        order.sort(Comparator.comparing(Behaviours.Check::met));
        for (Behaviours.Check c : order) {
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %s, %s | %.3g | %s to %s | %s | %s |%n",
                    c.limit().behaviour(),
                    c.limit().what(),
                    c.limit().unit(),
                    c.value(),
                    Finding.number(c.limit().low()),
                    Finding.number(c.limit().high()),
                    c.met() ? "met" : "missed",
                    c.limit().printedSource()));
        }
        out.append('\n');
    }

    private static boolean fits(Protocol.Role role) {
        return role == Protocol.Role.CALIBRATE || role == Protocol.Role.CALIBRATE_BMD_ONLY;
    }

    private static void summary(StringBuilder out, String title, List<Finding> findings) {
        QualificationSummary s = QualificationSummary.of(findings);
        out.append("**").append(title).append(".** ");
        if (s.compared() == 0) {
            out.append("None compared yet.\n\n");
            return;
        }
        out.append(String.format(
                Locale.ROOT,
                "%d comparisons, %d within their limit. Fold errors: geometric mean %.2f over %d; %d of %d within 1.5-fold,"
                        + " %d within 2-fold, %d with the opposite sign. 90 %% intervals held %d of %d observed means.%n%n",
                s.compared(),
                s.met(),
                s.meanFold(),
                s.folded() - s.opposite(),
                s.within15(),
                s.folded(),
                s.within2(),
                s.opposite(),
                s.covered(),
                s.intervals()));
    }

    /** The interval for an observed mean, or else that of the simulation, which is narrower. */
    private static String interval(Finding f) {
        if (!Double.isNaN(f.low())) {
            return Finding.number(f.low()) + " to " + Finding.number(f.high());
        }
        return Double.isNaN(f.predicted().low())
                ? ""
                : "simulation 95 %: " + Finding.number(f.predicted().low()) + " to "
                        + Finding.number(f.predicted().high());
    }

    private static void table(StringBuilder out, String title, List<Finding> findings) {
        out.append(title).append("\n\n| study | role | what | predicted | 90 % interval | observed | error |\n");
        out.append("| --- | --- | --- | --- | --- | --- | --- |\n");
        for (Finding f : findings) {
            out.append("| [")
                    .append(f.study())
                    .append("](")
                    .append(f.study())
                    .append(".html) | ")
                    .append(f.role().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .append(" | ")
                    .append(f.what())
                    .append(" | ")
                    .append(Finding.number(f.predicted().estimate()))
                    .append(" | ")
                    .append(interval(f))
                    .append(" | ")
                    .append(f.observedIfAny().map(Finding::number).orElse(""))
                    .append(" | ")
                    .append(error(f))
                    .append(" |\n");
        }
        out.append('\n');
    }
}
