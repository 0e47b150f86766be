package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.OiType;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Quantity;
import org.lamella.trial.run.OutcomeSink;
import org.lamella.trial.run.PatientOutcome;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.MeanCumulative;
import org.lamella.trial.statistics.Proportions;
import org.lamella.trial.statistics.SurvivalCurve;

/**
 * Analyses a trial while its patients arrive. The first replicate is kept for the plots; of later ones only the endpoints
 * are kept, for power.
 */
public final class TrialAnalysis implements OutcomeSink {
    private static final int SPAGHETTI_PER_ARM = 25;
    private static final int POWER_STEPS = 5;

    private final Protocol protocol;
    private final Analyst analyst;
    private final VisitMeans visitMeans;
    private final List<Spaghetti> spaghetti = new ArrayList<>();
    private final int[] spaghettiOfArm;
    private List<PatientSummary> patients = new ArrayList<>();
    private List<PatientSummary> firstReplicate = patients;
    private final List<List<EndpointResult>> replicates = new ArrayList<>();
    private final int[][] significant;
    private int current;
    private @Nullable List<EndpointResult> first;

    /**
     * Course of one patient in the primary quantity.
     *
     * @param arm index of the arm
     * @param values value as measured at each visit of that quantity
     */
    public record Spaghetti(int arm, double[] values) {}

    public TrialAnalysis(Protocol protocol) {
        this.protocol = protocol;
        this.analyst = new Analyst(protocol);
        this.visitMeans = new VisitMeans(protocol);
        this.spaghettiOfArm = new int[protocol.arms().size()];
        this.significant = new int[Math.max(1, protocol.arms().size() - 1)][POWER_STEPS];
    }

    @Override
    public void accept(PatientOutcome outcome) {
        if (outcome.replicate() != current) {
            finish();
            current = outcome.replicate();
        }
        patients.add(PatientSummary.of(protocol, outcome));
        if (outcome.replicate() == 0) {
            visitMeans.add(outcome);
            if (spaghettiOfArm[outcome.arm()]++ < SPAGHETTI_PER_ARM) {
                spaghetti.add(new Spaghetti(outcome.arm(), outcome.measured()[plotted()]));
            }
        }
    }

    /** Ends the last replicate; call once after the run. */
    public void finish() {
        if (!patients.isEmpty()) {
            closeReplicate();
            patients = new ArrayList<>();
        }
    }

