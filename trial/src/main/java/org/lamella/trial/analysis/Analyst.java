package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hipparchus.exception.MathRuntimeException;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.statistics.Moments;

/** Asks the questions of a protocol and words their answers. */
final class Analyst {
    private final Protocol protocol;
    private final int primary;

    Analyst(Protocol protocol) {
        this.protocol = protocol;
        this.primary = protocol.endpoints().indexOf(protocol.primaryEndpoint());
    }

    Protocol protocol() {
        return protocol;
    }

    /** Every endpoint, without any patients yet. */
    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (int e = 0; e < protocol.endpoints().size(); e++) {
            questions.add(question(e));
        }
        return questions;
    }

    /** Place of the primary endpoint. */
    int primary() {
        return primary;
    }

    /** The primary endpoint, without any patients yet. */
    Question primaryQuestion() {
        return question(primary);
    }

    private Question question(int e) {
        return switch (protocol.endpoints().get(e)) {
            case Endpoint.Change c -> new ChangeQuestion(protocol, c, e);
            case Endpoint.Responder r -> new ResponderQuestion(protocol, r, e);
            case Endpoint.FirstFracture f -> new FirstFractureQuestion(protocol, f);
            case Endpoint.FractureRate f -> new FractureRateQuestion(protocol, f);
            case Endpoint.Crossover c -> new CrossoverQuestion(protocol, c, e);
        };
    }

    /** The primary endpoint of some patients. */
    EndpointResult primary(List<PatientSummary> patients) {
        Question question = primaryQuestion();
        patients.forEach(question::add);
        return primaryResult(question);
    }

    /** What the primary endpoint came to so far. */
    EndpointResult primaryResult(Question question) {
        return result(primary, question);
    }

    /** What an endpoint came to so far. */
    EndpointResult result(int e, Question question) {
        List<ArmSummary> arms = new ArrayList<>();
        List<EndpointResult.Comparison> comparisons = new ArrayList<>();
        for (int a = 0; a < protocol.arms().size(); a++) {
            String id = protocol.arms().get(a).id();
            ArmSummary s = question.summary(a);
            arms.add(
                    s.patients() == 0
                            ? new ArmSummary(id, 0, new Moments().effect(), Double.NaN)
                            : new ArmSummary(id, s.patients(), s.value(), s.sd()));
            if (a > 0) {
                int arm = a;
                comparisons.add(compare(id, () -> question.contrast(arm)));
            }
        }
        return new EndpointResult(protocol.endpoints().get(e), question.sentence(), arms, comparisons);
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
