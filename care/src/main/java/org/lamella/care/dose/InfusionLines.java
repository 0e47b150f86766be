package org.lamella.care.dose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.lamella.care.site.Setting;
import org.lamella.evidence.drug.Figure;
import org.lamella.evidence.drug.Limit;
import org.lamella.evidence.drug.Preparation;

/** Dilution, time and rate of an infusion. */
final class InfusionLines {
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private final DoseInputs in;
    private final DecimalDose dose;
    private final SheetLines sheet;

    InfusionLines(DoseInputs in, DecimalDose dose, SheetLines sheet) {
        this.in = in;
        this.dose = dose;
        this.sheet = sheet;
    }

    void write() {
        if (in.firstEver()) {
            sheet.line(
                    "Admission",
                    in.site().firstDoseAdmission().origin().label(),
                    in.site().firstDoseAdmission().value().label());
        }
        // The gate asks for an infusion time, the drug file of an infusion for its preparation.
        Preparation preparation = Objects.requireNonNull(in.facts().preparation());
        Setting<Integer> minutes = in.site().infusionTime(in.facts().drug()).orElseThrow();
        BigDecimal usual = dose.days().getLast();
        BigDecimal bag = bag(preparation.volume(), usual);
        BigDecimal rate = bag.multiply(SIXTY).divide(BigDecimal.valueOf(minutes.value()), 1, RoundingMode.HALF_UP);
        sheet.line("Dilution", preparation.diluent(), "made up to " + SheetLines.plain(bag) + " mL");
        sheet.line("Infusion time", minutes.origin().label() + "; " + minutes.source(), minutes.value() + " minutes");
        sheet.line(
                "Rate",
                SheetLines.plain(bag) + " mL x 60 / " + minutes.value() + " min",
                rate.toPlainString() + " mL/h");
        int total = minutes.value() * dose.days().size();
        if (dose.days().size() > 1) {
            sheet.line(
                    "Total infusion time",
                    minutes.value() + " min x " + dose.days().size() + " days",
                    total + " minutes per cycle");
        }
        in.facts().limit(Limit.Kind.MIN_INFUSION).ifPresent(l -> sheet.cite(l.figure()));
    }

    private BigDecimal bag(Preparation.VolumeRule rule, BigDecimal usual) {
        return switch (rule) {
            case Preparation.VolumeRule.Concentration(Figure concentration, Figure step) -> {
                sheet.cite(concentration);
                BigDecimal exact = usual.divide(concentration.value(), 6, RoundingMode.UP);
                BigDecimal steps = exact.divide(step.value(), 0, RoundingMode.CEILING);
                yield steps.multiply(step.value());
            }
            case Preparation.VolumeRule.ByDose(Figure upTo, Figure small, Figure full) -> {
                Figure chosen = usual.compareTo(upTo.value()) <= 0 ? small : full;
                sheet.cite(chosen);
                yield chosen.value();
            }
        };
    }
}
