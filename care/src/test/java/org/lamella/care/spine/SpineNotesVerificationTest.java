package org.lamella.care.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.care.Children;
import org.lamella.care.plan.SpineNote;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.PatientBuilder;

class SpineNotesVerificationTest {
    private static PatientBuilder child() {
        return Children.inOrder(LocalDate.of(2018, 3, 1), "20");
    }

    private static Examination cobb(LocalDate day, String degrees) {
        return new Examination(day, Examination.Kind.COBB_ANGLE, new BigDecimal(degrees));
    }

    private static SpineNote note(PatientBuilder patient) {
        return SpineNotes.of(patient.build(), TODAY, List.of());
    }

    private static String text(SpineNote note) {
        StringBuilder text = new StringBuilder();
        note.statements().forEach(s -> text.append(s.text()).append('\n'));
        return text.toString();
    }

    @Test
    void withoutAnAngleItSaysWhatItNeedsAndDrawsNothing() {
        SpineNote note = note(child());
        assertThat(note.needs()).containsExactly("a Cobb angle with its date (whole-spine film)");
        assertThat(note.curve()).isEmpty();
        assertThat(text(note)).contains("Cannot evaluate the curve");
    }

    @ParameterizedTest
    @CsvSource({"I,1", "III,6", "IV,4", "V,2.7", "VI,2.7"})
    void thePaceIsThatOfTheTypeOrOfAMixedCohort(OiType type, String pace) {
        SpineNote note =
                note(child().diagnosis(new OiDiagnosis(type, null, null)).add(cobb(TODAY.minusMonths(2), "22")));
        assertThat(note.curve()).hasSize(6);
        assertThat(text(note)).contains(": " + pace + " degrees a year");
        assertThat(text(note).contains("mixed cohort")).isEqualTo(type == OiType.V || type == OiType.VI);
    }

    @ParameterizedTest
    @CsvSource({"23,true", "24,false"})
    void anOldAngleIsNoBasis(int months, boolean used) {
        SpineNote note = note(child().add(cobb(TODAY.minusMonths(months), "22")));
        assertThat(note.curve().isEmpty()).isEqualTo(!used);
        assertThat(note.needs().isEmpty()).isEqualTo(used);
    }

    @Test
    void anUnknownTypeIsAskedFor() {
        SpineNote note =
                note(child().diagnosis(new OiDiagnosis(null, "COL1A1", null)).add(cobb(TODAY.minusMonths(2), "22")));
        assertThat(note.needs()).containsExactly("the OI type");
        assertThat(note.curve()).isEmpty();
    }

    @Test
    void afterGrowthTwoAnglesFarEnoughApartAreNeeded() {
        PatientBuilder grown = child().add(new Finding(TODAY.minusDays(9), Finding.Kind.EPIPHYSES_OPEN, false));
        assertThat(note(grown.add(cobb(TODAY.minusMonths(2), "30"))).needs())
                .singleElement()
                .asString()
                .startsWith("two Cobb angles at least 180 days apart");
        SpineNote followed = note(grown.add(cobb(TODAY.minusMonths(26), "26")));
        assertThat(followed.needs()).isEmpty();
        assertThat(followed.curve()).hasSize(6);
        assertThat(text(followed)).contains("Growth has ended").doesNotContain("Published mean pace");
    }

    @Test
    void theForecastEndsWithGrowth() {
        PatientBuilder nearly = Children.inOrder(LocalDate.of(2010, 6, 1), "45").add(cobb(TODAY.minusMonths(2), "22"));
        assertThat(note(nearly).curve()).hasSize(2);
    }

    @Test
    void nothingDatedLaterIsUsed() {
        assertThat(note(child().add(cobb(TODAY.plusDays(1), "80")))).isEqualTo(note(child()));
    }

    @Test
    void neverPromisesABraceAndShowsBothSidesWhereSourcesDiffer() {
        String text =
                text(note(Children.inOrder(LocalDate.of(2023, 3, 1), "11").add(cobb(TODAY.minusMonths(2), "22"))));
        assertThat(text).contains("A brace has not halted curves in OI").contains("a review sees little effect");
        assertThat(text).contains("When to refer for fusion is not agreed");
    }

    @Test
    void everyFigureHasASourceAndAStatus() {
        SpineFacts facts = SpineFacts.standard();
        assertThat(facts.limits().values()).hasSizeGreaterThanOrEqualTo(6).allSatisfy(f -> {
            assertThat(f.status()).isIn("stated", "assumed");
            assertThat(f.unit()).isNotBlank();
            assertThat(f.source().reference()).isNotBlank();
        });
        for (OiType type : OiType.values()) {
            assertThat(facts.progression(type).status()).isEqualTo("stated");
        }
    }

    /** Only sentences that restate the record go without a source. */
    @Test
    void everySentenceThatIsNotOfTheRecordIsSourced() {
        note(child().add(cobb(TODAY.minusMonths(2), "22"))).statements().stream()
                .filter(s -> s.sources().isEmpty())
                .forEach(s -> assertThat(s.text()).matches("(Cobb angle|No lateral|Lateral|No vertebral|\\d+ vert).*"));
    }
}
