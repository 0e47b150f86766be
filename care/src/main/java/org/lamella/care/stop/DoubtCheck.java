package org.lamella.care.stop;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lamella.patient.Analyte;
import org.lamella.patient.Finding;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.LabResult;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.UnusableEntry;

/**
 * Facts that a dose rests on and that the record leaves open although it mentions them: two different values on a day,
 * or a later entry that cannot be used. An older entry never stands in for them.
 */
final class DoubtCheck {
    private static final List<Finding.Kind> HARM = List.of(
            Finding.Kind.ACUTE_KIDNEY_INJURY,
            Finding.Kind.EYE_INFLAMMATION,
            Finding.Kind.EXPOSED_JAW_BONE,
            Finding.Kind.BISPHOSPHONATE_HYPERSENSITIVITY,
            Finding.Kind.BREAST_FEEDING);
    private static final List<Finding.Kind> INFUSION_DAY =
            List.of(Finding.Kind.RESPIRATORY_ILLNESS, Finding.Kind.DEHYDRATION, Finding.Kind.INTERACTING_DRUG);
    private static final List<Analyte> LABORATORY =
            List.of(Analyte.CALCIUM_ALBUMIN_ADJUSTED, Analyte.CALCIUM_IONISED, Analyte.CALCIUM, Analyte.CREATININE);
    private static final List<Analyte> INFUSION_LABORATORY =
            List.of(Analyte.VITAMIN_D_25OH, Analyte.PHOSPHATE, Analyte.ALKALINE_PHOSPHATASE, Analyte.PTH);
    /** After so many days a recorded pregnancy is over (rule LAB-09). */
    private static final int LONGEST_PREGNANCY_DAYS = 300;

    private DoubtCheck() {}

    static void examine(Situation s, Ledger ledger) {
        if (!s.proposal().facts().bisphosphonate()) {
            return;
        }
        HARM.forEach(kind -> finding(s, ledger, kind));
        if (!s.history().naive()) {
            finding(s, ledger, Finding.Kind.THIGH_PAIN);
        }
        LABORATORY.forEach(analyte -> laboratory(s, ledger, analyte));
        if (s.proposal().infusion()) {
            INFUSION_DAY.forEach(kind -> finding(s, ledger, kind));
            INFUSION_LABORATORY.forEach(analyte -> laboratory(s, ledger, analyte));
        }
        if (!s.age().atLeastYears(18)) {
            finding(s, ledger, Finding.Kind.CONSENT_OFF_LABEL);
            LocalDate height = s.patient()
                    .latestHeight(s.asOf())
                    .map(HeightMeasurement::date)
                    .orElse(LocalDate.MIN);
            unusable(s, ledger, "LAB-04", UnusableEntry.Measure.HEIGHT, height);
        }
        LocalDate weighed = s.measuredWeights().isEmpty()
                ? LocalDate.MIN
                : s.measuredWeights().getFirst().date();
        unusable(s, ledger, "DOS-00", UnusableEntry.Measure.WEIGHT, weighed);
        pregnancy(s, ledger);
        unusable(
                s,
                ledger,
                "LAB-07",
                UnusableEntry.Measure.TREATMENT,
                s.lastInfusion().orElse(LocalDate.MIN));
    }

    private static void finding(Situation s, Ledger ledger, Finding.Kind kind) {
        s.patient().doubt(kind, s.asOf()).ifPresent(doubt -> need(ledger, ruleOf(kind), doubt));
    }

    private static String ruleOf(Finding.Kind kind) {
        return switch (kind) {
            case ACUTE_KIDNEY_INJURY -> "LAB-06";
            case EYE_INFLAMMATION -> "INF-09";
            case EXPOSED_JAW_BONE -> "DEN-06";
            case THIGH_PAIN -> "ORT-13";
            case BISPHOSPHONATE_HYPERSENSITIVITY -> "INF-10";
            case BREAST_FEEDING -> "PR-01";
            case CONSENT_OFF_LABEL -> "SAFE-03";
            case RESPIRATORY_ILLNESS -> "INF-01";
            default -> "INF-02";
        };
    }

    private static void laboratory(Situation s, Ledger ledger, Analyte analyte) {
        List<LabResult> latest = s.latest(analyte);
        UnusableEntry.Subject subject = new UnusableEntry.Laboratory(analyte);
        if (latest.stream().map(l -> l.value().stripTrailingZeros()).distinct().count() > 1) {
            need(
                    ledger,
                    ruleOf(analyte),
                    new UnusableEntry(latest.getFirst().date(), subject, "two different results on the same day"));
        }
        LocalDate last = latest.isEmpty() ? LocalDate.MIN : latest.getFirst().date();
        unusable(s, ledger, ruleOf(analyte), subject, last);
    }

    private static String ruleOf(Analyte analyte) {
        return switch (analyte) {
            case CREATININE -> "LAB-06";
            case VITAMIN_D_25OH -> "LAB-02";
            case PHOSPHATE, ALKALINE_PHOSPHATASE, PTH -> "LAB-01";
            default -> "LAB-03";
        };
    }

    /** Both answers on one day are read as pregnant by the check of pregnancy. */
    private static void pregnancy(Situation s, Ledger ledger) {
        List<PregnancyStatus> latest = PregnancyCheck.latest(s);
        LocalDate last = latest.isEmpty() ? LocalDate.MIN : latest.getFirst().date();
        LocalDate from = s.asOf().minusDays(LONGEST_PREGNANCY_DAYS);
        unusable(s, ledger, "LAB-09", UnusableEntry.Measure.PREGNANCY, last.isAfter(from) ? last : from);
    }

    private static void unusable(
            Situation s, Ledger ledger, String ruleId, UnusableEntry.Subject subject, LocalDate from) {
        Optional<UnusableEntry> doubt = s.patient().unusable(subject, from, s.asOf());
        doubt.ifPresent(d -> need(ledger, ruleId, d));
    }

    private static void need(Ledger ledger, String ruleId, UnusableEntry doubt) {
        ledger.need(
                ruleId,
                "Needs a usable entry for " + doubt.subject().label() + "; an older one does not stand in for it.",
                doubt.said());
    }
}
