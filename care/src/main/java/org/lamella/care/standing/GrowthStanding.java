package org.lamella.care.standing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lamella.care.plan.StandingItem;
import org.lamella.evidence.growth.CentimetresPerYear;
import org.lamella.evidence.growth.GrowthReference;
import org.lamella.evidence.growth.GrowthScore;
import org.lamella.evidence.growth.HeightVelocityReference;
import org.lamella.evidence.norms.Standing;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.HeightMeasurement.Posture;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.Patient;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Age;

/** Height, weight and BMI against CDC 2000, and growth velocity. */
final class GrowthStanding {

    /** Standard deviation of one height measurement, cm (assumed; usual technical error of stadiometry). */
    private static final double HEIGHT_ERROR_CM = 0.5;

    private static final double SHORTEST_SPAN_YEARS = 0.5;
    private static final double LONGEST_SPAN_YEARS = 1.75;

    private final Patient patient;
    private final LocalDate asOf;
    private final Lines lines;
    private final GrowthReference reference = GrowthReference.cdc2000();

    private GrowthStanding(Patient patient, LocalDate asOf) {
        this.patient = patient;
        this.asOf = asOf;
        this.lines = new Lines("Growth", asOf);
    }

    static List<StandingItem> of(Patient patient, LocalDate asOf) {
        GrowthStanding standing = new GrowthStanding(patient, asOf);
        standing.height();
        standing.weight();
        standing.bmi();
        standing.velocity();
        return standing.lines.items();
    }

    private void height() {
        Optional<HeightMeasurement> latest = patient.latestHeight(asOf);
        if (latest.isEmpty() || lines.stale(latest.get().date())) {
            lines.unknown("Height Z", "a height of the last year" + lastHeight(latest), GrowthReference.CITATION);
            return;
        }
        HeightMeasurement h = latest.get();
        score("Height Z", HeightZ.score(patient, h), h.height() + " on " + h.date() + manner(h.method(), h.posture()));
    }

    private static String lastHeight(Optional<HeightMeasurement> latest) {
        return latest.map(h -> "; the last is " + h.height() + " of " + h.date())
                .orElse("");
    }

    private static String manner(MeasurementMethod method, Posture posture) {
        String how =
                method == MeasurementMethod.MEASURED ? "" : ", " + method.name().toLowerCase(Locale.ROOT);
        return switch (posture) {
            case STANDING -> how;
            case RECUMBENT -> how + ", lying";
            case ARM_SPAN -> how + ", arm span instead of height";
            case UNKNOWN -> how + ", posture not recorded";
        };
    }

    private void score(String label, GrowthScore score, String measured) {
        score.zScore()
                .ifPresentOrElse(
                        z -> lines.known(
                                label, z.toString(), measured + "; " + score.basis(), GrowthReference.CITATION),
                        () -> lines.unknown(
                                label,
                                "another reference: " + score.basis() + " (" + measured + ")",
                                GrowthReference.CITATION));
    }

    private void weight() {
        Optional<WeightMeasurement> latest = patient.latestWeight(asOf);
        if (latest.isEmpty() || lines.stale(latest.get().date())) {
            String last = latest.map(w -> "; the last is " + w.weight() + " of " + w.date())
                    .orElse("");
            lines.unknown("Weight Z", "a weight of the last year" + last, GrowthReference.CITATION);
            return;
        }
        WeightMeasurement w = latest.get();
        score(
                "Weight Z",
                reference.weightZ(patient.sex(), patient.ageOn(w.date()), w.weight()),
                w.weight() + " on " + w.date() + manner(w.method(), Posture.STANDING));
    }

    private void bmi() {
        Optional<WeightMeasurement> weight = patient.latestWeight(asOf).filter(w -> !lines.stale(w.date()));
        Optional<HeightMeasurement> height = weight.flatMap(w -> patient.heights().stream()
                .filter(h -> !h.date().isAfter(asOf) && Math.abs(ChronoUnit.DAYS.between(h.date(), w.date())) <= 60)
                .reduce((older, newer) -> newer));
        if (weight.isEmpty() || height.isEmpty()) {
            lines.unknown("BMI Z", "weight and height taken within 60 days of each other", GrowthReference.CITATION);
            return;
        }
        WeightMeasurement w = weight.get();
        double metres = height.get().height().value() / 100;
        String bmi = String.format(Locale.ROOT, "%.1f kg/m2", w.weight().asDouble() / (metres * metres));
        score(
                "BMI Z",
                reference.bmiZ(
                        patient.sex(),
                        patient.ageOn(w.date()),
                        w.weight(),
                        height.get().height()),
                bmi + " on " + w.date());
    }

    private void velocity() {
        if (patient.ageOn(asOf).atLeastYears(20)) {
            return;
        }
        Optional<HeightMeasurement> latest = patient.latestHeight(asOf).filter(h -> !lines.stale(h.date()));
        Optional<HeightMeasurement> earlier = latest.flatMap(this::partner);
        if (latest.isEmpty() || earlier.isEmpty()) {
            lines.unknown(
                    "Growth velocity",
                    "two heights in the same posture, 6 to 21 months apart, the later one of the last year",
                    Lines.TANNER);
            return;
        }
        HeightMeasurement to = latest.get();
        HeightMeasurement from = earlier.get();
        double years = years(from, to);
        double velocity = (to.height().value() - from.height().value()) / years;
        double half = 1.96 * HEIGHT_ERROR_CM * Math.sqrt(2) / years;
        String value =
                String.format(Locale.ROOT, "%.1f cm/year (%.1f to %.1f)", velocity, velocity - half, velocity + half);
        String span = from.date() + " to " + to.date();
        LocalDate middle = from.date().plusDays(ChronoUnit.DAYS.between(from.date(), to.date()) / 2);
        lines.known(
                "Growth velocity",
                value,
                span + "; " + placed(middle, velocity)
                        + "; the interval is that of measurement, 0.5 cm a height (assumed)",
                Lines.TANNER);
    }

    private String placed(LocalDate middle, double velocity) {
        if (velocity < -10 || velocity > 60) {
            return "implausible, check the heights";
        }
        Standing standing = HeightVelocityReference.tanner()
                .standing(patient.sex(), patient.ageOn(middle), new CentimetresPerYear(velocity));
        return standing.describe("cm/year");
    }

    /** The earlier height nearest to a year before, in the same posture. */
    private Optional<HeightMeasurement> partner(HeightMeasurement later) {
        return patient.heights().stream()
                .filter(h -> h.posture() == later.posture())
                .filter(h -> years(h, later) >= SHORTEST_SPAN_YEARS && years(h, later) <= LONGEST_SPAN_YEARS)
                .min(java.util.Comparator.comparingDouble(h -> Math.abs(years(h, later) - 1)));
    }

    private static double years(HeightMeasurement from, HeightMeasurement to) {
        return ChronoUnit.DAYS.between(from.date(), to.date()) / Age.DAYS_PER_YEAR;
    }
}
