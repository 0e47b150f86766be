package org.lamella.care.rod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.SurgicalNote;
import org.lamella.care.plan.SurgicalNote.Fit;
import org.lamella.evidence.Citation;
import org.lamella.evidence.growth.HeightVelocityReference;
import org.lamella.evidence.skeleton.GrowthPlateFusion;
import org.lamella.evidence.skeleton.LongBoneMeasure;
import org.lamella.patient.Bone;
import org.lamella.patient.Rod;
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
        assertThat(healing.say(true, true, true, null).getFirst().text()).contains("13 to 26 weeks");
        assertThat(healing.say(true, false, true, null).getFirst().text()).contains("about 13 weeks");
        assertThat(healing.say(false, true, false, null).getFirst().text()).contains("about 23 weeks");
        assertThat(healing.say(true, true, true, null).getLast().text()).contains("7.29");
    }

    @Test
    void healingIsGivenAsDatesWhenTheOperationHasOne() {
        assertThat(new Healing(RodFacts.standard())
                        .say(true, true, true, LocalDate.of(2026, 12, 15))
                        .getFirst()
                        .text())
                .contains("13 to 26 weeks in a growing bone: 2027-03-17 to 2027-06-17");
    }

    /** Growth of 6 cm a year for 5 years from 85 cm: 30 cm; Tanner's boys and girls of 3 grow at 0.7 to 1.3 of the median. */
    @Test
    void theIntervalOfGrowthIsAtLeastThatOfHealthyChildren() {
        HeightPath path =
                growing(85, 6).withSpread(HeightVelocityReference.tanner().spread(Sex.FEMALE, years(3), 5));
        HeightPath.Point end = path.points().getLast();
        assertThat(end.median().value()).isEqualTo(115);
        assertThat(end.low().value()).isBetween(85 + 30 * 0.66, 85 + 30 * 0.74);
        assertThat(end.high().value()).isBetween(85 + 30 * 1.26, 85 + 30 * 1.34);
        assertThat(path.points().getFirst().low().value()).isEqualTo(85);
    }

    /** Canal 3.6 and bone 9.6 mm: 0.4 mm to spare, 0.4 mm of reaming to 4.0, wall 3.0 mm, rod a third of the bone. */
    @Test
    void sizesAreWorkedOutInTheOpen() {
        assertThat(new RodSizing(RodFacts.standard())
                        .say(RodFamily.TELESCOPING, new Millimetres(3.6), new Millimetres(9.6)))
                .extracting(Statement::text)
                .anySatisfy(t ->
                        assertThat(t).contains("leaves 0.4 mm (3.6 - 3.2)").contains("0.4 mm of reaming (4.0 - 3.6)"))
                .anySatisfy(t -> assertThat(t)
                        .contains("3.0 mm on each side, (9.6 - 3.6) / 2")
                        .contains("33 % of the bone (3.2 / 9.6)"));
    }

    @Test
    void growthPlatesOfHealthyChildrenStandBesideTheForecast() {
        RodQuestion question = new RodQuestion(
                Bone.FEMUR, Side.LEFT, Sex.FEMALE, years(10), new Millimetres(5), null, true, growing(120, 5));
        RodAdvice.Considered advice = (RodAdvice.Considered) adviser.advise(question);
        GrowthPlateFusion.Stages stages = GrowthPlateFusion.stages(GrowthPlateFusion.Plate.FEMUR_DISTAL, Sex.FEMALE, 10)
                .orElseThrow();
        assertThat(advice.outgrowing().text())
                .contains("Of " + stages.observed() + " healthy girls of 10 years " + stages.open()
                        + " had a fully open distal");
        assertThat(advice.outgrowing().sources()).extracting(Citation::key).contains("STULL22", "ROBINSON23");
    }

    @Test
    void leftAndRightWithTheSameWordsAreToldOnce() {
        SurgicalNote left = note("left femur", "osteotomy planned for 2026-12-15");
        SurgicalNote right = note("right femur", "osteotomy planned for 2026-12-15");
        SurgicalNote later = note("right femur", "osteotomy planned for 2027-12-15");
        assertThat(BothSides.merged(List.of(left, right, later)))
                .extracting(SurgicalNote::bone)
                .containsExactly("both femora", "right femur");
        assertThat(BothSides.merged(List.of(left, left))).hasSize(2);
    }

    private static SurgicalNote note(String bone, String occasion) {
        List<Statement> none = List.of();
        return new SurgicalNote(
                bone, occasion, null, List.of(), none, none, List.of(), null, none, none, List.of(), none, none);
    }

    /** At 100 cm the shaft is 206 mm (fit of the reference); 165 mm are 80 %, 103 mm a half. */
    @Test
    void aRodOfTheRecordIsHeldAgainstItsBone() {
        BoneGrowth growth = BoneGrowth.along(growing(100, 6), LongBoneMeasure.FEMUR_DIAPHYSEAL_LENGTH);
        RecordedRod recorded = new RecordedRod(RodFacts.standard());
        LocalDate day = LocalDate.of(2026, 11, 1);
        assertThat(recorded.say(rush("165"), day, growth).getFirst().text())
                .contains("165 mm long")
                .contains("covers about 80 % of it (165 / 206)")
                .containsPattern("rise, after [12]\\.\\d years");
        assertThat(recorded.say(rush("103"), day, growth).getFirst().text())
                .contains("covers about 50 %")
                .contains("that is less than the 70 %");
        assertThat(recorded.say(rush(null), day, growth).getFirst().text()).contains("need its length");
        assertThat(recorded.say(rush("103"), day, null).getFirst().text()).contains("need a height forecast");
    }

    private static Rod rush(@Nullable String millimetres) {
        return new Rod(
                LocalDate.of(2018, 10, 9),
                Rod.Kind.RUSH,
                Bone.FEMUR,
                Side.LEFT,
                org.lamella.patient.measure.Millimetres.of("3.2"),
                millimetres == null ? null : org.lamella.patient.measure.Millimetres.of(millimetres),
                null);
    }
}
