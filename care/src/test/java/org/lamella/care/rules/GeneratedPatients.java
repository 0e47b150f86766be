package org.lamella.care.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lamella.patient.Administration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Bone;
import org.lamella.patient.Cast;
import org.lamella.patient.Course;
import org.lamella.patient.DentalVisit;
import org.lamella.patient.DoseOfUnknownAmount;
import org.lamella.patient.Drug;
import org.lamella.patient.DxaScan;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.LabResult;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.PainScore;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.Rod;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;
import org.lamella.patient.Side;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.Surgery;
import org.lamella.patient.VertebralFracture;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.ArealDensity;
import org.lamella.patient.measure.Centimetres;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.MilligramsPerKilogram;
import org.lamella.patient.measure.Millimetres;
import org.lamella.patient.measure.ZScore;

/** Made-up records that visit the corners of the rules: gaps, old results, odd units, contradictions. Seeded. */
public final class GeneratedPatients {
    private static final List<Drug> DRUGS = List.of(
            Drug.ZOLEDRONATE,
            Drug.PAMIDRONATE,
            Drug.NERIDRONATE,
            Drug.DENOSUMAB,
            Drug.RISEDRONATE,
            Drug.ALENDRONATE,
            Drug.SOMATROPIN);

    private final SplittableRandom random;
    private final LocalDate today;

    public GeneratedPatients(long seed, LocalDate today) {
        this.random = new SplittableRandom(seed);
        this.today = today;
    }

