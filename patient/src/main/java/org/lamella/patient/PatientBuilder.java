package org.lamella.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Collects the parts of a {@link Patient}. Not thread-safe; one use. */
public final class PatientBuilder {
    private final String id;
    private final Sex sex;
    private final LocalDate birthDate;
    private OiDiagnosis diagnosis = new OiDiagnosis(null, null, null);
    private final List<WeightMeasurement> weights = new ArrayList<>();
    private final List<HeightMeasurement> heights = new ArrayList<>();
    private final List<DxaScan> dxaScans = new ArrayList<>();
    private final List<LabResult> labs = new ArrayList<>();
    private final List<Fracture> fractures = new ArrayList<>();
    private final List<VertebralFracture> vertebralFractures = new ArrayList<>();
    private final List<Surgery> surgeries = new ArrayList<>();
    private final List<PlannedProcedure> plannedProcedures = new ArrayList<>();
    private final List<Rod> rods = new ArrayList<>();
    private final List<Cast> casts = new ArrayList<>();
    private final List<MobilityAssessment> mobility = new ArrayList<>();
    private final List<PainScore> pain = new ArrayList<>();
    private final List<DentalVisit> dentalVisits = new ArrayList<>();
    private final List<PregnancyStatus> pregnancy = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Examination> examinations = new ArrayList<>();
    private final List<Administration> administrations = new ArrayList<>();
    private final List<Course> courses = new ArrayList<>();
    private final List<DoseOfUnknownAmount> dosesOfUnknownAmount = new ArrayList<>();
    private final List<UnusableEntry> unusable = new ArrayList<>();

    PatientBuilder(String id, Sex sex, LocalDate birthDate) {
        this.id = id;
        this.sex = sex;
        this.birthDate = birthDate;
    }

    public PatientBuilder diagnosis(OiDiagnosis value) {
        diagnosis = value;
        return this;
    }

    public PatientBuilder add(WeightMeasurement item) {
        weights.add(item);
        return this;
    }

    public PatientBuilder add(HeightMeasurement item) {
        heights.add(item);
        return this;
    }

    public PatientBuilder add(DxaScan item) {
        dxaScans.add(item);
        return this;
    }

    public PatientBuilder add(LabResult item) {
        labs.add(item);
        return this;
    }

    public PatientBuilder add(Fracture item) {
        fractures.add(item);
        return this;
    }

    public PatientBuilder add(VertebralFracture item) {
        vertebralFractures.add(item);
        return this;
    }

    public PatientBuilder add(Surgery item) {
        surgeries.add(item);
        return this;
    }

    public PatientBuilder add(PlannedProcedure item) {
        plannedProcedures.add(item);
        return this;
    }

    public PatientBuilder add(Rod item) {
        rods.add(item);
        return this;
    }

    public PatientBuilder add(Cast item) {
        casts.add(item);
        return this;
    }

    public PatientBuilder add(MobilityAssessment item) {
        mobility.add(item);
        return this;
    }

    public PatientBuilder add(PainScore item) {
        pain.add(item);
        return this;
    }

    public PatientBuilder add(DentalVisit item) {
        dentalVisits.add(item);
        return this;
    }

    public PatientBuilder add(PregnancyStatus item) {
        pregnancy.add(item);
        return this;
    }

    public PatientBuilder add(Finding item) {
        findings.add(item);
        return this;
    }

    public PatientBuilder add(Examination item) {
        examinations.add(item);
        return this;
    }

    public PatientBuilder add(Administration item) {
        administrations.add(item);
        return this;
    }

    public PatientBuilder add(Course item) {
        courses.add(item);
        return this;
    }

    public PatientBuilder add(DoseOfUnknownAmount item) {
        dosesOfUnknownAmount.add(item);
        return this;
    }

    public PatientBuilder add(UnusableEntry item) {
        unusable.add(item);
        return this;
    }

    public Patient build() {
        return new Patient(
                id,
                sex,
                birthDate,
                diagnosis,
                weights,
                heights,
                dxaScans,
                labs,
                fractures,
                vertebralFractures,
                surgeries,
                plannedProcedures,
                rods,
                casts,
                mobility,
                pain,
                dentalVisits,
                pregnancy,
                findings,
                examinations,
                administrations,
                courses,
                dosesOfUnknownAmount,
                unusable);
    }
}
