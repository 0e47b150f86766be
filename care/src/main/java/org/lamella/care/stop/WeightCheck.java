package org.lamella.care.stop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lamella.evidence.drug.DoseBand;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.evidence.drug.Limit;
import org.lamella.patient.WeightMeasurement;

/** Hard stops 7 and 8: a measured, recent weight; the least weight of a drug; a published dose for age and weight. */
final class WeightCheck {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    /** A fixed adult dose may exceed the children's yearly maximum by a quarter: 5 mg from 40 kg on (assumed). */
    private static final BigDecimal FIXED_DOSE_SLACK = new BigDecimal("1.25");

    private WeightCheck() {}

    static void examine(Situation s, Ledger ledger) {
        DosingRegimen regimen = Objects.requireNonNull(s.proposal().regimen(), "asked for a drug with a regimen");
        if (!regimen.covers(s.patient().ageOn(s.doseDate()))) {
            ledger.stopBy(
                    HardStop.UNSAFE_DOSE_BASIS,
                    regimen.sources(),
                    "No dose of this regimen was published for the age.",
                    "age " + s.patient().ageOn(s.doseDate()));
            return;
        }
        if (regimen.maintenanceOnly() && s.firstInfusion()) {
            ledger.hold("DOS-PAM-07", "A maintenance regimen: it is for children already treated.");
        }
        Optional<WeightMeasurement> weight = usableWeight(s);
        if (weight.isEmpty()) {
            ledger.need("DOS-00", "Needs " + whatWeight(s) + ".", weightFacts(s));
            return;
        }
        fixedDose(s, ledger, regimen, weight.get());
        Optional<BigDecimal> least = s.proposal().facts().limitValue(Limit.Kind.MIN_WEIGHT);
        if (least.filter(l -> weight.get().weight().value().compareTo(l) < 0).isPresent()) {
            ledger.stop(
                    HardStop.ORAL_NOT_POSSIBLE,
                    "Weight is below " + Situation.plain(least.orElseThrow()) + " kg, the least for "
                            + s.proposal().facts().drug() + ".",
                    "weight " + weight.get().weight() + " on " + weight.get().date());
        } else if (regimen.band(s.patient().ageOn(s.doseDate()), weight.get().weight())
                .isEmpty()) {
            ledger.stopBy(
                    HardStop.UNSAFE_DOSE_BASIS,
                    regimen.sources(),
                    "No dose of this regimen was published for the weight.",
                    "weight " + weight.get().weight());
        }
    }

    /** A dose for adults of any weight, far above what the yearly maximum per kilogram of children allows. */
    private static void fixedDose(Situation s, Ledger ledger, DosingRegimen regimen, WeightMeasurement weight) {
        s.proposal()
                .facts()
                .limitValue(Limit.Kind.MAX_PER_YEAR)
                .ifPresent(most -> regimen.band(s.patient().ageOn(s.doseDate()), weight.weight())
                        .filter(band -> !band.byWeight())
                        .flatMap(band -> perYear(band, weight))
                        .filter(perYear -> perYear.compareTo(most.multiply(FIXED_DOSE_SLACK)) > 0)
                        .ifPresent(perYear -> ledger.hold(
                                "DOS-ZA-04",
                                "The fixed dose is " + Situation.plain(perYear)
                                        + " mg/kg a year at this weight; children are given at most "
                                        + Situation.plain(most) + ": the team has to decide the dose.",
                                "weight " + weight.weight() + " on " + weight.date())));
    }

    private static Optional<BigDecimal> perYear(DoseBand band, WeightMeasurement weight) {
        return Optional.ofNullable(band.interval())
                .map(interval -> band.dose()
                        .value()
                        .multiply(MONTHS)
                        .divide(interval.value().multiply(weight.weight().value()), 3, RoundingMode.HALF_UP));
    }

    /** The one measured weight that is recent enough; empty when there is none or the day holds two that differ. */
    static Optional<WeightMeasurement> usableWeight(Situation s) {
        List<WeightMeasurement> weights = s.measuredWeights();
        boolean differ = weights.stream()
                        .map(w -> w.weight().value().stripTrailingZeros())
                        .distinct()
                        .count()
                > 1;
        int limit = s.site().ageLimits().weight(s.age()).value();
        return differ ? Optional.empty() : weights.stream().findFirst().filter(w -> s.daysOld(w.date()) <= limit);
    }

    private static String whatWeight(Situation s) {
        return "a measured body weight not older than "
                + s.site().ageLimits().weight(s.age()).value() + " days";
    }

    private static String weightFacts(Situation s) {
        List<WeightMeasurement> weights = s.measuredWeights();
        if (weights.isEmpty()) {
            return s.patient().weights().isEmpty()
                    ? "no weight in the record"
                    : "no measured weight in the record; an estimated or reported one never carries a dose";
        }
        if (weights.size() > 1) {
            return "different weights on " + weights.getFirst().date() + ": "
                    + String.join(
                            ", ",
                            weights.stream().map(w -> w.weight().toString()).toList());
        }
        return "last measured weight " + weights.getFirst().weight() + " on "
                + weights.getFirst().date();
    }
}
