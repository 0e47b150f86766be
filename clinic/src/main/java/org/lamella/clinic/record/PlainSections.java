package org.lamella.clinic.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Bone;
import org.lamella.patient.Cast;
import org.lamella.patient.Examination;
import org.lamella.patient.Fracture;
import org.lamella.patient.OiType;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Rod;
import org.lamella.patient.Side;
import org.lamella.patient.Surgery;
import org.lamella.patient.VertebralFracture;
import org.lamella.patient.measure.Millimetres;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** The sections of a plain record. Names of bones, drugs and so on are those of the patient vocabulary, hyphenated. */
final class PlainSections {
    static final List<String> NAMES = List.of(
            "weights",
            "heights",
            "dxa",
            "labs",
            "fractures",
            "vertebral-fractures",
            "surgeries",
            "planned",
            "rods",
            "casts",
            "mobility",
            "pain",
            "dental",
            "pregnancy",
            "findings",
            "examinations",
            "doses",
            "courses");

    private final RecordDraft draft;
    private final Notes notes;
    private final Amounts amounts;

    PlainSections(RecordDraft draft) {
        this.draft = draft;
        this.notes = draft.notes();
        this.amounts = new Amounts(notes);
    }

    void diagnosis(MappingNode node) {
        PlainEntry entry = PlainEntry.of("diagnosis", node, notes, "type", "gene", "variant");
        draft.diagnosis.diagnosed();
        if (entry.has("type")) {
            entry.choice("type", OiType.class).ifPresent(type -> draft.diagnosis.type(entry.at("type"), type));
        }
        entry.text("gene").ifPresent(gene -> draft.diagnosis.gene(entry.at("gene"), gene));
        entry.text("variant").ifPresent(variant -> draft.diagnosis.variant(entry.at("variant"), variant));
    }

    void read(String section, String path, MappingNode node) {
        PlainMeasures measures = new PlainMeasures(draft, amounts);
        switch (section) {
            case "weights" -> measures.weight(entry(path, node, "date", "weight", "method"));
            case "heights" -> measures.height(entry(path, node, "date", "height", "posture", "method"));
            case "dxa" ->
                measures.dxa(entry(path, node, "date", "site", "density", "content", "z", "reference", "device"));
            case "labs" -> measures.lab(entry(path, node, "date", "analyte", "value", "low", "high", "method"));
            case "doses" -> measures.dose(entry(path, node, "date", "drug", "dose", "route"));
            case "courses" -> measures.course(entry(path, node, "drug", "daily", "route", "from", "until"));
            case "fractures" -> fracture(entry(path, node, "date", "bone", "side", "mechanism"));
            case "vertebral-fractures" -> vertebral(entry(path, node, "date", "level", "grade"));
            case "surgeries" -> surgery(entry(path, node, "date", "kind", "bone", "side", "healed"));
            case "planned" -> planned(entry(path, node, "date", "kind", "bone", "side"));
            case "rods" -> rod(entry(path, node, "date", "kind", "bone", "side", "diameter", "length", "removed"));
            case "casts" -> cast(entry(path, node, "from", "until", "bone", "side"));
            case "examinations" -> examination(entry(path, node, "date", "kind", "value"));
            default -> new PlainStatements(draft, amounts).read(section, path, node);
        }
    }

    private PlainEntry entry(String path, MappingNode node, String... accepted) {
        return PlainEntry.of(path, node, notes, accepted);
    }

    private void fracture(PlainEntry e) {
        Optional<LocalDate> day = e.date("date");
        Optional<Bone> bone = e.choice("bone", Bone.class);
        Optional<Side> side = e.choiceOr("side", Side.class, Side.UNKNOWN);
        Optional<Fracture.Mechanism> mechanism =
                e.choiceOr("mechanism", Fracture.Mechanism.class, Fracture.Mechanism.UNKNOWN);
        if (bone.isPresent() && bone.get() == Bone.VERTEBRA) {
            notes.leftOut(
                    Reason.UNKNOWN_KEY,
                    e.at("bone"),
                    "a vertebra among the fractures",
                    "an entry under vertebral-fractures with level and grade",
                    "");
            return;
        }
        day.flatMap(d -> bone.map(b ->
                        new Fracture(d, b, side.orElse(Side.UNKNOWN), mechanism.orElse(Fracture.Mechanism.UNKNOWN))))
                .ifPresent(f -> draft.fractures.add(e.at(), f));
    }

