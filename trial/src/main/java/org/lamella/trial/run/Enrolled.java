package org.lamella.trial.run;

import java.util.List;
import org.lamella.trial.population.Person;

/**
 * One enrolled patient in one arm.
 *
 * @param person who
 * @param number order of enrolment from 0
 * @param arm index of the arm
 * @param severity latent severity within the type
 * @param history fractures known at screening
 * @param runIn fractures between screening and enrolment, on days before 0
 */
record Enrolled(Person person, int number, int arm, double severity, int history, List<TrialEvent> runIn) {}
