package org.lamella.clinic.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lamella.evidence.Parameter;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.UnusableEntry;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Age;

/** Weights and heights, with the checks that keep a slip of the pen out of a dose. */
final class BodyMeasures {
    private final LocalDate birth;
    private final LocalDate asOf;
    private final Notes notes;
    private final Shelf<WeightMeasurement> weights;
    private final Shelf<HeightMeasurement> heights;
    private Doubts doubts = (day, subject, reason) -> {};

    BodyMeasures(LocalDate birth, LocalDate asOf, Notes notes) {
        this.birth = birth;
        this.asOf = asOf;
        this.notes = notes;
        weights = new Shelf<>("weight", WeightMeasurement::date, notes);
        heights = new Shelf<>("height", HeightMeasurement::date, notes);
    }

    Shelf<WeightMeasurement> weightShelf() {
        return weights;
    }

    Shelf<HeightMeasurement> heightShelf() {
        return heights;
    }

    /** Is told of each weight and height that must not be used, so that an older one does not stand in for it. */
    interface Doubts {
        void unusable(LocalDate day, UnusableEntry.Subject subject, String reason);
    }

    void onDoubt(Doubts listener) {
        doubts = listener;
        String reason = RecordDraft.TWO_VALUES;
        weights.onContradiction(w -> listener.unusable(w.date(), UnusableEntry.Measure.WEIGHT, reason));
        heights.onContradiction(h -> listener.unusable(h.date(), UnusableEntry.Measure.HEIGHT, reason));
    }

    void add(String at, WeightMeasurement weight) {
        if (plausible(at, "weight", weight.date(), weight.weight().value(), "kg")) {
            weights.add(at, weight);
        }
    }

    void add(String at, HeightMeasurement height) {
        // An arm span is no height; it has no limit of its own.
        if (height.posture() == HeightMeasurement.Posture.ARM_SPAN
                || plausible(
                        at,
                        "height",
                        height.date(),
                        BigDecimal.valueOf(height.height().value()),
                        "cm")) {
            heights.add(at, height);
        }
    }

    private boolean plausible(String at, String quantity, LocalDate day, BigDecimal value, String unit) {
        if (day.isBefore(birth)) {
            return true;
        }
        Optional<Parameter> limit = Plausibility.largest(quantity, Age.of(birth, day))
                .filter(p -> value.compareTo(BigDecimal.valueOf(p.value())) > 0);
        limit.ifPresent(p -> notes.leftOut(
                Reason.IMPLAUSIBLE,
                at,
                quantity + " " + value.toPlainString() + " " + unit + " at the age of " + Age.of(birth, day),
                "up to " + p.value() + " " + unit + " at that age",
                "Check the unit (pounds are [lb_av], inches [in_i]), the date and the patient."));
        return limit.isEmpty();
    }

    List<WeightMeasurement> weights() {
        weights.between(birth, asOf).merged();
        Set<LocalDate> measured = weights.items().stream()
                .filter(w -> w.method() == MeasurementMethod.MEASURED)
                .map(WeightMeasurement::date)
                .collect(Collectors.toSet());
        List<WeightMeasurement> kept =
                weights
                        .withoutContradictions(
                                w -> List.of(w.date(), w.method()),
                                w -> w.weight().toString())
                        .items()
                        .stream()
                        .filter(w -> w.method() == MeasurementMethod.MEASURED || !overruled(w, measured))
                        .sorted(Comparator.comparing(WeightMeasurement::date))
                        .toList();
        for (int i = 1; i < kept.size(); i++) {
            jump(kept.get(i - 1), kept.get(i));
        }
        return kept;
    }

    private boolean overruled(WeightMeasurement weight, Set<LocalDate> measured) {
        if (!measured.contains(weight.date())) {
            return false;
        }
        notes.information(
                Reason.NOT_USED,
                weights.placeOf(weight),
                "weight " + weight.weight() + " (" + LamellaCodes.kebab(weight.method()) + ") of " + weight.date(),
                "the measured weight of the same day",
                "");
        return true;
    }

    private void jump(WeightMeasurement before, WeightMeasurement after) {
        double percent = 100 * (after.weight().asDouble() / before.weight().asDouble() - 1);
        boolean young = !Age.of(birth, before.date()).atLeastYears(2);
        if (leap("change", "weight-percent", before, after, percent)
                || leap(young ? "change.infant" : "change.year", "percent", before, after, percent)) {
            notes.caution(
                    Reason.IMPLAUSIBLE,
                    weights.placeOf(after),
                    "weight " + before.weight() + " on " + before.date() + ", " + after.weight() + " on "
                            + after.date(),
                    "a change of at most " + Plausibility.DATA.value("change.weight-percent", "%")
                            + " % in a month, or of what growth explains in a longer time",
                    "No dose is computed from it: weigh again, or record the weight once more on a later day.");
            doubts.unusable(
                    after.date(),
                    UnusableEntry.Measure.WEIGHT,
                    "weight " + before.weight() + " on " + before.date() + " and " + after.weight() + " on "
                            + after.date() + ", which is too large a change");
        }
    }

    private static boolean leap(
            String window, String most, WeightMeasurement before, WeightMeasurement after, double percent) {
        return ChronoUnit.DAYS.between(before.date(), after.date()) <= Plausibility.DATA.value(window + ".days", "d")
                && Math.abs(percent) > Plausibility.DATA.value(window + "." + most, "%");
    }

    List<HeightMeasurement> heights() {
        List<HeightMeasurement> kept = heights
                .between(birth, asOf)
                .merged()
                .withoutContradictions(
                        h -> List.of(h.date(), h.posture()), h -> h.height().toString())
                .items()
                .stream()
                .sorted(Comparator.comparing(HeightMeasurement::date))
                .toList();
        for (int i = 1; i < kept.size(); i++) {
            loss(kept.get(i - 1), kept.get(i));
        }
        return kept;
    }

    private void loss(HeightMeasurement before, HeightMeasurement after) {
        double limit = Plausibility.DATA.value("change.height-loss", "cm");
        if (before.posture() == after.posture()
                && before.height().value() - after.height().value() > limit) {
            notes.caution(
                    Reason.IMPLAUSIBLE,
                    heights.placeOf(after),
                    "height " + before.height() + " on " + before.date() + ", " + after.height() + " on "
                            + after.date(),
                    "a loss of at most " + limit + " cm",
                    "Measure again; if the loss is real, look for vertebral fractures.");
        }
    }
}
