package org.lamella.trial.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lamella.trial.analysis.LookTally;
import org.lamella.trial.analysis.TrialAnalysis;

/** Table of the looks at a group-sequential trial. */
final class LookTable {
    private LookTable() {}

    /** Empty when the protocol has no looks. */
    static Optional<Figure> of(TrialAnalysis analysis) {
        List<LookTally.Look> looks = analysis.looks();
        if (looks.isEmpty()) {
            return Optional.empty();
        }
        Csv data = new Csv("ARMCD,PATIENTS,BOUNDARY,STOPS_HERE,STOPPED_BY_NOW,LOW95,HIGH95");
        StringBuilder out = new StringBuilder(
                "<figure id='figure-looks'><figcaption>Looks at the trial under way</figcaption>\n<table><tr><th>arm</th>"
                        + "<th class='n'>patients</th><th class='n'>boundary, absolute z</th><th class='n'>stops here</th>"
                        + "<th class='n'>stopped by now</th></tr>\n");
        for (LookTally.Look l : looks) {
            out.append(String.format(
                    Locale.ROOT,
                    "<tr><td>%s</td><td class='n'>%d</td><td class='n'>%.3f</td><td class='n'>%s</td><td"
                            + " class='n'>%s</td></tr>%n",
                    Html.escape(l.arm()),
                    l.patients(),
                    l.boundary(),
                    Numbers.percent(l.stopsHere()),
                    Numbers.percent(l.stoppedByNow())));
            data.line(
                    l.arm(),
                    l.patients(),
                    l.boundary(),
                    l.stopsHere().estimate(),
                    l.stoppedByNow().estimate(),
                    l.stoppedByNow().low(),
                    l.stoppedByNow().high());
        }
        out.append(
                "</table>\n<p class='note'>Share of replicates; the error of 5 % is spent over the looks after Lan and"
                        + " DeMets.</p>\n");
        return Optional.of(new Figure("looks", out.toString(), data.toString(), "analysis"));
    }
}