    private void closeReplicate() {
        if (current == 0) {
            firstReplicate = patients;
        }
        List<EndpointResult> results = analyst.all(patients);
        if (first == null) {
            first = results;
        }
        replicates.add(results);
        int primary = protocol.endpoints().indexOf(protocol.primaryEndpoint());
        int most = patients.stream().mapToInt(PatientSummary::number).max().orElse(0) + 1;
        for (int step = 0; step < POWER_STEPS && protocol.arms().size() > 1; step++) {
            int n = powerSize(most, step);
            EndpointResult part = step == POWER_STEPS - 1
                    ? results.get(primary)
                    : analyst.one(
                            primary,
                            patients.stream().filter(p -> p.number() < n).toList());
            for (int c = 0; c < part.comparisons().size(); c++) {
                significant[c][step] += part.comparisons()
                                .get(c)
                                .effectIfAny()
                                .filter(x -> x.pValue() < 0.05)
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
    }

    private static int powerSize(int most, int step) {
        return Math.max(4, most * (step + 1) / POWER_STEPS);
    }

    public Protocol protocol() {
        return protocol;
    }

    /** Endpoints of the first replicate; empty when nobody finished. */
    public List<EndpointResult> results() {
        return first == null ? List.of() : first;
    }

    /** Endpoints of every replicate. */
    public List<List<EndpointResult>> replicates() {
        return List.copyOf(replicates);
    }

    public VisitMeans visitMeans() {
        return visitMeans;
    }

    public List<Spaghetti> spaghetti() {
        return List.copyOf(spaghetti);
    }

    /** The quantity that plots show: that of the primary endpoint, or the first one measured. */
    public Quantity plottedQuantity() {
        return protocol.measurements().get(plotted()).quantity();
    }

    private int plotted() {
        Quantity wanted = protocol.primaryEndpoint()
                .quantityIfAny()
                .orElse(protocol.measurements().getFirst().quantity());
        List<Measurement> measurements = protocol.measurements();
        for (int m = 0; m < measurements.size(); m++) {
            if (measurements.get(m).quantity() == wanted) {
                return m;
            }
        }
        return 0;
    }

    /** Changes of the primary quantity (or the first change endpoint) in one arm, of the first replicate. */
    public double[] changes(int arm) {
        for (int e = 0; e < protocol.endpoints().size(); e++) {
            if (protocol.endpoints().get(e) instanceof Endpoint.Change change
                    && change.quantity() == plottedQuantity()) {
                int endpoint = e;
                return of(arm).stream()
                        .mapToDouble(p -> {
                            double[] v = p.values()[endpoint];
                            return change.percent() ? 100 * (v[1] / v[0] - 1) : v[1] - v[0];
                        })
                        .filter(v -> !Double.isNaN(v))
                        .toArray();
            }
        }
        return new double[0];
    }

    private List<PatientSummary> of(int arm) {
        return firstReplicate.stream().filter(p -> p.arm() == arm).toList();
    }

    /** Kaplan–Meier curve to the first clinical fracture of one arm, over the whole trial. */
    public SurvivalCurve survival(int arm) {
        List<PatientSummary> group = of(arm);
        double[] time = new double[group.size()];
        boolean[] event = new boolean[group.size()];
        for (int i = 0; i < time.length; i++) {
            int day =
                    group.get(i).first(Endpoint.Fractures.CLINICAL, group.get(i).lastDay());
            event[i] = day >= 0;
            time[i] = day >= 0 ? day : group.get(i).lastDay();
        }
        return SurvivalCurve.of(time, event);
    }

    /** Mean cumulative clinical fractures of one arm, over the whole trial. */
    public MeanCumulative cumulative(int arm) {
        List<PatientSummary> group = of(arm);
        double[] end = group.stream().mapToDouble(PatientSummary::lastDay).toArray();
        double[][] events = group.stream()
                .map(p -> p.fractures().stream()
                        .filter(f -> f.in(Endpoint.Fractures.CLINICAL) && f.day() <= p.lastDay())
                        .mapToDouble(PatientSummary.Counted::day)
                        .toArray())
                .toArray(double[][]::new);
        return MeanCumulative.of(end, events);
    }

    /** Number still observed in one arm at a day. */
    public int atRisk(int arm, int day) {
        return (int) of(arm).stream().filter(p -> p.lastDay() >= day).count();
    }

    /** Number still observed without clinical fracture in one arm at a day. */
    public int atRiskOfFirst(int arm, int day) {
        return (int) of(arm).stream()
                .filter(p -> p.lastDay() >= day && p.first(Endpoint.Fractures.CLINICAL, day - 1) < 0)
                .count();
    }

    /**
     * The primary endpoint in a part of the patients.
     *
     * @param name name of the part
     * @param patients number of patients in it
     * @param comparison last arm against the first
     */
    public record Subgroup(String name, int patients, EndpointResult.Comparison comparison) {}

    /** The primary endpoint by OI type and age, for each part with at least eight patients. */
    public List<Subgroup> subgroups() {
        List<Subgroup> parts = new ArrayList<>();
        if (protocol.arms().size() < 2) {
            return parts;
        }
        subgroup("all", p -> true, parts);
        for (OiType type : OiType.values()) {
            subgroup(type.label(), p -> p.type() == type, parts);
        }
        subgroup("below 4 years", p -> p.ageYears() < 4, parts);
        subgroup("4 to below 10 years", p -> p.ageYears() >= 4 && p.ageYears() < 10, parts);
        subgroup("10 to below 18 years", p -> p.ageYears() >= 10 && p.ageYears() < 18, parts);
        subgroup("adults", p -> p.ageYears() >= 18, parts);
        return parts;
    }

    private void subgroup(String name, Predicate<PatientSummary> in, List<Subgroup> parts) {
        List<PatientSummary> part = firstReplicate.stream().filter(in).toList();
        if (part.size() >= 8) {
            int primary = protocol.endpoints().indexOf(protocol.primaryEndpoint());
            parts.add(new Subgroup(
                    name, part.size(), analyst.one(primary, part).comparisons().getLast()));
        }
    }

    /**
     * Share of replicates with p below 0.05 in the primary endpoint.
     *
     * @param patients patients per trial
     * @param arm arm compared with the first
     * @param power share with Wilson's interval
     */
    public record Power(int patients, String arm, Effect power) {}

    /** Power by number of patients, from the first patients of every replicate; empty with fewer than two replicates. */
    public List<Power> power() {
        List<Power> curve = new ArrayList<>();
        if (replicates.size() < 2 || protocol.arms().size() < 2) {
            return curve;
        }
        int most =
                firstReplicate.stream().mapToInt(PatientSummary::number).max().orElse(0) + 1;
        for (int c = 0; c + 1 < protocol.arms().size(); c++) {
            for (int step = 0; step < POWER_STEPS; step++) {
                curve.add(new Power(
                        powerSize(most, step),
                        protocol.arms().get(c + 1).id(),
                        Proportions.wilson(significant[c][step], replicates.size())));
            }
        }
        return curve;
    }
}
