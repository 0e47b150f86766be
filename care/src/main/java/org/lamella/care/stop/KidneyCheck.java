package org.lamella.care.stop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamella.care.rules.Rule;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.evidence.drug.Limit;
import org.lamella.evidence.lab.Egfr;
import org.lamella.evidence.lab.EgfrResult;
import org.lamella.evidence.lab.KidneyFunction;
import org.lamella.evidence.lab.LabRange;
import org.lamella.evidence.lab.LabRanges;
import org.lamella.patient.Analyte;
import org.lamella.patient.Finding;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.LabResult;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.measure.Centimetres;

/** Hard stop 3, kidneys: eGFR limit of the drug and acute kidney injury; creatinine since the last infusion. */
final class KidneyCheck {

    /** Bedside Schwartz for cm and micromol/L; compared exactly here, because a rounded eGFR could cross a limit. */
    private static final BigDecimal SCHWARTZ = new BigDecimal("36.5");

    private static final BigDecimal WARN_BELOW = new BigDecimal("60");

    private KidneyCheck() {}

    static void examine(Situation s, Ledger ledger) {
        if (!s.proposal().facts().bisphosphonate()) {
            return;
        }
        if (s.present(Finding.Kind.ACUTE_KIDNEY_INJURY)) {
            ledger.stop(HardStop.KIDNEY_OR_INFUSION, "Acute kidney injury is recorded.");
        }
        Optional<LabResult> creatinine = s.highestCurrent(Analyte.CREATININE);
        if (creatinine.isEmpty()) {
            ledger.need("LAB-06", "Needs a current creatinine: " + s.whyNoCurrent(Analyte.CREATININE));
            return;
        }
        if (s.proposal().infusion()
                && s.lastInfusion()
                        .filter(d -> !creatinine.get().date().isAfter(d))
                        .isPresent()) {
            ledger.need(
                    "LAB-07",
                    "Needs a creatinine taken after the last infusion, before the next one.",
                    Situation.show(creatinine.get()),
                    "last infusion " + s.lastInfusion().orElseThrow());
        }
        if (s.proposal().infusion()) {
            rise(s, ledger, creatinine.get());
        }
        BigDecimal limit = s.proposal()
                .facts()
                .limitValue(Limit.Kind.RENAL_STOP_BELOW)
                .orElseThrow(() ->
                        new IllegalStateException(s.proposal().facts().drug() + ": no kidney limit in its facts"));
        if (creatinine.get().value().signum() == 0) {
            ledger.need("LAB-06", "Creatinine of 0 umol/L cannot be: needs a valid result.");
        } else if (!s.age().atLeastYears(1)) {
            infant(s, ledger, creatinine.get());
        } else if (s.age().atLeastYears(18)) {
            adult(s, ledger, creatinine.get(), limit);
        } else {
            child(s, ledger, creatinine.get(), limit);
        }
    }

    /** A creatinine that has risen: far above the lowest of the year before, or in an adult since the last infusion. */
    private static void rise(Situation s, Ledger ledger, LabResult creatinine) {
        Rule rule = RuleCatalogue.standard().rule("LAB-07");
        LocalDate from = creatinine
                .date()
                .minusDays(rule.parameter("rise_window").value().longValueExact());
        Optional<LabResult> lowest = before(s, creatinine.date())
                .filter(lab -> !lab.date().isBefore(from))
                .min(Comparator.comparing(LabResult::value));
        boolean far =
                s.age().atLeastYears(rule.parameter("rise_from_age").value().intValueExact())
                        && lowest.filter(lab -> risen(
                                                lab,
                                                creatinine,
                                                rule.parameter("rise_ratio").value())
                                        >= 0)
                                .isPresent();
        BigDecimal tenth =
                BigDecimal.ONE.add(rule.parameter("creatinine_rise").value().movePointLeft(2));
        Optional<LabResult> baseline = s.lastInfusion()
                .flatMap(day -> before(s, day.plusDays(1)).reduce((older, newer) -> newer))
                .filter(lab -> s.age().atLeastYears(18) && risen(lab, creatinine, tenth) > 0);
        (far ? lowest : baseline)
                .ifPresent(lab -> ledger.hold(
                        "LAB-07",
                        "Creatinine has risen: withhold and look for the cause.",
                        Situation.show(lab),
                        Situation.show(creatinine)));
    }

