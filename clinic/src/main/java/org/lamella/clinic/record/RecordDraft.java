package org.lamella.clinic.record;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Administration;
import org.lamella.patient.Cast;
import org.lamella.patient.Course;
import org.lamella.patient.DentalVisit;
import org.lamella.patient.DoseOfUnknownAmount;
import org.lamella.patient.Drug;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.PainScore;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.Rod;
import org.lamella.patient.Sex;
import org.lamella.patient.Surgery;
import org.lamella.patient.UnusableEntry;
import org.lamella.patient.VertebralFracture;

/** A patient while being read: what was understood so far, with its places, and the checks that look across entries. */
final class RecordDraft {
    static final String TWO_VALUES = "two different values on the same day";

    private final String id;
    private final Sex sex;
    private final LocalDate birth;
    private final LocalDate asOf;
    private final Notes notes;

    final BodyMeasures body;
    final LabShelf labs;
    final DxaShelf dxa;
    final Shelf<Fracture> fractures;
    final Shelf<VertebralFracture> vertebralFractures;
    final Shelf<Surgery> surgeries;
    final Shelf<PlannedProcedure> planned;
    final Shelf<Rod> rods;
    final Shelf<Cast> casts;
    final Shelf<MobilityAssessment> mobility;
    final Shelf<PainScore> pain;
    final Shelf<DentalVisit> dental;
    final Shelf<PregnancyStatus> pregnancy;
    final Shelf<Finding> findings;
    final Shelf<Examination> examinations;
    final Shelf<Administration> administrations;
    final Shelf<Course> courses;
    final Shelf<DoseOfUnknownAmount> unknownDoses;

    private final Set<UnusableEntry> unusable = new LinkedHashSet<>();
    final DiagnosisDraft diagnosis;

    RecordDraft(String id, Sex sex, LocalDate birth, LocalDate asOf, Notes notes) {
        this.id = id;
        this.sex = sex;
        this.birth = birth;
        this.asOf = asOf;
        this.notes = notes;
        diagnosis = new DiagnosisDraft(notes);
        body = new BodyMeasures(birth, asOf, notes);
        labs = new LabShelf(notes);
        dxa = new DxaShelf(notes);
        fractures = new Shelf<>("fracture", Fracture::date, notes);
        vertebralFractures = new Shelf<>("vertebral fracture", VertebralFracture::date, notes);
        surgeries = new Shelf<>("operation", Surgery::date, notes);
        planned = new Shelf<>("planned procedure", PlannedProcedure::date, notes);
        rods = new Shelf<>("rod", Rod::insertedOn, notes);
        casts = new Shelf<>("cast", Cast::from, notes);
        mobility = new Shelf<>("mobility grade", MobilityAssessment::date, notes);
        pain = new Shelf<>("pain score", PainScore::date, notes);
        dental = new Shelf<>("dental review", DentalVisit::date, notes);
        pregnancy = new Shelf<>("pregnancy status", PregnancyStatus::date, notes);
        findings = new Shelf<>("finding", Finding::date, notes);
        examinations = new Shelf<>("examination", Examination::date, notes);
        administrations = new Shelf<>("dose", Administration::date, notes);
        courses = new Shelf<>("drug course", Course::from, notes);
        unknownDoses = new Shelf<>("dose of unknown amount", DoseOfUnknownAmount::date, notes);
    }

    Notes notes() {
        return notes;
    }

    /** An entry that cannot be used, so that an older one is not taken for the latest. */
    void unusable(LocalDate day, UnusableEntry.Subject subject, String reason) {
        if (!day.isBefore(birth) && !day.isAfter(asOf)) {
            unusable.add(new UnusableEntry(day, subject, reason));
        }
    }

    /** Runs a reading of one entry; when nothing came of it, the entry is kept as one that cannot be used. */
    void expecting(Shelf<?> shelf, LocalDate day, UnusableEntry.Subject subject, Runnable reading) {
        int before = shelf.size();
        reading.run();
        if (shelf.size() == before) {
            unusable(day, subject, "no usable value or unit");
        }
    }

    /**
     * A dose or course of a drug for bone that cannot be read: it was given, so that nothing may be reckoned as if it had
     * not been.
     *
     * @param latest latest day on which it can have been, or null when even that is unknown
     */
    void unclearTreatment(@Nullable LocalDate latest, String reason) {
        LocalDate day = latest == null || outside(latest) ? asOf : latest;
        unusable(day, UnusableEntry.Measure.TREATMENT, reason);
    }

    private boolean outside(LocalDate day) {
        return day.isBefore(birth) || day.isAfter(asOf);
    }

    /** A dose with a wrong date was given all the same. */
    private void misdated(Drug drug, LocalDate day) {
        if (BoneDrugs.is(drug) && outside(day)) {
            unclearTreatment(null, "a dose or course of " + drug + " dated " + day);
        }
    }

