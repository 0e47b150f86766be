package org.lamella.bone;

import org.lamella.evidence.data.CsvTable;
import org.lamella.evidence.growth.GrowthReference;
import org.lamella.patient.Sex;

/**
 * Median total hip areal density by age: the spine's median times the ratio of published band means (NHANES 2005-2020,
 * Hologic, at 7, 13.5 and 17.5 years); the ratio is held below 7 and above 17.5 years, which is an assumption. There is no
 * standard deviation by age, so no Z-score.
 */
final class HipDensityReference {
    private static final String FILE = "/org/lamella/evidence/norms/dxa_published_means.csv";

    private final SpineDensityReference spine;
    private final MonotoneCubic[] ratio = new MonotoneCubic[Sex.values().length];

    private HipDensityReference(CsvTable table, SpineDensityReference spine) {
        this.spine = spine;
        for (Sex sex : Sex.values()) {
            var rows = table.rows().stream()
                    .filter(r -> r.text("site").equals("femur_total")
                            && r.text("quantity").equals("aBMD"))
                    .filter(r -> r.text("sex").equalsIgnoreCase(sex.name()))
                    .toList();
            double[] ages = rows.stream()
                    .mapToDouble(r -> 0.5 * (r.number("age_from_y") + r.number("age_to_y")))
                    .toArray();
            double[] ratios = new double[ages.length];
            for (int i = 0; i < ages.length; i++) {
                ratios[i] = rows.get(i).number("mean") / spine.median(sex, ages[i]);
            }
            ratio[sex.ordinal()] = new MonotoneCubic(ages, ratios);
        }
    }

    static HipDensityReference load(SpineDensityReference spine) {
        return new HipDensityReference(CsvTable.resource(GrowthReference.class, FILE), spine);
    }

    /** Median in g/cm2. */
    double median(Sex sex, double years) {
        return spine.median(sex, years) * ratio[sex.ordinal()].value(years);
    }
}
