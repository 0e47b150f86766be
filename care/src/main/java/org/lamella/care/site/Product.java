package org.lamella.care.site;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Drug;

/**
 * A product that the site's pharmacy stocks.
 *
 * @param drug active drug
 * @param name name as printed on the pack
 * @param form liquid for infusion or tablet
 * @param milligrams amount in one vial or tablet, mg, above 0
 * @param millilitres volume of one vial after reconstitution, mL; null for tablets
 * @param source where strength and volume were read
 */
public record Product(
        Drug drug,
        String name,
        Form form,
        BigDecimal milligrams,
        @Nullable BigDecimal millilitres,
        String source) {

    /** How a product is handled when a dose is measured. */
    public enum Form {
        SOLUTION,
        TABLET
    }

    public Product {
        if (milligrams.signum() <= 0) {
            throw new IllegalArgumentException(
                    name + ": strength found " + milligrams + " mg, accepted is a number above 0");
        }
        if (form == Form.SOLUTION && (millilitres == null || millilitres.signum() <= 0)) {
            throw new IllegalArgumentException(name + ": a solution needs its volume in mL, above 0");
        }
        if (form == Form.TABLET && millilitres != null) {
            throw new IllegalArgumentException(name + ": a tablet has no volume");
        }
        if (name.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("product of " + drug + ": name and source must not be blank");
        }
    }

    /** Name with strength, such as {@code Zoledronic acid concentrate 4 mg / 5 mL}. */
    public String label() {
        String volume = millilitres == null ? "" : " / " + millilitres.toPlainString() + " mL";
        return name + " " + milligrams.toPlainString() + " mg" + volume;
    }
}
