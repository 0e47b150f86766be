package org.lamella.clinic.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lamella.clinic.report.markup.Element;
import org.lamella.clinic.report.markup.Node;
import org.lamella.twin.ForecastCurve;
import org.lamella.twin.ForecastPoint;

/** Figures of a forecast with one row for each subject and one column for each whole year. */
final class YearsTable {
    /** More columns than this do not fit on a page; beyond it some years are left out. */
    private static final int MOST_YEARS = 7;

    private final List<Double> years;
    private final List<List<Node>> rows = new ArrayList<>();

    /** A table of the whole years on which the curves have points. */
    YearsTable(Stream<ForecastCurve> curves) {
        List<Double> whole = curves.flatMap(curve -> wholeYears(curve).stream())
                .map(point -> Math.rint(point.yearsAhead()))
                .distinct()
                .sorted()
                .toList();
        years = whole.size() <= MOST_YEARS
                ? whole
                : whole.stream()
                        .filter(y -> y <= 2 || y % 5 == 0 || y.equals(whole.getLast()))
                        .toList();
    }

    /** Adds median and 5th to 95th centile of a curve. */
    void add(String name, ForecastCurve curve, int digits) {
        add(
                name,
                year -> wholeYears(curve).stream()
                        .filter(point -> Math.rint(point.yearsAhead()) == year)
                        .findFirst()
                        .map(point -> Figures.withInterval(point.estimate(), digits)));
    }

    /** Adds a row; years without a figure show a dash. */
    void add(String name, Function<Double, Optional<String>> figure) {
        List<Node> cells = new ArrayList<>(List.of(PageParts.text(name)));
        years.forEach(year -> cells.add(PageParts.figure(figure.apply(year).orElse(Figures.NONE))));
        rows.add(cells);
    }

    Element table(String caption, String subject) {
        List<String> headings = new ArrayList<>(List.of(subject));
        years.forEach(y -> headings.add(y == 0 ? "Today" : "In " + Figures.years(y) + " y"));
        return PageParts.table(caption, headings, rows.stream()).with("class", "figures");
    }

    private static List<ForecastPoint> wholeYears(ForecastCurve curve) {
        return curve.points().stream()
                .filter(p -> Math.abs(p.yearsAhead() - Math.rint(p.yearsAhead())) < 0.02)
                .toList();
    }
}
