package org.lamella.twin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.lamella.patient.Administration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Bone;
import org.lamella.patient.Drug;
import org.lamella.patient.DxaScan;
import org.lamella.patient.Fracture;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.LabResult;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.Regimen;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;
import org.lamella.patient.Side;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Centimetres;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;
import org.lamella.patient.measure.ZScore;

/** Invented records for tests; no person stands behind them. */
final class ExampleRecords {
    static final LocalDate BIRTH = LocalDate.of(2021, 3, 1);
    static final LocalDate AS_OF = LocalDate.of(2025, 3, 1);

    private ExampleRecords() {}

    /** A boy of four with type IV, two years of zoledronate, yearly scans and three fractures. */
    static Patient boyOfFour() {
        return boyOfFour(-2.9, 3).build();
    }

    /**
     * @param lastZ spine Z of the last scan; the earlier ones follow it
     * @param fractures number of recorded fractures, spread over the years from one to four
     */
    static PatientBuilder boyOfFour(double lastZ, int fractures) {
        PatientBuilder child = Patient.builder("example-boy", Sex.MALE, BIRTH)
                .diagnosis(new OiDiagnosis(OiType.IV, "COL1A2", "p.Gly700Ser"))
                .add(weight("2023-03-01", "9.8"))
                .add(weight("2024-03-01", "11.3"))
                .add(weight("2025-02-20", "12.9"))
                .add(height("2023-03-01", 79))
                .add(height("2024-03-01", 86))
                .add(height("2025-02-20", 92))
                .add(scan("2023-03-01", lastZ - 1.1))
                .add(scan("2024-03-01", lastZ - 0.4))
                .add(scan("2025-02-20", lastZ))
                .add(new LabResult(
                        LocalDate.of(2025, 2, 20), Analyte.CTX, new BigDecimal("700"), null, null, "Roche Elecsys"))
                .add(new LabResult(
                        LocalDate.of(2025, 2, 20), Analyte.P1NP, new BigDecimal("350"), null, null, "Roche Elecsys"));
        for (int i = 0; i < 4; i++) {
            child.add(new Administration(
                    LocalDate.of(2023, 3, 10).plusMonths(6L * i),
                    Drug.ZOLEDRONATE,
                    Milligrams.of("0.55"),
                    null,
                    Route.INTRAVENOUS));
        }
        Bone[] bones = {Bone.FEMUR, Bone.TIBIA, Bone.HUMERUS};
        for (int i = 0; i < fractures; i++) {
            child.add(new Fracture(
                    BIRTH.plusDays(300 + (long) ((i + 0.5) * 1100 / fractures)),
                    bones[i % 3],
                    Side.LEFT,
                    Fracture.Mechanism.LOW_ENERGY));
        }
        return child;
    }

    /** No drug, zoledronate half-yearly and yearly. */
    static List<CandidateRegimen> options() {
        return List.of(
                new CandidateRegimen("none", new Regimen.NoDrug()),
                new CandidateRegimen("zoledronate-6", zoledronate(182)),
                new CandidateRegimen("zoledronate-12", zoledronate(365)));
    }

    static Regimen zoledronate(int everyDays) {
        return new Regimen.Repeated(
                Drug.ZOLEDRONATE,
                Route.INTRAVENOUS,
                new Regimen.Amount.ByWeight(MilligramsPerKilogram.of("0.05"), Milligrams.of("4")),
                1,
                everyDays,
                0,
                0);
    }

    static WeightMeasurement weight(String date, String kilograms) {
        return new WeightMeasurement(LocalDate.parse(date), Kilograms.of(kilograms), MeasurementMethod.MEASURED);
    }

    static HeightMeasurement height(String date, double centimetres) {
        return new HeightMeasurement(
                LocalDate.parse(date),
                new Centimetres(centimetres),
                HeightMeasurement.Posture.STANDING,
                MeasurementMethod.MEASURED);
    }

    static DxaScan scan(String date, double z) {
        return new DxaScan(
                LocalDate.parse(date), SkeletalSite.LUMBAR_SPINE, null, null, new ZScore(z), "BMDCS", "Hologic");
    }
}
