package org.lamella.care.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Administration;
import org.lamella.patient.Course;
import org.lamella.patient.DoseOfUnknownAmount;
import org.lamella.patient.Drug;

/** Drugs given up to the day, as the rules ask about them. */
final class TreatmentFacts {
    private final PatientFacts facts;
    private final Map<Drug, Use> uses = new HashMap<>();

    /** First and last day of a drug; a course that goes on lasts to the day itself. */
    private static final class Use {
        private LocalDate first;
        private LocalDate last;
        private @Nullable LocalDate lastDose;

        Use(LocalDate day) {
            first = day;
            last = day;
        }

        void covers(LocalDate from, LocalDate until) {
            first = from.isBefore(first) ? from : first;
            last = until.isAfter(last) ? until : last;
        }

        void dose(LocalDate day) {
            covers(day, day);
            lastDose = lastDose == null || day.isAfter(lastDose) ? day : lastDose;
        }

        LocalDate first() {
            return first;
        }

        LocalDate last() {
            return last;
        }

        @Nullable
        LocalDate lastDose() {
            return lastDose;
        }
    }

    TreatmentFacts(PatientFacts facts) {
        this.facts = facts;
        LocalDate asOf = facts.asOf();
        for (Administration dose : facts.patient().administrations()) {
            dose(dose.drug(), dose.date());
        }
        for (DoseOfUnknownAmount dose : facts.patient().dosesOfUnknownAmount()) {
            dose(dose.drug(), dose.date());
        }
        for (Course course : facts.patient().courses()) {
            if (!course.from().isAfter(asOf)) {
                LocalDate until = course.until();
                LocalDate end = until == null || course.covers(asOf) ? asOf : until;
                uses.computeIfAbsent(course.drug(), drug -> new Use(course.from()))
                        .covers(course.from(), end);
            }
        }
    }

    private void dose(Drug drug, LocalDate day) {
        if (!day.isAfter(facts.asOf())) {
            uses.computeIfAbsent(drug, d -> new Use(day)).dose(day);
        }
    }

    private Optional<LocalDate> extreme(
            Collection<Drug> drugs, Function<Use, @Nullable LocalDate> day, BiPredicate<LocalDate, LocalDate> beats) {
        LocalDate found = null;
        for (Drug drug : drugs) {
            Use use = uses.get(drug);
            LocalDate candidate = use == null ? null : day.apply(use);
            if (candidate != null && (found == null || beats.test(candidate, found))) {
                found = candidate;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Doses with a readable amount. */
    Stream<Administration> doses(Collection<Drug> drugs) {
        return facts.patient().administrations().stream()
                .filter(a -> drugs.contains(a.drug()) && !a.date().isAfter(facts.asOf()));
    }

    /** Last day on which a dose was given, with a readable amount or without; tablets of a course are not doses here. */
    Optional<LocalDate> lastDoseDay(Collection<Drug> drugs) {
        return extreme(drugs, Use::lastDose, LocalDate::isAfter);
    }

    boolean ever(Collection<Drug> drugs) {
        return drugs.stream().anyMatch(uses::containsKey);
    }

    /** First day on which one of the drugs was given. */
    Optional<LocalDate> firstUse(Collection<Drug> drugs) {
        return extreme(drugs, Use::first, LocalDate::isBefore);
    }

    /** Last day on which one of the drugs was given; the day itself while a course goes on. */
    Optional<LocalDate> lastUse(Collection<Drug> drugs) {
        return extreme(drugs, Use::last, LocalDate::isAfter);
    }

    /** True when one of the drugs was given within the time that counts as current treatment. */
    boolean current(Collection<Drug> drugs) {
        int months = facts.number("DOS-00", "current_for");
        return lastUse(drugs).filter(day -> !facts.monthsPassed(day, months)).isPresent();
    }

    boolean onIv() {
        return current(Drugs.IV_BISPHOSPHONATES);
    }

    boolean onAntiresorptive() {
        return current(Drugs.ANTIRESORPTIVES);
    }

    /** No bisphosphonate is recorded. */
    boolean naive() {
        return !ever(Drugs.BISPHOSPHONATES);
    }

    String exposureFact() {
        return naive()
                ? "no bisphosphonate is recorded"
                : "bisphosphonate since " + firstUse(Drugs.BISPHOSPHONATES).orElseThrow() + ", last on "
                        + lastUse(Drugs.BISPHOSPHONATES).orElseThrow();
    }
}
