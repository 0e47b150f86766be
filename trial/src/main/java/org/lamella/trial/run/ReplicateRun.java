package org.lamella.trial.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.lamella.bone.BoneModel;
import org.lamella.bone.Cohort;
import org.lamella.patient.measure.Age;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.trial.population.Person;
import org.lamella.trial.population.Population;
import org.lamella.trial.protocol.Criterion;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Randomisation;

/**
 * One replicate. People are screened and followed in pieces, several at a time; pieces are taken up in order, so who is
 * enrolled, and into which arm, does not depend on threads or on the size of pieces.
 */
final class ReplicateRun {
    private static final int SMALLEST_PIECE = 64;
    private static final int LARGEST_PIECE = 256;
    private static final long GIVE_UP_AFTER_NOBODY = 8_192;
    private static final long GIVE_UP_PER_PATIENT = 2_000;

    private final Protocol protocol;
    private final int patients;
    private final int replicate;
    private final KeyedRandom random;
    private final Population population;
    private final Screening screening;
    private final FollowUp followUp;
    private final Allocation allocation;
    private final Timeline timeline;
    private final Tasks tasks;
    private final int inFlight;

    private final Deque<Future<Screened>> screens = new ArrayDeque<>();
    private final Deque<Integer> pieceSizes = new ArrayDeque<>();
    private final Deque<Future<List<PatientOutcome>>> follows = new ArrayDeque<>();
    private final long[] notMet;
    private long nextPerson;
    private long takenUp;
    private long screened;
    private long simulatedDays;
    private long trialDays;
    private int enrolled;
    private int done;

    ReplicateRun(
            Protocol protocol, BoneModel model, int patients, int replicate, long seed, Tasks tasks, int inFlight) {
        this.protocol = protocol;
        this.patients = patients;
        this.replicate = replicate;
        this.random = new KeyedRandom(seed);
        this.population = new Population(protocol.recruitment(), model.priors(), random, replicate);
        this.screening = new Screening(protocol, model, population, random, replicate);
        this.followUp = new FollowUp(protocol, random, replicate);
        this.allocation = new Allocation(protocol, random, replicate);
        this.timeline = Timeline.of(protocol);
        this.notMet = new long[protocol.recruitment().criteria().size()];
        this.tasks = tasks;
        this.inFlight = inFlight;
    }

    /** Runs until everybody is followed, or until told to stop. */
    RunTally run(OutcomeSink sink, RunProgress progress, long doneBefore, long inAll, double yearsBefore) {
        while (done < patients && !progress.cancelled()) {
            while (screens.size() + follows.size() < inFlight && enrolled + expectedInFlight() < patients) {
                submitScreening();
            }
            boolean follow = !follows.isEmpty()
                    && (follows.getFirst().isDone() || screens.isEmpty() || follows.size() >= inFlight);
            if (follow) {
                deliver(sink);
                progress.at(doneBefore + done, inAll, yearsBefore + simulatedDays / Age.DAYS_PER_YEAR);
            } else {
                pieceSizes.removeFirst();
                takeUp(Tasks.result(screens.removeFirst()));
            }
        }
        while (!follows.isEmpty() && follows.getFirst().isDone()) {
            deliver(sink);
        }
        screens.forEach(f -> f.cancel(true));
        follows.forEach(f -> f.cancel(true));
        List<Long> failures = new ArrayList<>();
        for (long n : notMet) {
            failures.add(n);
        }
        return new RunTally(done, screened, failures, trialDays, simulatedDays, done >= patients);
    }

    private void deliver(OutcomeSink sink) {
        for (PatientOutcome outcome : Tasks.result(follows.removeFirst())) {
            sink.accept(outcome);
            done += outcome.arm() == 0 || !paired() ? 1 : 0;
        }
    }

    private boolean paired() {
        return protocol.randomisation().method() == Randomisation.Method.PAIRED;
    }

    /** Enrolled share of the people taken up so far; optimistic in the beginning. */
    private double shareEnrolled() {
        return takenUp == 0 ? 1 : Math.max((double) enrolled / takenUp, 1e-4);
    }

    private double expectedInFlight() {
        return pieceSizes.stream().mapToInt(Integer::intValue).sum() * shareEnrolled();
    }

