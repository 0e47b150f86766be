package org.lamella.clinic.report.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.Task;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.SpineNote;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.SurgicalNote;

/**
 * Notes for the conversation with surgeons: a draft Task for each bone and one for the spine, and the forecast of a
 * curve as a RiskAssessment. None is an order.
 */
final class NoteResources {
    private static final String UCUM = "http://unitsofmeasure.org";

    private final Plan plan;
    private final Entries entries;
    private final PlanBundle.Parties parties;
    private final IssueResources issues;
    private final List<Reference> tasks = new ArrayList<>();

    NoteResources(Plan plan, Entries entries, PlanBundle.Parties parties, IssueResources issues) {
        this.plan = plan;
        this.entries = entries;
        this.parties = parties;
        this.issues = issues;
    }

    /** Tasks of the plan, after {@link #add}. */
    List<Reference> tasks() {
        return List.copyOf(tasks);
    }

    /** Adds the resources; answers with the risk assessments and the needs. */
    List<Reference> add() {
        List<Reference> findings = new ArrayList<>();
        for (int i = 0; i < plan.surgery().size(); i++) {
            SurgicalNote note = plan.surgery().get(i);
            String title = "Surgical conversation, " + note.bone() + ": " + note.occasion();
            String points = note.points();
            tasks.add(task(
                    "surgery-" + i,
                    title,
                    points == null
                            ? "The choice of a rod cannot be evaluated: need " + String.join("; ", note.needs()) + "."
                            : "Published practice points to a " + points + ". The decision belongs to surgeon and"
                                    + " family.",
                    Stream.concat(
                                    note.devices().stream()
                                            .map(d -> d.name() + " (" + d.fit().label() + "): "
                                                    + d.why().text()),
                                    note.statements().stream()
                                            .filter(s -> note.devices().stream()
                                                    .noneMatch(d -> d.why().equals(s)))
                                            .map(Statement::text))
                            .toList(),
                    note.statements()));
            if (!note.needs().isEmpty()) {
                findings.add(issues.missing(
                        "surgery-need-" + i,
                        "rod-" + i,
                        "Rod for the " + note.bone(),
                        "Cannot evaluate: need " + String.join("; ", note.needs()) + ".",
                        List.of()));
            }
        }
        spine(findings);
        return findings;
    }

    private void spine(List<Reference> findings) {
        SpineNote note = plan.spine();
        if (note.topics().isEmpty()) {
            return;
        }
        tasks.add(task(
                "spine",
                "Follow-up of the spine and skull base",
                note.needs().isEmpty()
                        ? "Considerations with their sources."
                        : "Where the curve goes cannot be evaluated: need " + String.join("; ", note.needs()) + ".",
                note.topics().stream()
                        .flatMap(t -> t.statements().stream().map(s -> t.heading() + ": " + s.text()))
                        .toList(),
                note.statements()));
        if (!note.needs().isEmpty()) {
            findings.add(issues.missing(
                    "spine-need",
                    "spine-curve",
                    "Forecast of the curve",
                    "Cannot evaluate: need " + String.join("; ", note.needs()) + ".",
                    List.of()));
        }
        if (!note.curve().isEmpty()) {
            findings.add(curve(note));
        }
    }

    private Reference curve(SpineNote note) {
        RiskAssessment risk = new RiskAssessment();
        risk.setStatus(RiskAssessment.RiskAssessmentStatus.PRELIMINARY);
        risk.setSubject(parties.patient().copy());
        risk.setOccurrence(entries.day());
        risk.setPerformer(parties.software().copy());
        risk.setMethod(Entries.concept("Published pace of curves weighed against the films of this person"));
        risk.addNote(
                PlanBundle.note("Model forecast of the largest Cobb angle if it keeps its pace; not a measurement."));
        for (SpineNote.CurvePoint point : note.curve()) {
            RiskAssessment.RiskAssessmentPredictionComponent prediction = risk.addPrediction();
            prediction.setOutcome(Entries.concept(say(point)));
            prediction.setWhen(new Range().setHigh(years(point.yearsAhead())));
        }
        List<String> lines = note.curve().stream().map(NoteResources::say).toList();
        Reference reference = entries.add(risk, "spine-curve", "Forecast of the curve of the spine", lines);
        entries.sources(reference, parties.software(), sources(note.statements()));
        return reference;
    }

    private static String say(SpineNote.CurvePoint point) {
        return String.format(
                Locale.ROOT,
                "Cobb angle in %d years: %.0f degrees (%.0f to %.0f)",
                point.yearsAhead(),
                point.medianDegrees(),
                point.lowDegrees(),
                point.highDegrees());
    }

    private static Quantity years(int years) {
        return new Quantity().setValue(years).setUnit("a").setSystem(UCUM).setCode("a");
    }

    private Reference task(String name, String title, String summary, List<String> lines, List<Statement> statements) {
        Task task = new Task();
        task.setStatus(Task.TaskStatus.DRAFT);
        task.setIntent(Task.TaskIntent.PROPOSAL);
        task.setCode(Entries.concept(title));
        task.setDescription(Entries.clean(summary));
        task.setFor(parties.patient().copy());
        task.setAuthoredOnElement(entries.day());
        task.setRequester(parties.software().copy());
        task.addNote(PlanBundle.note("For discussion; not an order."));
        lines.forEach(line -> task.addNote(PlanBundle.note(line)));
        Reference reference = entries.add(
                task,
                name,
                title,
                Stream.concat(Stream.of(summary), lines.stream()).toList());
        entries.sources(reference, parties.software(), sources(statements));
        return reference;
    }

    private static List<org.lamella.evidence.Citation> sources(List<Statement> statements) {
        return statements.stream().flatMap(s -> s.sources().stream()).distinct().toList();
    }
}