    public List<Patient> next(int count) {
        List<Patient> patients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            patients.add(patient("generated-" + i));
        }
        return patients;
    }

    private boolean chance(double p) {
        return random.nextDouble() < p;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** Mostly recent, sometimes years ago, and often exactly on a limit. */
    private LocalDate past() {
        int[] limits = {0, 1, 6, 7, 8, 29, 30, 31, 89, 90, 91, 179, 180, 181, 364, 365, 366, 400, 730, 1200};
        return chance(0.7)
                ? today.minusDays(limits[random.nextInt(limits.length)])
                : today.minusMonths(random.nextInt(40));
    }

    private Patient patient(String id) {
        int[] ages = {0, 100, 364, 365, 730, 731, 1095, 1460, 2190, 2922, 4380, 5110, 5844, 6574, 6575, 7305, 12000};
        LocalDate birth = today.minusDays(ages[random.nextInt(ages.length)] + random.nextInt(3));
        PatientBuilder p = Patient.builder(id, any(Sex.values()), birth)
                .diagnosis(new OiDiagnosis(
                        chance(0.8) ? any(OiType.values()) : null,
                        chance(0.3) ? (chance(0.2) ? "SERPINF1" : "COL1A1") : null,
                        null));
        for (Analyte analyte : Analyte.values()) {
            int results = random.nextInt(3);
            for (int i = 0; i < results; i++) {
                lab(p, analyte);
            }
        }
        for (Finding.Kind kind : Finding.Kind.values()) {
            for (int i = random.nextInt(3); i > 0; i--) {
                p.add(new Finding(past(), kind, chance(0.4)));
            }
        }
        for (Examination.Kind kind : Examination.Kind.values()) {
            if (chance(0.4)) {
                p.add(new Examination(past(), kind, chance(0.7) ? new BigDecimal(random.nextInt(60) + 1) : null));
            }
        }
        body(p);
        treatment(p);
        events(p);
        skeleton(p);
        return p.build();
    }

    private void lab(PatientBuilder p, Analyte analyte) {
        BigDecimal usual = switch (analyte) {
            case VITAMIN_D_25OH -> new BigDecimal(random.nextInt(25, 80));
            case CREATININE -> new BigDecimal(random.nextInt(15, 220));
            case CALCIUM, CALCIUM_ALBUMIN_ADJUSTED, CALCIUM_IONISED -> BigDecimal.valueOf(random.nextInt(90, 290), 2);
            default -> BigDecimal.valueOf(random.nextInt(1, 6000), 1);
        };
        BigDecimal value = chance(0.05) ? usual.movePointRight(3) : usual;
        BigDecimal low = chance(0.8) ? new BigDecimal("2.2") : null;
        BigDecimal high = chance(0.8) ? new BigDecimal("2.7") : null;
        p.add(new LabResult(past(), analyte, value, low, high, null));
    }

    private void body(PatientBuilder p) {
        for (int i = random.nextInt(3); i > 0; i--) {
            p.add(new WeightMeasurement(
                    past(),
                    new Kilograms(BigDecimal.valueOf(random.nextInt(30, 600), 1)),
                    any(MeasurementMethod.values())));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            p.add(new HeightMeasurement(
                    past(),
                    new Centimetres(50 + random.nextInt(110)),
                    HeightMeasurement.Posture.STANDING,
                    any(MeasurementMethod.values())));
        }
        if (chance(0.6)) {
            p.add(new MobilityAssessment(past(), any(MobilityAssessment.Grade.values())));
        }
        if (chance(0.6)) {
            p.add(new PainScore(past(), random.nextInt(11)));
        }
        if (chance(0.5)) {
            p.add(new PregnancyStatus(past(), any(PregnancyStatus.Status.values())));
        }
    }

    private void treatment(PatientBuilder p) {
        if (chance(0.4)) {
            return;
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            Drug drug = DRUGS.get(random.nextInt(DRUGS.size()));
            if (chance(0.1)) {
                p.add(new DoseOfUnknownAmount(past(), drug, Route.UNKNOWN));
            } else {
                p.add(new Administration(
                        past(), drug, null, new MilligramsPerKilogram(new BigDecimal("0.05")), Route.INTRAVENOUS));
            }
        }
        if (chance(0.3)) {
            LocalDate from = past();
            LocalDate until = chance(0.5) ? from.plusDays(random.nextInt(300)) : null;
            p.add(new Course(
                    DRUGS.get(random.nextInt(DRUGS.size())),
                    new org.lamella.patient.measure.Milligrams(new BigDecimal("5")),
                    Route.ORAL,
                    from,
                    until));
        }
    }

    /** Densitometry, rods, casts and further fractures of a few bones, so that repeated ones occur. */
    private void skeleton(PatientBuilder p) {
        for (int i = random.nextInt(4); i > 0; i--) {
            boolean z = chance(0.7);
            boolean density = !z || chance(0.5);
            p.add(new DxaScan(
                    past(),
                    any(SkeletalSite.values()),
                    density ? new ArealDensity(random.nextInt(200, 900) / 1000.0) : null,
                    null,
                    z ? new ZScore(-random.nextInt(0, 50) / 10.0) : null,
                    null,
                    null));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate inserted = past();
            p.add(new Rod(
                    inserted,
                    any(Rod.Kind.values()),
                    chance(0.8) ? Bone.FEMUR : Bone.HUMERUS,
                    any(Side.values()),
                    chance(0.8) ? Millimetres.of(Integer.toString(random.nextInt(2, 60))) : null,
                    chance(0.8) ? Millimetres.of("200") : null,
                    chance(0.2) ? inserted.plusDays(random.nextInt(400)) : null));
        }
        if (chance(0.2)) {
            LocalDate from = past();
            p.add(new Cast(from, chance(0.5) ? from.plusDays(random.nextInt(60)) : null, Bone.TIBIA, Side.LEFT));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            p.add(new Fracture(
                    past(),
                    chance(0.5) ? Bone.FEMUR : Bone.TIBIA,
                    chance(0.5) ? Side.LEFT : Side.RIGHT,
                    any(Fracture.Mechanism.values())));
        }
        if (chance(0.3)) {
            p.add(new PlannedProcedure(
                    today.plusDays(random.nextInt(60)),
                    any(Surgery.Kind.values()),
                    chance(0.8) ? any(Bone.values()) : null,
                    Side.RIGHT));
        }
        if (chance(0.3)) {
            cycles(p, chance(0.5) ? Drug.PAMIDRONATE : Drug.ZOLEDRONATE);
        }
    }

    /** Two cycles of up to three days, around the yearly and single limits, with amounts in mg, mg/kg or both. */
    private void cycles(PatientBuilder p, Drug drug) {
        boolean pamidronate = drug.equals(Drug.PAMIDRONATE);
        LocalDate last = past();
        LocalDate first = last.minusDays(random.nextInt(60, 240));
        for (LocalDate start : List.of(first, last)) {
            for (int day = random.nextInt(1, 4); day > 0; day--) {
                BigDecimal perWeight = pamidronate
                        ? BigDecimal.valueOf(random.nextInt(25, 125), 2)
                        : BigDecimal.valueOf(random.nextInt(10, 60), 3);
                BigDecimal amount = BigDecimal.valueOf(pamidronate ? random.nextInt(10, 100) : random.nextInt(1, 7));
                boolean both = chance(0.3);
                boolean weightOnly = !both && chance(0.7);
                p.add(new Administration(
                        start.minusDays(day),
                        drug,
                        weightOnly ? null : new org.lamella.patient.measure.Milligrams(amount),
                        both || weightOnly ? new MilligramsPerKilogram(perWeight) : null,
                        Route.INTRAVENOUS));
            }
        }
    }

    private void events(PatientBuilder p) {
        for (int i = random.nextInt(3); i > 0; i--) {
            p.add(new Fracture(past(), any(Bone.values()), Side.LEFT, any(Fracture.Mechanism.values())));
        }
        if (chance(0.2)) {
            p.add(new VertebralFracture(past(), "L2", 1));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate day = past();
            p.add(new Surgery(
                    day, any(Surgery.Kind.values()), Bone.FEMUR, Side.LEFT, chance(0.5) ? day.plusDays(120) : null));
        }
        if (chance(0.3)) {
            p.add(new PlannedProcedure(
                    today.plusDays(random.nextInt(60)), any(Surgery.Kind.values()), Bone.FEMUR, Side.LEFT));
        }
        if (chance(0.6)) {
            p.add(new DentalVisit(past(), null));
        }
    }
}
