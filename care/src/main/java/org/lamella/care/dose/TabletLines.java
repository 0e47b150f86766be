package org.lamella.care.dose;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import org.lamella.care.site.Product;

/** What makes up a daily dose, and how it is taken. */
final class TabletLines {

    private final DoseInputs in;
    private final DecimalDose dose;
    private final SheetLines sheet;

    TabletLines(DoseInputs in, DecimalDose dose, SheetLines sheet) {
        this.in = in;
        this.dose = dose;
        this.sheet = sheet;
    }

    void write() {
        BigDecimal wanted = dose.days().getFirst();
        Optional<Product> tablet = in.site().productsOf(in.facts().drug()).stream()
                .filter(p -> p.form() == Product.Form.TABLET
                        && wanted.remainder(p.milligrams()).signum() == 0)
                .max(Comparator.comparing(Product::milligrams));
        if (tablet.isPresent()) {
            BigDecimal number = wanted.divideToIntegralValue(tablet.get().milligrams());
            sheet.line(
                    "Tablets",
                    SheetLines.plain(wanted) + " mg / " + tablet.get().label(),
                    SheetLines.plain(number) + " a day");
        } else {
            sheet.warn("The site names no tablet that makes up " + SheetLines.mg(wanted)
                    + "; tablets are not crushed or split.");
        }
        sheet.line(
                "How to take",
                "upright, fasting, with plenty of water; upright for 30 minutes",
                "once a day, 30 minutes before breakfast");
    }
}
