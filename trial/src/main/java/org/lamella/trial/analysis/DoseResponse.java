package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.lamella.patient.OiType;
import org.lamella.trial.protocol.AnalysisPlan;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.statistics.DoseTrend;
import org.lamella.trial.statistics.Means;

/**
 * Dose and response of the primary endpoint, overall and by OI type. Arms are summarised by mean change, share of responders,
 * or logarithm of the fracture rate; their joint variance is summed over patients, so it holds for paired arms too.
 *
 * @param part name of the part of the patients
 * @param patients number of patients in it, each arm counted
 * @param scale what the response is
 * @param trend the fit
 */
public record DoseResponse(String part, int patients, String scale, DoseTrend trend) {
    private static final int FEWEST = 12;

    /** Overall and by type; empty when the protocol asks no dose question or its primary endpoint has no such summary. */
    static List<DoseResponse> of(Protocol protocol, List<PatientSummary> patients) {
        List<DoseResponse> all = new ArrayList<>();
        if (protocol.analysis().dosesIfAny().isPresent()) {
            AnalysisPlan.Doses doses = protocol.analysis().dosesIfAny().get();
            add(protocol, doses, "all", patients, p -> true, all);
            for (OiType type : OiType.values()) {
                add(protocol, doses, type.label(), patients, p -> p.type() == type, all);
            }
        }
        return all;
    }

    private static void add(
            Protocol protocol,
            AnalysisPlan.Doses doses,
            String name,
            List<PatientSummary> patients,
            Predicate<PatientSummary> in,
            List<DoseResponse> all) {
        List<PatientSummary> part = patients.stream().filter(in).toList();
        int arms = protocol.arms().size();
        double[] response = new double[arms];
        Map<Integer, double[]> influence = new TreeMap<>();
        boolean paired = protocol.randomisation().method() == org.lamella.trial.protocol.Randomisation.Method.PAIRED;
        Optional<String> scale = Optional.empty();
        for (int a = 0; a < arms; a++) {
            int arm = a;
            List<PatientSummary> group =
                    part.stream().filter(p -> p.arm() == arm).toList();
            scale = summarise(protocol, group, arm, paired, response, influence);
            if (group.size() < FEWEST || scale.isEmpty()) {
                return;
            }
        }
        double[][] variance = new double[arms][arms];
        for (double[] u : influence.values()) {
            for (int a = 0; a < arms; a++) {
                for (int b = 0; b < arms; b++) {
                    variance[a][b] += u[a] * u[b];
                }
            }
        }
        double[] dose = doses.levels().stream().mapToDouble(Double::doubleValue).toArray();
        all.add(new DoseResponse(name, part.size(), scale.get(), DoseTrend.of(dose, response, variance)));
    }

    /** Estimate of an arm and what each patient contributes to its error; the name of the scale. */
    private static Optional<String> summarise(
            Protocol protocol,
            List<PatientSummary> group,
            int arm,
            boolean paired,
            double[] response,
            Map<Integer, double[]> influence) {
        Endpoint primary = protocol.primaryEndpoint();
        int e = protocol.endpoints().indexOf(primary);
        double[] value = new double[group.size()];
        String scale;
        switch (primary) {
            case Endpoint.Change c -> {
                for (int i = 0; i < value.length; i++) {
                    value[i] = ChangeQuestions.change(group.get(i), e, c.percent());
                }
                scale = "mean change";
            }
            case Endpoint.Responder r -> {
                for (int i = 0; i < value.length; i++) {
                    double change = ChangeQuestions.change(group.get(i), e, r.percent());
                    value[i] = Double.isNaN(change) ? Double.NaN : change >= r.atLeast() ? 1 : 0;
                }
                scale = "share of responders";
            }
            case Endpoint.FractureRate f -> {
                double events =
                        group.stream().mapToDouble(FractureQuestions.count(f)).sum();
                double years =
                        group.stream().mapToDouble(FractureQuestions.years(f)).sum();
                if (events == 0) {
                    return Optional.empty();
                }
                response[arm] = StrictMath.log(events / years);
                for (PatientSummary p : group) {
                    double u = FractureQuestions.count(f).applyAsDouble(p) / events
                            - FractureQuestions.years(f).applyAsDouble(p) / years;
                    at(influence, p, arm, paired, response.length)[arm] += u;
                }
                return Optional.of("logarithm of the fracture rate");
            }
            case Endpoint.FirstFracture _ -> {
                return Optional.empty();
            }
        }
        double[] finite =
                java.util.Arrays.stream(value).filter(v -> !Double.isNaN(v)).toArray();
        if (finite.length < FEWEST || Means.sd(finite) == 0) {
            return Optional.empty();
        }
        response[arm] = Means.mean(finite);
        for (int i = 0; i < value.length; i++) {
            if (!Double.isNaN(value[i])) {
                at(influence, group.get(i), arm, paired, response.length)[arm] +=
                        (value[i] - response[arm]) / finite.length;
            }
        }
        return Optional.of(scale);
    }

    private static double[] at(Map<Integer, double[]> influence, PatientSummary p, int arm, boolean paired, int arms) {
        int key = paired ? p.number() : p.number() * arms + arm;
        return influence.computeIfAbsent(key, k -> new double[arms]);
    }
}
