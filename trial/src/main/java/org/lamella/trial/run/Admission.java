package org.lamella.trial.run;

import java.io.Serializable;

/**
 * The decision about one piece: the first people who may enter get these arms and rising numbers.
 *
 * @param firstNumber order of enrolment of the first of them, from 0
 * @param arms index of the arm of each; as many as are enrolled, 0 for all in a paired trial
 */
public record Admission(int firstNumber, int[] arms) implements Serializable {}
