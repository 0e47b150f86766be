package org.lamella.care.dose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lamella.care.site.Product;
import org.lamella.evidence.drug.DoseBand;
import org.lamella.evidence.drug.FirstDoseRule;
import org.lamella.evidence.drug.Limit;

/** From weight or band to the amount of one day: exact dose, cap, first dose, rounding. */
final class AmountLines {
    private static final BigDecimal NOTEWORTHY_LOSS = new BigDecimal("0.05");

    private final DoseInputs in;
    private final DoseBand band;
    private final DecimalDose dose;
    private final SheetLines sheet;

    AmountLines(DoseInputs in, DoseBand band, DecimalDose dose, SheetLines sheet) {
        this.in = in;
        this.band = band;
        this.dose = dose;
        this.sheet = sheet;
    }

    void write() {
        amount();
        firstDose();
        rounding();
    }

    private void amount() {
        String weight = in.weight().weight().toString();
        if (dose.perKilogram() == null) {
            sheet.line("Dose", "fixed dose of the band", SheetLines.mg(dose.exact()));
        } else {
            String perKilogram = SheetLines.plain(dose.perKilogram()) + " mg/kg";
            sheet.line(
                    "Dose by weight",
                    perKilogram + " x " + weight + " = " + SheetLines.mg(dose.exact()),
                    SheetLines.mg(dose.exact()));
        }
        if (dose.cap() != null) {
            boolean bites = dose.exact().compareTo(dose.cap()) > 0;
            sheet.line(
                    "Most in one day",
                    SheetLines.mg(dose.exact()) + (bites ? " is above " : " is not above ") + SheetLines.mg(dose.cap()),
                    SheetLines.mg(dose.capped()));
            in.facts().limits(Limit.Kind.MAX_PER_DOSE).forEach(l -> sheet.cite(l.figure()));
            otherCaps(bites);
        }
    }

    private void otherCaps(boolean bites) {
        List<Limit> caps = in.facts().limits(Limit.Kind.MAX_PER_DOSE);
        if (bites && caps.size() > 1 && in.regimen().ownCapMg() == null) {
            sheet.warn("Sources differ about the most in one day ("
                    + String.join(
                            " and ", caps.stream().map(l -> l.figure().text()).toList())
                    + "): the stricter is used.");
        }
    }

    private void firstDose() {
        FirstDoseRule rule = in.facts().firstDose();
        if (!in.firstEver() || rule == null || !band.byWeight()) {
            return;
        }
        sheet.warn("The record holds no bisphosphonate: this counts as the first dose ever. Make sure of it.");
        if (rule.appliesTo() == FirstDoseRule.AppliesTo.WHOLE_DOSE) {
            sheet.cite(rule.figure());
            sheet.line(
                    "First dose",
                    "lower of " + band.dose().text() + " and " + rule.figure().text(),
                    SheetLines.plain(band.dose().value().min(rule.figure().value())) + " mg/kg");
        } else if (in.confirmed(rule.valueId())) {
            sheet.line(
                    "First cycle, day 1",
                    SheetLines.mg(dose.capped()) + " x " + rule.figure().plain(),
                    SheetLines.mg(dose.capped().multiply(rule.figure().value())));
        } else {
            sheet.warn("A smaller dose on day 1 of the first cycle is commonly quoted; no source was seen, so that it"
                    + " is not applied. Follow the site's first-dose policy.");
        }
    }

    private void rounding() {
        BigDecimal usual = dose.days().getLast();
        Optional<Product> solution = in.solution();
        if (solution.isPresent()) {
            sheet.line(
                    "Rounded down",
                    "to 0.01 mL below 1 mL, 0.1 mL from 1 mL of "
                            + solution.get().label(),
                    SheetLines.mg(usual) + " = "
                            + SheetLines.plain(dose.volumes().getLast()) + " mL");
        } else if (band.byWeight()) {
            sheet.line(
                    "Rounded down",
                    "to steps of "
                            + Objects.requireNonNull(in.facts().roundingStep()).text(),
                    SheetLines.mg(usual));
            sheet.warn("The site names no product, so that no volume is given.");
        }
        BigDecimal loss = dose.capped().subtract(usual);
        if (loss.compareTo(dose.capped().multiply(NOTEWORTHY_LOSS)) > 0) {
            BigDecimal percent = loss.multiply(BigDecimal.valueOf(100)).divide(dose.capped(), 1, RoundingMode.HALF_UP);
            sheet.warn("Rounding down takes away " + percent.toPlainString()
                    + " % of the dose: a weaker solution measures better.");
        }
    }
}
