package org.lamella.twin.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.GenotypeClass;
import org.lamella.bone.MeasuredGrowth;
import org.lamella.bone.Trait;
import org.lamella.bone.TypePriors;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.Sex;
import org.lamella.twin.ObservationErrors;

/** The recorded genotype reaches the prior of the person. */
class GenotypeOfPersonVerificationTest {
    private static final BoneParameters PARAMETERS = BoneParameters.load();
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private static PersonPrior prior(OiType type, @Nullable String gene, @Nullable String variant) {
        Patient patient = Patient.builder("p", Sex.FEMALE, LocalDate.of(2018, 1, 1))
                .diagnosis(new OiDiagnosis(type, gene, variant))
                .build();
        return new PriorOfPerson(PARAMETERS, ObservationErrors.load()).of(patient, type, MeasuredGrowth.NONE, DAY);
    }

    private static double height(PersonPrior prior) {
        return prior.types().getFirst().mean(Trait.HEIGHT_Z);
    }

    @Test
    void theGroupOfTheVariantMovesTheMedians() {
        double unknown = height(prior(OiType.I, null, null));
        double haploinsufficiency = height(prior(OiType.I, "COL1A1", "p.(Arg767Ter)"));
        double glycine = height(prior(OiType.I, "COL1A1", "p.(Gly200Ser)"));
        assertThat(haploinsufficiency).isGreaterThan(unknown);
        assertThat(glycine).isLessThan(unknown);
        double shift =
                TypePriors.of(PARAMETERS).genotypeShift(OiType.I, Trait.HEIGHT_Z, GenotypeClass.HAPLOINSUFFICIENCY);
        assertThat(haploinsufficiency - unknown).isCloseTo(shift, within(1e-12));
    }

    @Test
    void aGenotypeThatDefinesATypeStandsForAnUnclassifiedOne() {
        assertThat(prior(OiType.OTHER, null, null).types()).hasSize(4);
        PersonPrior six = prior(OiType.OTHER, "SERPINF1", null);
        assertThat(six.types()).hasSize(1);
        assertThat(six.types().getFirst().mean(Trait.ONSET_TIME)).isPositive();
        // a recorded type is not overruled by the gene
        assertThat(prior(OiType.IV, "SERPINF1", null).types().getFirst().mean(Trait.ONSET_TIME))
                .isZero();
    }
}
