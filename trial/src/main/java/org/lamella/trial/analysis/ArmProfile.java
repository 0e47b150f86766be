package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lamella.bone.FractureSite;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.PatientOutcome;
import org.lamella.trial.run.TrialEvent;
import org.lamella.trial.statistics.Moments;

/** Who was in an arm at enrolment, how long they stayed, and what happened to them: the first tables of a trial. */
public final class ArmProfile {
    private final Moments age = new Moments();
    private final Moments severity = new Moments();
    private final Moments history = new Moments();
    private final Moments adherence = new Moments();
    private final List<Moments> measured = new ArrayList<>();
    private final Map<OiType, Integer> types = new EnumMap<>(OiType.class);
    private final Map<FractureSite, Integer> counted = new EnumMap<>(FractureSite.class);
    private final Map<FractureSite, Integer> missed = new EnumMap<>(FractureSite.class);
    private int patients;
    private int girls;
    private int completed;
    private int rules;
    private int falseOnes;
    private int runIn;
    private long days;

    ArmProfile(Protocol protocol) {
        protocol.measurements().forEach(m -> measured.add(new Moments()));
    }

    void add(PatientOutcome o) {
        patients++;
        girls += o.sex() == Sex.FEMALE ? 1 : 0;
        completed += o.completed() ? 1 : 0;
        days += o.lastDay();
        age.add(o.ageDays() / Age.DAYS_PER_YEAR);
        severity.add(o.severity());
        history.add(o.historyFractures());
        adherence.add(o.adherence());
        types.merge(o.type(), 1, Integer::sum);
        for (int m = 0; m < measured.size(); m++) {
            if (!Double.isNaN(o.measured()[m][0])) {
                measured.get(m).add(o.measured()[m][0]);
            }
        }
        for (TrialEvent event : o.runIn()) {
            runIn += event.counted() ? 1 : 0;
        }
        boolean changed = false;
        for (TrialEvent event : o.events()) {
            FractureSite site = event.site();
            if (site != null) {
                (event.counted() ? counted : missed).merge(site, 1, Integer::sum);
            }
            falseOnes += event.kind() == TrialEvent.Kind.FALSE_FRACTURE ? 1 : 0;
            changed |= event.kind() == TrialEvent.Kind.RULE;
        }
        rules += changed ? 1 : 0;
    }

    public int patients() {
        return patients;
    }

    /** Girls and women. */
    public int female() {
        return girls;
    }

    /** Patients seen at the last visit. */
    public int completed() {
        return completed;
    }

    /** Observed patient-years. */
    public double years() {
        return days / Age.DAYS_PER_YEAR;
    }

    /** Age at enrolment in years. */
    public Moments age() {
        return age;
    }

    /** Latent severity within the type, in standard deviations. */
    public Moments severity() {
        return severity;
    }

    /** Fractures known at screening, in the watched time before it. */
    public Moments history() {
        return history;
    }

    /** Share of daily doses taken. */
    public Moments adherence() {
        return adherence;
    }

    /** Value at enrolment as measured, in the order of the protocol's measurements. */
    public Moments measured(int measurement) {
        return measured.get(measurement);
    }

    public int ofType(OiType type) {
        return types.getOrDefault(type, 0);
    }

    /** Fractures of a site that the trial counts. */
    public int counted(FractureSite site) {
        return counted.getOrDefault(site, 0);
    }

    /** Fractures of a site that happened and were not noticed, not confirmed, or are not counted. */
    public int notCounted(FractureSite site) {
        return missed.getOrDefault(site, 0);
    }

    /** Counted although there was none. */
    public int falseFractures() {
        return falseOnes;
    }

    /** Fractures known in the run-in. */
    public int runInFractures() {
        return runIn;
    }

    /** Patients whose treatment a rule of the protocol changed. */
    public int changedByRule() {
        return rules;
    }
}
