package org.lamella.evidence.growth;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lamella.evidence.data.CsvTable;
import org.lamella.evidence.norms.CentileCurves;
import org.lamella.evidence.norms.NormTables;
import org.lamella.evidence.norms.Standing;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;

/**
 * Height velocity of North American children by age (Tanner and Davies 1985), centiles 5, 50 and 95. The age is that of
 * the middle of the interval over which height was gained.
 */
public final class HeightVelocityReference {
    private static final String FILE = "growth_height_velocity_tanner.csv";
    private static final double[] CENTILES = {5, 50, 95};
    private static final HeightVelocityReference TANNER = new HeightVelocityReference();

    private final Map<Sex, CentileCurves> curves = new EnumMap<>(Sex.class);

    private HeightVelocityReference() {
        List<CsvTable.Row> rows = NormTables.table(FILE).rows();
        for (Sex sex : Sex.values()) {
            List<CsvTable.Row> own = rows.stream()
                    .filter(r -> r.text("sex").equalsIgnoreCase(sex.name()))
                    .filter(r -> r.number("p5_cm_per_y") < r.number("p50_cm_per_y"))
                    .toList();
            double[] ages =
                    own.stream().mapToDouble(r -> r.number("age_months")).toArray();
            double[][] values = own.stream()
                    .map(r ->
                            new double[] {r.number("p5_cm_per_y"), r.number("p50_cm_per_y"), r.number("p95_cm_per_y")})
                    .toArray(double[][]::new);
            curves.put(sex, new CentileCurves(CENTILES, ages, values, false));
        }
    }

    public static HeightVelocityReference tanner() {
        return TANNER;
    }

    /** Where a gain of height stands among children of that age at the middle of the interval. */
    public Standing standing(Sex sex, Age middle, CentimetresPerYear velocity) {
        CentileCurves own = curvesOf(sex);
        if (!own.covers(middle.months())) {
            return new Standing.NotCovered(String.format(
                    Locale.ROOT,
                    "the height velocity reference covers %.0f to %.0f months; the age is %.1f months",
                    own.firstAge(),
                    own.lastAge(),
                    middle.months()));
        }
        return own.standing(middle.months(), velocity.value());
    }

    /** Median velocity, or empty outside the reference. */
    public Optional<CentimetresPerYear> median(Sex sex, Age middle) {
        CentileCurves own = curvesOf(sex);
        return own.covers(middle.months())
                ? Optional.of(new CentimetresPerYear(own.at(middle.months())[1]))
                : Optional.empty();
    }

    /**
     * Growth over some years at the 5th and at the 95th centile of velocity throughout, relative to growth at the median.
     * Ages outside the reference (2.5 to 17 years or so) take its nearest age.
     *
     * @param sex sex
     * @param from age now
     * @param years length of the time, above 0
     * @return shares of the median growth, such as 0.7 and 1.3
     */
    public Spread spread(Sex sex, Age from, double years) {
        if (!(years > 0)) {
            throw new IllegalArgumentException("height velocity: found " + years + " years, accepted is above 0");
        }
        CentileCurves own = curvesOf(sex);
        double[] sums = new double[CENTILES.length];
        int steps = (int) Math.max(1, Math.ceil(years * 4));
        for (int i = 0; i < steps; i++) {
            double months = 12 * (from.years() + (i + 0.5) * years / steps);
            double[] velocity = own.at(Math.clamp(months, own.firstAge(), own.lastAge()));
            for (int c = 0; c < sums.length; c++) {
                sums[c] += Math.max(0, velocity[c]);
            }
        }
        return new Spread(sums[0] / sums[1], sums[2] / sums[1]);
    }

    /**
     * Growth relative to the median.
     *
     * @param slow at the 5th centile throughout, 0 to 1
     * @param fast at the 95th centile throughout, 1 or more
     */
    public record Spread(double slow, double fast) {
        public Spread {
            if (!(slow >= 0 && slow <= 1 && fast >= 1)) {
                throw new IllegalArgumentException(
                        "growth spread: found " + slow + " and " + fast + ", accepted are 0 to 1, and 1 or more");
            }
        }
    }

    private CentileCurves curvesOf(Sex sex) {
        CentileCurves own = curves.get(sex);
        if (own == null) {
            throw new IllegalStateException("no height velocity for " + sex);
        }
        return own;
    }
}
