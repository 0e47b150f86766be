package org.lamella.evidence.growth;

import java.util.Arrays;
import java.util.List;
import org.lamella.evidence.data.CsvTable;
import org.lamella.patient.Sex;

/**
 * L, M and S of one measure and sex against age in months. Between nodes each is interpolated linearly, as the CDC SAS
 * program does; outside the table the end node holds.
 */
public final class LmsTable {
    private final double[] months;
    private final Lms[] nodes;

    private LmsTable(double[] months, Lms[] nodes) {
        this.months = months;
        this.nodes = nodes;
    }

    static LmsTable of(CsvTable table, GrowthMeasure measure, Sex sex) {
        List<CsvTable.Row> rows = table.rows().stream()
                .filter(r -> r.text("measure").equalsIgnoreCase(measure.name())
                        && r.text("sex").equalsIgnoreCase(sex.name()))
                .toList();
        double[] months = rows.stream().mapToDouble(r -> r.number("age_months")).toArray();
        for (int i = 1; i < months.length; i++) {
            if (months[i] <= months[i - 1]) {
                throw rows.get(i).wrong("age_months", "an age above that of the line before");
            }
        }
        Lms[] nodes = rows.stream()
                .map(r -> new Lms(r.number("L"), r.number("M"), r.number("S")))
                .toArray(Lms[]::new);
        return new LmsTable(months, nodes);
    }

    /** Parameters at an age in months of 30.4375 days. */
    public Lms at(double ageMonths) {
        int last = months.length - 1;
        if (ageMonths <= months[0]) {
            return nodes[0];
        }
        if (ageMonths >= months[last]) {
            return nodes[last];
        }
        int found = Arrays.binarySearch(months, ageMonths);
        if (found >= 0) {
            return nodes[found];
        }
        int above = -found - 1;
        Lms a = nodes[above - 1];
        Lms b = nodes[above];
        double w = (ageMonths - months[above - 1]) / (months[above] - months[above - 1]);
        return new Lms(
                a.lambda() + w * (b.lambda() - a.lambda()),
                a.median() + w * (b.median() - a.median()),
                a.variation() + w * (b.variation() - a.variation()));
    }

    int size() {
        return months.length;
    }
}
