package org.lamella.evidence.lab;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.evidence.data.CsvTable;
import org.lamella.evidence.norms.NormTables;

/**
 * How one society classifies serum 25-hydroxyvitamin D. Societies disagree; all are kept.
 *
 * <p>Source: Nutrients 2024;16:416, Table 6 (PMC10857029).
 *
 * @param society name of the society
 * @param year year of its statement
 * @param lowerLimits lower limit of each class that the society uses, in ng/mL; a class reaches up to the next one
 */
public record VitaminDThresholds(String society, int year, Map<Status, BigDecimal> lowerLimits) {
    /** Class of a 25-hydroxyvitamin D concentration. */
    public enum Status {
        SEVERE_DEFICIENCY,
        DEFICIENCY,
        INSUFFICIENCY,
        SUFFICIENCY
    }

    /** 1 ng/mL of 25-hydroxyvitamin D (400.64 g/mol) in nmol/L. */
    public static final BigDecimal NMOL_PER_L_PER_NG_PER_ML = new BigDecimal("2.496");

    public VitaminDThresholds {
        lowerLimits = java.util.Collections.unmodifiableMap(new EnumMap<>(lowerLimits));
    }

    /** All societies of the table, in its order. */
    public static List<VitaminDThresholds> all() {
        List<VitaminDThresholds> all = new ArrayList<>();
        for (CsvTable.Row row : NormTables.table("vitamin_d_thresholds.csv").rows()) {
            Map<Status, BigDecimal> limits = new EnumMap<>(Status.class);
            put(limits, Status.SEVERE_DEFICIENCY, row, "severe_deficiency");
            put(limits, Status.DEFICIENCY, row, "deficiency");
            put(limits, Status.INSUFFICIENCY, row, "insufficiency");
            put(limits, Status.SUFFICIENCY, row, "sufficiency");
            all.add(new VitaminDThresholds(row.text("society"), (int) row.number("year"), limits));
        }
        return List.copyOf(all);
    }

    /** The classification of one society by its exact name. */
    public static Optional<VitaminDThresholds> of(String society) {
        return all().stream().filter(t -> t.society().equals(society)).findFirst();
    }

    private static void put(Map<Status, BigDecimal> limits, Status status, CsvTable.Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return;
        }
        if (text.startsWith("<")) {
            BigDecimal belowThis = limits.isEmpty() ? BigDecimal.ZERO : previousEnd(row, column);
            limits.put(status, belowThis);
        } else if (text.startsWith(">=")) {
            limits.put(status, new BigDecimal(text.substring(2)));
        } else if (text.matches("\\d+-\\d+")) {
            limits.put(status, new BigDecimal(text.substring(0, text.indexOf('-'))));
        } else {
            throw row.wrong(column, "<a, a-b, >=a or nothing");
        }
    }

    private static BigDecimal previousEnd(CsvTable.Row row, String column) {
        String severe = row.text("severe_deficiency");
        if (!column.equals("deficiency") || !severe.startsWith("<")) {
            throw row.wrong(column, "a range a-b");
        }
        return new BigDecimal(severe.substring(1));
    }

    /** Class of a concentration in nmol/L, converted to ng/mL with the molar mass. */
    public Status classify(BigDecimal nanomolesPerLitre) {
        BigDecimal ngPerMl = nanomolesPerLitre.divide(NMOL_PER_L_PER_NG_PER_ML, MathContext.DECIMAL64);
        Status found = lowerLimits.keySet().iterator().next();
        for (Map.Entry<Status, BigDecimal> limit : lowerLimits.entrySet()) {
            if (ngPerMl.compareTo(limit.getValue()) >= 0) {
                found = limit.getKey();
            }
        }
        return found;
    }
}
