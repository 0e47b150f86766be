package org.lamella.care.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamella.patient.Analyte;
import org.lamella.patient.LabResult;
import org.lamella.patient.UnusableEntry;

/** Laboratory results up to the day, as the rules ask about them. */
final class LabFacts {
    private final Map<Analyte, List<LabResult>> results = new EnumMap<>(Analyte.class);
    private final PatientFacts facts;

    LabFacts(PatientFacts facts) {
        this.facts = facts;
        for (LabResult lab : facts.patient().labs()) {
            if (!lab.date().isAfter(facts.asOf())) {
                results.computeIfAbsent(lab.analyte(), analyte -> new ArrayList<>())
                        .add(lab);
            }
        }
    }

    private List<LabResult> list(Analyte analyte) {
        return results.getOrDefault(analyte, List.of());
    }

    /** All results of an analyte, oldest first. */
    Stream<LabResult> of(Analyte analyte) {
        return list(analyte).stream();
    }

    Optional<LabResult> latest(Analyte analyte) {
        List<LabResult> found = list(analyte);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    /** True when the record holds a result of an analyte, usable or not. */
    boolean mentioned(Analyte analyte) {
        return !list(analyte).isEmpty()
                || facts.patient()
                        .unusable(new UnusableEntry.Laboratory(analyte), LocalDate.MIN, facts.asOf())
                        .isPresent();
    }

    /** How old a laboratory result may be: the limit differs before the first and before later infusions. */
    int maxDays() {
        return facts.number(facts.treatment().naive() ? "LAB-01" : "LAB-02", "lab_max_age");
    }

    /** Latest result that is recent and believable in its unit; otherwise what is needed. */
    Input<LabResult> within(Analyte analyte, int maxDays, BigDecimal lowest, BigDecimal highest) {
        Input<LabResult> recent = within(analyte, maxDays);
        if (recent instanceof Input.Known<LabResult>(LabResult lab, String fact)
                && (lab.value().compareTo(lowest) < 0 || lab.value().compareTo(highest) > 0)) {
            return new Input.Unknown<>(analyte.label() + " in " + analyte.unit() + " (" + fact
                    + " cannot be true of a person; accepted is " + lowest.toPlainString() + " to "
                    + highest.toPlainString() + ", so another unit is likely)");
        }
        return recent;
    }

    /** Latest result that is not older than {@code maxDays} and not contradicted on its day; otherwise what is needed. */
    Input<LabResult> within(Analyte analyte, int maxDays) {
        List<LabResult> found = list(analyte);
        Optional<UnusableEntry> unusable = facts.patient()
                .unusable(
                        new UnusableEntry.Laboratory(analyte),
                        found.isEmpty() ? LocalDate.MIN : found.getLast().date(),
                        facts.asOf());
        if (unusable.isPresent()) {
            return new Input.Unknown<>(analyte.label() + " (" + unusable.get().said() + ")");
        }
        if (found.isEmpty()) {
            return new Input.Unknown<>(analyte.label() + " (none recorded)");
        }
        LabResult lab = found.getLast();
        LocalDate day = lab.date();
        if (facts.daysSince(day) > maxDays) {
            return new Input.Unknown<>(analyte.label() + " not older than " + maxDays + " days (last on " + day + ", "
                    + facts.daysSince(day) + " days ago)");
        }
        boolean contradicted = found.stream()
                .anyMatch(other -> other.date().equals(day) && other.value().compareTo(lab.value()) != 0);
        return contradicted
                ? new Input.Unknown<>(
                        analyte.label() + " (different results are recorded for " + day + "; confirm which one holds)")
                : new Input.Known<>(lab, say(lab));
    }

    static String say(LabResult lab) {
        return lab.analyte().label() + " " + lab.value().toPlainString() + " "
                + lab.analyte().unit() + " on " + lab.date();
    }
}
