package org.lamella.care.dose;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lamella.care.site.Confirmation;
import org.lamella.care.site.Product;
import org.lamella.evidence.drug.DoseBand;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.evidence.drug.FirstDoseRule;
import org.lamella.evidence.drug.Limit;
import org.lamella.patient.measure.Age;

/**
 * Second calculation, written apart from {@link DecimalDose}: whole-number fractions of micrograms, its own search for
 * the band, caps before factors by cross-multiplication. A dose is shown only when both agree exactly.
 */
final class RationalDose {

    private static final BigDecimal DAYS_PER_YEAR = new BigDecimal("365.25");

    private final DoseInputs in;

    RationalDose(DoseInputs in) {
        this.in = in;
    }

    /** Empty when both calculations agree, else what differs. */
    Optional<String> disagreement(DoseBand chosen, DecimalDose first) {
        DoseBand band = band();
        if (!band.id().equals(chosen.id())) {
            return Optional.of("the band: " + band.id() + " against " + chosen.id());
        }
        long count = band.days() == null ? 1 : band.days().value().longValueExact();
        if (first.days().size() != count) {
            return Optional.of(
                    "the number of days: " + count + " against " + first.days().size());
        }
        for (int day = 0; day < count; day++) {
            Ratio own = day(band, day == 0);
            Ratio other = micrograms(first.days().get(day));
            if (own.compareTo(other) != 0) {
                return Optional.of("day " + (day + 1) + ": " + own + " against " + other + " micrograms");
            }
        }
        return annual(band, count, first);
    }

    /** What a year takes, per kilogram before and in mg after cap and rounding, both from the maintenance dose. */
    private Optional<String> annual(DoseBand band, long count, DecimalDose first) {
        Ratio kilograms = ratio(in.weight().weight().value());
        Ratio times = band.interval() == null
                ? ratio(DAYS_PER_YEAR)
                : Ratio.of(12 * count).over(ratio(band.interval().value()));
        Ratio perKilogram = ratio(band.dose().value()).times(times);
        if (!band.byWeight()) {
            perKilogram = perKilogram.over(kilograms);
        }
        Ratio milligrams = rounded(band, wanted(band, false)).times(times).over(Ratio.of(1000));
        if (apart(perKilogram, first.annualPerKilogram(), 100_000)) {
            return Optional.of("the yearly total: " + perKilogram + " against " + first.annualPerKilogram() + " mg/kg");
        }
        return apart(milligrams, first.annualMg(), 2000)
                ? Optional.of("the yearly amount: " + milligrams + " against " + first.annualMg() + " mg")
                : Optional.empty();
    }

    /**
     * True when two yearly figures are more than 1/parts apart. The decimal calculation divides to six places, so that thirds differ in the seventh, and in the
     * fourth when multiplied by some hundred mg.
     */
    private static boolean apart(Ratio own, BigDecimal other, long parts) {
        Ratio gap = own.minus(ratio(other)).absolute();
        return gap.compareTo(new Ratio(BigInteger.ONE, BigInteger.valueOf(parts))) > 0;
    }

    /** The band, searched from the oldest to the youngest with whole grams and months. */
    private DoseBand band() {
        DosingRegimen regimen = in.regimen();
        Age age = in.age();
        Ratio grams = ratio(in.weight().weight().value()).times(Ratio.of(1000));
        List<DoseBand> bands = regimen.bands();
        for (int i = bands.size() - 1; i >= 0; i--) {
            DoseBand band = bands.get(i);
            Integer below = band.age().belowMonths();
            boolean oldEnough = age.completedMonths() >= band.age().fromMonths();
            boolean tooOld = below != null && age.completedMonths() >= below;
            if (oldEnough && !tooOld && weighs(band, grams)) {
                return band;
            }
        }
        throw new IllegalStateException(regimen.id() + ": no band for " + age);
    }

