package org.lamella.care.stop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lamella.evidence.drug.DoseBand;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.evidence.drug.FirstDoseRule;
import org.lamella.evidence.drug.Limit;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;
import org.lamella.patient.Regimen;
import org.lamella.patient.Route;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;

/** Writes a published regimen as the regimen that a forecast follows from the day of the plan on. */
final class ForecastRegimens {

    private static final BigDecimal DAYS_PER_MONTH = new BigDecimal("30.4375");
    /** Weights are recorded to 10 g or coarser, so that "above 30 kg" begins here. */
    private static final BigDecimal JUST_ABOVE = new BigDecimal("0.001");

    private final Situation s;
    private final DrugFacts facts;
    private final DosingRegimen regimen;

    ForecastRegimens(Situation s, DosingRegimen regimen) {
        this.s = s;
        this.facts = s.proposal().facts();
        this.regimen = regimen;
    }

    Regimen regimen() {
        int delay = (int) ChronoUnit.DAYS.between(s.asOf(), s.doseDate());
        return regimen.schedule() == DosingRegimen.Schedule.DAILY
                ? new Regimen.Daily(facts.drug(), facts.route(), dailyAmount(), delay, 0)
                : cycles(delay);
    }

    /** Number of days between cycles for an interval in months. */
    static int days(BigDecimal months) {
        return months.multiply(DAYS_PER_MONTH).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    /** The bands a child grows through, one after the other; the first dose ever apart when it differs. */
    private Regimen cycles(int delay) {
        List<Regimen> parts = new ArrayList<>();
        int next = delay;
        FirstDoseRule first = facts.firstDose();
        if (first != null
                && first.appliesTo() == FirstDoseRule.AppliesTo.WHOLE_DOSE
                && s.history().naive()) {
            // The gate has asked that a band covers the day of the dose.
            DoseBand band = Objects.requireNonNull(bandAt(next), regimen.id());
            if (band.byWeight()) {
                parts.add(repeated(new MilligramsPerKilogram(first.figure().value()), band, next, 1));
                next += days(intervalOf(band));
            }
        }
        while (true) {
            DoseBand band = bandAt(next);
            if (band == null) {
                break;
            }
            int every = days(intervalOf(band));
            int cycles = cyclesInBand(band, next, every);
            parts.add(
                    band.byWeight()
                            ? repeated(new MilligramsPerKilogram(band.dose().value()), band, next, cycles)
                            : fixed(band, next, cycles));
            if (cycles == 0) {
                break;
            }
            next += cycles * every;
        }
        return parts.size() == 1 ? parts.getFirst() : new Regimen.Combined(parts);
    }

    private static BigDecimal intervalOf(DoseBand band) {
        return Objects.requireNonNull(band.interval(), band.id()).value();
    }

    private static int daysOf(DoseBand band) {
        return Objects.requireNonNull(band.days(), band.id()).value().intValueExact();
    }

    private @Nullable DoseBand bandAt(int delay) {
        LocalDate day = s.asOf().plusDays(delay);
        return regimen.bands().stream()
                .filter(b -> b.age().holds(s.patient().ageOn(day)))
                .findFirst()
                .orElse(null);
    }

    /** Cycles that begin before the band ends; 0 when it has no end or lasts into adult life. */
    private int cyclesInBand(DoseBand band, int from, int every) {
        Integer below = band.age().belowMonths();
        boolean lastBand = regimen.bands().getLast() == band;
        if (below == null || lastBand) {
            return 0;
        }
        Patient patient = s.patient();
        long end = ChronoUnit.DAYS.between(s.asOf(), patient.birthDate().plusMonths(below));
        return (int) Math.max(1, (end - from + every - 1) / every);
    }

    private Regimen repeated(MilligramsPerKilogram perWeight, DoseBand band, int delay, int cycles) {
        Regimen.Amount amount = new Regimen.Amount.ByWeight(perWeight, cap());
        return repeated(amount, band, delay, cycles);
    }

    private Regimen fixed(DoseBand band, int delay, int cycles) {
        return repeated(new Regimen.Amount.Fixed(new Milligrams(band.dose().value())), band, delay, cycles);
    }

    private Regimen repeated(Regimen.Amount amount, DoseBand band, int delay, int cycles) {
        Drug drug = facts.drug();
        Route route = facts.route();
        return new Regimen.Repeated(drug, route, amount, daysOf(band), days(intervalOf(band)), delay, cycles);
    }

    private @Nullable Milligrams cap() {
        return facts.limitValue(Limit.Kind.MAX_PER_DOSE).map(Milligrams::new).orElse(null);
    }

    /** Tablets: one amount, or two divided by a weight. */
    private Regimen.Amount dailyAmount() {
        List<DoseBand> bands = regimen.bands().stream()
                .filter(b -> b.age().holds(s.patient().ageOn(s.doseDate())))
                .toList();
        Milligrams lower = new Milligrams(bands.getFirst().dose().value());
        if (bands.size() == 1) {
            return new Regimen.Amount.Fixed(lower);
        }
        DoseBand upper = bands.getLast();
        BigDecimal from = Objects.requireNonNull(upper.weight().lower(), upper.id());
        BigDecimal limit = upper.weight().lowerIncluded() ? from : from.add(JUST_ABOVE);
        return new Regimen.Amount.WeightBand(
                lower, new Kilograms(limit), new Milligrams(upper.dose().value()));
    }
}
