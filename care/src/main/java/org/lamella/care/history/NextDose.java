package org.lamella.care.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lamella.evidence.drug.DoseBand;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.evidence.drug.Figure;
import org.lamella.evidence.drug.Limit;
import org.lamella.patient.Patient;
import org.lamella.patient.measure.Age;

/**
 * When the next dose may fall. A dose covers the interval of the regimen under which it was given, so that no drug, the
 * same or another, is given before that interval has passed.
 */
public final class NextDose {

    private static final BigDecimal DAYS_PER_MONTH = new BigDecimal("30.4375");
    /** Half a month of slack around the usual rhythm when the published interval is chosen. */
    private static final int SLACK_DAYS = 15;

    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);
    /** A recorded amount may exceed the regimen's by this factor: rounding, and a weight of another day (assumed). */
    private static final BigDecimal AMOUNT_SLACK = new BigDecimal("1.1");

    private NextDose() {}

    /** Day of the next dose, never before the day of the plan. */
    public static LocalDate date(TreatmentHistory history, Patient patient, LocalDate asOf) {
        return due(history, patient).filter(d -> d.isAfter(asOf)).orElse(asOf);
    }

    /** Day on which the next dose falls due, which may have passed; empty when no infusion is recorded. */
    public static Optional<LocalDate> due(TreatmentHistory history, Patient patient) {
        return history.lastCycle().map(cycle -> {
            BigDecimal months = intervalMonths(history, patient, cycle);
            long whole = months.longValue();
            LocalDate due = cycle.first().plusMonths(whole);
            BigDecimal rest = months.subtract(BigDecimal.valueOf(whole));
            return due.plusDays(rest.multiply(DAYS_PER_MONTH).longValue());
        });
    }

    /**
     * Interval after a cycle in months: that of the usual rhythm, but never shorter than the shortest published one, and
     * never so short that the amount just given exceeds the drug's yearly maximum. A rhythm that came about by mistake
     * is not carried on.
     */
    static BigDecimal intervalMonths(TreatmentHistory history, Patient patient, Cycle cycle) {
        List<DoseBand> bands = bands(patient, cycle);
        List<BigDecimal> published = bands.stream()
                .map(DoseBand::interval)
                .filter(Objects::nonNull)
                .map(Figure::value)
                .sorted()
                .toList();
        BigDecimal byRhythm = byRhythm(history, patient, cycle, bands);
        return published.isEmpty()
                ? byRhythm
                : byRhythm.max(published.getFirst()).max(byAmount(patient, cycle, published));
    }

    private static List<DoseBand> bands(Patient patient, Cycle cycle) {
        return DrugFormulary.standard().find(cycle.drug()).stream()
                .flatMap(f -> f.regimens().stream())
                .flatMap(r -> r.bands().stream())
                .filter(b -> b.age().holds(ageAt(patient, cycle.first())))
                .toList();
    }

    /**
     * Time over which the amount of a cycle stays within the yearly maximum: the shortest published interval that is long
     * enough, else whole months. The maxima are those of children; an adult's fixed dose is not measured by them.
     */
    private static BigDecimal byAmount(Patient patient, Cycle cycle, List<BigDecimal> published) {
        boolean adult = ageAt(patient, cycle.first()).atLeastYears(18);
        return DrugFormulary.standard()
                .find(cycle.drug())
                .flatMap(f -> f.limitValue(Limit.Kind.MAX_PER_YEAR))
                .flatMap(most -> cycle.perKilogram()
                        .filter(given -> !adult)
                        .map(given -> given.multiply(MONTHS_PER_YEAR)
                                .divide(most.multiply(AMOUNT_SLACK), 6, RoundingMode.UP)))
                .map(months -> published.stream()
                        .filter(m -> m.compareTo(months) >= 0)
                        .findFirst()
                        .orElseGet(() -> months.setScale(0, RoundingMode.UP)))
                .orElse(BigDecimal.ZERO);
    }

    /**
     * The published interval nearest to the usual rhythm of this patient, or the drug's first published interval for the
     * age when there is only one cycle at that age. A rhythm from before a change of age band says nothing: the larger
     * dose of the new band covers its own, longer interval.
     */
    private static BigDecimal byRhythm(TreatmentHistory history, Patient patient, Cycle cycle, List<DoseBand> bands) {
        List<BigDecimal> published = bands.stream()
                .map(DoseBand::interval)
                .filter(Objects::nonNull)
                .map(Figure::value)
                .toList();
        Optional<Long> usual = history.usualIntervalDays(
                cycle.drug(),
                c -> bands.isEmpty() || bands.stream().anyMatch(b -> b.age().holds(ageAt(patient, c.first()))));
        if (published.isEmpty()) {
            return usual.map(d -> BigDecimal.valueOf(d).divide(DAYS_PER_MONTH, 1, RoundingMode.HALF_UP))
                    .orElse(BigDecimal.ZERO);
        }
        if (usual.isEmpty()) {
            return published.getFirst();
        }
        return published.stream()
                .filter(m -> Math.abs(m.multiply(DAYS_PER_MONTH).longValue() - usual.get()) <= SLACK_DAYS)
                .findFirst()
                .orElseGet(() -> BigDecimal.valueOf(usual.get()).divide(DAYS_PER_MONTH, 0, RoundingMode.HALF_UP));
    }

    /** Age on a day; a dose dated before birth, an error of the record, counts as given to a newborn. */
    private static Age ageAt(Patient patient, LocalDate day) {
        return patient.ageOn(day.isBefore(patient.birthDate()) ? patient.birthDate() : day);
    }
}
