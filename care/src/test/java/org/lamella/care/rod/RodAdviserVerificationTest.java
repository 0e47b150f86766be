package org.lamella.care.rod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.care.plan.SurgicalNote.Fit;
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

    private static Fit fit(@Nullable Double canalMm, @Nullable Boolean growing, String device) {
        Millimetres canal = canalMm == null ? null : new Millimetres(canalMm);
        return new Devices(RodFacts.standard(), canal, growing)
                .all().stream()
                        .filter(d -> d.name().equals(device))
                        .findFirst()
                        .orElseThrow()
                        .fit();
    }

    @Test
    void everyRodOfTheCatalogueIsPlaced() {
        assertThat(RodFacts.standard().devices())
                .extracting(RodFacts.Device::name)
                .containsExactlyInAnyOrder(
                        "K-wire",
                        "Steinmann pin",
                        "Rush rod",
                        "Williams rod",
                        "Push rod",
                        "Elastic nail",
                        "Locked nail",
                        "Bailey-Dubow",
                        "Sheffield",
                        "Fassier-Duval");
        assertThat(RodFacts.standard().devices())
                .allSatisfy(d -> assertThat(d.sources()).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "3.1,true,Fassier-Duval,DOES_NOT_FIT",
        "3.2,true,Fassier-Duval,FITS",
        "3.1,true,K-wire,FITS",
        "3.2,true,K-wire,POSSIBLE",
        "3.1,true,Steinmann pin,POSSIBLE",
        "9.0,false,Fassier-Duval,DOES_NOT_FIT",
        "9.0,false,Locked nail,FITS",
        "9.0,true,Locked nail,DOES_NOT_FIT"
    })
    void widthAndGrowthPlaceEachRod(double canal, boolean growing, String device, Fit expected) {
        assertThat(fit(canal, growing, device)).isEqualTo(expected);
    }

    @Test
    void whatIsNotKnownIsNotGuessed() {
        assertThat(fit(null, true, "Fassier-Duval")).isEqualTo(Fit.CANNOT_EVALUATE);
        assertThat(fit(9.0, null, "Locked nail")).isEqualTo(Fit.CANNOT_EVALUATE);
    }

    /** ln 10 times 40 d is 13 weeks, twice that with the full delay of the model; 70 d gives 23. */
    @Test
    void healingIsThatOfTheModelWithItsRange() {
        Healing healing = new Healing(RodFacts.standard());
        assertThat(healing.say(true, true, true).getFirst().text()).contains("13 to 26 weeks");
        assertThat(healing.say(true, false, true).getFirst().text()).contains("about 13 weeks");
        assertThat(healing.say(false, true, false).getFirst().text()).contains("about 23 weeks");
        assertThat(healing.say(true, true, true).getLast().text()).contains("7.29");
    }
}