    /** Sign of the later value against the earlier one times a factor. */
    private static int risen(LabResult earlier, LabResult later, BigDecimal factor) {
        return later.value().compareTo(earlier.value().multiply(factor));
    }

    private static Stream<LabResult> before(Situation s, LocalDate day) {
        return s.patient().labs().stream()
                .filter(lab -> lab.analyte() == Analyte.CREATININE && lab.date().isBefore(day));
    }

    /** No equation holds in the first year: creatinine is held against the range of the age. */
    private static void infant(Situation s, Ledger ledger, LabResult creatinine) {
        BigDecimal upper = creatinine.upperLimit() != null ? creatinine.upperLimit() : publishedUpperLimit(s);
        if (creatinine.value().compareTo(upper) > 0) {
            ledger.holdFor(
                    HardStop.KIDNEY_OR_INFUSION,
                    "Creatinine is above the range for the age, and no eGFR equation holds under 1 year: ask nephrology.",
                    Situation.show(creatinine),
                    "upper limit " + Situation.plain(upper) + " umol/L");
        } else {
            ledger.note(
                    "LAB-04",
                    "No eGFR equation holds under 1 year; creatinine is within the range for the age.",
                    Situation.show(creatinine));
        }
    }

    /** The strictest published range; the ranges cover the whole first year (LabRanges). */
    private static BigDecimal publishedUpperLimit(Situation s) {
        return LabRanges.secondary(Analyte.CREATININE, s.patient().sex(), s.age()).stream()
                .map(LabRange::upper)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static void child(Situation s, Ledger ledger, LabResult creatinine, BigDecimal limit) {
        Optional<HeightMeasurement> height = s.patient()
                .latestHeight(s.asOf())
                .filter(h -> s.daysOld(h.date())
                        <= s.site().ageLimits().heightForEgfr().value());
        if (height.isEmpty()) {
            ledger.need(
                    "LAB-04",
                    "Needs a height of the last "
                            + s.site().ageLimits().heightForEgfr().value() + " days for the eGFR.");
            return;
        }
        BigDecimal numerator =
                SCHWARTZ.multiply(BigDecimal.valueOf(height.get().height().value()));
        boolean below = numerator.compareTo(limit.multiply(creatinine.value())) < 0;
        boolean warn = numerator.compareTo(WARN_BELOW.multiply(creatinine.value())) < 0;
        String worked = egfr(s, height.get().height(), creatinine).worked();
        judge(s, ledger, creatinine, limit, below, warn, "eGFR " + worked);
        if (height.get().method() != MeasurementMethod.MEASURED
                || height.get().posture() == HeightMeasurement.Posture.ARM_SPAN) {
            ledger.note("LAB-05", "The eGFR rests on a height that was not measured directly: read it with caution.");
        }
    }

    private static void adult(Situation s, Ledger ledger, LabResult creatinine, BigDecimal limit) {
        Egfr egfr = egfr(s, null, creatinine);
        boolean below = egfr.value().compareTo(limit) < 0;
        boolean warn = egfr.value().compareTo(WARN_BELOW) < 0;
        judge(s, ledger, creatinine, limit, below, warn, "eGFR " + egfr.describe());
    }

    /** From one year on, with a creatinine above 0 and a child's height, there is always an estimate. */
    private static Egfr egfr(Situation s, @Nullable Centimetres height, LabResult creatinine) {
        EgfrResult result = KidneyFunction.estimate(s.patient().sex(), s.age(), height, creatinine);
        return ((EgfrResult.Estimated) result).egfr();
    }

    private static void judge(
            Situation s,
            Ledger ledger,
            LabResult creatinine,
            BigDecimal limit,
            boolean below,
            boolean warn,
            String egfr) {
        if (below) {
            ledger.stop(
                    HardStop.KIDNEY_OR_INFUSION,
                    "Kidney function is below the limit of " + Situation.plain(limit) + " mL/min/1.73 m2 for "
                            + s.proposal().facts().drug() + ".",
                    egfr,
                    Situation.show(creatinine));
        } else if (warn) {
            ledger.note("LAB-06", "Kidney function is between the limit and 60 mL/min/1.73 m2: caution.", egfr);
        }
    }
}
