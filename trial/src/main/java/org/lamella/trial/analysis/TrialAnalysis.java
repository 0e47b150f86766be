package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Quantity;
import org.lamella.trial.run.OutcomeSink;
import org.lamella.trial.run.PatientOutcome;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.MeanCumulative;
import org.lamella.trial.statistics.SurvivalCurve;

/**
 * Analyses a trial while its patients arrive. Only sums and counts are kept, so that memory does not grow with the number
 * of patients. Plots show the first replicate; of every replicate the endpoints are kept, for power.
 */
public final class TrialAnalysis implements OutcomeSink {
    private final Protocol protocol;
    private final Analyst analyst;
    private final int patients;
    private final FirstReplicate plots;
    private final List<List<EndpointResult>> replicates = new ArrayList<>();
    private final PowerTally power;
    private final LookTally looks;
    private final SortedSet<Integer> sizes = new TreeSet<>();
    private ReplicateTally replicate;
    private int current;

    /**
     * Course of one patient in the primary quantity.
     *
     * @param arm index of the arm
     * @param values value as measured at each visit of that quantity
     */
    public record Spaghetti(int arm, double[] values) {}

    /**
     * @param protocol the trial
     * @param patients patients of a whole replicate; a replicate with fewer was stopped and does not count for power
     */
    public TrialAnalysis(Protocol protocol, int patients) {
        this.protocol = protocol;
        this.patients = patients;
        this.analyst = new Analyst(protocol);
        this.plots = new FirstReplicate(protocol, analyst);
        this.power = new PowerTally(protocol, patients);
        this.looks = new LookTally(protocol, patients);
        this.sizes.addAll(power.sizes());
        this.sizes.addAll(looks.sizes());
        this.replicate = new ReplicateTally(analyst, sizes);
    }

    @Override
    public void accept(PatientOutcome outcome) {
        if (outcome.replicate() != current) {
            finish();
            current = outcome.replicate();
        }
        PatientSummary summary = PatientSummary.of(protocol, outcome);
        replicate.add(summary);
        if (current == 0) {
            plots.add(outcome, summary);
        }
    }

    /** Ends the last replicate; call once after the run. */
    public void finish() {
        if (replicate.enrolled() == 0) {
            return;
        }
        replicates.add(replicate.results());
        if (replicate.enrolled() >= patients) {
            power.add(replicate);
            looks.add(replicate);
        }
        replicate = new ReplicateTally(analyst, sizes);
    }

    public Protocol protocol() {
        return protocol;
    }

    /** Endpoints of the first replicate; empty when nobody finished. */
    public List<EndpointResult> results() {
        return replicates.isEmpty() ? List.of() : replicates.getFirst();
    }

    /** Endpoints of every replicate. */
    public List<List<EndpointResult>> replicates() {
        return List.copyOf(replicates);
    }

    public VisitMeans visitMeans() {
        return plots.visitMeans();
    }

    public List<Spaghetti> spaghetti() {
        return plots.spaghetti();
    }

    /** The quantity that plots show: that of the primary endpoint, or the first one measured. */
    public Quantity plottedQuantity() {
        return plots.quantity();
    }

    /** Changes of the primary quantity (or the first change endpoint) in one arm, of the first replicate. */
    public ValueSample changes(int arm) {
        return plots.changes(arm);
    }

    /** Patients of one arm at enrolment, their stay and their fractures, of the first replicate. */
    public ArmProfile profile(int arm) {
        return plots.profile(arm);
    }

    /** Kaplan–Meier curve to the first clinical fracture of one arm, over the whole trial. */
    public SurvivalCurve survival(int arm) {
        return SurvivalCurve.of(plots.firstFractures(arm));
    }

    /** Mean cumulative clinical fractures of one arm, over the whole trial. */
    public MeanCumulative cumulative(int arm) {
        return MeanCumulative.of(plots.fractures(arm));
    }

    /** Number still observed in one arm at a day. */
    public int atRisk(int arm, int day) {
        return plots.fractures(arm).atRisk(day);
    }

    /** Number still observed without clinical fracture in one arm at a day. */
    public int atRiskOfFirst(int arm, int day) {
        return plots.firstFractures(arm).atRisk(day);
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
        return plots.subgroups().results();
    }

    /** Fractures before screening and after enrolment, by arm; says nothing when no history was watched. */
    public BeforeAndAfter beforeAndAfter() {
        return plots.beforeAndAfter();
    }

    /** Dose and response of the primary endpoint in the first replicate, overall and by type. */
    public List<DoseResponse> doseResponse() {
        return plots.doses().results();
    }

    /** Looks at the trial under way over all replicates; empty when the protocol has none. */
    public List<LookTally.Look> looks() {
        return looks.looks();
    }

    /**
     * Share of replicates with p below 0.05 in the primary endpoint.
     *
     * @param patients patients per trial
     * @param replicates number of replicates
     * @param arm arm compared with the first
     * @param power share with Wilson's interval
     */
    public record Power(int patients, int replicates, String arm, Effect power) {}

    /** Power by number of patients, from the first patients of every replicate; empty with fewer than two replicates. */
    public List<Power> power() {
        return power.curve();
    }
}
