package org.lamella.care.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lamella.patient.DxaScan;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.SkeletalSite;

/** Densitometry and lateral spine imaging. */
final class ImagingRules {
    private ImagingRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of(
                "IM-01", ImagingRules::safePositioning,
                "IM-02", ImagingRules::beforeDecision,
                "IM-03", ImagingRules::sites,
                "IM-04", ImagingRules::heightAdjustment,
                "IM-05", ImagingRules::interval,
                "IM-06", ImagingRules::lateralSpine,
                "IM-07", ImagingRules::leastSignificantChange);
    }

    private static Verdict safePositioning(Question q) {
        return Verdict.information(
                "Before any densitometry make sure that positioning is safe and appropriate; if it is"
                        + " not, leave it out.");
    }

    private static Optional<LocalDate> lastScan(Question q) {
        return q.facts().skeleton().scans().map(DxaScan::date).reduce((older, newer) -> newer);
    }

    private static Verdict beforeDecision(Question q) {
        boolean decision = q.facts().ivConsidered() || q.facts().treatment().onAntiresorptive();
        if (!decision) {
            return Verdict.notApplicable("No decision to start, change or stop a drug is before us.");
        }
        if (lastScan(q).isPresent()) {
            return Verdict.notApplicable("Densitometry is recorded; IM-05 says when to repeat it.")
                    .because("last DXA on " + lastScan(q).get());
        }
        Optional<LocalDate> first = q.notBefore("IM-05");
        return first.isPresent()
                ? Verdict.information("No drug decision waits for densitometry before " + first.get()
                                + ": reference data are insufficient at this age.")
                        .because(q.facts().ageFact())
                : Verdict.due("A drug decision is before us and no densitometry is recorded.")
                        .because(q.facts().treatment().exposureFact())
                        .on(q.facts().asOf());
    }

    private static Verdict sites(Question q) {
        if (q.ageAtLeast("upper_age")) {
            return Verdict.notApplicable("The preference for sites concerns growing children.")
                    .because(q.facts().ageFact());
        }
        List<SkeletalSite> preferred = List.of(SkeletalSite.LUMBAR_SPINE, SkeletalSite.TOTAL_BODY_LESS_HEAD);
        List<String> others = q.facts()
                .skeleton()
                .scans()
                .filter(scan -> !preferred.contains(scan.site()))
                .map(scan -> scan.site().label() + " on " + scan.date())
                .toList();
        return others.isEmpty()
                ? Verdict.notApplicable("No scan of a site that is not preferred is recorded.")
                : Verdict.information(
                                "Use lumbar spine and total body less head for trends; the hip and other sites are"
                                        + " not preferred while a child grows.")
                        .because(others);
    }

    private static Verdict heightAdjustment(Question q) {
        return q.facts().skeleton().scans().findAny().isEmpty()
                ? Verdict.notApplicable("No densitometry is recorded.")
                : Verdict.missing("a height-for-age Z-score beside the BMD Z-score, to show both")
                        .because(q.facts().skeleton().zScan());
    }

    private static Verdict interval(Question q) {
        Optional<LocalDate> last = lastScan(q);
        boolean adult = q.facts().age().atLeastYears(18);
        int usual = q.number(adult ? "adult_interval" : "usual_interval");
        if (last.isEmpty()) {
            return repeat(q, last, usual);
        }
        LocalDate earliest = last.get().plusMonths(q.number("shortest_interval"));
        if (earliest.isAfter(q.facts().asOf())) {
            return Verdict.hold("Densitometry repeated before " + earliest + " cannot show a change.")
                    .priority(5)
                    .because("last DXA on " + last.get())
                    .on(last.get().plusMonths(usual));
        }
        boolean due = q.facts().monthsPassed(last.get(), usual);
        if (!due && q.facts().treatment().onAntiresorptive()) {
            return Verdict.option("Densitometry may be repeated now if a decision depends on it.")
                    .because("last DXA on " + last.get())
                    .on(last.get().plusMonths(usual));
        }
        return repeat(q, last, usual);
    }

    private static Verdict repeat(Question q, Optional<LocalDate> last, int months) {
        return q.recallFrom("IM-05", "DXA", last, day -> day.plusMonths(months));
    }

    private static Verdict lateralSpine(Question q) {
        Optional<LocalDate> last =
                q.facts().examination(Examination.Kind.SPINE_RADIOGRAPH_LATERAL).map(Examination::date);
        if (last.isPresent()
                && !q.facts().treatment().onAntiresorptive()
                && !q.facts().present(Finding.Kind.BACK_PAIN)) {
            return Verdict.notApplicable("A baseline is recorded and no drug is given.")
                    .because("last lateral spine image on " + last.get());
        }
        return q.recall("lateral spine image", last, q.number("interval"));
    }

    private static Verdict leastSignificantChange(Question q) {
        List<SkeletonFacts.SpineDensity> spine = q.facts().skeleton().spineDensities();
        if (spine.size() < 2) {
            return Verdict.notApplicable("Two lumbar spine densities are needed for a change.");
        }
        Optional<BigDecimal> precision = q.siteFigure("precision_error");
        if (precision.isEmpty()) {
            return Verdict.missing(
                            "the centre's precision error for lumbar spine DXA in %, to tell a change from noise")
                    .priority(5);
        }
        double change = spine.get(spine.size() - 2).percentTo(spine.getLast());
        double least = q.figure("lsc_factor").multiply(precision.get()).doubleValue();
        return Verdict.information(String.format(
                        Locale.ROOT,
                        "The lumbar spine changed by %+.1f %%, which is %s the least significant change of %.1f %%.",
                        change,
                        Math.abs(change) > least ? "beyond" : "within",
                        least))
                .because("lumbar spine scans on " + spine.get(spine.size() - 2).date() + " and "
                        + spine.getLast().date());
    }
}
