package org.lamella.trial.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.GenotypeClass;
import org.lamella.bone.TypePriors;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;
import org.lamella.trial.protocol.Recruitment;
import org.lamella.trial.protocol.Recruitment.Setting;

/** Who comes from which setting, and that the gene has random numbers of its own. */
class PopulationVerificationTest {
    private static final TypePriors PRIORS = TypePriors.of(BoneParameters.load());
    private static final KeyedRandom RANDOM = new KeyedRandom(7);
    private static final int ASKED = 12_000;

    private static Population population(Setting setting) {
        Recruitment recruitment =
                new Recruitment(setting, 10, new Recruitment.AgeRange(2, 16, null), 0.5, null, List.of(), null);
        return new Population(recruitment, PRIORS, RANDOM, 0);
    }

    private static Map<Setting, List<Person>> everySetting() {
        Map<Setting, List<Person>> all = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            all.put(setting, population(setting).attending(0, ASKED));
        }
        return all;
    }

    private static double share(List<Person> people, java.util.function.Predicate<Person> of) {
        return people.stream().filter(of).count() / (double) people.size();
    }

    @Test
    void settingsDifferInTheExpectedDirection() {
        Map<Setting, List<Person>> people = everySetting();
        List<Person> register = people.get(Setting.REGISTER);
        List<Person> clinic = people.get(Setting.CLINIC);
        List<Person> referral = people.get(Setting.REFERRAL);
        assertThat(register).as("everybody is in a register").hasSize(ASKED);
        for (OiType severe : new OiType[] {OiType.III, OiType.IV}) {
            assertThat(share(register, p -> p.type() == severe))
                    .as("%s", severe)
                    .isLessThan(share(clinic, p -> p.type() == severe));
        }
        assertThat(share(register, p -> p.type() == OiType.I))
                .isGreaterThan(share(clinic, p -> p.type() == OiType.I))
                .isGreaterThan(share(referral, p -> p.type() == OiType.I));
        assertThat(share(clinic, p -> p.type() == OiType.I)).isGreaterThan(share(referral, p -> p.type() == OiType.I));
        assertThat(share(referral, p -> p.type() == OiType.V)).isGreaterThan(0.02);
        double ofRegister = severity(Setting.REGISTER, register);
        double ofClinic = severity(Setting.CLINIC, clinic);
        double ofReferral = severity(Setting.REFERRAL, referral);
        assertThat(ofRegister).isCloseTo(0, within(0.05));
        assertThat(ofClinic).isGreaterThan(ofRegister + 0.05);
        assertThat(ofReferral).isGreaterThan(ofClinic + 0.05);
        assertThat(share(register, p -> p.genotype() == GenotypeClass.HAPLOINSUFFICIENCY))
                .isGreaterThan(share(referral, p -> p.genotype() == GenotypeClass.HAPLOINSUFFICIENCY) + 0.05);
    }

    private static double severity(Setting setting, List<Person> people) {
        Population population = population(setting);
        return people.stream().mapToDouble(population::severity).average().orElseThrow();
    }

    @Test
    void genesComeByTheirShareWithinTheType() {
        List<Person> people = population(Setting.REGISTER).attending(0, ASKED);
        for (OiType type : new OiType[] {OiType.I, OiType.III, OiType.IV}) {
            List<Person> of = people.stream().filter(p -> p.type() == type).toList();
            for (GenotypeClass genotype : GenotypeClass.values()) {
                double expected = PRIORS.genotypeShare(type, genotype);
                double error = Math.sqrt(expected * (1 - expected) / of.size());
                assertThat(share(of, p -> p.genotype() == genotype))
                        .as("%s %s", type, genotype)
                        .isCloseTo(expected, within(4 * error + 1e-12));
            }
        }
    }

    /** A gene moves traits and nothing else: sex, type, age and the traits of those without one are as they were. */
    @Test
    void theGeneHasRandomNumbersOfItsOwn() {
        for (Person person : population(Setting.REGISTER).attending(0, 300)) {
            Sex sex = RANDOM.uniform(person.key(), 0, Process.RECRUITMENT, 0) < 0.5 ? Sex.FEMALE : Sex.MALE;
            double age = 2 + 14 * RANDOM.uniform(person.key(), 0, Process.RECRUITMENT, 2);
            assertThat(person.sex()).isEqualTo(sex);
            assertThat(person.ageDays()).isEqualTo((int) Math.floor(age * 365.25));
            assertThat(person.traits())
                    .isEqualTo(PRIORS.draw(person.type(), sex, person.genotype(), RANDOM, person.key(), 0));
            if (person.genotype() == GenotypeClass.UNKNOWN) {
                assertThat(person.traits()).isEqualTo(PRIORS.draw(person.type(), sex, RANDOM, person.key(), 0));
            }
        }
    }
}
