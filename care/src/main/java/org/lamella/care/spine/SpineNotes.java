package org.lamella.care.spine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lamella.care.plan.SpineNote;
import org.lamella.care.plan.SpineNote.CurvePoint;
import org.lamella.care.plan.SpineNote.Topic;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.standing.HeightZ;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.Patient;

/** Puts together what the record, published figures and the forecasts say about one spine. */
public final class SpineNotes {
    private final SpineFacts facts = SpineFacts.standard();
    private final Patient patient;
    private final LocalDate asOf;
    private final CobbSeries series;
    private final List<String> needs = new ArrayList<>();

    private SpineNotes(Patient patient, LocalDate asOf) {
        this.patient = patient;
        this.asOf = asOf;
        this.series = CobbSeries.of(patient, asOf);
    }

    /**
     * The note.
     *
     * @param patient the record
     * @param asOf day of the plan; nothing dated later is used
     * @param options treatment options with their forecasts, for the strength of the vertebrae
     */
    public static SpineNote of(Patient patient, LocalDate asOf, List<TreatmentOption> options) {
        return new SpineNotes(patient, asOf).note(options);
    }

    private SpineNote note(List<TreatmentOption> options) {
        List<CurvePoint> curve = new ArrayList<>();
        List<Topic> topics = new ArrayList<>();
        topics.add(new Topic("Curve", new CurveNotes(patient, asOf, series, needs).statements(curve)));
        topics.add(new Topic("Follow-up", followUp()));
        topics.add(new Topic("Brace and surgeon", braceAndSurgeon()));
        topics.add(new Topic("Skull base", skullBase()));
        topics.add(new Topic("Vertebrae", VertebraNotes.of(patient, asOf, options)));
        return new SpineNote(needs, curve, topics);
    }

    private List<Statement> followUp() {
        List<Statement> said = new ArrayList<>();
        said.add(rules(
                "Curves and kyphosis are followed by Cobb angles on whole-spine films. An interval of one to two years is"
                        + " often quoted; no text that fixes it was read.",
                "SP-01"));
        said.add(rules("New back pain: look for a vertebral fracture on a lateral spine image.", "SP-07"));
        said.add(rules(
                "A curve takes room from the lungs: lung function is read with arm span or ulna length, because standing"
                        + " height is too short.",
                "CP-02"));
        return said;
    }

    private List<Statement> braceAndSurgeon() {
        List<Statement> said = new ArrayList<>();
        said.add(rules("A brace has not halted curves in OI and is not recommended for that.", "SP-02"));
        String here = series.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " Here the last angle is %.0f degrees.",
                        series.last().degrees());
        said.add(rules(
                "When to refer for fusion is not agreed: 45 to 50 degrees is often quoted without a text that was read,"
                        + " published series were fused at means of 74 to 76 degrees, and complications rise with the"
                        + " size of the curve." + here,
                "SP-04"));
        return said;
    }

    private List<Statement> skullBase() {
        List<Statement> said = new ArrayList<>();
        boolean sign = patient.latestFinding(Finding.Kind.NEUROLOGICAL_SIGN, asOf)
                .map(Finding::present)
                .orElse(false);
        if (sign) {
            said.add(rules("A neurological sign is recorded: urgent MRI of skull base and neck.", "SP-06"));
        }
        said.add(patient.latestExamination(Examination.Kind.SKULL_RADIOGRAPH_LATERAL, asOf)
                .map(film -> Statement.ofRecord("Lateral skull film on " + film.date() + "."))
                .orElseGet(() -> Statement.ofRecord("No lateral skull film is recorded.")));
        said.add(rules(
                "In moderate and severe OI a lateral film of skull and neck is taken once; MRI follows when the odontoid"
                        + " stands above Chamberlain's line or a neurological sign appears. Periodic MRI without either"
                        + " is disputed.",
                "SP-06"));
        said.add(facts.cited(
                "Of 76 people with types I, III and IV, 37 % had an anomaly of the junction: platybasia 29 %, basilar"
                        + " impression 15 %, basilar invagination 13 %, often several. No group got worse with age; the risk"
                        + " rose with shorter stature." + height(),
                "CCJ12"));
        return said;
    }

    /** The last height as a Z-score, because the risk goes with it. */
    private String height() {
        return patient.heights().stream()
                .filter(h -> !h.date().isAfter(asOf))
                .reduce((older, newer) -> newer)
                .flatMap(h -> HeightZ.of(patient, h))
                .map(z -> String.format(Locale.ROOT, " Here height Z is %.1f.", z.value()))
                .orElse("");
    }

    private static Statement rules(String text, String ruleId) {
        return new Statement(text, RuleCatalogue.standard().rule(ruleId).sources());
    }
}
