package org.lamella.care.stop;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lamella.patient.Finding;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.Sex;

/** Hard stop 4: no bisphosphonate in pregnancy; after menarche a current test is needed. */
final class PregnancyCheck {

    /** From this age menarche has to be asked for (assumed: before it, menarche is very rare). */
    static final int ASK_MENARCHE_FROM_YEARS = 9;
    /** A "not yet" older than this has to be asked again (assumed). */
    static final int MENARCHE_NO_DAYS = 183;
    /** From this age a test is not asked for (assumed). */
    static final int NO_TEST_FROM_YEARS = 56;

    private PregnancyCheck() {}

    static void examine(Situation s, Ledger ledger) {
        if (!s.proposal().facts().bisphosphonate()) {
            return;
        }
        // A day with both answers is read on the safe side.
        Optional<PregnancyStatus> status = latest(s).stream().min(Comparator.comparing(PregnancyStatus::status));
        if (status.filter(p -> p.status() == PregnancyStatus.Status.PREGNANT).isPresent()) {
            boolean contradiction = s.patient().sex() == Sex.MALE || !s.age().atLeastYears(ASK_MENARCHE_FROM_YEARS);
            ledger.stop(
                    HardStop.PREGNANCY,
                    contradiction
                            ? "The record says pregnant, which contradicts sex or age: nothing is given until this is"
                                    + " cleared up."
                            : "Pregnancy is recorded.",
                    "pregnant, " + status.get().date());
            return;
        }
        if (!testNeeded(s, ledger)) {
            return;
        }
        int limit = s.site().ageLimits().pregnancyTest().value();
        if (status.isEmpty() || s.daysOld(status.get().date()) > limit) {
            ledger.need(
                    "LAB-09",
                    "Needs a pregnancy test not older than " + limit + " days.",
                    status.map(p -> "last status of " + p.date()).orElse("no pregnancy status in the record"));
        }
    }

    /** Statements of the latest day that has one. */
    static List<PregnancyStatus> latest(Situation s) {
        List<PregnancyStatus> known = s.patient().pregnancy().stream()
                .filter(p -> !p.date().isAfter(s.asOf()))
                .toList();
        return known.stream()
                .filter(p -> p.date().equals(known.getLast().date()))
                .toList();
    }

    /** Whether a test is needed; asks for menarche when it is not known. */
    private static boolean testNeeded(Situation s, Ledger ledger) {
        if (s.patient().sex() == Sex.MALE
                || !s.age().atLeastYears(ASK_MENARCHE_FROM_YEARS)
                || s.age().atLeastYears(NO_TEST_FROM_YEARS)) {
            return false;
        }
        if (s.age().atLeastYears(18)) {
            return true;
        }
        Optional<Finding> menarche = s.patient().latestFinding(Finding.Kind.MENARCHE, s.asOf());
        if (menarche.isEmpty()
                || (!menarche.get().present() && s.daysOld(menarche.get().date()) > MENARCHE_NO_DAYS)) {
            ledger.need(
                    "LAB-09",
                    "Needs to know whether menarche has been reached; if so, a pregnancy test.",
                    menarche.map(m -> "menarche denied on " + m.date()).orElse("menarche not recorded"));
            return false;
        }
        return menarche.get().present();
    }
}
