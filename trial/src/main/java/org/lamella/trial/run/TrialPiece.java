package org.lamella.trial.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.lamella.bone.Cohort;
import org.lamella.trial.population.Person;
import org.lamella.trial.population.Population;

/** One screened piece of the stream of people, their bodies included; follow it once it is known who is enrolled. */
public final class TrialPiece {
    private final TrialPieces trial;
    private final Screened screened;
    private final Entrants entrants;

    TrialPiece(TrialPieces trial, Screened screened, Entrants entrants) {
        this.trial = trial;
        this.screened = screened;
        this.entrants = entrants;
    }

    public Entrants entrants() {
        return entrants;
    }

    /**
     * Follows those who were admitted to the end, in order of enrolment and arm. The bodies at screening are left as they
     * are, so a lost result can be computed again.
     */
    public List<PatientOutcome> follow(Admission admission) {
        int wanted = admission.arms().length;
        if (wanted == 0) {
            return List.of();
        }
        Cohort atScreening = Objects.requireNonNull(screened.cohort(), "somebody may enter");
        Cohort bodies = atScreening.select(IntStream.range(0, wanted).toArray());
        List<Person> people = screened.people().subList(0, wanted);
        Population population = trial.population();
        List<List<TrialEvent>> runIn = trial.screening().runIn(bodies, people);
        List<Enrolled> enrolled = new ArrayList<>(wanted);
        for (int i = 0; i < wanted; i++) {
            Person person = people.get(i);
            enrolled.add(new Enrolled(
                    person,
                    admission.firstNumber() + i,
                    admission.arms()[i],
                    population.severity(person),
                    screened.history()[i],
                    runIn.get(i)));
        }
        return trial.paired()
                ? throughEveryArm(bodies, enrolled)
                : trial.followUp().run(bodies, enrolled);
    }

    private List<PatientOutcome> throughEveryArm(Cohort bodies, List<Enrolled> enrolled) {
        int arms = trial.protocol().arms().size();
        List<List<PatientOutcome>> byArm = new ArrayList<>();
        for (int a = 0; a < arms; a++) {
            int arm = a;
            Cohort copy = a + 1 < arms ? bodies.fork() : bodies;
            byArm.add(trial.followUp()
                    .run(
                            copy,
                            enrolled.stream()
                                    .map(e -> new Enrolled(
                                            e.person(), e.number(), arm, e.severity(), e.history(), e.runIn()))
                                    .toList()));
        }
        List<PatientOutcome> all = new ArrayList<>();
        for (int i = 0; i < enrolled.size(); i++) {
            for (List<PatientOutcome> ofArm : byArm) {
                all.add(ofArm.get(i));
            }
        }
        return all;
    }
}
