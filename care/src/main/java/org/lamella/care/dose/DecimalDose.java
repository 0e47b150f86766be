package org.lamella.care.dose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.care.site.Product;
import org.lamella.evidence.drug.DoseBand;
import org.lamella.evidence.drug.FirstDoseRule;
import org.lamella.evidence.drug.Limit;

/**
 * First calculation, in decimals.
 *
 * @param perKilogram amount per kilogram that was used, or null for a fixed dose
 * @param exact dose of a day before cap and rounding, mg
 * @param cap most in one day, mg, or null when none is known
 * @param capped dose of a day after the cap, mg
 * @param days amount of each day after rounding, mg
 * @param volumes volume of the product for each day, mL; empty without a solution
 * @param annualPerKilogram maintenance mg/kg per year before rounding and cap
 * @param annualMg maintenance mg per year after cap and rounding
 */
record DecimalDose(
        @Nullable BigDecimal perKilogram,
        BigDecimal exact,
        @Nullable BigDecimal cap,
        BigDecimal capped,
        List<BigDecimal> days,
        List<BigDecimal> volumes,
        BigDecimal annualPerKilogram,
        BigDecimal annualMg) {

    static final BigDecimal DAYS_PER_YEAR = new BigDecimal("365.25");
    static final BigDecimal FINE_STEP_ML = new BigDecimal("0.01");
    static final BigDecimal COARSE_STEP_ML = new BigDecimal("0.1");
    private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

    DecimalDose {
        days = List.copyOf(days);
        volumes = List.copyOf(volumes);
    }

    static DecimalDose of(DoseInputs in, DoseBand band) {
        BigDecimal weight = in.weight().weight().value();
        @Nullable BigDecimal maintenance = band.byWeight() ? band.dose().value() : null;
        @Nullable BigDecimal perKilogram = maintenance == null ? null : reduced(in, maintenance);
        BigDecimal exact = perKilogram == null ? band.dose().value() : perKilogram.multiply(weight);
        @Nullable BigDecimal cap = cap(in);
        BigDecimal capped = cap == null ? exact : exact.min(cap);

        int count = band.days() == null ? 1 : band.days().value().intValueExact();
        List<BigDecimal> days = new ArrayList<>();
        List<BigDecimal> volumes = new ArrayList<>();
        for (int day = 0; day < count; day++) {
            BigDecimal wanted = capped.multiply(day == 0 ? firstDayFactor(in) : BigDecimal.ONE);
            round(in, band, wanted, days, volumes);
        }

        BigDecimal usual = maintenance == null ? band.dose().value() : maintenance.multiply(weight);
        BigDecimal usualCapped = cap == null ? usual : usual.min(cap);
        List<BigDecimal> usualDay = new ArrayList<>();
        round(in, band, usualCapped, usualDay, new ArrayList<>());
        BigDecimal perYear = cyclesPerYearTimes(band, BigDecimal.valueOf(count));
        BigDecimal annualPerKilogram = maintenance == null
                ? usual.multiply(perYear).divide(weight, 6, RoundingMode.UP)
                : maintenance.multiply(perYear);
        return new DecimalDose(
                perKilogram,
                exact,
                cap,
                capped,
                days,
                volumes,
                annualPerKilogram,
                usualDay.getFirst().multiply(perYear));
    }

    /** Doses per year: days per cycle x 12 / interval, or every day. */
    private static BigDecimal cyclesPerYearTimes(DoseBand band, BigDecimal days) {
        return band.interval() == null
                ? DAYS_PER_YEAR
                : days.multiply(TWELVE).divide(band.interval().value(), 6, RoundingMode.HALF_UP);
    }

    private static BigDecimal reduced(DoseInputs in, BigDecimal maintenance) {
        return rule(in, FirstDoseRule.AppliesTo.WHOLE_DOSE)
                .map(r -> maintenance.min(r.figure().value()))
                .orElse(maintenance);
    }

    private static BigDecimal firstDayFactor(DoseInputs in) {
        return rule(in, FirstDoseRule.AppliesTo.DAY_1)
                .filter(r -> in.confirmed(r.valueId()))
                .map(r -> r.figure().value())
                .orElse(BigDecimal.ONE);
    }

    private static Optional<FirstDoseRule> rule(DoseInputs in, FirstDoseRule.AppliesTo part) {
        return in.facts().firstDoseRule().filter(r -> in.firstEver() && r.appliesTo() == part);
    }

    static @Nullable BigDecimal cap(DoseInputs in) {
        return in.regimen().ownCapMg() != null
                ? in.regimen().ownCapMg()
                : in.facts().limitValue(Limit.Kind.MAX_PER_DOSE).orElse(null);
    }

    /** Rounds down, to what a syringe measures of the site's product, else to the step of the drug file. */
    private static void round(
            DoseInputs in, DoseBand band, BigDecimal wanted, List<BigDecimal> amounts, List<BigDecimal> volumes) {
        Optional<Product> solution = in.solution();
        if (!band.byWeight() && solution.isEmpty()) {
            amounts.add(wanted);
        } else if (solution.isPresent()) {
            BigDecimal mg = solution.get().milligrams();
            BigDecimal ml = Objects.requireNonNull(solution.get().millilitres());
            BigDecimal volume = floorVolume(wanted.multiply(ml), mg);
            volumes.add(volume);
            amounts.add(volume.multiply(mg).divide(ml, 6, RoundingMode.DOWN).stripTrailingZeros());
        } else {
            amounts.add(floorTo(wanted, step(in)));
        }
    }

    private static BigDecimal step(DoseInputs in) {
        return Objects.requireNonNull(in.facts().roundingStep()).value();
    }

    /** Volume dose x mL / mg, rounded down to 0.01 mL below 1 mL and to 0.1 mL from 1 mL. */
    private static BigDecimal floorVolume(BigDecimal doseTimesMl, BigDecimal mg) {
        BigDecimal fine =
                doseTimesMl.divideToIntegralValue(mg.multiply(FINE_STEP_ML)).multiply(FINE_STEP_ML);
        return fine.compareTo(BigDecimal.ONE) < 0 ? fine : floorTo(fine, COARSE_STEP_ML);
    }

    private static BigDecimal floorTo(BigDecimal value, BigDecimal step) {
        return value.divideToIntegralValue(step).multiply(step);
    }
}
