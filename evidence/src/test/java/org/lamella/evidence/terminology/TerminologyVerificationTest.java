package org.lamella.evidence.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lamella.evidence.drug.DrugCode;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.patient.Analyte;
import org.lamella.patient.Drug;
import org.lamella.patient.SkeletalSite;

class TerminologyVerificationTest {
    private static final String LOINC = "http://loinc.org";
    private static final String ATC = "http://www.whocc.no/atc";
    private static final Terminology CODES = Terminology.standard();

    /** Dihedral group of the Verhoeff scheme, which SNOMED CT uses for its last digit. */
    private static final int[][] PRODUCT = new int[10][10];

    private static final int[] PERMUTATION = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    static {
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 10; j++) {
                int a = i % 5;
                int b = j % 5;
                PRODUCT[i][j] = i < 5
                        ? (j < 5 ? (a + b) % 5 : 5 + (a + b) % 5)
                        : (j < 5 ? 5 + Math.floorMod(a - b, 5) : Math.floorMod(a - b, 5));
            }
        }
    }

    @Test
    void checkDigitsAreRight() {
        for (PublicCode code : CODES.all()) {
            if (code.system().equals(LOINC)) {
                assertThat(luhn(code.code())).as(code.code()).isTrue();
            } else if (code.system().equals("http://snomed.info/sct")) {
                assertThat(verhoeff(code.code())).as(code.code()).isTrue();
            }
        }
        assertThat(luhn("24966-5")).isFalse();
        assertThat(verhoeff("78314002")).isFalse();
    }

    @Test
    void everyMeaningExistsInTheVocabulary() {
        for (PublicCode code : CODES.all()) {
            assertThat(code.seen()).as(code.code()).isNotBlank();
            switch (code.kind()) {
                case ANALYTE ->
                    assertThat(CODES.analyteFor(code.system(), code.code()))
                            .as(code.code())
                            .isPresent();
                case DXA ->
                    assertThat(CODES.dxaFor(code.system(), code.code()))
                            .as(code.code())
                            .isPresent();
                case DRUG ->
                    assertThat(CODES.drugFor(code.system(), code.code()))
                            .as(code.code())
                            .isPresent();
                case CONDITION -> assertThat(code.means()).isEqualTo("osteogenesis-imperfecta");
                case MEASURE ->
                    assertThat(code.means())
                            .startsWithIgnoringCase(code.means().startsWith("height") ? "height" : "weight");
            }
        }
    }

    @Test
    void codesAreFoundBothWays() {
        assertThat(CODES.analyteFor(LOINC, "14682-9")).contains(Analyte.CREATININE);
        assertThat(CODES.analyteFor(LOINC, "29463-7")).isEmpty();
        assertThat(CODES.dxaFor(LOINC, "85394-5")).contains(new DxaQuantity(SkeletalSite.LUMBAR_SPINE, true));
        assertThat(CODES.drugFor(ATC, "M05BA08")).contains(Drug.ZOLEDRONATE);
        assertThat(CODES.codesOf(Analyte.CALCIUM)).extracting(PublicCode::code).containsExactly("17861-6", "2000-8");
        assertThat(CODES.codesOf(Drug.ZOLEDRONATE)).hasSize(2);
        assertThat(CODES.isOsteogenesisImperfecta("http://www.orpha.net", "ORPHA:666"))
                .isTrue();
        assertThat(CODES.isOsteogenesisImperfecta("http://hl7.org/fhir/sid/icd-10-cm", "Q78.0"))
                .isTrue();
        assertThat(CODES.isOsteogenesisImperfecta("http://hl7.org/fhir/sid/icd-10", "Q78.1"))
                .isFalse();
    }

    @Test
    void drugFilesAndTerminologyAgreeOnAtcCodes() {
        for (DrugFacts facts : DrugFormulary.standard().all()) {
            for (DrugCode code : facts.codes()) {
                if (code.system().equals("ATC")) {
                    assertThat(CODES.drugFor(ATC, code.code())).as(code.code()).contains(facts.drug());
                }
            }
        }
    }

    private static boolean luhn(String loinc) {
        int dash = loinc.indexOf('-');
        int sum = 0;
        for (int i = 0; i < dash; i++) {
            int digit = loinc.charAt(dash - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10 == loinc.charAt(dash + 1) - '0';
    }

    private static boolean verhoeff(String digits) {
        int check = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            for (int power = 0; power < i % 8; power++) {
                digit = PERMUTATION[digit];
            }
            check = PRODUCT[check][digit];
        }
        return check == 0;
    }
}
