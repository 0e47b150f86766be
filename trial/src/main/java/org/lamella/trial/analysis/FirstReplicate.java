package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Quantity;
import org.lamella.trial.run.PatientOutcome;
import org.lamella.trial.statistics.EventTimes;
import org.lamella.trial.statistics.RecurrentEvents;

/** What the plots need of the first replicate, gathered while its patients arrive; its size does not grow with them. */
final class FirstReplicate {
    private static final int SPAGHETTI_PER_ARM = 25;

    private final Protocol protocol;
    private final int plotted;
    private final int plottedChange;
    private final VisitMeans visitMeans;
    private final List<TrialAnalysis.Spaghetti> spaghetti = new ArrayList<>();
    private final int[] spaghettiOfArm;
    private final ValueSample[] changes;
    private final EventTimes[] firstFractures;
    private final RecurrentEvents[] fractures;
    private final ArmProfile[] profiles;
    private final BeforeAndAfter beforeAndAfter;
    private final Subgroups subgroups;
    private final DoseResponse.Tally doses;

    FirstReplicate(Protocol protocol, Analyst analyst) {
        int arms = protocol.arms().size();
        this.protocol = protocol;
        this.plotted = plotted(protocol);
        this.plottedChange = plottedChange();
        this.visitMeans = new VisitMeans(protocol);
        this.spaghettiOfArm = new int[arms];
        this.changes = new ValueSample[arms];
        this.profiles = new ArmProfile[arms];
        this.firstFractures = new EventTimes[arms];
        this.fractures = new RecurrentEvents[arms];
        for (int a = 0; a < arms; a++) {
            changes[a] = new ValueSample();
            profiles[a] = new ArmProfile(protocol);
            firstFractures[a] = new EventTimes();
            fractures[a] = new RecurrentEvents();
        }
        this.beforeAndAfter = new BeforeAndAfter(protocol);
        this.subgroups = new Subgroups(protocol, analyst);
        this.doses = new DoseResponse.Tally(protocol);
    }

    private static int plotted(Protocol protocol) {
        List<Measurement> measurements = protocol.measurements();
        @Nullable Quantity wanted = protocol.primaryEndpoint().quantityIfAny().orElse(null);
        for (int m = 0; m < measurements.size(); m++) {
            if (measurements.get(m).quantity() == wanted) {
                return m;
            }
        }
        return 0;
    }

    private int plottedChange() {
        for (int e = 0; e < protocol.endpoints().size(); e++) {
            if (protocol.endpoints().get(e) instanceof Endpoint.Change change && change.quantity() == quantity()) {
                return e;
            }
        }
        return -1;
    }

    void add(PatientOutcome outcome, PatientSummary p) {
        int arm = p.arm();
        visitMeans.add(outcome);
        profiles[arm].add(outcome);
        if (spaghettiOfArm[arm]++ < SPAGHETTI_PER_ARM) {
            spaghetti.add(new TrialAnalysis.Spaghetti(arm, outcome.measured()[plotted]));
        }
        if (plottedChange >= 0 && protocol.endpoints().get(plottedChange) instanceof Endpoint.Change change) {
            changes[arm].add(p.number(), ChangeQuestion.change(p, plottedChange, change.percent()));
        }
        int first = p.first(Endpoint.Fractures.CLINICAL, p.lastDay());
        firstFractures[arm].add(first >= 0 ? first : p.lastDay(), first >= 0);
        fractures[arm].add(
                p.lastDay(),
                p.fractures().stream()
                        .filter(f -> f.in(Endpoint.Fractures.CLINICAL) && f.day() <= p.lastDay())
                        .mapToInt(PatientSummary.Counted::day)
                        .toArray());
        beforeAndAfter.add(p);
        subgroups.add(p);
        doses.add(p);
    }

    VisitMeans visitMeans() {
        return visitMeans;
    }

    List<TrialAnalysis.Spaghetti> spaghetti() {
        return List.copyOf(spaghetti);
    }

    Quantity quantity() {
        return protocol.measurements().get(plotted).quantity();
    }

    ArmProfile profile(int arm) {
        return profiles[arm];
    }

    ValueSample changes(int arm) {
        return changes[arm];
    }

    EventTimes firstFractures(int arm) {
        return firstFractures[arm];
    }

    RecurrentEvents fractures(int arm) {
        return fractures[arm];
    }

    BeforeAndAfter beforeAndAfter() {
        return beforeAndAfter;
    }

    Subgroups subgroups() {
        return subgroups;
    }

    DoseResponse.Tally doses() {
        return doses;
    }
}
