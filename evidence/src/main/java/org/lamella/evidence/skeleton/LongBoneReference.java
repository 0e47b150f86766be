package org.lamella.evidence.skeleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamella.evidence.data.CsvTable;
import org.lamella.evidence.norms.NormTables;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.Centimetres;

/**
 * Size of long bones in healthy children by age (0 to 13 years) or by stature (34 to 193 cm). Own fits to the SVAD
 * sample of the United States (Stull and Corron 2022, doi:10.3390/forensicsci2010003). Diaphyses without epiphyses until
 * these fuse. In OI the stature-based figure is the one to compare with, and OI bones are thinner.
 */
public final class LongBoneReference {
    /** Statures of the sample behind the allometric fit, in cm. */
    static final double SHORTEST_CM = 34;

    static final double TALLEST_CM = 193;

    private static final LongBoneReference SVAD = new LongBoneReference();
    private final List<CsvTable.Row> byAge =
            NormTables.table("longbone_by_age_refit_0_13y.csv").rows();
    private final List<CsvTable.Row> byStature =
            NormTables.table("longbone_vs_stature_allometry.csv").rows();

    private LongBoneReference() {}

    public static LongBoneReference svad() {
        return SVAD;
    }

    /** Size at an age, interpolated linearly between the ages of the table; empty from 13 years. */
    public Optional<BoneSize> atAge(LongBoneMeasure measure, Sex sex, Age age) {
        List<CsvTable.Row> own = new ArrayList<>();
        for (CsvTable.Row row : byAge) {
            if (row.text("measure").equals(measure.column()) && row.text("sex").equalsIgnoreCase(sex.name())) {
                own.add(row);
            }
        }
        double years = age.years();
        for (int i = 1; i < own.size(); i++) {
            CsvTable.Row a = own.get(i - 1);
            CsvTable.Row b = own.get(i);
            double from = a.number("age_years");
            double to = b.number("age_years");
            if (years >= from && years <= to) {
                double w = (years - from) / (to - from);
                return Optional.of(new BoneSize(
                        measure,
                        a.number("M_mm") + w * (b.number("M_mm") - a.number("M_mm")),
                        a.number("S") + w * (b.number("S") - a.number("S")),
                        "healthy children of this age and sex (SVAD, own fit)"));
            }
        }
        return Optional.empty();
    }

    /** Size at a stature, both sexes: {@code ln(mm) = b0 + b1·ln(cm) + b2·ln(cm)²}; empty outside 34 to 193 cm. */
    public Optional<BoneSize> atStature(LongBoneMeasure measure, Centimetres stature) {
        if (stature.value() < SHORTEST_CM || stature.value() > TALLEST_CM) {
            return Optional.empty();
        }
        double ln = StrictMath.log(stature.value());
        return byStature.stream()
                .filter(r -> r.text("measure").equals(measure.column()))
                .findFirst()
                .map(r -> new BoneSize(
                        measure,
                        StrictMath.exp(r.number("b0") + r.number("b1") * ln + r.number("b2") * ln * ln),
                        r.number("resid_sd_log"),
                        "healthy children of this stature (SVAD, own fit)"));
    }
}
