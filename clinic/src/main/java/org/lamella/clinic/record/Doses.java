package org.lamella.clinic.record;

import java.math.BigDecimal;
import java.util.Optional;
import org.lamella.patient.Drug;

/** Amounts of drug in milligrams; vitamin D may come in international units. */
final class Doses {
    private Doses() {}

    static String acceptedDaily(Drug drug) {
        return drug.equals(Drug.VITAMIN_D) ? "ug, mg or [iU] (UCUM)" : "mg, ug or g (UCUM)";
    }

    /** An amount in milligrams. */
    static Optional<BigDecimal> milligrams(Amounts.Written written, String what, Drug drug, Amounts amounts) {
        boolean units = written.unit().equals("[iU]") || written.unit().equals("[IU]");
        if (!drug.equals(Drug.VITAMIN_D) || !units) {
            return amounts.in(written, what, "mg", acceptedDaily(drug));
        }
        if (amounts.insane(written, what)) {
            return Optional.empty();
        }
        BigDecimal microgramsPerUnit = BigDecimal.valueOf(MolarMasses.DATA.value("vitamin-d-unit", "ug"));
        return amounts.in(
                new Amounts.Written(written.at(), written.value().multiply(microgramsPerUnit), "ug"),
                what + " (" + written + ")",
                "mg",
                acceptedDaily(drug));
    }
}
