package org.lamella.twin;

import java.util.Locale;
import org.lamella.evidence.ParameterSet;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.OiType;
import org.lamella.twin.likelihood.SeriesError;

/**
 * Errors of what is measured and the few numbers by which a record is read, from
 * {@code parameters/observation.yaml}.
 *
 * @param parameters the sourced figures
 */
public record ObservationErrors(ParameterSet parameters) {
    /** The figures that come with Lamella. */
    public static ObservationErrors load() {
        return new ObservationErrors(ParameterSet.load("/org/lamella/twin/parameters/observation.yaml"));
    }

    /** Reported spine Z-scores of one device and reference, in SD. */
    public SeriesError spineZ() {
        double own = Math.hypot(value("dxa.spine_z.precision", "SD"), value("dxa.spine_z.discrepancy", "SD"));
        double shared =
                Math.hypot(value("dxa.spine_z.reference_offset", "SD"), value("dxa.spine_z.child_offset", "SD"));
        return new SeriesError(own, shared);
    }

    /** Years over which the offset of a person's spine Z-scores keeps 37 % of itself. */
    public double spineZOffsetMemory() {
        return value("dxa.spine_z.offset_memory", "a");
    }

    /** Spine densities of one device, as logarithms. */
    public SeriesError spineDensity() {
        return new SeriesError(
                value("dxa.spine_density.own_error", "1"), value("dxa.spine_density.device_offset", "1"));
    }

    /** CTX of one laboratory, as logarithm of the ratio to the age reference. */
    public SeriesError ctx() {
        return new SeriesError(value("marker.ctx.own_error", "1"), value("marker.ctx.laboratory_offset", "1"));
    }

    /** P1NP of one laboratory, as logarithm of the ratio to the age reference. */
    public SeriesError p1np() {
        return new SeriesError(value("marker.p1np.own_error", "1"), value("marker.p1np.laboratory_offset", "1"));
    }

    /** How closely one height tells the height Z of a child, in SD. */
    public double heightTracking() {
        return value("growth.height_z.tracking", "SD");
    }

    /** How closely one weight and height tell the BMI Z of a child, in SD. */
    public double bmiTracking() {
        return value("growth.bmi_z.tracking", "SD");
    }

    /** Muscle force of a mobility grade relative to healthy peers; the infant grade has none. */
    public double muscleForce(MobilityAssessment.Grade grade) {
        return value("mobility." + grade.name().toLowerCase(Locale.ROOT), "1");
    }

    /** Standard deviation of the logarithm of muscle force within a grade. */
    public double mobilitySpread() {
        return value("mobility.spread", "1");
    }

    /** Share of modelled fractures that reach the record, above 0 to 1. */
    public double recordedShare() {
        return value("fracture.recorded_share", "1");
    }

    /** Days a cast without a recorded end is taken to last. */
    public int usualCastDays() {
        return (int) value("cast.usual_duration", "d");
    }

    /** Share of a type among people whose type is not classified. */
    public double typeShare(OiType type) {
        return value("type_share." + type.name(), "1");
    }

    private double value(String id, String unit) {
        return parameters.value(id, unit);
    }
}
