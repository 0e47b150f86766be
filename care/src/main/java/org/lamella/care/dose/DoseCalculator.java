package org.lamella.care.dose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamella.care.stop.Gate;
import org.lamella.evidence.drug.DoseBand;
import org.lamella.evidence.drug.FirstDoseRule;
import org.lamella.evidence.drug.Limit;
import org.lamella.patient.measure.Milligrams;

/**
 * Computes the dose of an option that the gate has cleared; nothing but a clearance leads here. Every dose is computed
 * twice, in decimals and in fractions, and shown only when both agree.
 */
public final class DoseCalculator {

    private DoseCalculator() {}

    /** The dose of a cleared option, or why there is none. */
    public static DoseResult calculate(Gate.Clearance clearance) {
        return calculate(DoseInputs.of(clearance));
    }

    static DoseResult calculate(DoseInputs in) {
        Optional<DoseBand> found = in.regimen().band(in.age(), in.weight().weight());
        if (found.isEmpty()) {
            return new DoseResult.Refused(
                    "No dose of this regimen was published for age " + in.age() + " and "
                            + in.weight().weight() + ".",
                    in.regimen().sources());
        }
        DoseBand band = found.get();
        if (band.unconfirmed() && !in.confirmed(band.id())) {
            return new DoseResult.Unconfirmed(List.of(band.id()));
        }
        DecimalDose dose = DecimalDose.of(in, band);
        Optional<DoseResult> refusal = refusal(in, band, dose);
        return refusal.orElseGet(
                () -> new DoseResult.Dose(DoseSheetWriter.write(in, band, dose), amounts(in, band, dose)));
    }

    /** Why a computed dose is not shown; empty when nothing speaks against it. */
    static Optional<DoseResult> refusal(DoseInputs in, DoseBand band, DecimalDose dose) {
        if (dose.days().stream().anyMatch(d -> d.signum() == 0)) {
            return Optional.of(new DoseResult.CannotEvaluate(
                    List.of("a product of lower strength: the dose is smaller than what can be measured")));
        }
        Optional<Limit> year = in.facts().limit(Limit.Kind.MAX_PER_YEAR);
        if (band.byWeight()
                && year.filter(l ->
                                dose.annualPerKilogram().compareTo(l.figure().value()) > 0)
                        .isPresent()) {
            return Optional.of(new DoseResult.Refused(
                    "The regimen would exceed " + year.get().figure().text() + " per year.",
                    year.get().figure().sources()));
        }
        return new RationalDose(in)
                .disagreement(band, dose)
                .map(what -> new DoseResult.Refused(
                        "Two independent calculations disagree about " + what + "; no dose is shown.", List.of()));
    }

    private static DoseAmounts amounts(DoseInputs in, DoseBand band, DecimalDose dose) {
        List<DoseAmounts.DayDose> days = new ArrayList<>();
        for (int i = 0; i < dose.days().size(); i++) {
            days.add(new DoseAmounts.DayDose(
                    in.date().plusDays(i),
                    new Milligrams(dose.days().get(i)),
                    dose.volumes().isEmpty() ? null : dose.volumes().get(i)));
        }
        BigDecimal interval = band.interval() == null ? null : band.interval().value();
        return new DoseAmounts(
                in.facts().drug(),
                in.facts().route(),
                days,
                interval,
                dose.annualMg(),
                dose.annualPerKilogram(),
                in.site().infusionTime(in.facts().drug()).map(s -> s.value()).orElse(null),
                band.id(),
                confirmedValues(in, band));
    }

    /** Values that the dose owes to a confirmation of the site. */
    static List<String> confirmedValues(DoseInputs in, DoseBand band) {
        List<String> ids = new ArrayList<>();
        if (band.unconfirmed()) {
            ids.add(band.id());
        }
        FirstDoseRule rule = in.facts().firstDose();
        if (in.firstEver() && rule != null && rule.figure().unconfirmed() && in.confirmed(rule.valueId())) {
            ids.add(rule.valueId());
        }
        return List.copyOf(ids);
    }
}
