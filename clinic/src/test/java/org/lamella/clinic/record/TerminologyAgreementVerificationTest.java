package org.lamella.clinic.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lamella.evidence.terminology.PublicCode;
import org.lamella.evidence.terminology.Terminology;

/** The codes that a record is read with and the confirmed codes of the evidence module mean the same. */
class TerminologyAgreementVerificationTest {
    @Test
    void everyConfirmedLabDxaAndDrugCodeIsReadWithTheSameMeaning() {
        int compared = 0;
        for (PublicCode code : Terminology.standard().all()) {
            Concept.Kind kind = switch (code.kind()) {
                case ANALYTE -> Concept.Kind.LAB;
                case DXA -> Concept.Kind.DXA_SITE;
                case DRUG -> Concept.Kind.DRUG;
                case CONDITION, MEASURE -> Concept.Kind.NOT_USED;
            };
            // Albumin in moles is listed as a fact, but no conversion to the g/L kept here is in use.
            if (kind != Concept.Kind.NOT_USED && !code.code().equals("54347-0")) {
                assertThat(Codes.find(code.system(), code.code()))
                        .as(code.code())
                        .contains(new Concept(kind, code.means()));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(30);
    }
}
