package org.lamella.care.standing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.lamella.care.plan.StandingItem;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.evidence.Citation;
import org.lamella.evidence.lab.EgfrResult;
import org.lamella.evidence.lab.KidneyFunction;
import org.lamella.evidence.lab.MarkerReference;
import org.lamella.patient.Analyte;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.LabResult;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;

/** Kidney function, vitamin D and turnover markers against age norms. */
final class LabStanding {
    /** Significant digits of a value with decimals. */
    private static final int DIGITS = 4;

    private static final List<Analyte> MARKERS =
            List.of(Analyte.P1NP, Analyte.CTX, Analyte.ALKALINE_PHOSPHATASE, Analyte.OSTEOCALCIN, Analyte.PTH);

    private final Patient patient;
    private final LocalDate asOf;
    private final SiteConfiguration site;
    private final Lines lines;

    private LabStanding(Patient patient, LocalDate asOf, SiteConfiguration site) {
        this.patient = patient;
        this.asOf = asOf;
        this.site = site;
        this.lines = new Lines("Blood", asOf);
    }

    static List<StandingItem> of(Patient patient, LocalDate asOf, SiteConfiguration site) {
        LabStanding standing = new LabStanding(patient, asOf, site);
        standing.calcium();
        standing.vitaminD();
        standing.kidney();
        MARKERS.forEach(standing::marker);
        return standing.lines.items();
    }

    private Optional<LabResult> current(Analyte analyte) {
        return patient.latestLab(analyte, asOf).filter(l -> !lines.stale(l.date()));
    }

    private String last(Analyte analyte) {
        return patient.latestLab(analyte, asOf)
                .map(l -> "; the last is of " + l.date())
                .orElse("");
    }

    private static String show(LabResult lab) {
        // A converted value carries digits that no laboratory measured.
        BigDecimal value = lab.value().stripTrailingZeros();
        BigDecimal shown = value.scale() > 0 && value.precision() > DIGITS
                ? value.round(new MathContext(DIGITS)).stripTrailingZeros()
                : value;
        return shown.toPlainString() + " " + lab.analyte().unit();
    }

    private void calcium() {
        Optional<LabResult> result = current(Analyte.CALCIUM_ALBUMIN_ADJUSTED)
                .or(() -> current(Analyte.CALCIUM_IONISED))
                .or(() -> current(Analyte.CALCIUM));
        Citation[] sources = RuleCatalogue.standard().rule("LAB-03").sources().toArray(new Citation[0]);
        if (result.isEmpty()) {
            lines.unknown("Calcium", "a calcium of the last year" + last(Analyte.CALCIUM), sources);
            return;
        }
        LabResult lab = result.get();
        String range = lab.lowerLimit() == null || lab.upperLimit() == null
                ? "the laboratory's range is not recorded"
                : "range " + lab.lowerLimit().toPlainString() + " to "
                        + lab.upperLimit().toPlainString();
        lines.known("Calcium", show(lab), lab.analyte().label() + " on " + lab.date() + "; " + range, sources);
    }

    /** SPEG bands (VD-01): below 30 deficient, 30 to 50 insufficient, from 50 sufficient. */
    private void vitaminD() {
        Citation[] sources = RuleCatalogue.standard().rule("VD-01").sources().toArray(new Citation[0]);
        Optional<LabResult> result = current(Analyte.VITAMIN_D_25OH);
        if (result.isEmpty()) {
            lines.unknown("25-hydroxyvitamin D", "a result of the last year" + last(Analyte.VITAMIN_D_25OH), sources);
            return;
        }
        BigDecimal value = result.get().value();
        String band = value.compareTo(new BigDecimal("30")) < 0
                ? "deficient"
                : value.compareTo(new BigDecimal("50")) < 0 ? "insufficient" : "sufficient";
        lines.known(
                "25-hydroxyvitamin D",
                show(result.get()) + ", " + band,
                result.get().date() + "; gate for infusions, nmol/L: "
                        + site.vitaminDGateNmolPerL().explained(),
                sources);
    }

    private void kidney() {
        Optional<LabResult> creatinine = current(Analyte.CREATININE);
        int heightDays = site.ageLimits().heightForEgfr().value();
        Optional<HeightMeasurement> height = creatinine.flatMap(c -> patient.heights().stream()
                .filter(h ->
                        !h.date().isAfter(asOf) && Math.abs(ChronoUnit.DAYS.between(h.date(), c.date())) <= heightDays)
                .reduce((older, newer) -> newer));
        EgfrResult result = KidneyFunction.estimate(
                patient.sex(),
                patient.ageOn(creatinine.map(LabResult::date).orElse(asOf)),
                height.map(HeightMeasurement::height).orElse(null),
                creatinine.orElse(null));
        switch (result) {
            case EgfrResult.Estimated e ->
                lines.known(
                        "eGFR",
                        e.egfr().describe(),
                        e.egfr().worked() + "; creatinine of "
                                + creatinine.orElseThrow().date() + "; " + lowMuscle(),
                        e.egfr().equation().source());
            case EgfrResult.CannotEvaluate c ->
                lines.unknown(
                        "eGFR",
                        (c.reason().startsWith("eGFR")
                                        ? c.reason().replaceFirst("^eGFR.*? needs ", "")
                                        : "another way to judge the kidneys: " + c.reason())
                                + last(Analyte.CREATININE));
        }
    }

    /** Creatinine equations read too high when muscle is scarce (LAB-05). */
    private String lowMuscle() {
        boolean scarce = patient.diagnosis().type() == OiType.III
                || patient.mobility().stream()
                        .filter(m -> !m.date().isAfter(asOf))
                        .reduce((older, newer) -> newer)
                        .filter(m -> m.grade() == MobilityAssessment.Grade.NON_WALKER
                                || m.grade() == MobilityAssessment.Grade.THERAPY_WALKER)
                        .isPresent();
        return scarce
                ? "low confidence: low muscle mass makes it read too high, ask for cystatin C"
                : "reads too high when muscle mass is low";
    }

    private void marker(Analyte analyte) {
        Optional<LabResult> result = current(analyte);
        if (result.isEmpty()) {
            lines.unknown(analyte.label(), "a result of the last year" + last(analyte), Lines.LIFE_CHILD);
            return;
        }
        LabResult lab = result.get();
        String standing = MarkerReference.lifeChild()
                .standing(analyte, patient.sex(), patient.ageOn(lab.date()), lab.value())
                .describe(analyte.unit());
        String method = lab.method() == null ? "assay not recorded" : lab.method();
        lines.known(
                analyte.label(),
                show(lab),
                lab.date() + "; " + standing + "; " + method + ", the reference holds for " + MarkerReference.PLATFORM,
                Lines.LIFE_CHILD);
    }
}
