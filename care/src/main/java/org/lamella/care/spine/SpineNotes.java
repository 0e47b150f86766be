package org.lamella.care.spine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lamella.care.plan.SpineNote;
import org.lamella.care.plan.SpineNote.CurvePoint;
import org.lamella.care.plan.SpineNote.Topic;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.twin.ForecastQuantity;

/** Puts together what the record, published figures and the forecasts say about one spine. */
public final class SpineNotes {
    private static final double DAYS_PER_YEAR = 365.25;
    private static final int HORIZON_YEARS = 5;
    private static final int ADULT_FROM = 18;

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
        topics.add(new Topic("Curve", curve(curve)));
        topics.add(new Topic("Follow-up", followUp()));
        topics.add(new Topic("Brace and surgeon", braceAndSurgeon()));
        topics.add(new Topic("Skull base", skullBase()));
        topics.add(new Topic("Vertebrae", vertebrae(options)));
        return new SpineNote(needs, curve, topics);
    }

    private List<Statement> curve(List<CurvePoint> points) {
        List<Statement> said = new ArrayList<>();
        if (series.isEmpty()) {
            needs.add("a Cobb angle with its date (whole-spine film)");
            said.add(cited(
                    "Cannot evaluate the curve: need a Cobb angle with its date. A curve was found in 39 % of people with"
                            + " type I, 54 % with type IV and 68 % with type III.",
                    "ANISS14"));
            return said;
        }
        CobbSeries.Reading last = series.last();
        said.add(record(String.format(
                Locale.ROOT,
                "Cobb angle %.0f degrees on %s%s.",
                last.degrees(),
                last.date(),
                series.readings().size() == 1 ? "" : before())));
        if (last.degrees() <= facts.limit("scoliosis_from").value()) {
            said.add(cited("Up to 10 degrees is not counted as scoliosis.", "CHEN23"));
        }
        Pace pace = pace();
        if (pace != null) {
            forecast(pace, points, said);
        }
        said.add(cited(
                "Two readers of one film differ by up to 7.2 degrees (95 % limit), so a smaller change may be none.",
                "MORRISSY90"));
        drug(said);
        return said;
    }

    private String before() {
        CobbSeries.Reading first = series.readings().getFirst();
        return String.format(
                Locale.ROOT,
                "; %.0f on %s, %d readings in all",
                first.degrees(),
                first.date(),
                series.readings().size());
    }

    /**
     * Pace on which a forecast rests.
     *
     * @param mean published mean while growing, or null after growth
     * @param horizon whole years
     * @param basis sentence that says so
     */
    private record Pace(SpineFacts.@Nullable Figure mean, int horizon, Statement basis) {}

    private @Nullable Pace pace() {
        long months = ChronoUnit.MONTHS.between(series.last().date(), asOf);
        if (months >= facts.limit("oldest_angle").value()) {
            needs.add(String.format(
                    Locale.ROOT,
                    "a Cobb angle not older than %.0f months (the last is of %s)",
                    facts.limit("oldest_angle").value(),
                    series.last().date()));
            return null;
        }
        return mature() ? adultPace() : childPace();
    }

    private boolean mature() {
        return patient.ageOn(asOf).atLeastYears(ADULT_FROM)
                || patient.latestFinding(Finding.Kind.EPIPHYSES_OPEN, asOf)
                        .filter(f -> !f.present())
                        .isPresent();
    }

    private @Nullable Pace adultPace() {
        long span = series.recent(facts.limit("series_used").value()).spanDays();
        if (span < facts.limit("shortest_span").value()) {
            needs.add(String.format(
                    Locale.ROOT,
                    "two Cobb angles at least %.0f days apart (after growth no published pace was read)",
                    facts.limit("shortest_span").value()));
            return null;
        }
        return new Pace(
                null,
                HORIZON_YEARS,
                new Statement(
                        "Growth has ended: no pace after growth was read, so the measured pace alone is drawn on.",
                        List.of(facts.limit("shortest_span").source())));
    }

    private @Nullable Pace childPace() {
        OiType type = patient.diagnosis().type();
        if (type == null) {
            needs.add("the OI type");
            return null;
        }
        SpineFacts.Figure mean = facts.progression(type);
        int left = (int) Math.floor(ADULT_FROM - patient.ageOn(asOf).years());
        String whose = facts.publishedFor(type)
                ? "children with " + type.label()
                : "a mixed cohort (none was published for " + type.label() + ")";
        return new Pace(
                mean,
                Math.min(HORIZON_YEARS, Math.max(0, left)),
                new Statement(
                        String.format(
                                Locale.ROOT,
                                "Published mean pace of %s while growing: %s degrees a year. Its spread was not"
                                        + " published; the interval assumes the least that a mean alone says.",
                                whose,
                                plain(mean.value())),
                        List.of(
                                mean.source(),
                                facts.limit("oldest_angle").source(),
                                facts.cohort().source())));
    }

    private void forecast(Pace pace, List<CurvePoint> points, List<Statement> said) {
        CobbSeries recent = series.recent(facts.limit("series_used").value());
        CurveForecast forecast = CurveForecast.of(
                recent,
                pace.mean() == null ? 0 : pace.mean().value(),
                facts.limit("reading_difference_95").value());
        double since = ChronoUnit.DAYS.between(series.last().date(), asOf) / DAYS_PER_YEAR;
        points.addAll(forecast.points(since, pace.horizon()));
        CurvePoint end = points.getLast();
        said.add(pace.basis());
        double severe = facts.limit("severe_from").value();
        said.add(new Statement(
                String.format(
                        Locale.ROOT,
                        "Forecast if it keeps its pace: %.0f degrees (%.0f to %.0f) %s; the chance of more than %.0f"
                                + " degrees is then %s.",
                        end.medianDegrees(),
                        end.lowDegrees(),
                        end.highDegrees(),
                        end.yearsAhead() == 0 ? "today" : "in " + end.yearsAhead() + " years",
                        severe,
                        chance(1 - forecast.chanceBelow(severe, since + end.yearsAhead()))),
                List.of(
                        facts.citation("LAMELLA-SPINE"),
                        facts.limit("severe_from").source())));
    }

    private static String chance(double share) {
        double percent = 100 * share;
        return percent < 1 ? "under 1 %" : percent > 99 ? "over 99 %" : String.format(Locale.ROOT, "%.0f %%", percent);
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    private void drug(List<Statement> said) {
        if (patient.diagnosis().type() == OiType.III && !patient.ageOn(asOf).atLeastYears(6)) {
            said.add(cited(
                    "In one cohort curves in type III grew more slowly when treatment began before 6 years; a review sees"
                            + " little effect.",
                    "ANISS14",
                    "TREJO16"));
        }
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
                .map(film -> record("Lateral skull film on " + film.date() + "."))
                .orElseGet(() -> record("No lateral skull film is recorded.")));
        said.add(rules(
                "In moderate and severe OI a lateral film of skull and neck is taken once; MRI follows when the odontoid"
                        + " stands above Chamberlain's line or a neurological sign appears. Periodic MRI without either"
                        + " is disputed.",
                "SP-06"));
        said.add(cited(
                "Of 76 people with types I, III and IV, 37 % had an anomaly of the junction and 13 % basilar invagination;"
                        + " the risk rose with shorter stature.",
                "CCJ12"));
        return said;
    }

    private List<Statement> vertebrae(List<TreatmentOption> options) {
        List<Statement> said = new ArrayList<>();
        long broken = patient.vertebralFractures().stream()
                .filter(v -> !v.date().isAfter(asOf))
                .count();
        said.add(record(
                broken == 0
                        ? "No vertebral fracture is recorded."
                        : broken + (broken == 1 ? " vertebral fracture is" : " vertebral fractures are")
                                + " recorded."));
        for (TreatmentOption option : options) {
            if (option.forecast() != null && option.availability() == TreatmentOption.Availability.AVAILABLE) {
                strength(option, said);
            }
        }
        said.add(new Statement(
                "Strength of a vertebra is an index of the model, not a count of fractures; collapse and reshaping of"
                        + " vertebrae are not forecast.",
                List.of(facts.citation("LAM1-SPINE"))));
        return said;
    }

    private void strength(TreatmentOption option, List<Statement> said) {
        Objects.requireNonNull(option.forecast())
                .curve(ForecastQuantity.VERTEBRAL_STRENGTH)
                .filter(c -> !c.points().isEmpty())
                .ifPresent(c -> said.add(new Statement(
                        String.format(
                                Locale.ROOT,
                                "Model, %s: vertebral strength relative to a healthy peer %.2f today and %.2f (%.2f to"
                                        + " %.2f) in %s years.",
                                option.title(),
                                c.points().getFirst().estimate().median(),
                                c.end().estimate().median(),
                                c.end().estimate().low(),
                                c.end().estimate().high(),
                                plain(c.end().yearsAhead())),
                        List.of(facts.citation("LAM1-SPINE")))));
    }

    private Statement cited(String text, String... keys) {
        return new Statement(text, Arrays.stream(keys).map(facts::citation).toList());
    }

    private static Statement rules(String text, String ruleId) {
        return new Statement(text, RuleCatalogue.standard().rule(ruleId).sources());
    }

    private static Statement record(String text) {
        return new Statement(text, List.of());
    }
}
