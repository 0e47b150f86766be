package org.lamella.care.rod;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamella.care.history.TreatmentHistory;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.SurgicalNote;
import org.lamella.patient.Bone;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.Patient;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Rod;
import org.lamella.patient.Side;
import org.lamella.twin.Forecast;

/** Notes on rods for a plan: one for each bone whose operation is planned or that carries a fixed rod while it grows. */
public final class RodNotes {
    private final Patient patient;
    private final LocalDate asOf;
    private final @Nullable HeightPath height;
    private final RodFacts facts = RodFacts.standard();
    private final RodAdviser adviser = new RodAdviser(facts);

    private RodNotes(Patient patient, LocalDate asOf, @Nullable Forecast forecast) {
        this.patient = patient;
        this.asOf = asOf;
        this.height = forecast == null ? null : HeightPath.of(forecast).orElse(null);
    }

    /**
     * The notes.
     *
     * @param patient the record
     * @param asOf day of the plan
     * @param forecast a forecast with a height curve, or null
     */
    public static List<SurgicalNote> of(Patient patient, LocalDate asOf, @Nullable Forecast forecast) {
        return new RodNotes(patient, asOf, forecast).notes();
    }

    private List<SurgicalNote> notes() {
        List<SurgicalNote> notes = new ArrayList<>();
        for (PlannedProcedure planned : patient.plannedProcedures()) {
            Bone bone = planned.bone();
            if (bone != null && !planned.date().isBefore(asOf) && concernsRod(planned) && takesRod(bone)) {
                notes.add(note(
                        bone,
                        planned.side(),
                        planned.kind().label() + " planned for " + planned.date(),
                        planned.date(),
                        null));
            }
        }
        for (Rod rod : patient.rods()) {
            boolean inPlace = !rod.insertedOn().isAfter(asOf)
                    && (rod.removedOn() == null || rod.removedOn().isAfter(asOf));
            if (inPlace && !rod.kind().telescoping() && takesRod(rod.bone()) && !mature()) {
                notes.add(note(rod.bone(), rod.side(), "carries a fixed rod since " + rod.insertedOn(), null, rod));
            }
        }
        return BothSides.merged(notes);
    }

    private static boolean concernsRod(PlannedProcedure planned) {
        return switch (planned.kind()) {
            case OSTEOTOMY_WITH_ROD, OSTEOTOMY, OSTEOCLASIS, ROD_INSERTION, ROD_REVISION -> true;
            default -> false;
        };
    }

    private static boolean takesRod(Bone bone) {
        return switch (bone) {
            case FEMUR, TIBIA, HUMERUS, FOREARM -> true;
            default -> false;
        };
    }

    private boolean mature() {
        return Boolean.FALSE.equals(epiphysesOpen());
    }

    private @Nullable Boolean epiphysesOpen() {
        return patient.latestFinding(Finding.Kind.EPIPHYSES_OPEN, asOf)
                .map(Finding::present)
                .orElse(null);
    }

    private @Nullable Millimetres measured(Bone bone, boolean canal) {
        Optional<Examination.Kind> kind = switch (bone) {
            case FEMUR ->
                Optional.of(canal ? Examination.Kind.FEMUR_CANAL_DIAMETER : Examination.Kind.FEMUR_OUTER_DIAMETER);
            case TIBIA ->
                Optional.of(canal ? Examination.Kind.TIBIA_CANAL_DIAMETER : Examination.Kind.TIBIA_OUTER_DIAMETER);
            default -> Optional.empty();
        };
        return kind.flatMap(k -> patient.latestExamination(k, asOf))
                .map(Examination::value)
                .map(value -> new Millimetres(value.doubleValue()))
                .orElse(null);
    }

    private SurgicalNote note(Bone bone, Side side, String occasion, @Nullable LocalDate operation, @Nullable Rod rod) {
        String name = side == Side.UNKNOWN || side == Side.MIDLINE
                ? bone.label()
                : side.name().toLowerCase(Locale.ROOT) + " " + bone.label();
        RodQuestion question = new RodQuestion(
                bone,
                side,
                patient.sex(),
                patient.ageOn(asOf),
                measured(bone, true),
                measured(bone, false),
                epiphysesOpen(),
                height);
        List<Statement> recorded =
                rod == null ? List.of() : new RecordedRod(facts).say(rod, asOf, RodAdviser.growth(question));
        List<SurgicalNote.Device> devices = new Devices(facts, question.canal(), growing(question)).all();
        return switch (adviser.advise(question)) {
            case RodAdvice.CannotEvaluate missing ->
                new SurgicalNote(
                        name,
                        occasion,
                        null,
                        missing.needs(),
                        List.of(),
                        recorded,
                        List.of(),
                        null,
                        facts.figures().stream().map(PublishedFigure::statement).toList(),
                        timing(operation),
                        devices,
                        healing(operation),
                        procedures());
            case RodAdvice.Considered advice ->
                new SurgicalNote(
                        name,
                        occasion,
                        advice.family().label(),
                        List.of(),
                        advice.reasons(),
                        Stream.concat(recorded.stream(), advice.sizing().stream())
                                .toList(),
                        lengths(advice.growth()),
                        advice.outgrowing(),
                        advice.figures().stream()
                                .map(PublishedFigure::statement)
                                .toList(),
                        timing(operation),
                        devices,
                        healing(operation),
                        procedures());
        };
    }

    /** Open plates when recorded; below the age at which the adviser asks, a child is taken to grow. */
    private @Nullable Boolean growing(RodQuestion question) {
        if (question.epiphysesOpen() != null) {
            return question.epiphysesOpen();
        }
        return question.age().years() <= facts.limit("telescoping_latest_age").value() ? true : null;
    }

    /** What concerns this patient's dates first, then what was published. */
    private List<Statement> timing(@Nullable LocalDate operation) {
        List<Statement> said = new ArrayList<>();
        if (operation != null) {
            said.addAll(OperationDates.doses(patient, asOf, operation));
        }
        said.addAll(adviser.timing());
        return said;
    }

    private List<Statement> healing(@Nullable LocalDate operation) {
        boolean underDrug = TreatmentHistory.of(patient, asOf).current().isPresent();
        return new Healing(facts).say(!mature() && !adult(), underDrug, true, operation);
    }

    private boolean adult() {
        return patient.ageOn(asOf).atLeastYears(18);
    }

    private List<Statement> procedures() {
        double years = patient.ageOn(asOf).years();
        return facts.procedures().stream()
                .filter(p -> switch (p.concerns()) {
                    case ALL -> true;
                    case CHILD -> !adult();
                    case YOUNG_ADULT -> years >= facts.limit("adolescent_from").value();
                })
                .map(RodFacts.Procedure::said)
                .toList();
    }

    private static List<SurgicalNote.BoneLength> lengths(@Nullable BoneGrowth growth) {
        return growth == null
                ? List.of()
                : growth.points().stream()
                        .map(p -> new SurgicalNote.BoneLength(
                                p.yearsAhead(),
                                p.low().value(),
                                p.median().value(),
                                p.high().value()))
                        .toList();
    }
}
