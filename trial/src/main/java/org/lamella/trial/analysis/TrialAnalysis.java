package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Quantity;
import org.lamella.trial.run.OutcomeSink;
import org.lamella.trial.run.PatientOutcome;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.MeanCumulative;
import org.lamella.trial.statistics.SurvivalCurve;

/**
 * Analyses a trial while its patients arrive. The first replicate is kept for the plots; of later ones only the endpoints
 * are kept, for power.
 */
public final class TrialAnalysis implements OutcomeSink {
    private static final int SPAGHETTI_PER_ARM = 25;

    private final Protocol protocol;
    private final Analyst analyst;
    private final VisitMeans visitMeans;
    private final List<Spaghetti> spaghetti = new ArrayList<>();
    private final int[] spaghettiOfArm;
    private List<PatientSummary> patients = new ArrayList<>();
    private List<PatientSummary> firstReplicate = patients;
    private final List<List<EndpointResult>> replicates = new ArrayList<>();
    private final PowerTally power;
    private final LookTally looks;
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
        this.power = new PowerTally(protocol, analyst);
        this.looks = new LookTally(protocol, analyst);
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
        power.add(patients, results.get(protocol.endpoints().indexOf(protocol.primaryEndpoint())));
        looks.add(patients);
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

    /** The primary endpoint in each part with at least eight patients. */
    public List<Subgroup> subgroups() {
        return Subgroups.of(protocol, analyst, firstReplicate);
    }

    /** Dose and response of the primary endpoint in the first replicate, overall and by type. */
    public List<DoseResponse> doseResponse() {
        return DoseResponse.of(protocol, firstReplicate);
    }

    /** Looks at the trial under way over all replicates; empty when the protocol has none. */
    public List<LookTally.Look> looks() {
        return looks.looks();
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
        return power.curve();
    }
}
