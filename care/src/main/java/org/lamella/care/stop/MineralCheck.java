package org.lamella.care.stop;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lamella.evidence.lab.LabRange;
import org.lamella.evidence.lab.LabRanges;
import org.lamella.patient.Analyte;
import org.lamella.patient.LabResult;

/** Hard stop 2: calcium for every antiresorptive drug, vitamin D for infusions; and a high calcium, which holds. */
final class MineralCheck {

    /** Below this no site can allow an infusion (LAB-02). */
    static final BigDecimal VITAMIN_D_FLOOR = new BigDecimal("50");

    private MineralCheck() {}

    static void examine(Situation s, Ledger ledger) {
        if (!s.proposal().facts().drugClass().antiresorptive()) {
            return;
        }
        calcium(s, ledger);
        if (s.proposal().infusion()) {
            vitaminD(s, ledger);
        }
    }

    /** Every calcium speaks: a low total one beside a normal adjusted one may be an effect of albumin, or the newer truth. */
    private static void calcium(Situation s, Ledger ledger) {
        List<LabResult> usable = new ArrayList<>();
        s.lowestCurrent(Analyte.CALCIUM_ALBUMIN_ADJUSTED).ifPresent(usable::add);
        s.lowestCurrent(Analyte.CALCIUM_IONISED).ifPresent(usable::add);
        s.lowestCurrent(Analyte.CALCIUM).ifPresent(usable::add);
        if (usable.isEmpty()) {
            Analyte last = s.latest(Analyte.CALCIUM_ALBUMIN_ADJUSTED).isEmpty()
                    ? Analyte.CALCIUM
                    : Analyte.CALCIUM_ALBUMIN_ADJUSTED;
            ledger.need("LAB-03", "Needs a current calcium: " + s.whyNoCurrent(last));
            return;
        }
        boolean judged = false;
        for (LabResult result : usable) {
            Optional<BigDecimal> most = upperLimit(s, result);
            if (most.filter(l -> result.value().compareTo(l) > 0).isPresent()) {
                ledger.hold(
                        "LAB-03",
                        "Calcium is high: find the cause first (after denosumab it is an emergency), and give no calcium"
                                + " or vitamin D beside it.",
                        Situation.show(result),
                        "upper limit " + Situation.plain(most.orElseThrow()) + " mmol/L"
                                + (result.upperLimit() == null
                                        ? " (published range, the laboratory gave none)"
                                        : " (laboratory)"));
            }
            Optional<BigDecimal> limit = lowerLimit(s, result);
            judged |= limit.isPresent();
            if (limit.filter(l -> result.value().compareTo(l) < 0).isPresent()) {
                ledger.stop(
                        HardStop.LOW_CALCIUM_OR_VITAMIN_D,
                        "Calcium is low and must be corrected first.",
                        Situation.show(result),
                        "lower limit " + Situation.plain(limit.orElseThrow()) + " mmol/L" + origin(result));
            }
        }
        if (!judged) {
            ledger.need(
                    "LAB-03",
                    "Needs the laboratory's lower limit for calcium; without it the result cannot be judged.",
                    Situation.show(usable.getFirst()));
        }
    }

    private static String origin(LabResult result) {
        return result.lowerLimit() == null ? " (published range, the laboratory gave none)" : " (laboratory)";
    }

    /** The laboratory's own limit, or the stricter of the published ones for total and adjusted calcium at today's age. */
    private static Optional<BigDecimal> lowerLimit(Situation s, LabResult result) {
        if (result.lowerLimit() != null) {
            return Optional.of(result.lowerLimit());
        }
        if (result.analyte() == Analyte.CALCIUM_IONISED) {
            return Optional.empty();
        }
        return LabRanges.secondary(Analyte.CALCIUM, s.patient().sex(), s.age()).stream()
                .map(LabRange::lower)
                .max(Comparator.naturalOrder());
    }

    /** The laboratory's own limit, or the laxest of the published ones for total and adjusted calcium. */
    private static Optional<BigDecimal> upperLimit(Situation s, LabResult result) {
        if (result.upperLimit() != null) {
            return Optional.of(result.upperLimit());
        }
        if (result.analyte() == Analyte.CALCIUM_IONISED) {
            return Optional.empty();
        }
        return LabRanges.secondary(Analyte.CALCIUM, s.patient().sex(), s.age()).stream()
                .map(LabRange::upper)
                .max(Comparator.naturalOrder());
    }

    private static void vitaminD(Situation s, Ledger ledger) {
        BigDecimal gate = s.site().vitaminDGateNmolPerL().value().max(VITAMIN_D_FLOOR);
        Optional<LabResult> result = s.lowestCurrent(Analyte.VITAMIN_D_25OH);
        if (result.isEmpty()) {
            ledger.need("LAB-02", "Needs a current 25-hydroxyvitamin D: " + s.whyNoCurrent(Analyte.VITAMIN_D_25OH));
        } else if (result.get().value().compareTo(gate) < 0) {
            ledger.holdFor(
                    HardStop.LOW_CALCIUM_OR_VITAMIN_D,
                    "Vitamin D is below " + Situation.plain(gate) + " nmol/L: no infusion until it is repleted.",
                    Situation.show(result.get()),
                    "gate " + s.site().vitaminDGateNmolPerL().explained());
        }
    }
}
