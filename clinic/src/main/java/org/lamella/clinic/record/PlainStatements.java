package org.lamella.clinic.record;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lamella.patient.DentalVisit;
import org.lamella.patient.Finding;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.PainScore;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.UnusableEntry;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Sections of a plain record that state something on a day: mobility, pain, teeth, pregnancy, findings. */
final class PlainStatements {
    private final RecordDraft draft;
    private final Amounts amounts;

    PlainStatements(RecordDraft draft, Amounts amounts) {
        this.draft = draft;
        this.amounts = amounts;
    }

    void read(String section, String path, MappingNode node) {
        switch (section) {
            case "mobility" -> {
                PlainEntry e = entry(path, node, "date", "grade");
                both(e.date("date"), e.choice("grade", MobilityAssessment.Grade.class), MobilityAssessment::new)
                        .ifPresent(m -> draft.mobility.add(e.at(), m));
            }
            case "pain" -> {
                PlainEntry e = entry(path, node, "date", "score");
                Optional<LocalDate> day = e.date("date");
                Optional<Integer> score = e.integer("score", "a whole number from 0 to 10");
                day.flatMap(d -> score.flatMap(s -> amounts.make(e.at("score"), () -> new PainScore(d, s))))
                        .ifPresent(p -> draft.pain.add(e.at(), p));
            }
            case "dental" -> {
                PlainEntry e = entry(path, node, "date", "finding");
                e.date("date")
                        .ifPresent(d -> draft.dental.add(
                                e.at(), new DentalVisit(d, e.text("finding").orElse(null))));
            }
            case "pregnancy" -> {
                PlainEntry e = entry(path, node, "date", "status");
                Optional<LocalDate> day = e.date("date");
                Optional<PregnancyStatus.Status> status = e.choice("status", PregnancyStatus.Status.class);
                day.ifPresent(d -> draft.expecting(
                        draft.pregnancy,
                        d,
                        UnusableEntry.Measure.PREGNANCY,
                        () -> status.ifPresent(v -> draft.pregnancy(e.at(), new PregnancyStatus(d, v)))));
            }
            default -> {
                PlainEntry e = entry(path, node, "date", "finding", "present");
                Optional<LocalDate> day = e.date("date");
                Optional<Finding.Kind> kind = e.choice("finding", Finding.Kind.class);
                Optional<Boolean> present = e.flag("present");
                day.ifPresent(d -> kind.ifPresent(k -> draft.expecting(
                        draft.findings,
                        d,
                        new UnusableEntry.Statement(k),
                        () -> present.ifPresent(p -> draft.finding(e.at(), new Finding(d, k, p))))));
            }
        }
    }

    private PlainEntry entry(String path, MappingNode node, String... accepted) {
        return PlainEntry.of(path, node, draft.notes(), accepted);
    }

    private static <A, B, R> Optional<R> both(Optional<A> first, Optional<B> second, BiFunction<A, B, R> together) {
        return first.flatMap(a -> second.map(b -> together.apply(a, b)));
    }
}
