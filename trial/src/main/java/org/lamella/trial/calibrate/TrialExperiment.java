package org.lamella.trial.calibrate;

import java.util.ArrayList;
import java.util.List;
import org.lamella.bone.BoneModel;
import org.lamella.trial.analysis.ArmSummary;
import org.lamella.trial.analysis.EndpointResult;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Quantity;
import org.lamella.trial.protocol.Recruitment;
import org.lamella.trial.protocol.StudyTime;
import org.lamella.trial.run.PatientOutcome;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.VirtualTrial;
import org.lamella.trial.statistics.Effect;

/**
 * A virtual trial after a protocol. Values are read without measurement error, which has no mean.
 *
 * @param id name
 * @param protocol design
 * @param atLeast fewest patients; more than elsewhere where fractures are counted
 */
record TrialExperiment(String id, Protocol protocol, int atLeast) implements Experiment {
    /** The protocol without its criteria for entry. */
    static Protocol withoutCriteria(Protocol p) {
        Recruitment r = p.recruitment();
        Recruitment open = new Recruitment(
                r.setting(),
                r.patients(),
                r.age(),
                r.femaleShare(),
                r.typesIfGiven().orElse(null),
                List.of(),
                r.treatedBefore());
        return new Protocol(
                p.id(),
                p.title(),
                p.about(),
                open,
                StudyTime.ZERO,
                p.randomisation(),
                p.arms(),
                p.visits(),
                p.measurements(),
                p.conduct(),
                p.endpoints());
    }

    @Override
    public List<Prediction> predict(BoneModel model, List<CalibrationTarget> targets, int patients, long seed) {
        Protocol measured = measuring(targets);
        List<PatientOutcome> outcomes = new ArrayList<>();
        int enrolled = Math.max(patients, atLeast);
        TrialAnalysis analysis = new TrialAnalysis(measured, enrolled);
        new VirtualTrial(measured, model).runReplicate(new RunSettings(enrolled, 1, seed, 1), 0, o -> {
            outcomes.add(o);
            analysis.accept(o);
        });
        analysis.finish();
        return targets.stream()
                .map(t -> t.endpoint().isEmpty() ? summary(measured, t, outcomes) : endpoint(analysis, t))
                .toList();
    }

    /** The protocol with every needed quantity measured at every visit, after its own measurements. */
    private Protocol measuring(List<CalibrationTarget> targets) {
        List<Measurement> all = new ArrayList<>(protocol.measurements());
        for (CalibrationTarget target : targets) {
            if (!target.endpoint().isEmpty()) {
                continue;
            }
            if (!protocol.visits().contains(target.at())) {
                throw new IllegalArgumentException("target " + target.id() + ": found the time " + target.at()
                        + ", accepted are the visits " + protocol.visits());
            }
            all.add(new Measurement(
                    target.quantity(), protocol.visits(), new Measurement.Error(Measurement.Error.Kind.ABSOLUTE, 0)));
        }
        return new Protocol(
                protocol.id(),
                protocol.title(),
                protocol.about(),
                protocol.recruitment(),
                protocol.runIn(),
                protocol.randomisation(),
                protocol.arms(),
                protocol.visits(),
                all,
                protocol.conduct(),
                protocol.endpoints());
    }

    private static Prediction summary(Protocol measured, CalibrationTarget target, List<PatientOutcome> outcomes) {
        int arm = measured.arms().indexOf(measured.arm(target.arm()));
        Sample own = sample(measured, target, outcomes, arm);
        return switch (target.statistic()) {
            case LEVEL -> own.mean((before, after) -> after);
            case LEVEL_PERCENT -> own.mean((before, after) -> 100 * after);
            case SPREAD -> own.spread();
            case CHANGE -> own.mean((before, after) -> after - before);
            case PERCENT_CHANGE -> own.mean((before, after) -> 100 * (after / before - 1));
            case PERCENT_OF_MEANS -> {
                double before = own.mean((b, a) -> b).mean();
                Prediction after = own.mean((b, a) -> a - b);
                yield new Prediction(100 * after.mean() / before, 100 * after.standardError() / before);
            }
            case PERCENT_OF_CONTROL -> {
                Prediction control = sample(measured, target, outcomes, 0).mean((b, a) -> a);
                Prediction treated = own.mean((b, a) -> a);
                double ratio = treated.mean() / control.mean();
                yield new Prediction(
                        100 * (ratio - 1),
                        100
                                * ratio
                                * Math.hypot(
                                        treated.standardError() / treated.mean(),
                                        control.standardError() / control.mean()));
            }
            case ENDPOINT, ENDPOINT_EFFECT -> throw new IllegalStateException("an endpoint is read elsewhere");
        };
    }

    private static Prediction endpoint(TrialAnalysis analysis, CalibrationTarget target) {
        EndpointResult result = analysis.results().stream()
                .filter(r -> r.endpoint().id().equals(target.endpoint()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("target " + target.id() + ": found the endpoint '"
                        + target.endpoint() + "', accepted are those of the protocol"));
        Effect effect = target.statistic() == CalibrationTarget.Statistic.ENDPOINT
                ? result.arms().stream()
                        .filter(a -> a.arm().equals(target.arm()))
                        .map(ArmSummary::value)
                        .findFirst()
                        .orElseThrow()
                : result.comparisons().stream()
                        .filter(c -> c.arm().equals(target.arm()))
                        .flatMap(c -> c.effectIfAny().stream())
                        .findFirst()
                        .orElse(new Effect(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
        return new Prediction(effect.estimate(), (effect.high() - effect.low()) / (2 * 1.96));
    }

    private static Sample sample(Protocol measured, CalibrationTarget target, List<PatientOutcome> outcomes, int arm) {
        int row = lastOf(measured, target.quantity());
        int visit = measured.visits().indexOf(target.at());
        Sample sample = new Sample(new ArrayList<>(), new ArrayList<>());
        for (PatientOutcome outcome : outcomes) {
            double before = outcome.truth()[row][0];
            double after = outcome.truth()[row][visit];
            if (outcome.arm() == arm && !Double.isNaN(before) && !Double.isNaN(after)) {
                sample.before().add(before);
                sample.after().add(after);
            }
        }
        return sample;
    }

    private static int lastOf(Protocol measured, Quantity quantity) {
        for (int m = measured.measurements().size() - 1; m >= 0; m--) {
            if (measured.measurements().get(m).quantity() == quantity) {
                return m;
            }
        }
        throw new IllegalStateException("a quantity that was added is missing: " + quantity);
    }

    private interface Summand {
        double of(double before, double after);
    }

    private record Sample(List<Double> before, List<Double> after) {
        Prediction spread() {
            Prediction mean = mean((b, a) -> a);
            double sd = mean.standardError() * Math.sqrt(after.size());
            return new Prediction(sd, sd / Math.sqrt(2.0 * Math.max(1, after.size() - 1)));
        }

        Prediction mean(Summand summand) {
            int n = before.size();
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double x = summand.of(before.get(i), after.get(i));
                sum += x;
                squares += x * x;
            }
            double mean = sum / n;
            double variance = Math.max(squares / n - mean * mean, 0) * n / Math.max(1, n - 1);
            return new Prediction(mean, Math.sqrt(variance / n));
        }
    }
}
