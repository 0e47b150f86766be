package org.lamella.trial.population;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Erf;
import org.lamella.bone.GenotypeClass;
import org.lamella.bone.Trait;
import org.lamella.bone.TraitValues;
import org.lamella.bone.TypePriors;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;
import org.lamella.trial.protocol.ObservationDefaults;
import org.lamella.trial.protocol.Recruitment;

/**
 * An endless, numbered stream of people from a setting. Person number k is a pure function of the seed, the replicate and
 * k, so any part of the stream can be made anywhere.
 *
 * <p>Within a type, severity is one latent direction: more turnover, less osteoblast output and more frailty than the
 * type's median. Clinics, referral centres and trials see more of its severe end (see {@code severity_pull} in
 * {@code observation.yaml}).
 *
 * <p>The gene is drawn by its share within the type ({@code genotype_share.*} in {@code type_priors.yaml}), from random
 * numbers of its own; so settings differ in genes as they differ in types. It moves the medians a little and explains
 * little of what a person is like. Where no gene is found, nothing is moved.
 */
public final class Population {
    private static final int DRAW_SEX = 0;
    private static final int DRAW_TYPE = 1;
    private static final int DRAW_AGE = 2;
    private static final int DRAW_ATTENDANCE = 3;

    private final Recruitment recruitment;
    private final TypePriors priors;
    private final KeyedRandom random;
    private final int replicate;
    private final double[] cumulativeTypes;
    private final double severityPull;

    /**
     * @param recruitment who is asked
     * @param priors traits by type
     * @param random random numbers of the study
     * @param replicate replicate of the study
     */
    public Population(Recruitment recruitment, TypePriors priors, KeyedRandom random, int replicate) {
        this.recruitment = recruitment;
        this.priors = priors;
        this.random = random;
        this.replicate = replicate;
        this.severityPull = ObservationDefaults.severityPull(recruitment.setting());
        this.cumulativeTypes = cumulative(recruitment);
    }

    private static double[] cumulative(Recruitment recruitment) {
        double[] shares = ObservationDefaults.typeShares(recruitment.setting());
        recruitment.typesIfGiven().ifPresent(given -> {
            for (OiType type : OiType.values()) {
                shares[type.ordinal()] = given.getOrDefault(type, 0.0);
            }
        });
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i];
            shares[i] = sum;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** Those of the numbers {@code from} (included) to {@code until} (excluded) who come when asked, in order. */
    public List<Person> attending(long from, long until) {
        List<Person> people = new ArrayList<>();
        for (long key = from; key < until; key++) {
            Person person = person(key);
            if (comes(person)) {
                people.add(person);
            }
        }
        return people;
    }

    /**
     * People who come when asked.
     *
     * @param people who, in order of their numbers
     * @param until number after the last one who was asked
     */
    public record Attending(List<Person> people, long until) {
        public Attending {
            people = List.copyOf(people);
        }
    }

    /** The first {@code count} who come when asked, from number {@code from} on. */
    public Attending next(long from, int count) {
        List<Person> people = new ArrayList<>(count);
        long key = from;
        for (; people.size() < count; key++) {
            Person person = person(key);
            if (comes(person)) {
                people.add(person);
            }
        }
        return new Attending(people, key);
    }

    private boolean comes(Person person) {
        return severityPull == 0 || uniform(person.key(), DRAW_ATTENDANCE) < attendance(person);
    }

    private Person person(long key) {
        Sex sex = uniform(key, DRAW_SEX) < recruitment.femaleShare() ? Sex.FEMALE : Sex.MALE;
        double u = uniform(key, DRAW_TYPE);
        int type = 0;
        while (cumulativeTypes[type] <= u) {
            type++;
        }
        OiType oiType = OiType.values()[type];
        GenotypeClass genotype = priors.genotype(oiType, random.uniform(key, replicate, Process.GENOTYPE, 0));
        TraitValues traits = priors.draw(oiType, sex, genotype, random, key, replicate);
        return new Person(key, sex, oiType, genotype, ageDays(uniform(key, DRAW_AGE)), traits);
    }

    private double uniform(long key, int draw) {
        return random.uniform(key, replicate, Process.RECRUITMENT, draw);
    }

    private int ageDays(double u) {
        Recruitment.AgeRange range = recruitment.age();
        double a = range.fromYears();
        double b = range.toYears();
        Double typical = range.typicalYears();
        double years;
        if (typical == null) {
            years = a + u * (b - a);
        } else {
            double peak = (typical - a) / (b - a);
            years = u < peak
                    ? a + StrictMath.sqrt(u * (b - a) * (typical - a))
                    : b - StrictMath.sqrt((1 - u) * (b - a) * (b - typical));
        }
        return (int) Math.floor(years * Age.DAYS_PER_YEAR);
    }

    private double attendance(Person person) {
        return 0.5 * Erf.erfc(-severityPull * severity(person) / StrictMath.sqrt(2));
    }

    /** Latent severity within the type in standard deviations; positive is worse. */
    public double severity(Person person) {
        double s = standardised(person, Trait.TURNOVER)
                - standardised(person, Trait.OSTEOBLAST_OUTPUT)
                + standardised(person, Trait.FRAILTY);
        return s / StrictMath.sqrt(3);
    }

    private double standardised(Person person, Trait trait) {
        double spread = priors.spread(person.type(), trait);
        double median = priors.median(person.type(), person.sex(), trait);
        return spread == 0 ? 0 : StrictMath.log(person.traits().get(trait) / median) / spread;
    }
}