    private void submitScreening() {
        double wanted = (patients - enrolled - expectedInFlight()) / shareEnrolled();
        int size = (int) Math.clamp(Math.ceil(wanted), SMALLEST_PIECE, LARGEST_PIECE);
        long from = nextPerson;
        nextPerson += size;
        long until = nextPerson;
        pieceSizes.addLast(size);
        screens.addLast(tasks.submit(() -> screening.screen(from, until)));
    }

    private void takeUp(Screened piece) {
        simulatedDays += piece.daysSimulated();
        takenUp = piece.until();
        int wanted = Math.min(piece.people().size(), patients - enrolled);
        int found = 0;
        for (int mask : piece.failures()) {
            if (found == patients - enrolled) {
                break;
            }
            screened++;
            found += mask == 0 ? 1 : 0;
            for (int c = 0; c < notMet.length; c++) {
                notMet[c] += mask >> c & 1;
            }
        }
        Cohort cohort = piece.cohort();
        if (cohort != null && wanted > 0) {
            Cohort kept = wanted == piece.people().size()
                    ? cohort
                    : cohort.select(IntStream.range(0, wanted).toArray());
            enrol(kept, piece.people().subList(0, wanted), piece.history());
        }
        giveUpWhenHopeless();
    }

    private void enrol(Cohort cohort, List<Person> people, int[] history) {
        List<FollowUp.Enrolled> patientsOfPiece = new ArrayList<>(people.size());
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            int arm = paired() ? 0 : allocation.next(person.key(), stratum(person, history[i]));
            patientsOfPiece.add(
                    new FollowUp.Enrolled(person, enrolled++, arm, population.severity(person), history[i]));
        }
        int arms = paired() ? protocol.arms().size() : 1;
        long days = (long) (timeline.end() - timeline.enrolment()) * people.size() * arms;
        trialDays += days;
        simulatedDays += days + (long) (timeline.enrolment() - timeline.screening()) * people.size();
        follows.addLast(tasks.submit(() -> follow(cohort, patientsOfPiece)));
    }

    private List<PatientOutcome> follow(Cohort cohort, List<FollowUp.Enrolled> enrolledHere) {
        screening.runIn(
                cohort, enrolledHere.stream().map(FollowUp.Enrolled::person).toList());
        if (!paired()) {
            return followUp.run(cohort, enrolledHere);
        }
        List<List<PatientOutcome>> byArm = new ArrayList<>();
        for (int a = 0; a < protocol.arms().size(); a++) {
            int arm = a;
            Cohort copy = a + 1 < protocol.arms().size() ? cohort.fork() : cohort;
            byArm.add(followUp.run(
                    copy,
                    enrolledHere.stream()
                            .map(e -> new FollowUp.Enrolled(e.person(), e.number(), arm, e.severity(), e.history()))
                            .toList()));
        }
        List<PatientOutcome> all = new ArrayList<>();
        for (int i = 0; i < enrolledHere.size(); i++) {
            for (List<PatientOutcome> ofArm : byArm) {
                all.add(ofArm.get(i));
            }
        }
        return all;
    }

    private String stratum(Person person, int history) {
        StringBuilder name = new StringBuilder();
        if (allocation.by(Randomisation.Stratum.OI_TYPE)) {
            name.append(person.type());
        }
        if (allocation.by(Randomisation.Stratum.SEX)) {
            name.append('/').append(person.sex());
        }
        if (allocation.by(Randomisation.Stratum.AGE_GROUP)) {
            double years = person.ageDays() / Age.DAYS_PER_YEAR;
            name.append('/').append(years < 4 ? 0 : years < 10 ? 1 : years < 18 ? 2 : 3);
        }
        if (allocation.by(Randomisation.Stratum.RECENT_FRACTURE)) {
            name.append('/').append(history > 0);
        }
        return name.toString();
    }

    private void giveUpWhenHopeless() {
        boolean nobody = enrolled == 0 && takenUp >= GIVE_UP_AFTER_NOBODY;
        boolean tooFew = takenUp > GIVE_UP_AFTER_NOBODY + GIVE_UP_PER_PATIENT * (enrolled + 1L);
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
