package org.lamella.care.standing;

import java.util.Optional;
import org.lamella.evidence.growth.GrowthReference;
import org.lamella.evidence.growth.GrowthScore;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.Patient;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.ZScore;

/** Height of one person among peers, by the reference of length or of standing height that its posture asks for. */
public final class HeightZ {
    private static final double LENGTH_UNTIL_MONTHS = 35.5;

    private HeightZ() {}

    /** The Z-score, or empty outside the reference. */
    public static Optional<ZScore> of(Patient patient, HeightMeasurement height) {
        return score(patient, height).zScore();
    }

    static GrowthScore score(Patient patient, HeightMeasurement height) {
        Age age = patient.ageOn(height.date());
        boolean length = height.posture() == HeightMeasurement.Posture.RECUMBENT && age.months() < LENGTH_UNTIL_MONTHS;
        GrowthReference reference = GrowthReference.cdc2000();
        return length
                ? reference.lengthZ(patient.sex(), age, height.height())
                : reference.heightZ(patient.sex(), age, height.height());
    }
}
