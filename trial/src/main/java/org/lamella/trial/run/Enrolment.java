package org.lamella.trial.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.trial.protocol.Criterion;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Randomisation;

/**
 * The one part of a replicate that must happen in order: people enter one after another, get their number and their arm.
 * It sees keys and strata only, so it is quick, and its whole state can be written down and taken up again.
 */
public final class Enrolment {
    private static final long GIVE_UP_AFTER_NOBODY = 8_192;
    private static final long GIVE_UP_PER_PATIENT = 2_000;

    private final Protocol protocol;
    private final Timeline timeline;
    private final int patients;
    private final Allocation allocation;
    private final long[] notMet;
    private long nextPerson;
    private long screened;
    private long knownFractures;
    private int enrolled;
    private long trialDays;
    private long simulatedDays;

    /**
     * Where an enrolment stands.
     *
     * @param nextPerson number of the first person not yet looked at
     * @param screened people screened
     * @param knownFractures fractures known at screening of these people
     * @param notMet how many of them failed each criterion
     * @param enrolled people enrolled
     * @param trialDays patient-days from enrolment on that they stand for
     * @param simulatedDays patient-days simulated for all of this
     * @param allocated patients of each arm, by stratum
     */
    public record State(
            long nextPerson,
            long screened,
            long knownFractures,
            List<Long> notMet,
            int enrolled,
            long trialDays,
            long simulatedDays,
            Map<String, List<Integer>> allocated) {
        public State {
            notMet = List.copyOf(notMet);
            allocated = new TreeMap<>(allocated);
        }

        /** Before the first person. */
        public static State beginning(Protocol protocol) {
            return new State(
                    0,
                    0,
                    0,
                    protocol.recruitment().criteria().stream().map(c -> 0L).toList(),
                    0,
                    0,
                    0,
                    Map.of());
        }

        /** What it amounts to. */
        public RunTally tally(boolean complete) {
            return new RunTally(enrolled, screened, knownFractures, notMet, trialDays, simulatedDays, complete);
        }
    }

    Enrolment(Protocol protocol, KeyedRandom random, int replicate, int patients, State from) {
        this.protocol = protocol;
        this.timeline = Timeline.of(protocol);
        this.patients = patients;
        this.allocation = new Allocation(protocol, random, replicate, from.allocated());
        this.notMet = from.notMet().stream().mapToLong(Long::longValue).toArray();
        this.nextPerson = from.nextPerson();
        this.screened = from.screened();
        this.knownFractures = from.knownFractures();
        this.enrolled = from.enrolled();
        this.trialDays = from.trialDays();
        this.simulatedDays = from.simulatedDays();
    }

    /**
     * Takes up the next piece; pieces must come in order of their people.
     *
     * @throws TrialRefused when hardly anybody meets the criteria
     */
    public Admission take(Entrants piece) {
        int first = enrolled;
        int wanted = Math.min(piece.people().size(), patients - enrolled);
        int[] arms = new int[wanted];
        int found = 0;
        for (int i = 0; i < piece.failures().length && (found < wanted || enrolled + wanted < patients); i++) {
            screened++;
            knownFractures += piece.known()[i];
            simulatedDays += piece.days()[i];
            if (piece.failures()[i] == 0) {
                Entrants.Entrant entrant = piece.people().get(found);
                arms[found++] = paired() ? 0 : allocation.next(entrant.key(), entrant.stratum());
            }
            for (int c = 0; c < notMet.length; c++) {
                notMet[c] += piece.failures()[i] >> c & 1;
            }
        }
        enrolled += wanted;
        nextPerson = piece.until();
        long inTrial = (long) (timeline.end() - timeline.enrolment())
                * wanted
                * (paired() ? protocol.arms().size() : 1);
        trialDays += inTrial;
        simulatedDays += inTrial + (long) (timeline.enrolment() - timeline.screening()) * wanted;
        giveUpWhenHopeless();
        return new Admission(first, arms);
    }

    /** True when all are enrolled. */
    public boolean full() {
        return enrolled >= patients;
    }

    public State state() {
        List<Long> failures = new ArrayList<>();
        for (long n : notMet) {
            failures.add(n);
        }
        return new State(
                nextPerson, screened, knownFractures, failures, enrolled, trialDays, simulatedDays, allocation.soFar());
    }

    /**
     * How many more people must probably be screened. Where criteria turn people away, some more than on average, so that
     * one more round is seldom needed.
     *
     * @param beingScreened people being screened already
     */
    public double expectedStillNeeded(long beingScreened) {
        double share = share(screened);
        double margin = Math.sqrt((patients - enrolled) * (1 - share)) / share;
        return (patients - enrolled) / share + margin - beingScreened;
    }

    /** How many more numbers of the stream must probably be asked, counting those who do not come. */
    public double expectedNumbersNeeded() {
        return (patients - enrolled) / share(nextPerson);
    }

    private double share(long seen) {
        return seen == 0 ? 1 : Math.max((double) enrolled / seen, 1e-4);
    }

    private boolean paired() {
        return protocol.randomisation().method() == Randomisation.Method.PAIRED;
    }

    private void giveUpWhenHopeless() {
        boolean nobody = enrolled == 0 && nextPerson >= GIVE_UP_AFTER_NOBODY;
        boolean tooFew = nextPerson > GIVE_UP_AFTER_NOBODY + GIVE_UP_PER_PATIENT * (enrolled + 1L);
        if (!nobody && !tooFew) {
            return;
        }
        List<Criterion> criteria = protocol.recruitment().criteria();
        StringBuilder why = new StringBuilder();
        for (int c = 0; c < notMet.length; c++) {
            why.append(String.format(
                    Locale.ROOT,
                    "%n  %d of %d did not have: %s",
                    notMet[c],
                    screened,
                    criteria.get(c).inWords()));
        }
        throw new TrialRefused(protocol.id() + ": "
                + (enrolled == 0 ? "no one" : "only " + enrolled) + " of " + screened
                + " candidates met the criteria:" + why
                + "\nMaybe the setting, the ages or the mix of types do not fit the criteria.");
    }
}
