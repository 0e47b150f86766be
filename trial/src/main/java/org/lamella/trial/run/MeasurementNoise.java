package org.lamella.trial.run;

import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Quantity;

/**
 * Adds the error of one measurement. The error depends on patient, replicate, quantity and day only: adding a visit or an
 * arm leaves all others as they were.
 *
 * @param random random numbers of the study
 * @param replicate replicate
 */
record MeasurementNoise(KeyedRandom random, int replicate) {
    /** Beyond any trial day, counted from the start of the observed time before enrolment. */
    private static final int DAYS = 65_536;

    double measured(double truth, Quantity quantity, Measurement.Error error, long key, int clockDay) {
        double z = random.normal(key, replicate, Process.MEASUREMENT, quantity.ordinal() * DAYS + clockDay);
        return switch (error.kind()) {
            case RELATIVE -> truth * StrictMath.exp(error.sd() * z);
            case ABSOLUTE -> truth + error.sd() * z;
        };
    }
}
