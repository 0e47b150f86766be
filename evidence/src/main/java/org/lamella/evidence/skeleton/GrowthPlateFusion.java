package org.lamella.evidence.skeleton;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lamella.evidence.data.CsvTable;
import org.lamella.evidence.norms.NormTables;
import org.lamella.patient.Sex;

/**
 * How many healthy children of an age have an open, fusing or fused growth plate. Own tabulation of the SVAD sample of
 * the United States (Stull and Corron 2022, doi:10.3390/forensicsci2010003), completed years 8 to 20; counts per year
 * and sex are small and are given with the shares. "Fused" means that no line is left on the image: about a third of
 * plates still show one at 20 years, so that the share of open plates tells more about the end of growth.
 */
public final class GrowthPlateFusion {
    /** Growth plates of the table. */
    public enum Plate {
        FEMORAL_HEAD,
        FEMUR_GREATER_TROCHANTER,
        FEMUR_DISTAL,
        TIBIA_PROXIMAL,
        TIBIA_DISTAL,
        HUMERUS_PROXIMAL,
        HUMERUS_DISTAL,
        RADIUS_PROXIMAL,
        RADIUS_DISTAL,
        ULNA_PROXIMAL,
        ULNA_DISTAL
    }

    /**
     * Observed stages at one completed year of age.
     *
     * @param observed number of children seen
     * @param open number not yet fusing
     * @param fusing number in fusion
     * @param fused number completely fused
     */
    public record Stages(int observed, int open, int fusing, int fused) {
        public Stages {
            if (observed <= 0 || open < 0 || fusing < 0 || fused < 0 || open + fusing + fused != observed) {
                throw new IllegalArgumentException("growth plate stages: found " + open + " + " + fusing + " + " + fused
                        + " of " + observed + ", accepted are counts that add up to at least one child");
            }
        }

        /** Share of children whose plate is still open, 0 to 1. */
        public double shareOpen() {
            return (double) open / observed;
        }

        /** Share of children whose plate is completely fused, 0 to 1. */
        public double shareFused() {
            return (double) fused / observed;
        }
    }

    /** First and last completed year of age of the table. */
    public static final int FIRST_YEAR = 8;

    public static final int LAST_YEAR = 20;

    private static final List<CsvTable.Row> ROWS =
            NormTables.table("growthplate_fusion_by_age.csv").rows();

    private GrowthPlateFusion() {}

    /** Stages at a completed year of age, or empty outside 8 to 20 years. */
    public static Optional<Stages> stages(Plate plate, Sex sex, int completedYears) {
        return ROWS.stream()
                .filter(r -> r.text("epiphysis").equals(plate.name().toLowerCase(Locale.ROOT))
                        && r.text("sex").equalsIgnoreCase(sex.name())
                        && (int) r.number("age_completed_years") == completedYears)
                .findFirst()
                .map(r -> new Stages(
                        (int) r.number("n"), (int) r.number("n_not_started"), (int) r.number("n_fusing"), (int)
                                r.number("n_complete")));
    }

    /**
     * Share of plates not yet fusing by completed year, 8 to 20, made non-increasing by weighted isotonic regression
     * (pool adjacent violators) because the counts of single years are small.
     */
    public static double[] smoothedShareOpen(Plate plate, Sex sex) {
        Deque<double[]> blocks = new ArrayDeque<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            Stages s = stages(plate, sex, year).orElseThrow();
            double[] block = {s.open(), s.observed(), 1};
            while (!blocks.isEmpty() && blocks.peekLast()[0] / blocks.peekLast()[1] < block[0] / block[1]) {
                double[] pooled = blocks.removeLast();
                block = new double[] {pooled[0] + block[0], pooled[1] + block[1], pooled[2] + block[2]};
            }
            blocks.addLast(block);
        }
        double[] shares = new double[LAST_YEAR - FIRST_YEAR + 1];
        int next = 0;
        for (double[] block : blocks) {
            int end = next + (int) block[2];
            Arrays.fill(shares, next, end, block[0] / block[1]);
            next = end;
        }
        return shares;
    }

    /** Youngest completed year in which fusion has begun in most children (smoothed share of open plates below half). */
    public static int yearInWhichMostHaveBegunToFuse(Plate plate, Sex sex) {
        double[] open = smoothedShareOpen(plate, sex);
        int year = FIRST_YEAR;
        while (year < LAST_YEAR && open[year - FIRST_YEAR] >= 0.5) {
            year++;
        }
        return year;
    }
}