    private static boolean weighs(DoseBand band, Ratio grams) {
        BigDecimal lower = band.weight().lower();
        BigDecimal upper = band.weight().upper();
        if (lower != null) {
            int order = grams.compareTo(ratio(lower).times(Ratio.of(1000)));
            if (order < 0 || (order == 0 && !band.weight().lowerIncluded())) {
                return false;
            }
        }
        if (upper != null) {
            int order = grams.compareTo(ratio(upper).times(Ratio.of(1000)));
            return order < 0 || (order == 0 && band.weight().upperIncluded());
        }
        return true;
    }

    private Ratio day(DoseBand band, boolean firstDay) {
        Ratio dose = wanted(band, in.firstEver());
        Optional<FirstDoseRule> rule = in.facts().firstDoseRule();
        if (firstDay && in.firstEver() && rule.isPresent() && isConfirmedDayOne(rule.get())) {
            dose = dose.times(ratio(rule.get().figure().value()));
        }
        return rounded(band, dose);
    }

    private Ratio rounded(DoseBand band, Ratio dose) {
        Optional<Product> product = in.site().products().stream()
                .filter(p -> p.drug().equals(in.facts().drug()) && p.form() == Product.Form.SOLUTION)
                .findFirst();
        if (product.isPresent()) {
            return measured(dose, product.get());
        }
        if (!band.byWeight()) {
            return dose;
        }
        Ratio step =
                micrograms(Objects.requireNonNull(in.facts().roundingStep()).value());
        return Ratio.of(dose.over(step).floor()).times(step);
    }

    private boolean isConfirmedDayOne(FirstDoseRule rule) {
        return rule.appliesTo() == FirstDoseRule.AppliesTo.DAY_1
                && in.site().confirmations().stream().map(Confirmation::valueId).anyMatch(rule.valueId()::equals);
    }

    /** Micrograms of one day after the cap, before the factor of day 1 and rounding. */
    private Ratio wanted(DoseBand band, boolean first) {
        Ratio dose;
        if (band.dose().unit().equals("mg/kg")) {
            Ratio perKilogram = micrograms(band.dose().value());
            Optional<FirstDoseRule> rule = in.facts()
                    .firstDoseRule()
                    .filter(r -> first && r.appliesTo() == FirstDoseRule.AppliesTo.WHOLE_DOSE);
            if (rule.isPresent()) {
                Ratio reduced = micrograms(rule.get().figure().value());
                perKilogram = reduced.compareTo(perKilogram) < 0 ? reduced : perKilogram;
            }
            dose = perKilogram.times(ratio(in.weight().weight().value()));
        } else {
            dose = micrograms(band.dose().value());
        }
        if (in.regimen().ownCapMg() != null) {
            return smaller(dose, micrograms(in.regimen().ownCapMg()));
        }
        for (Limit limit : in.facts().limits()) {
            if (limit.kind() == Limit.Kind.MAX_PER_DOSE) {
                dose = smaller(dose, micrograms(limit.figure().value()));
            }
        }
        return dose;
    }

    private static Ratio smaller(Ratio a, Ratio b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** What a syringe measures: hundredths of a millilitre below one millilitre, tenths from there on. */
    private static Ratio measured(Ratio micrograms, Product product) {
        Ratio perMillilitre =
                micrograms(product.milligrams()).over(ratio(Objects.requireNonNull(product.millilitres())));
        BigInteger hundredths =
                micrograms.over(perMillilitre).times(Ratio.of(100)).floor();
        BigInteger hundred = BigInteger.valueOf(100);
        if (hundredths.compareTo(hundred) >= 0) {
            hundredths = hundredths.divide(BigInteger.TEN).multiply(BigInteger.TEN);
        }
        return new Ratio(hundredths, hundred).times(perMillilitre).flooredTo(BigInteger.valueOf(1000));
    }

    private static Ratio ratio(BigDecimal value) {
        return Ratio.of(value);
    }

    private static Ratio micrograms(BigDecimal milligrams) {
        return Ratio.of(milligrams).times(Ratio.of(1000));
    }
}
