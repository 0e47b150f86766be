package org.lamella.bone;

import org.lamella.evidence.data.CsvTable;
import org.lamella.evidence.growth.GrowthReference;
import org.lamella.patient.Sex;

/**
 * Median and coefficient of variation of lumbar spine areal density by age: an own, provisional composition of published
 * summary values on the Hologic scale (see the head of the file). It scales the model's output and must not be used for
 * clinical Z-scores. Held from 20 years.
 */
final class SpineDensityReference {
    private static final String FILE = "/org/lamella/evidence/norms/dxa_lumbar_spine_composite_provisional_0_20y.csv";

    private final MonotoneCubic[] median = new MonotoneCubic[Sex.values().length];
    private final MonotoneCubic[] variation = new MonotoneCubic[Sex.values().length];

    private SpineDensityReference(CsvTable table) {
        for (Sex sex : Sex.values()) {
            var rows = table.rows().stream()
                    .filter(r -> r.text("sex").equalsIgnoreCase(sex.name()))
                    .toList();
            double[] ages =
                    rows.stream().mapToDouble(r -> r.number("age_years")).toArray();
            median[sex.ordinal()] = new MonotoneCubic(
                    ages, rows.stream().mapToDouble(r -> r.number("M_g_cm2")).toArray());
            variation[sex.ordinal()] = new MonotoneCubic(
                    ages, rows.stream().mapToDouble(r -> r.number("S")).toArray());
        }
    }

    static SpineDensityReference load() {
        return new SpineDensityReference(CsvTable.resource(GrowthReference.class, FILE));
    }

    /** Median in g/cm2. */
    double median(Sex sex, double years) {
        return median[sex.ordinal()].value(years);
    }

    double variation(Sex sex, double years) {
        return variation[sex.ordinal()].value(years);
    }
}
