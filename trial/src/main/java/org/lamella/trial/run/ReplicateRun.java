package org.lamella.trial.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import org.lamella.trial.population.Population;

/**
 * One replicate on threads. People are screened and followed in pieces, several at a time; pieces are taken up in order,
 * so who is enrolled, and into which arm, does not depend on threads or on the size of pieces.
 */
final class ReplicateRun {
    private static final int SMALLEST_PIECE = 16;
    /** People of similar age grow together, which takes many to choose from. */
    private static final int LARGEST_PIECE = 512;

    private static final int PIECES_PER_THREAD = 3;

    private final TrialPieces trial;
    private final Enrolment enrolment;
    private final int patients;
    private final int replicate;
    private final RunTally before;
    private final Tasks tasks;
    private final int inFlight;
    private final int share;

    private final Deque<Screen> screens = new ArrayDeque<>();
    private final Deque<Follow> follows = new ArrayDeque<>();
    private Enrolment.State delivered;
    private long nextPerson;

    /** People being screened. */
    private record Screen(int people, Future<TrialPiece> piece) {}

    /** People being followed, and where enrolment stands once they are delivered. */
    private record Follow(Future<List<PatientOutcome>> outcomes, Enrolment.State after) {}

    /**
     * @param trial the replicate
     * @param patients patients to enrol
     * @param from where to begin
     * @param tasks where the work is done
     * @param threads how many do it
     */
    ReplicateRun(TrialPieces trial, int patients, Checkpoint from, Tasks tasks, int threads) {
        this.trial = trial;
        this.patients = patients;
        this.replicate = from.replicate();
        this.before = from.before();
        this.delivered = from.enrolment();
        this.nextPerson = delivered.nextPerson();
        this.enrolment = trial.enrolment(patients, delivered);
        this.tasks = tasks;
        this.inFlight = PIECES_PER_THREAD * threads;
        this.share = threads == 1 ? 1 : 2 * threads;
    }

    /** Runs until everybody is followed, or until told to stop. */
    RunTally run(OutcomeSink sink, RunProgress progress, long inAll) {
        while (delivered.enrolled() < patients && !progress.cancelled()) {
            while (screens.size() + follows.size() < inFlight && enrolment.expectedStillNeeded(lookingAt()) > 0) {
                submitScreening();
            }
            boolean follow = !follows.isEmpty()
                    && (follows.getFirst().outcomes().isDone() || screens.isEmpty() || follows.size() >= inFlight);
            if (follow) {
                deliver(sink);
                RunTally so = before.plus(delivered.tally(true));
                progress.at(so.enrolled(), inAll, so.simulatedYears());
            } else if (!screens.isEmpty()) {
                takeUp(Tasks.result(screens.removeFirst().piece()));
            }
        }
        while (!follows.isEmpty() && follows.getFirst().outcomes().isDone()) {
            deliver(sink);
        }
        screens.forEach(s -> s.piece().cancel(true));
        follows.forEach(f -> f.outcomes().cancel(true));
        return before.plus(delivered.tally(delivered.enrolled() >= patients));
    }

    private void deliver(OutcomeSink sink) {
        Follow follow = follows.removeFirst();
        Tasks.result(follow.outcomes()).forEach(sink::accept);
        delivered = follow.after();
        sink.reached(new Checkpoint(replicate, delivered, before));
    }

    private long lookingAt() {
        return screens.stream().mapToLong(Screen::people).sum();
    }

    /** Pieces become smaller towards the end, so that no thread waits long for another. */
    private void submitScreening() {
        double each = enrolment.expectedStillNeeded(lookingAt()) / share;
        int size = (int) Math.clamp(Math.ceil(each), SMALLEST_PIECE, LARGEST_PIECE);
        Population.Attending next = trial.population().next(nextPerson, size);
        nextPerson = next.until();
        screens.addLast(new Screen(size, tasks.submit(() -> trial.screen(next))));
    }

    private void takeUp(TrialPiece piece) {
        if (!enrolment.full()) {
            Admission admission = enrolment.take(piece.entrants());
            follows.addLast(new Follow(tasks.submit(() -> piece.follow(admission)), enrolment.state()));
        }
    }
}
