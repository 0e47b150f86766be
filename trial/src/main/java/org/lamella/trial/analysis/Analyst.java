package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hipparchus.exception.MathRuntimeException;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Randomisation;
import org.lamella.trial.statistics.Means;

/** Answers the endpoints of a protocol from its patients. */
final class Analyst {
    private final Protocol protocol;
    private final ChangeQuestions changes;
    private final FractureQuestions fractures;

    Analyst(Protocol protocol) {
        boolean paired = protocol.randomisation().method() == Randomisation.Method.PAIRED;
        this.protocol = protocol;
        this.changes = new ChangeQuestions(protocol.analysis(), paired);
        this.fractures = new FractureQuestions(paired);
    }

    List<EndpointResult> all(List<PatientSummary> patients) {
        List<EndpointResult> results = new ArrayList<>();
        for (int e = 0; e < protocol.endpoints().size(); e++) {
            results.add(one(e, patients));
        }
        return results;
    }

    /** The primary endpoint alone. */
    EndpointResult primary(List<PatientSummary> patients) {
        return one(protocol.endpoints().indexOf(protocol.primaryEndpoint()), patients);
    }

    EndpointResult one(int e, List<PatientSummary> patients) {
        Endpoint endpoint = protocol.endpoints().get(e);
        Estimate.Answer answer = switch (endpoint) {
            case Endpoint.Change c -> changes.change(c, e);
            case Endpoint.Responder r -> changes.responder(r, e);
            case Endpoint.FirstFracture f -> fractures.first(f);
            case Endpoint.FractureRate f -> fractures.rate(f);
        };
        return result(endpoint, answer, patients);
    }

    private EndpointResult result(Endpoint endpoint, Estimate.Answer answer, List<PatientSummary> patients) {
        List<List<PatientSummary>> byArm = new ArrayList<>();
        for (int a = 0; a < protocol.arms().size(); a++) {
            byArm.add(new ArrayList<>());
        }
        patients.forEach(p -> byArm.get(p.arm()).add(p));
        List<ArmSummary> arms = new ArrayList<>();
        List<EndpointResult.Comparison> comparisons = new ArrayList<>();
        for (int a = 0; a < byArm.size(); a++) {
            String id = protocol.arms().get(a).id();
            ArmSummary s = byArm.get(a).isEmpty()
                    ? new ArmSummary(id, 0, Means.of(new double[0]), Double.NaN)
                    : answer.summary().of(byArm.get(a));
            arms.add(new ArmSummary(id, s.patients(), s.value(), s.sd()));
            if (a > 0) {
                List<PatientSummary> control = byArm.getFirst();
                List<PatientSummary> treated = byArm.get(a);
                comparisons.add(compare(id, () -> answer.contrast().of(control, treated)));
            }
        }
        return new EndpointResult(endpoint, answer.sentence(), arms, comparisons);
    }

    private EndpointResult.Comparison compare(String arm, Supplier<Estimate> estimate) {
        String against = protocol.arms().getFirst().id();
        try {
            Estimate found = estimate.get();
            boolean finite = Double.isFinite(found.effect().estimate())
                    && Double.isFinite(found.effect().standardError());
            return new EndpointResult.Comparison(
                    arm, against, found.measure(), finite ? found.effect() : null, found.method());
        } catch (ArithmeticException | IllegalArgumentException | MathRuntimeException e) {
            return new EndpointResult.Comparison(
                    arm, against, "effect", null, "cannot be estimated: " + e.getMessage());
        }
    }
}
