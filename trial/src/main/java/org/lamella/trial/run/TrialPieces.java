package org.lamella.trial.run;

import java.util.ArrayList;
import java.util.List;
import org.lamella.bone.BoneModel;
import org.lamella.patient.measure.Age;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.trial.population.Person;
import org.lamella.trial.population.Population;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Randomisation;

/**
 * One replicate cut into pieces that can be screened and followed anywhere. Only {@link Enrolment}, in between, needs all
 * of them in order. Threads and Spark both work with these.
 */
public final class TrialPieces {
    private final Protocol protocol;
    private final KeyedRandom random;
    private final int replicate;
    private final Population population;
    private final Screening screening;
    private final FollowUp followUp;

    TrialPieces(Protocol protocol, BoneModel model, long seed, int replicate) {
        this.protocol = protocol;
        this.random = new KeyedRandom(seed);
        this.replicate = replicate;
        this.population = new Population(protocol.recruitment(), model.priors(), random, replicate);
        this.screening = new Screening(protocol, model, random, replicate);
        this.followUp = new FollowUp(protocol, random, replicate);
    }

    /** Screens the people with numbers {@code from} (included) to {@code until} (excluded). */
    public TrialPiece screen(long from, long until) {
        return screen(new Population.Attending(population.attending(from, until), until));
    }

    /** Screens people who came when asked. */
    TrialPiece screen(Population.Attending attending) {
        long until = attending.until();
        Screened screened = screening.screen(attending.people(), until);
        List<Entrants.Entrant> entrants = new ArrayList<>();
        for (int i = 0; i < screened.people().size(); i++) {
            Person person = screened.people().get(i);
            entrants.add(new Entrants.Entrant(person.key(), stratum(person, screened.history()[i])));
        }
        return new TrialPiece(
                this,
                screened,
                new Entrants(until, entrants, screened.failures(), screened.known(), screened.daysSimulated()));
    }

    /** Enrolment of this replicate from a state on. */
    public Enrolment enrolment(int patients, Enrolment.State from) {
        return new Enrolment(protocol, random, replicate, patients, from);
    }

    Protocol protocol() {
        return protocol;
    }

    Population population() {
        return population;
    }

    Screening screening() {
        return screening;
    }

    FollowUp followUp() {
        return followUp;
    }

    boolean paired() {
        return protocol.randomisation().method() == Randomisation.Method.PAIRED;
    }

    private String stratum(Person person, int history) {
        return Allocation.stratum(
                protocol.randomisation().strata(),
                person.type(),
                person.sex(),
                person.ageDays() / Age.DAYS_PER_YEAR,
                history);
    }
}
