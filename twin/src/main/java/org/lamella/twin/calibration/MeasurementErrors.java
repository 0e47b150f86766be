package org.lamella.twin.calibration;

import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;
import org.lamella.twin.ObservationErrors;
import org.lamella.twin.likelihood.SeriesError;
import org.lamella.twin.likelihood.StudentT4;

/** Errors of a virtual clinic with one offset per series, as the likelihood assumes; that of spine Z drifts from year to year. */
record MeasurementErrors(KeyedRandom random, long key, ObservationErrors errors) {
    double spineOffset(int year) {
        double rho = StrictMath.exp(-1 / errors.spineZOffsetMemory());
        double offset = 0;
        for (int y = VirtualChild.FIRST_YEAR; y <= year; y++) {
            double kept = y == VirtualChild.FIRST_YEAR ? 0 : rho;
            offset = kept * offset + Math.sqrt(1 - kept * kept) * random.normal(key, 0, Process.MEASUREMENT, 500 + y);
        }
        return errors.spineZ().shared() * offset;
    }

    double spineZ(int year) {
        return spineOffset(year) + of(year, 0, new SeriesError(errors.spineZ().own(), 0));
    }

    double of(int occasion, int series, SeriesError error) {
        int base = 1000 * series;
        double offset = random.normal(key, 0, Process.MEASUREMENT, base);
        double own = StudentT4.draw(
                random.normal(key, 0, Process.MEASUREMENT, base + 10 + occasion),
                random.uniform(key, 0, Process.MEASUREMENT, base + 110 + occasion),
                random.uniform(key, 0, Process.MEASUREMENT, base + 210 + occasion));
        return error.own() * own + error.shared() * offset;
    }
}
