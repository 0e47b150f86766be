package org.lamella.trial.run;

import org.lamella.trial.population.Person;

/**
 * One enrolled patient in one arm.
 *
 * @param person who
 * @param number order of enrolment from 0
 * @param arm index of the arm
 * @param severity latent severity within the type
 * @param history fractures known at screening
 */
record Enrolled(Person person, int number, int arm, double severity, int history) {}
