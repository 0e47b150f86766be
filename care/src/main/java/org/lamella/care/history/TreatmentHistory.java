package org.lamella.care.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.patient.Administration;
import org.lamella.patient.Course;
import org.lamella.patient.DoseOfUnknownAmount;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Kilograms;

/**
 * Bisphosphonate treatment of a patient up to a day. An empty history means that the record holds no such dose; it does
 * not prove that none was given, and whoever uses it has to say so.
 *
 * @param cycles cycles of infusions, oldest first
 * @param courses oral courses, oldest first
 * @param asOf day up to which the record was read
 */
public record TreatmentHistory(List<Cycle> cycles, List<Course> courses, LocalDate asOf) {

    /** Doses of a drug at most this far apart belong to one cycle (three- and five-day cycles with a day's slip). */
    static final int LONGEST_GAP_DAYS = 3;
    /** After this long without a dose the patient counts as previously treated (assumed). */
    public static final int ON_TREATMENT_DAYS = 400;
    /** A weight this close to a dose may turn mg into mg/kg (assumed). */
    static final int WEIGHT_DAYS = 120;

    public TreatmentHistory {
        cycles = List.copyOf(cycles);
        courses = List.copyOf(courses);
    }

    /** Reads the history of a record. */
    public static TreatmentHistory of(Patient patient, LocalDate asOf) {
        List<Cycle> cycles = new ArrayList<>();
        for (DrugFacts facts : DrugFormulary.standard().all()) {
            if (facts.bisphosphonate()) {
                cycles.addAll(cyclesOf(patient, facts.drug(), asOf));
            }
        }
        cycles.sort(Comparator.comparing(Cycle::first).thenComparing(Cycle::drug));
        List<Course> courses = patient.courses().stream()
                .filter(c -> !c.from().isAfter(asOf) && bisphosphonate(c.drug()))
                .toList();
        return new TreatmentHistory(cycles, courses, asOf);
    }

    private static boolean bisphosphonate(Drug drug) {
        return DrugFormulary.standard()
                .find(drug)
                .map(DrugFacts::bisphosphonate)
                .orElse(false);
    }

    private record Dose(
            LocalDate date,
            @Nullable BigDecimal mg,
            @Nullable BigDecimal mgPerKg) {}

    private static List<Cycle> cyclesOf(Patient patient, Drug drug, LocalDate asOf) {
        List<Dose> doses = new ArrayList<>();
        for (Administration a : patient.dosesOf(drug, asOf)) {
            doses.add(dose(patient, a));
        }
        for (DoseOfUnknownAmount a : patient.dosesOfUnknownAmount()) {
            if (a.drug().equals(drug) && !a.date().isAfter(asOf)) {
                doses.add(new Dose(a.date(), null, null));
            }
        }
        doses.sort(Comparator.comparing(Dose::date));
        List<Cycle> cycles = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= doses.size(); i++) {
            if (i == doses.size() || days(doses.get(i - 1).date(), doses.get(i).date()) > LONGEST_GAP_DAYS) {
                cycles.add(cycle(drug, doses.subList(start, i)));
                start = i;
            }
        }
        return cycles;
    }

    private static Dose dose(Patient patient, Administration a) {
        @Nullable BigDecimal mg = a.dose() == null ? null : a.dose().value();
        @Nullable
        BigDecimal perKg = a.dosePerWeight() == null ? null : a.dosePerWeight().value();
        Optional<Kilograms> weight = weightNear(patient, a.date());
        if (weight.isPresent()) {
            // An administration carries an amount, an amount per weight, or both.
            if (mg == null) {
                mg = Objects.requireNonNull(perKg).multiply(weight.get().value());
            } else if (perKg == null) {
                perKg = mg.divide(weight.get().value(), 6, RoundingMode.HALF_UP);
            }
        }
        return new Dose(a.date(), mg, perKg);
    }

    private static Optional<Kilograms> weightNear(Patient patient, LocalDate day) {
        return patient.weights().stream()
                .filter(w -> Math.abs(days(w.date(), day)) <= WEIGHT_DAYS)
                .min(Comparator.comparingLong(w -> Math.abs(days(w.date(), day))))
                .map(WeightMeasurement::weight);
    }

    private static Cycle cycle(Drug drug, List<Dose> doses) {
        return new Cycle(
                drug,
                doses.getFirst().date(),
                doses.getLast().date(),
                doses.size(),
                sum(doses.stream().map(Dose::mg).toList()),
                sum(doses.stream().map(Dose::mgPerKg).toList()));
    }

    private static @Nullable BigDecimal sum(List<@Nullable BigDecimal> parts) {
        BigDecimal total = BigDecimal.ZERO;
        for (BigDecimal part : parts) {
            if (part == null) {
                return null;
            }
            total = total.add(part);
        }
        return total;
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** True when the record holds no bisphosphonate at all. */
    public boolean naive() {
        return cycles.isEmpty() && courses.isEmpty();
    }

    public Optional<Cycle> lastCycle() {
        return cycles.isEmpty() ? Optional.empty() : Optional.of(cycles.getLast());
    }

    /** Cycles of one drug, oldest first. */
    public List<Cycle> cyclesOf(Drug drug) {
        return cycles.stream().filter(c -> c.drug().equals(drug)).toList();
    }

    /** The oral course that runs on the day. */
    public Optional<Course> runningCourse() {
        return courses.stream().filter(c -> c.covers(asOf)).reduce((older, newer) -> newer);
    }

    /** The bisphosphonate the patient is on, infusions before tablets. */
    public Optional<Drug> current() {
        Optional<Drug> infusions = lastCycle()
                .filter(c -> days(c.last(), asOf) <= ON_TREATMENT_DAYS)
                .map(Cycle::drug);
        return infusions.or(() -> runningCourse().map(Course::drug));
    }

    /** Usual time between the starts of the last cycles of a drug (median of up to four), days. */
    public Optional<Long> usualIntervalDays(Drug drug) {
        return usualIntervalDays(drug, cycle -> true);
    }

    /** The same among cycles of one kind, such as those under one age band. */
    Optional<Long> usualIntervalDays(Drug drug, Predicate<Cycle> kind) {
        List<Cycle> own = cyclesOf(drug).stream().filter(kind).toList();
        List<Long> gaps = new ArrayList<>();
        for (int i = Math.max(1, own.size() - 4); i < own.size(); i++) {
            gaps.add(days(own.get(i - 1).first(), own.get(i).first()));
        }
        gaps.sort(Comparator.naturalOrder());
        return gaps.isEmpty() ? Optional.empty() : Optional.of(gaps.get(gaps.size() / 2));
    }

    /** First day of any bisphosphonate. */
    public Optional<LocalDate> firstDay() {
        Optional<LocalDate> infusion = cycles.stream().map(Cycle::first).findFirst();
        Optional<LocalDate> oral = courses.stream().map(Course::from).findFirst();
        return infusion.isEmpty()
                ? oral
                : infusion.map(i -> oral.filter(o -> o.isBefore(i)).orElse(i));
    }
}
