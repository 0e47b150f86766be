package org.lamella.care.stop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.care.site.Setting;
import org.lamella.evidence.drug.Limit;
import org.lamella.patient.Administration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.LabResult;

/** Hard stop 3, infusion: not too fast, not a second zoledronate product; and what holds an infusion on the day. */
final class InfusionCheck {

    /** Asked for before the first infusion beside calcium, creatinine and vitamin D, which have checks of their own. */
    private static final List<Analyte> FIRST_SET =
            List.of(Analyte.PHOSPHATE, Analyte.ALKALINE_PHOSPHATASE, Analyte.PTH);

    private InfusionCheck() {}

    static void examine(Situation s, Ledger ledger) {
        if (!s.proposal().infusion() || !s.proposal().facts().bisphosphonate()) {
            return;
        }
        time(s, ledger);
        secondProduct(s, ledger);
        if (s.firstInfusion()) {
            for (Analyte analyte : FIRST_SET) {
                List<LabResult> latest = s.latest(analyte);
                if (latest.isEmpty() || !s.current(latest.getFirst())) {
                    ledger.need(
                            "LAB-01",
                            "Needs " + analyte.label() + " before the first infusion: " + s.whyNoCurrent(analyte));
                }
            }
        }
        phosphate(s, ledger);
        if (s.present(Finding.Kind.RESPIRATORY_ILLNESS)) {
            ledger.hold("INF-01", "Acute respiratory illness is recorded: ask the consultant before an infusion.");
        }
        if (s.present(Finding.Kind.DEHYDRATION)) {
            ledger.hold("INF-02", "Dehydration is recorded: rehydrate before an infusion.");
        }
        if (s.present(Finding.Kind.INTERACTING_DRUG)) {
            ledger.hold("INF-02", "A nephrotoxic drug, aminoglycoside or loop diuretic is recorded: review first.");
        }
    }

    /** Before the first infusion a low phosphate may be rickets; zoledronate lowers it further. */
    private static void phosphate(Situation s, Ledger ledger) {
        Optional<LabResult> lab = s.lowestCurrent(Analyte.PHOSPHATE).filter(l -> s.firstInfusion());
        @Nullable BigDecimal lower = lab.map(LabResult::lowerLimit).orElse(null);
        if (lower != null && lab.orElseThrow().value().compareTo(lower) < 0) {
            ledger.hold(
                    "LAB-01",
                    "Phosphate is low before a first infusion: exclude rickets and correct it first.",
                    Situation.show(lab.orElseThrow()),
                    "lower limit " + Situation.plain(lower) + " mmol/L");
        }
    }

    private static void time(Situation s, Ledger ledger) {
        Drug drug = s.proposal().facts().drug();
        Optional<Setting<Integer>> minutes = s.site().infusionTime(drug);
        BigDecimal least = s.proposal()
                .facts()
                .limitValue(Limit.Kind.MIN_INFUSION)
                .orElseThrow(() -> new IllegalStateException(drug + ": no shortest infusion in its facts"));
        if (minutes.isEmpty()) {
            ledger.need("DOS-ZA-05", "Needs the infusion time of " + drug + " in the site configuration.");
        } else if (BigDecimal.valueOf(minutes.get().value()).compareTo(least) < 0) {
            ledger.stop(
                    HardStop.KIDNEY_OR_INFUSION,
                    "The site's infusion time is shorter than " + Situation.plain(least) + " minutes.",
                    minutes.get().value() + " minutes");
        }
    }

    private static void secondProduct(Situation s, Ledger ledger) {
        boolean running = s.proposal().facts().drug().equals(Drug.ZOLEDRONATE)
                && s.patient().courses().stream()
                        .anyMatch(c -> c.drug().equals(Drug.ZOLEDRONATE) && c.covers(s.asOf()));
        if (running) {
            ledger.stop(HardStop.KIDNEY_OR_INFUSION, "Another zoledronate product is recorded as running.");
        }
        List<LocalDate> days = s.patient().dosesOf(Drug.ZOLEDRONATE, s.asOf()).stream()
                .map(Administration::date)
                .toList();
        if (s.proposal().facts().drug().equals(Drug.ZOLEDRONATE)
                && days.size() != days.stream().distinct().count()) {
            ledger.stop(
                    HardStop.KIDNEY_OR_INFUSION,
                    "Two zoledronate doses are recorded on one day: a second product may be in use.");
        }
    }
}
