package org.lamella.trial.analysis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Randomisation;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.EventTimes;
import org.lamella.trial.statistics.HazardRegression;
import org.lamella.trial.statistics.LogRank;
import org.lamella.trial.statistics.PairedEventTimes;
import org.lamella.trial.statistics.SurvivalCurve;

/** Time to the first fracture of a kind. */
final class FirstFractureQuestion implements Question {
    private final Endpoint.FirstFracture endpoint;
    private final int until;
    private final boolean paired;
    private final EventTimes[] times;
    private final PairedEventTimes[] pairs;
    private final List<Randomisation.Stratum> strata;
    private final Map<String, EventTimes[]> byStratum = new TreeMap<>();
    private final Partner partner = new Partner();

    FirstFractureQuestion(Protocol protocol, Endpoint.FirstFracture endpoint) {
        int arms = protocol.arms().size();
        this.endpoint = endpoint;
        this.until = endpoint.until().days();
        this.paired = protocol.randomisation().method() == Randomisation.Method.PAIRED;
        this.strata = protocol.randomisation().strata();
        this.times = new EventTimes[arms];
        this.pairs = new PairedEventTimes[arms];
        for (int a = 0; a < arms; a++) {
            times[a] = new EventTimes();
            pairs[a] = new PairedEventTimes();
        }
    }

    private static EventTimes[] eventTimes(int arms) {
        EventTimes[] times = new EventTimes[arms];
        for (int a = 0; a < arms; a++) {
            times[a] = new EventTimes();
        }
        return times;
    }

    @Override
    public String sentence() {
        return "Share without " + endpoint.fractures().inWords() + " fracture at " + endpoint.until()
                + " (Kaplan-Meier); hazard ratio";
    }

    /** First fracture or end of observation of one patient. */
    private record First(int day, boolean event) {
        static First of(PatientSummary p, Endpoint.Fractures which, int until) {
            int seen = Math.min(until, p.lastDay());
            int first = p.first(which, seen);
            return new First(first >= 0 ? first : seen, first >= 0);
        }
    }

    @Override
    public void add(PatientSummary p) {
        First mine = First.of(p, endpoint.fractures(), until);
        times[p.arm()].add(mine.day(), mine.event());
        if (!paired && !strata.isEmpty()) {
            byStratum.computeIfAbsent(p.stratum(strata), s -> eventTimes(times.length))[p.arm()].add(
                    mine.day(), mine.event());
        }
        PatientSummary control = paired ? partner.of(p) : null;
        if (control != null) {
            First other = First.of(control, endpoint.fractures(), until);
            pairs[p.arm()].add(other.day(), other.event(), mine.day(), mine.event());
        }
    }

    @Override
    public ArmSummary summary(int arm) {
        return new ArmSummary(
                "", times[arm].patients(), SurvivalCurve.of(times[arm]).at(until), Double.NaN);
    }

    @Override
    public Estimate contrast(int arm) {
        if (paired) {
            return new Estimate(
                    "hazard ratio",
                    "proportional hazards, variance robust within virtual patients",
                    HazardRegression.paired(pairs[arm]).robustRateRatio(0));
        }
        LogRank test = LogRank.test(
                strata.isEmpty()
                        ? List.of(new LogRank.Stratum(times[0], times[arm]))
                        : byStratum.values().stream()
                                .filter(s -> s[0].patients() > 0 && s[arm].patients() > 0)
                                .map(s -> new LogRank.Stratum(s[0], s[arm]))
                                .toList());
        Effect cox = HazardRegression.cox(times[0], times[arm]).hazardRatio(0);
        return new Estimate(
                "hazard ratio",
                "Cox (Efron); p from the log-rank test"
                        + (strata.isEmpty() ? "" : " within the strata of the allocation"),
                new Effect(cox.estimate(), cox.standardError(), cox.low(), cox.high(), test.pValue()));
    }
}
