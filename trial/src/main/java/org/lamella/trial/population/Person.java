package org.lamella.trial.population;

import org.lamella.bone.GenotypeClass;
import org.lamella.bone.TraitValues;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;

/**
 * Somebody who was asked to take part.
 *
 * @param key identity for random numbers: the number among all who were thought of, from 0
 * @param sex sex
 * @param type OI type
 * @param genotype group of genotypes behind it; unknown when no gene was found
 * @param ageDays age at enrolment
 * @param traits what they were born with
 */
public record Person(long key, Sex sex, OiType type, GenotypeClass genotype, int ageDays, TraitValues traits) {}
