package org.lamella.twin.history;

import org.lamella.bone.Observable;
import org.lamella.twin.ObservationErrors;
import org.lamella.twin.likelihood.SeriesError;

/** A kind of measurement that siblings are held against. */
public enum Measured {
    /** Reported lumbar spine Z-score. */
    SPINE_Z(Observable.SPINE_Z, "SD", false) {
        @Override
        public SeriesError error(ObservationErrors errors) {
            return errors.spineZ();
        }
    },
    /** Lumbar spine density, used when the report carries no Z-score. */
    SPINE_DENSITY(Observable.SPINE_DENSITY, "g/cm2", true) {
        @Override
        public SeriesError error(ObservationErrors errors) {
            return errors.spineDensity();
        }
    },
    /** CTX as ratio to the median of the age reference. */
    CTX(Observable.CTX, "ratio", true) {
        @Override
        public SeriesError error(ObservationErrors errors) {
            return errors.ctx();
        }
    },
    /** P1NP as ratio to the median of the age reference. */
    P1NP(Observable.P1NP, "ratio", true) {
        @Override
        public SeriesError error(ObservationErrors errors) {
            return errors.p1np();
        }
    };

    private final Observable observable;
    private final String unit;
    private final boolean logarithmic;

    Measured(Observable observable, String unit, boolean logarithmic) {
        this.observable = observable;
        this.unit = unit;
        this.logarithmic = logarithmic;
    }

    /** What the siblings are read for. */
    public Observable observable() {
        return observable;
    }

    public String unit() {
        return unit;
    }

    /** Error of a series of this kind, on the scale of {@link #scaled}. */
    public abstract SeriesError error(ObservationErrors errors);

    /** The value on the scale of its error: itself, or its logarithm. */
    public double scaled(double value) {
        return logarithmic ? StrictMath.log(value) : value;
    }
}
