package org.lamella.trial.report;

import java.util.List;
import java.util.Optional;
import org.lamella.trial.analysis.DoseResponse;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.AnalysisPlan;
import org.lamella.trial.statistics.DoseTrend;

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
        StringBuilder out =
                new StringBuilder("<figure id='figure-dose_response'><figcaption>Dose and response of the primary"
                        + " endpoint (" + Html.escape(all.getFirst().scale()) + "), dose in "
                        + Html.escape(doses.unit())
                        + "</figcaption>\n<table><tr><th>part</th><th class='n'>n</th><th class='n'>slope per unit of dose</th>"
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
        return Optional.of(new Figure("dose_response", out.toString(), data.toString(), "analysis"));
    }
}
