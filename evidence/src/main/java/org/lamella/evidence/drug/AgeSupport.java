package org.lamella.evidence.drug;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lamella.patient.Drug;

/**
 * Labelled warnings for drugs used outside the ages that studies cover. Nothing is refused here: a simulation may
 * extrapolate, but never silently.
 */
public final class AgeSupport {
    private static final int MONTHS_PER_YEAR = 12;

    private AgeSupport() {}

    /**
     * The warning for one drug over a span of ages, or nothing when every month of it is covered, or when the drug has no
     * file of facts (supplements, placebo).
     *
     * @param drug what is given
     * @param fromMonths completed months at the first use
     * @param toMonths completed months at the last use, not before the first
     */
    public static Optional<String> warning(Drug drug, int fromMonths, int toMonths) {
        if (toMonths < fromMonths) {
            throw new IllegalArgumentException("ages " + fromMonths + " to " + toMonths
                    + " months: found the end before the start, accepted is a span of age");
        }
        return DrugFormulary.standard().find(drug).flatMap(facts -> warning(facts, fromMonths, toMonths));
    }

    /** Warnings for several drugs over the same span of ages, each drug once, in order of name. */
    public static List<String> warnings(Collection<Drug> drugs, int fromMonths, int toMonths) {
        List<String> found = new ArrayList<>();
        new TreeSet<>(drugs).forEach(d -> warning(d, fromMonths, toMonths).ifPresent(found::add));
        return List.copyOf(found);
    }

    private static Optional<String> warning(DrugFacts facts, int fromMonths, int toMonths) {
        String used = "EXTRAPOLATION: " + facts.title() + " at " + span(fromMonths, toMonths);
        List<SupportedAge> ages = facts.supportedAges();
        if (ages.isEmpty()) {
            return Optional.of(used + "; no study that was read states the ages it covers.");
        }
        if (firstUncovered(ages, fromMonths, toMonths) < 0) {
            return Optional.empty();
        }
        return Optional.of(used + "; covered are "
                + ages.stream()
                        .map(a -> a.text() + " ["
                                + a.sources().stream().map(s -> s.key()).collect(Collectors.joining(", ")) + "]")
                        .collect(Collectors.joining("; "))
                + ".");
    }

    private static int firstUncovered(List<SupportedAge> ages, int fromMonths, int toMonths) {
        for (int month = fromMonths; month <= toMonths; month++) {
            int at = month;
            if (ages.stream().noneMatch(a -> a.band().holdsMonth(at))) {
                return month;
            }
        }
        return -1;
    }

    private static String span(int from, int to) {
        return from == to ? years(from) : years(from) + " to " + years(to);
    }

    private static String years(int months) {
        return months % MONTHS_PER_YEAR == 0
                ? months / MONTHS_PER_YEAR + " years"
                : String.format(Locale.ROOT, "%.1f years", months / (double) MONTHS_PER_YEAR);
    }
}
