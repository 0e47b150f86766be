package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.List;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.RunTally;
import org.lamella.trial.run.Timeline;
import org.lamella.trial.statistics.Effect;

/**
 * Fractures known before screening, by which people are chosen, and fractures counted after enrolment. Who is chosen for many
 * fractures had, in part, bad luck, and has fewer afterwards without any treatment: regression to the mean. Fractures of all
 * sites count on both sides; false ones do not. A run-in between screening and enrolment shows the same without the trial.
 */
public final class BeforeAndAfter {
    private static final int INTERVAL = 183;

    private final int window;
    private final int runIn;
    private final int duration;
    private final CountsOverTime[] before;
    private final CountsOverTime[] during;
    private final CountsOverTime[][] after;
    private final CountsOverTime[] wholeAfter;

    /**
     * Fractures of an arm in a stretch of time.
     *
     * @param fromDay beginning, days from enrolment; negative before it
     * @param untilDay end
     * @param perYear fractures per patient-year with interval
     */
    public record Stretch(int fromDay, int untilDay, Effect perYear) {}

    BeforeAndAfter(Protocol protocol) {
        Timeline timeline = Timeline.of(protocol);
        int arms = protocol.arms().size();
        this.window = timeline.screening();
        this.runIn = timeline.enrolment() - timeline.screening();
        this.duration = timeline.end() - timeline.enrolment();
        this.before = counts(arms);
        this.during = counts(arms);
        this.wholeAfter = counts(arms);
        this.after = new CountsOverTime[arms][];
        for (int a = 0; a < arms; a++) {
            after[a] = counts(Math.max(1, duration / INTERVAL));
        }
    }

    private static CountsOverTime[] counts(int n) {
        CountsOverTime[] counts = new CountsOverTime[n];
        for (int i = 0; i < n; i++) {
            counts[i] = new CountsOverTime();
        }
        return counts;
    }

    void add(PatientSummary p) {
        if (!watched()) {
            return;
        }
        before[p.arm()].add(p.history(), window);
        during[p.arm()].add(p.runIn(), runIn);
        wholeAfter[p.arm()].add(fractures(p, 0, p.lastDay()), p.lastDay());
        for (int i = 0; i < after[p.arm()].length; i++) {
            int seen = Math.min(end(i), p.lastDay());
            if (seen > i * INTERVAL) {
                after[p.arm()][i].add(fractures(p, i * INTERVAL, seen), seen - i * INTERVAL);
            }
        }
    }

    private static int fractures(PatientSummary p, int from, int until) {
        int n = 0;
        for (PatientSummary.Counted f : p.fractures()) {
            n += f.site() != null && f.day() > from && f.day() <= until ? 1 : 0;
        }
        return n;
    }

    /** The last interval is the longer one. */
    private int end(int interval) {
        return interval + 1 == after[0].length ? duration : (interval + 1) * INTERVAL;
    }

    /** True when fractures were watched before enrolment. */
    public boolean watched() {
        return window > 0 || runIn > 0;
    }

    /** Days watched before screening; 0 when there are none. */
    public int window() {
        return window;
    }

    /** Days between screening and enrolment; 0 when there are none. */
    public int runIn() {
        return runIn;
    }

    /** An arm between screening and enrolment, when there is a run-in. */
    public Stretch during(int arm) {
        return new Stretch(-runIn, 0, during[arm].rate());
    }

    /** An arm in the watched time before screening. */
    public Stretch before(int arm) {
        return new Stretch(-runIn - window, -runIn, before[arm].rate());
    }

    /** An arm from enrolment to the end. */
    public Stretch after(int arm) {
        return new Stretch(0, duration, wholeAfter[arm].rate());
    }

    /** An arm after enrolment, half-year by half-year. */
    public List<Stretch> course(int arm) {
        List<Stretch> course = new ArrayList<>();
        for (int i = 0; i < after[arm].length; i++) {
            if (after[arm][i].patients() > 0) {
                course.add(new Stretch(i * INTERVAL, end(i), after[arm][i].rate()));
            }
        }
        return course;
    }

    /** Fractures per year of everybody who was screened, in the same time before screening: nobody was chosen yet. */
    public double everybody(RunTally tally) {
        return window == 0
                ? Double.NaN
                : tally.knownFractures()
                        / (tally.screened() * (window / org.lamella.patient.measure.Age.DAYS_PER_YEAR));
    }
}
