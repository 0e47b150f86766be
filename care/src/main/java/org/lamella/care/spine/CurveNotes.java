package org.lamella.care.spine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lamella.care.plan.SpineNote.CurvePoint;
import org.lamella.care.plan.Statement;
import org.lamella.patient.Finding;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;

/** What the record and published figures say about one curve, and where it goes if it keeps its pace. */
final class CurveNotes {
    private static final double DAYS_PER_YEAR = 365.25;
    private static final int HORIZON_YEARS = 5;
    private static final int ADULT_FROM = 18;

    private final SpineFacts facts = SpineFacts.standard();
    private final Patient patient;
    private final LocalDate asOf;
    private final CobbSeries series;
    private final List<String> needs;

    /** @param needs takes what a forecast lacks */
    CurveNotes(Patient patient, LocalDate asOf, CobbSeries series, List<String> needs) {
        this.patient = patient;
        this.asOf = asOf;
        this.series = series;
        this.needs = needs;
    }

    /** The sentences; the forecast, when there is one, goes to {@code points}. */
    List<Statement> statements(List<CurvePoint> points) {
        List<Statement> said = new ArrayList<>();
        if (series.isEmpty()) {
            needs.add("a Cobb angle with its date (whole-spine film)");
            said.add(facts.cited(
                    "Cannot evaluate the curve: need a Cobb angle with its date. A curve was found in 39 % of people with"
                            + " type I, 54 % with type IV and 68 % with type III.",
                    "ANISS14"));
            return said;
        }
        CobbSeries.Reading last = series.last();
        said.add(Statement.ofRecord(String.format(
                Locale.ROOT,
                "Cobb angle %.0f degrees on %s%s.",
                last.degrees(),
                last.date(),
                series.readings().size() == 1 ? "" : before())));
        if (last.degrees() <= facts.limit("scoliosis_from").value()) {
            said.add(facts.cited("Up to 10 degrees is not counted as scoliosis.", "CHEN23"));
        }
        Pace pace = pace();
        if (pace != null) {
            forecast(pace, points, said);
        }
        said.add(facts.cited(
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
                                + " degrees is then %s%s.",
                        end.medianDegrees(),
                        end.lowDegrees(),
                        end.highDegrees(),
                        end.yearsAhead() == 0 ? "today" : "in " + end.yearsAhead() + " years",
                        severe,
                        chance(1 - forecast.chanceBelow(severe, since + end.yearsAhead())),
                        passes(points, severe)),
                List.of(
                        facts.citation("LAMELLA-SPINE"),
                        facts.limit("severe_from").source())));
    }

    /** When the median first passes a limit that it has not passed today. */
    private static String passes(List<CurvePoint> points, double limit) {
        return points.getFirst().medianDegrees() > limit
                ? "; the median lies above that today"
                : points.stream()
                        .filter(p -> p.medianDegrees() > limit)
                        .findFirst()
                        .map(p -> "; the median passes that within " + p.yearsAhead()
                                + (p.yearsAhead() == 1 ? " year" : " years"))
                        .orElse("; the median does not reach that");
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
            said.add(facts.cited(
                    "In one cohort curves in type III grew more slowly when treatment began before 6 years; a review sees"
                            + " little effect.",
                    "ANISS14",
                    "TREJO16"));
        }
    }
}