    LocalDate asOf() {
        return asOf;
    }

    void pregnancy(String at, PregnancyStatus status) {
        if (sex == Sex.MALE && status.status() == PregnancyStatus.Status.PREGNANT) {
            notes.leftOut(Reason.CONTRADICTS_SEX, at, "a pregnancy in a male patient", "", "Check the patient's sex.");
            unusable(status.date(), UnusableEntry.Measure.PREGNANCY, "a pregnancy in a male patient");
            return;
        }
        pregnancy.add(at, status);
    }

    void finding(String at, Finding finding) {
        if (sex == Sex.MALE && finding.kind() == Finding.Kind.MENARCHE && finding.present()) {
            notes.leftOut(Reason.CONTRADICTS_SEX, at, "menarche in a male patient", "", "Check the patient's sex.");
            return;
        }
        findings.add(at, finding);
    }

    /** A planned procedure counts from the day of the plan on; an earlier date means that it is unknown what became of it. */
    void planned(String at, PlannedProcedure procedure) {
        if (procedure.date().isBefore(asOf)) {
            notes.leftOut(
                    Reason.DATES_OUT_OF_ORDER,
                    at,
                    procedure.kind().label() + " planned for " + procedure.date(),
                    "a day from " + asOf + " on",
                    "The day has passed: record the operation as done, or move or cancel the plan.");
            return;
        }
        planned.add(at, procedure);
    }

    Patient patient() {
        PatientBuilder builder = Patient.builder(id, sex, birth).diagnosis(diagnosis.diagnosis());
        body.onDoubt(this::unusable);
        body.weights().forEach(builder::add);
        body.heights().forEach(builder::add);
        dated(dxa.shelf())
                .withoutContradictions(s -> List.of(s.date(), s.site()), DxaShelf::shown)
                .items()
                .forEach(builder::add);
        dated(labs.shelf())
                .onContradiction(l -> unusable(l.date(), new UnusableEntry.Laboratory(l.analyte()), TWO_VALUES))
                .withoutContradictions(l -> List.of(l.date(), l.analyte()), LabShelf::shown)
                .items()
                .forEach(builder::add);
        dated(fractures).items().forEach(builder::add);
        dated(vertebralFractures).items().forEach(builder::add);
        dated(surgeries).items().forEach(builder::add);
        planned.merged().items().forEach(builder::add);
        dated(rods).items().forEach(builder::add);
        dated(casts).items().forEach(builder::add);
        dated(mobility)
                .withoutContradictions(MobilityAssessment::date, m -> m.grade().label())
                .items()
                .forEach(builder::add);
        dated(pain)
                .withoutContradictions(PainScore::date, p -> p.score() + " of 10")
                .items()
                .forEach(builder::add);
        dated(dental).items().forEach(builder::add);
        dated(pregnancy)
                .onContradiction(p -> unusable(p.date(), UnusableEntry.Measure.PREGNANCY, TWO_VALUES))
                .withoutContradictions(PregnancyStatus::date, p -> LamellaCodes.kebab(p.status()))
                .items()
                .forEach(builder::add);
        dated(findings)
                .onContradiction(f -> unusable(f.date(), new UnusableEntry.Statement(f.kind()), TWO_VALUES))
                .withoutContradictions(
                        f -> List.of(f.date(), f.kind()), f -> f.kind().label() + (f.present() ? ": yes" : ": no"))
                .items()
                .forEach(builder::add);
        dated(examinations)
                .withoutContradictions(
                        e -> List.of(e.date(), e.kind()),
                        e -> e.kind().label() + " "
                                + (e.value() == null
                                        ? "without figure"
                                        : e.value() + " " + e.kind().unit()))
                .items()
                .forEach(builder::add);
        administrations.items().forEach(a -> misdated(a.drug(), a.date()));
        unknownDoses.items().forEach(d -> misdated(d.drug(), d.date()));
        courses.items().forEach(c -> misdated(c.drug(), c.from()));
        // Doses that differ are all counted: a total that is too high holds a dose back, one too low would let it pass.
        dated(administrations)
                .contradictionsKept(a -> List.of(a.date(), a.drug()), RecordDraft::shown)
                .items()
                .forEach(builder::add);
        dated(courses).items().forEach(builder::add);
        dated(unknownDoses).items().forEach(builder::add);
        unusable.forEach(builder::add);
        return builder.build();
    }

    private <T> Shelf<T> dated(Shelf<T> shelf) {
        return shelf.between(birth, asOf).merged();
    }

    private static String shown(Administration dose) {
        return dose.drug() + " "
                + Optional.<Object>ofNullable(dose.dose()).orElseGet(() -> String.valueOf(dose.dosePerWeight()));
    }
}