    private void vertebral(PlainEntry e) {
        Optional<LocalDate> day = e.date("date");
        Optional<String> level = e.has("level") ? e.word("level", LamellaCodes.vertebrae()) : Optional.of("unknown");
        Optional<Integer> grade =
                e.has("grade") ? e.integer("grade", "Genant grade 1 to 3, or 0 when not graded") : Optional.of(0);
        day.flatMap(d -> level.flatMap(l ->
                        grade.flatMap(g -> amounts.make(e.at("grade"), () -> new VertebralFracture(d, l, g)))))
                .ifPresent(v -> draft.vertebralFractures.add(e.at(), v));
    }

    private void surgery(PlainEntry e) {
        Optional<LocalDate> day = e.date("date");
        Optional<Surgery.Kind> kind = e.choice("kind", Surgery.Kind.class);
        if (day.isEmpty() || kind.isEmpty()) {
            return;
        }
        Optional<Bone> bone = FhirProcedures.impliedBone(kind.get()).or(() -> e.choice("bone", Bone.class));
        // An unreadable healing day counts as not recorded, which holds treatment back.
        @Nullable
        LocalDate healed = e.optionalDate("healed")
                .filter(end -> FhirDates.ordered(e.at("healed"), "healing", day.get(), end, notes)
                        .isPresent())
                .orElse(null);
        bone.ifPresent(b -> draft.surgeries.add(e.at(), new Surgery(day.get(), kind.get(), b, side(e), healed)));
    }

    private void planned(PlainEntry e) {
        Optional<LocalDate> day = e.date("date");
        Optional<Surgery.Kind> kind = e.choice("kind", Surgery.Kind.class);
        Optional<Bone> bone = e.has("bone") ? e.choice("bone", Bone.class) : Optional.empty();
        day.flatMap(d -> kind.map(k -> new PlannedProcedure(
                        d, k, bone.or(() -> FhirProcedures.impliedBone(k)).orElse(null), side(e))))
                .ifPresent(p -> draft.planned(e.at(), p));
    }

    private void rod(PlainEntry e) {
        Optional<LocalDate> day = e.date("date");
        Optional<Rod.Kind> kind = e.choice("kind", Rod.Kind.class);
        Optional<Bone> bone = e.choice("bone", Bone.class);
        Optional<LocalDate> removed = e.optionalDate("removed");
        if (day.isEmpty() || kind.isEmpty() || bone.isEmpty() || (e.has("removed") && removed.isEmpty())) {
            return;
        }
        FhirDates.ordered(e.at("removed"), "rod", day.get(), removed.orElse(null), notes)
                .ifPresent(span -> draft.rods.add(
                        e.at(),
                        new Rod(
                                span.from(),
                                kind.get(),
                                bone.get(),
                                side(e),
                                millimetres(e, "diameter"),
                                millimetres(e, "length"),
                                span.until())));
    }

    private @Nullable Millimetres millimetres(PlainEntry e, String key) {
        return e.optionalAmount(key, "mm")
                .flatMap(written -> amounts.in(written, "rod " + key, "mm", "mm"))
                .flatMap(mm -> amounts.make(e.at(key), () -> new Millimetres(mm)))
                .orElse(null);
    }

    private void cast(PlainEntry e) {
        Optional<LocalDate> from = e.date("from");
        Optional<LocalDate> until = e.optionalDate("until");
        Optional<Bone> bone = e.choice("bone", Bone.class);
        if (from.isEmpty() || bone.isEmpty() || (e.has("until") && until.isEmpty())) {
            return;
        }
        FhirDates.ordered(e.at("until"), "cast", from.get(), until.orElse(null), notes)
                .ifPresent(span -> draft.casts.add(e.at(), new Cast(span.from(), span.until(), bone.get(), side(e))));
    }

    private void examination(PlainEntry e) {
        Optional<LocalDate> day = e.date("date");
        Optional<Examination.Kind> kind = e.choice("kind", Examination.Kind.class);
        if (day.isEmpty() || kind.isEmpty()) {
            return;
        }
        String unit = kind.get().unit();
        if (!e.has("value") || unit.equals("1")) {
            if (e.has("value")) {
                notes.information(
                        Reason.NOT_USED,
                        e.at("value"),
                        "a figure of a " + kind.get().label(),
                        "",
                        "Its day is kept.");
            }
            draft.examinations.add(e.at(), new Examination(day.get(), kind.get(), null));
            return;
        }
        e.amount("value", unit)
                .flatMap(written -> amounts.in(written, kind.get().label(), unit, unit))
                .ifPresent(v -> draft.examinations.add(e.at(), new Examination(day.get(), kind.get(), v)));
    }

    private Side side(PlainEntry e) {
        return e.choiceOr("side", Side.class, Side.UNKNOWN).orElse(Side.UNKNOWN);
    }
}
