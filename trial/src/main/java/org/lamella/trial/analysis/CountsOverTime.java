package org.lamella.trial.analysis;

import org.lamella.patient.measure.Age;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.LongCounts;
import org.lamella.trial.statistics.Means;

/** How many patients had so many events in so many days. */
final class CountsOverTime {
    private static final int BITS = 16;
    private static final long MASK = (1L << BITS) - 1;

    private final LongCounts groups = new LongCounts();
    private int patients;

    void add(int events, int days) {
        if (events > MASK) {
            throw new IllegalArgumentException(
                    "found " + events + " events of one patient, accepted are up to " + MASK);
        }
        groups.add((long) days << BITS | events);
        patients++;
    }

    int patients() {
        return patients;
    }

    private static double years(long group) {
        return (group >> BITS) / Age.DAYS_PER_YEAR;
    }

    private static double events(long group) {
        return group & MASK;
    }

    /** Events per year with an interval on the log scale; variance summed over patients. */
    Effect rate() {
        double events = 0;
        double years = 0;
        long[] keys = groups.keys();
        for (long group : keys) {
            events += groups.count(group) * events(group);
            years += groups.count(group) * years(group);
        }
        double rate = events / years;
        if (events == 0) {
            return new Effect(0, 0, 0, 0, Double.NaN);
        }
        double variance = 0;
        for (long group : keys) {
            double u = (events(group) - rate * years(group)) / events;
            variance += groups.count(group) * u * u;
        }
        return Means.onLogScale(rate, StrictMath.sqrt(variance));
    }

    /**
     * Groups of patients of two arms who are alike, without those who were not observed at all.
     *
     * @param count events
     * @param years observed time
     * @param arm one covariate: 1 in the treated arm
     * @param alike number of patients
     */
    record Rows(double[] count, double[] years, double[][] arm, double[] alike) {}

    static Rows rows(CountsOverTime control, CountsOverTime treated) {
        long[] a = control.observed();
        long[] b = treated.observed();
        int n = a.length + b.length;
        Rows rows = new Rows(new double[n], new double[n], new double[n][1], new double[n]);
        for (int i = 0; i < n; i++) {
            boolean first = i < a.length;
            long group = first ? a[i] : b[i - a.length];
            rows.count[i] = events(group);
            rows.years[i] = years(group);
            rows.arm[i][0] = first ? 0 : 1;
            rows.alike[i] = (first ? control : treated).groups.count(group);
        }
        return rows;
    }

    private long[] observed() {
        return java.util.Arrays.stream(groups.keys()).filter(k -> k >> BITS > 0).toArray();
    }
}
