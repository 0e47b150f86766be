package org.lamella.twin.cloud;

import java.util.List;
import org.lamella.patient.measure.Age;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;
import org.lamella.twin.ObservationErrors;
import org.lamella.twin.history.History;
import org.lamella.twin.history.MeasuredValue;
import org.lamella.twin.likelihood.DriftingOffset;

/**
 * The scale on which a patient's spine Z-scores are reported: that of the scanner and reference of the last scan. What it
 * reports differs from the Z of the model by an offset that drifts slowly.
 *
 * @param offset of the series
 * @param scans indices of the measured values on this scale, in order of time; empty without any
 * @param lastDay day of age of the last of them; the day of the plan without any
 * @param sd standard deviation of the offset, SD
 * @param memoryDays days over which the offset keeps 37 % of itself
 */
public record SpineScale(DriftingOffset offset, List<Integer> scans, int lastDay, double sd, double memoryDays) {
    /** Future of the offset: random numbers from here on; those before belong to scans. */
    private static final int FIRST_FUTURE = 10_000;

    public SpineScale {
        scans = List.copyOf(scans);
    }

    static SpineScale unscanned(History history, ObservationErrors errors) {
        return of(history, errors, List.of());
    }

    static SpineScale of(History history, ObservationErrors errors, List<Integer> scans) {
        List<MeasuredValue> values = history.values();
        double[] years = scans.stream()
                .mapToDouble(m -> values.get(m).ageDay() / Age.DAYS_PER_YEAR)
                .toArray();
        double memory = errors.spineZOffsetMemory();
        int last = scans.isEmpty()
                ? history.asOfDay()
                : values.get(scans.getLast()).ageDay();
        return new SpineScale(
                new DriftingOffset(errors.spineZ(), memory, years),
                scans,
                last,
                errors.spineZ().shared(),
                memory * Age.DAYS_PER_YEAR);
    }

    boolean isLaterThan(SpineScale other) {
        return !scans.isEmpty() && (other.scans.isEmpty() || lastDay >= other.lastDay);
    }

    /**
     * Offset of a sibling at later days, drawn from its value at the last scan, or from the prior without one.
     *
     * @param atScans offsets at the scans
     * @param days of age, ascending, not before the last scan
     */
    public double[] future(double[] atScans, int[] days, KeyedRandom random, long key) {
        double[] path = new double[days.length];
        boolean known = atScans.length > 0;
        double now =
                known ? atScans[atScans.length - 1] : sd * random.normal(key, 0, Process.MEASUREMENT, FIRST_FUTURE - 1);
        int day = known ? lastDay : days[0];
        for (int t = 0; t < days.length; t++) {
            double rho = StrictMath.exp(-(days[t] - day) / memoryDays);
            double innovation = sd * Math.sqrt(1 - rho * rho);
            now = rho * now + innovation * random.normal(key, 0, Process.MEASUREMENT, FIRST_FUTURE + t);
            day = days[t];
            path[t] = now;
        }
        return path;
    }
}
