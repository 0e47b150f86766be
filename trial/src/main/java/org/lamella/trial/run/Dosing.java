package org.lamella.trial.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.lamella.patient.Regimen;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;
import org.lamella.trial.protocol.DoseRule;

/** Turns the dose rule of a protocol into the amount that the model gives. */
final class Dosing {
    private static final MathContext EXACT_ENOUGH = new MathContext(12, RoundingMode.HALF_EVEN);

    private Dosing() {}

    /** Body of the person on the day the dose is decided. */
    interface Body {
        double ageYears();

        double kilograms();

        double centimetres();
    }

    /**
     * The amount of one dose.
     *
     * @param rule rule of the protocol
     * @param body person at the last visit; weight-based amounts still follow the weight of the day itself
     * @param daysAhead days from that visit to the dose
     * @param factor titration, 1 for none
     */
    static Regimen.Amount amount(DoseRule rule, Body body, int daysAhead, double factor) {
        return switch (rule) {
            case DoseRule.Fixed(Milligrams dose) -> new Regimen.Amount.Fixed(scaled(dose, factor));
            case DoseRule.PerKilogram(MilligramsPerKilogram each, Milligrams cap) ->
                new Regimen.Amount.ByWeight(
                        new MilligramsPerKilogram(each.value().multiply(BigDecimal.valueOf(factor), EXACT_ENOUGH)),
                        cap);
            case DoseRule.PerSquareMetre(double perSquareMetre) -> {
                double surface = Math.sqrt(body.centimetres() * body.kilograms() / 3600);
                yield new Regimen.Amount.Fixed(new Milligrams(
                        BigDecimal.valueOf(perSquareMetre * surface * factor).setScale(3, RoundingMode.HALF_EVEN)));
            }
            case DoseRule.Bands(DoseRule.Bands.By by, List<DoseRule.Band> bands) ->
                banded(by, bands, body, daysAhead, factor);
        };
    }

    private static Regimen.Amount banded(
            DoseRule.Bands.By by, List<DoseRule.Band> bands, Body body, int daysAhead, double factor) {
        if (twoFixedWeightBands(by, bands)
                && bands.get(0).give() instanceof DoseRule.Fixed(Milligrams low)
                && bands.get(1).give() instanceof DoseRule.Fixed(Milligrams high)) {
            Kilograms limit = new Kilograms(BigDecimal.valueOf(bands.get(0).below()));
            return new Regimen.Amount.WeightBand(scaled(low, factor), limit, scaled(high, factor));
        }
        double value =
                by == DoseRule.Bands.By.WEIGHT ? body.kilograms() : body.ageYears() + daysAhead / Age.DAYS_PER_YEAR;
        for (DoseRule.Band band : bands) {
            if (value < band.below()) {
                return amount(band.give(), body, daysAhead, factor);
            }
        }
        throw new IllegalStateException("the last band has no limit");
    }

    /** Bands that the model itself follows with the weight of the day. */
    private static boolean twoFixedWeightBands(DoseRule.Bands.By by, List<DoseRule.Band> bands) {
        return by == DoseRule.Bands.By.WEIGHT
                && bands.size() == 2
                && bands.stream().allMatch(b -> b.give() instanceof DoseRule.Fixed);
    }

    /** True when a dose follows the body at each visit, so that it must be decided anew there. */
    static boolean needsBody(DoseRule rule, boolean daily) {
        return switch (rule) {
            case DoseRule.Fixed _ -> false;
            case DoseRule.PerKilogram _ -> false;
            case DoseRule.PerSquareMetre _ -> true;
            case DoseRule.Bands(DoseRule.Bands.By by, List<DoseRule.Band> bands) ->
                by == DoseRule.Bands.By.AGE ? daily : !twoFixedWeightBands(by, bands);
        };
    }

    private static Milligrams scaled(Milligrams dose, double factor) {
        return factor == 1 ? dose : new Milligrams(dose.value().multiply(BigDecimal.valueOf(factor), EXACT_ENOUGH));
    }
}
