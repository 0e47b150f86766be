package org.lamella.care.rod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.patient.Bone;
import org.lamella.patient.Sex;
import org.lamella.patient.Side;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.Centimetres;

class RodAdviserVerificationTest {
    private final RodAdviser adviser = new RodAdviser(RodFacts.standard());

    private static Age years(int years) {
        return Age.of(LocalDate.of(2026 - years, 11, 1), LocalDate.of(2026, 11, 1));
    }

    private static HeightPath growing(double from, double perYear) {
        return new HeightPath(List.of(point(0, from, 0), point(2, from, perYear), point(5, from, perYear)));
    }

    private static HeightPath.Point point(double years, double from, double perYear) {
        double median = from + perYear * years;
        return new HeightPath.Point(
                years, new Centimetres(median - years), new Centimetres(median), new Centimetres(median + years));
    }

    private static RodQuestion femur(int years, @Nullable Double canalMm, @Nullable Boolean open, double cm) {
        return new RodQuestion(
                Bone.FEMUR,
                Side.LEFT,
                Sex.FEMALE,
                years(years),
                canalMm == null ? null : new Millimetres(canalMm),
                null,
                open,
                growing(cm, 6));
    }

    @ParameterizedTest
    @CsvSource({"3.1,THIN_FIXED", "3.19,THIN_FIXED", "3.2,TELESCOPING", "3.3,TELESCOPING", "6.0,TELESCOPING"})
    void theCanalDecidesBetweenThinAndTelescoping(double canal, RodFamily family) {
        RodAdvice advice = adviser.advise(femur(3, canal, true, 85));
        assertThat(((RodAdvice.Considered) advice).family()).isEqualTo(family);
    }

    @Test
    void closedGrowthPlatesPointToAFixedNail() {
        RodAdvice.Considered advice = (RodAdvice.Considered) adviser.advise(femur(15, 8.0, false, 150));
        assertThat(advice.family()).isEqualTo(RodFamily.FIXED_NEAR_MATURITY);
        assertThat(advice.outgrowing().text()).contains("will not be outgrown");
    }

    @Test
    void anUnmeasuredCanalIsNamedAsMissing() {
        RodAdvice advice = adviser.advise(femur(3, null, true, 85));
        assertThat(((RodAdvice.CannotEvaluate) advice).needs()).anyMatch(n -> n.contains("canal diameter"));
    }

    @Test
    void unknownMaturityOfAnOlderChildIsNamedAsMissing() {
        RodAdvice advice = adviser.advise(femur(12, 6.0, null, 140));
        assertThat(((RodAdvice.CannotEvaluate) advice).needs()).anyMatch(n -> n.contains("growth plates"));
    }

    @Test
    void aFastGrowerOutgrowsAFixedRodEarlier() {
        RodAdvice.Considered advice = (RodAdvice.Considered) adviser.advise(femur(2, 3.0, true, 75));
        BoneGrowth growth = advice.growth();
        assertThat(growth).isNotNull();
        double fast = growth.outgrownAfter(0.7, BoneGrowth.Bound.HIGH).orElseThrow();
        double median = growth.outgrownAfter(0.7, BoneGrowth.Bound.MEDIAN).orElseThrow();
        assertThat(fast).isLessThan(median);
        assertThat(growth.points().getFirst().median().value()).isBetween(120.0, 145.0);
        assertThat(advice.outgrowing().text()).contains("assumption of the model");
    }

    @Test
    void allPublishedFiguresAreShownTogether() {
        RodAdvice.Considered advice = (RodAdvice.Considered) adviser.advise(femur(5, 4.5, true, 100));
        assertThat(advice.figures())
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(f -> assertThat(f.source().reference()).isNotBlank());
        assertThat(advice.sizing().getFirst().text()).contains("4.0 mm");
        assertThat(advice.timing()).isNotEmpty();
    }

    @Test
    void aBoneWithoutRodsIsRefused() {
        assertThatThrownBy(() -> new RodQuestion(
                        Bone.SKULL, Side.MIDLINE, Sex.MALE, years(4), new Millimetres(4), null, true, null))
                .hasMessageContaining("accepted are femur, tibia, humerus and forearm");
    }

    @Test
    void aCanalWiderThanTheBoneIsRefused() {
        assertThatThrownBy(() -> new RodQuestion(
                        Bone.FEMUR,
                        Side.LEFT,
                        Sex.MALE,
                        years(4),
                        new Millimetres(14),
                        new Millimetres(12),
                        true,
                        null))
                .hasMessageContaining("not narrower");
    }

    @Test
    void everyLimitHasAStatus() {
        assertThat(RodFacts.standard().limits().values())
                .allSatisfy(l -> assertThat(l.status()).isIn("stated", "assumed", "unconfirmed"));
    }
}
