package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lamella.patient.OiType;
import org.lamella.trial.protocol.AnalysisPlan;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.statistics.DoseTrend;
import org.lamella.trial.statistics.Effect;

/**
 * Dose and response of the primary endpoint, overall or in one OI type. Arms are summarised by mean change, share of
 * responders, or logarithm of the fracture rate; their joint variance is summed over patients, so it holds for paired arms
 * too.
 *
 * @param part name of the part of the patients
 * @param patients number of patients in it, each arm counted
 * @param scale what the response is
 * @param trend the fit
 * @param arms response of each arm with interval; fracture rates themselves, not their logarithms
 */
public record DoseResponse(String part, int patients, String scale, DoseTrend trend, List<Effect> arms) {
    public DoseResponse {
        arms = List.copyOf(arms);
    }

    /** Gathers the patients, overall and by type; nothing when the protocol asks no dose question. */
    static final class Tally {
        private final List<Part> parts = new ArrayList<>();
        private final double[] dose;

        private record Part(String name, Predicate<PatientSummary> in, ArmResponses responses) {}

        Tally(Protocol protocol) {
            Optional<AnalysisPlan.Doses> doses = protocol.analysis().dosesIfAny();
            this.dose = doses.stream()
                    .flatMap(d -> d.levels().stream())
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (doses.isPresent() && ArmResponses.answers(protocol.primaryEndpoint())) {
                parts.add(new Part("all", p -> true, new ArmResponses(protocol)));
                for (OiType type : OiType.values()) {
                    parts.add(new Part(type.label(), p -> p.type() == type, new ArmResponses(protocol)));
                }
            }
        }

        void add(PatientSummary p) {
            for (Part part : parts) {
                if (part.in().test(p)) {
                    part.responses().add(p);
                }
            }
        }

        List<DoseResponse> results() {
            List<DoseResponse> all = new ArrayList<>();
            for (Part part : parts) {
                ArmResponses r = part.responses();
                if (r.enough()) {
                    all.add(new DoseResponse(
                            part.name(),
                            r.patients(),
                            r.scale(),
                            DoseTrend.of(dose, r.response(), r.variance()),
                            r.effects()));
                }
            }
            return all;
        }
    }
}
