package org.lamella.care.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lamella.care.plan.StandingItem;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.OiType;
import org.lamella.patient.PainScore;
import org.lamella.patient.Patient;

/** Severity by clinical group, mobility and pain. */
final class FunctionStanding {

    private FunctionStanding() {}

    static List<StandingItem> of(Patient patient, LocalDate asOf) {
        Lines lines = new Lines("Severity and function", asOf);
        severity(patient, lines);
        Optional<MobilityAssessment> mobility =
                patient.mobility().stream().filter(m -> !m.date().isAfter(asOf)).reduce((older, newer) -> newer);
        if (mobility.isEmpty() || lines.stale(mobility.get().date())) {
            lines.unknown(
                    "Mobility",
                    "an assessment of the last year"
                            + mobility.map(m -> "; the last, of " + m.date() + ": "
                                            + m.grade().label())
                                    .orElse(""));
        } else {
            lines.known(
                    "Mobility",
                    mobility.get().grade().label(),
                    "assessed on " + mobility.get().date());
        }
        Optional<PainScore> pain =
                patient.pain().stream().filter(p -> !p.date().isAfter(asOf)).reduce((older, newer) -> newer);
        if (pain.isEmpty() || lines.stale(pain.get().date())) {
            lines.unknown("Pain", "a pain score of the last year");
        } else {
            lines.known(
                    "Pain", pain.get().score() + " of 10", "on " + pain.get().date());
        }
        return lines.items();
    }

    private static void severity(Patient patient, Lines lines) {
        OiType type = patient.diagnosis().type();
        if (type == null) {
            lines.unknown("Severity", "the OI type or a clinician's grading", Lines.VAN_DIJK);
            return;
        }
        String severity = switch (type) {
            case I -> "mild";
            case III -> "severe";
            case IV, V -> "moderate";
            case VI -> "moderate to severe";
            case OTHER -> "";
        };
        if (severity.isEmpty()) {
            lines.unknown("Severity", "a clinician's grading: the recorded type is unclassified", Lines.VAN_DIJK);
        } else {
            lines.known(
                    "Severity",
                    severity + " by type",
                    "OI " + type.label() + "; the person may differ from the group",
                    Lines.VAN_DIJK);
        }
    }
}
