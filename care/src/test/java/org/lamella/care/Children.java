package org.lamella.care;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.lamella.patient.Analyte;
import org.lamella.patient.Bone;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.LabResult;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.Sex;
import org.lamella.patient.Side;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Centimetres;
import org.lamella.patient.measure.Kilograms;

/** Made-up patients for tests: by default everything a gate asks for is in order. */
public final class Children {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    private Children() {}

    /** A boy with type III, weighed, measured and bled ten days ago, with everything in order. */
    public static PatientBuilder inOrder(LocalDate born, String kilograms) {
        return inOrder(Sex.MALE, born, kilograms);
    }

    public static PatientBuilder inOrder(Sex sex, LocalDate born, String kilograms) {
        return inOrder(sex, born, kilograms, "30");
    }

    /** The same with a creatinine of one's own, in umol/L. */
    public static PatientBuilder inOrder(Sex sex, LocalDate born, String kilograms, String creatinine) {
        LocalDate day = TODAY.minusDays(10);
        return bled(
                Patient.builder("test", sex, born)
                        .diagnosis(new OiDiagnosis(OiType.III, "COL1A1", null))
                        .add(new WeightMeasurement(day, Kilograms.of(kilograms), MeasurementMethod.MEASURED))
                        .add(new HeightMeasurement(
                                day,
                                new Centimetres(100),
                                HeightMeasurement.Posture.STANDING,
                                MeasurementMethod.MEASURED))
                        .add(new Finding(day, Finding.Kind.CAN_SIT_UPRIGHT_30_MIN, true))
                        .add(new Finding(day, Finding.Kind.OESOPHAGEAL_DISEASE, false))
                        .add(new Fracture(
                                day.minusYears(1).isBefore(born) ? born : day.minusYears(1),
                                Bone.FEMUR,
                                Side.LEFT,
                                Fracture.Mechanism.LOW_ENERGY)),
                day,
                creatinine);
    }

    /** Adds a full, normal set of blood results. */
    public static PatientBuilder bled(PatientBuilder builder, LocalDate day) {
        return bled(builder, day, "30");
    }

    private static PatientBuilder bled(PatientBuilder builder, LocalDate day, String creatinine) {
        return builder.add(lab(day, Analyte.CALCIUM_ALBUMIN_ADJUSTED, "2.40", "2.15", "2.65"))
                .add(lab(day, Analyte.PHOSPHATE, "1.50", "1.05", "1.70"))
                .add(lab(day, Analyte.ALKALINE_PHOSPHATASE, "250", "150", "550"))
                .add(lab(day, Analyte.CREATININE, creatinine, "15", "60"))
                .add(lab(day, Analyte.VITAMIN_D_25OH, "75", null, null))
                .add(lab(day, Analyte.PTH, "3.0", "1.0", "6.9"));
    }

    public static LabResult lab(LocalDate day, Analyte analyte, String value) {
        return lab(day, analyte, value, null, null);
    }

    public static LabResult lab(LocalDate day, Analyte analyte, String value, String low, String high) {
        return new LabResult(
                day,
                analyte,
                new BigDecimal(value),
                low == null ? null : new BigDecimal(low),
                high == null ? null : new BigDecimal(high),
                null);
    }
}
