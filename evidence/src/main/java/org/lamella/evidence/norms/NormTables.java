package org.lamella.evidence.norms;

import java.util.List;
import org.lamella.evidence.data.CsvTable;
import org.lamella.evidence.data.DataFileException;

/**
 * The reference tables in {@code norms/}. Each begins with comment lines that name what it is, its source and its
 * licence.
 */
public final class NormTables {
    private static final List<String> NAMES = List.of(
            "dxa_lumbar_spine_composite_provisional_0_20y.csv",
            "dxa_lumbar_spine_refit_lms_9_25y.csv",
            "dxa_published_means.csv",
            "dxa_standardised_bmd_conversion.csv",
            "egfr_equations.csv",
            "growth_height_velocity_tanner.csv",
            "growthplate_fusion_by_age.csv",
            "histomorphometry_iliac_control_vs_OI1.csv",
            "hrpqct_meta_15_23y.csv",
            "labs_reference_ranges_secondary.csv",
            "longbone_by_age_refit_0_13y.csv",
            "longbone_vs_stature_allometry.csv",
            "markers_by_age.csv",
            "oi_growth_summary.csv",
            "vitamin_d_thresholds.csv");

    private NormTables() {}

    /** File names in alphabetical order. */
    public static List<String> names() {
        return NAMES;
    }

    /** Reads one table by its file name. */
    public static CsvTable table(String name) {
        if (!NAMES.contains(name)) {
            throw new DataFileException("norms", "", "the name '" + name + "'", "one of " + NAMES);
        }
        return CsvTable.resource(org.lamella.evidence.ParameterSet.class, "norms/" + name);
    }

    /** First comment line of a table: what it is. */
    public static String title(String name) {
        return table(name).comments().getFirst();
    }
}
