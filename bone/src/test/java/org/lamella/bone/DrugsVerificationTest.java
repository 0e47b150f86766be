package org.lamella.bone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.evidence.drug.NoBenefit;
import org.lamella.patient.Drug;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;

/** Each drug moves what it should, more with more dose, and stops. */
class DrugsVerificationTest {
    private static final Siblings TYPE_IV = Fixtures.median(OiType.IV, Sex.FEMALE);

    private static double at(Schedule schedule, double age, Observable observable) {
        return at(TYPE_IV, schedule, age, observable);
    }

    private static double at(Siblings sibling, Schedule schedule, double age, Observable observable) {
        Cohort cohort = Fixtures.MODEL.newborns(sibling);
        cohort.advanceTo(Fixtures.day(age), schedule, Recorder.NONE);
        return cohort.read(observable, 0);
    }

    private static Schedule daily(Drug drug, String mg) {
        return Schedule.builder()
                .daily(Fixtures.day(6), Fixtures.day(8), drug, Fixtures.fixed(mg))
                .build();
    }

    @Test
    void moreDoseMoreEffect() {
        record Ladder(Drug drug, boolean perKg, String[] doses, Observable observable, int sign) {}
        List<Ladder> ladders = List.of(
                new Ladder(Drug.ZOLEDRONATE, true, new String[] {"0.0125", "0.025", "0.05"}, Observable.CTX, -1),
                new Ladder(Drug.PAMIDRONATE, true, new String[] {"0.5", "1", "3"}, Observable.SPINE_DENSITY, 1),
                new Ladder(Drug.NERIDRONATE, true, new String[] {"1", "2", "4"}, Observable.CTX, -1),
                new Ladder(Drug.DENOSUMAB, true, new String[] {"0.25", "0.5", "1"}, Observable.CTX, -1),
                new Ladder(Drug.SETRUSUMAB, true, new String[] {"2", "8", "20"}, Observable.SPINE_DENSITY, 1),
                new Ladder(Drug.ROMOSOZUMAB, true, new String[] {"1", "2", "4"}, Observable.SPINE_DENSITY, 1),
                new Ladder(Drug.FRESOLIMUMAB, true, new String[] {"0.5", "1", "4"}, Observable.SPINE_DENSITY, 1));
        for (Ladder ladder : ladders) {
            double before = at(Schedule.EMPTY, 6.9, ladder.observable()) * ladder.sign();
            for (String dose : ladder.doses()) {
                Schedule schedule = Fixtures.doses(ladder.drug(), Fixtures.perKg(dose), 6, 7, 0.25);
                double now = at(schedule, 6.9, ladder.observable()) * ladder.sign();
                assertThat(now).as("%s %s", ladder.drug(), dose).isGreaterThan(before);
                before = now;
            }
        }
    }

    @Test
    void dailyDrugsAct() {
        assertThat(at(daily(Drug.ALENDRONATE, "10"), 8, Observable.CTX))
                .isLessThan(at(daily(Drug.ALENDRONATE, "5"), 8, Observable.CTX))
                .isLessThan(at(daily(Drug.RISEDRONATE, "2.5"), 8, Observable.CTX));
        assertThat(at(daily(Drug.OLPADRONATE, "10"), 8, Observable.SPINE_DENSITY))
                .isGreaterThan(at(Schedule.EMPTY, 8, Observable.SPINE_DENSITY));
        assertThat(at(daily(Drug.TERIPARATIDE, "0.02"), 8, Observable.P1NP))
                .isGreaterThan(1.3 * at(Schedule.EMPTY, 8, Observable.P1NP));
        assertThat(at(daily(Drug.SOMATROPIN, "0.6"), 8, Observable.HEIGHT))
                .isGreaterThan(0.3 + at(Schedule.EMPTY, 8, Observable.HEIGHT));
        assertThat(at(daily(Drug.VITAMIN_D, "0.02"), 8, Observable.VITAMIN_D))
                .isGreaterThan(20 + at(Schedule.EMPTY, 8, Observable.VITAMIN_D));
    }

    @Test
    void calcitoninWearsOff() {
        Schedule course = daily(Drug.CALCITONIN, "0.016");
        double early = at(course, 6.05, Observable.CTX) / at(Schedule.EMPTY, 6.05, Observable.CTX);
        double late = at(course, 7.9, Observable.CTX) / at(Schedule.EMPTY, 7.9, Observable.CTX);
        assertThat(early).isLessThan(0.95);
        assertThat(late).isGreaterThan(early);
    }

    @Test
    void historicDrugsWithoutBenefitDoNothing() {
        List<Drug> without = new ArrayList<>(List.of(new Drug("placebo")));
        NoBenefit.all().stream().filter(NoBenefit::withoutAnyEffect).forEach(n -> without.addAll(n.names()));
        assertThat(without).hasSizeGreaterThan(10);
        double density = at(Schedule.EMPTY, 8, Observable.SPINE_DENSITY);
        double ctx = at(Schedule.EMPTY, 8, Observable.CTX);
        for (Drug drug : without) {
            Schedule course = daily(drug, "100");
            Cohort cohort = Fixtures.MODEL.newborns(TYPE_IV);
            cohort.advanceTo(Fixtures.day(8), course, Recorder.NONE);
            assertThat(cohort.read(Observable.SPINE_DENSITY, 0))
                    .as(drug.name())
                    .isCloseTo(density, within(1e-3 * density));
            assertThat(cohort.read(Observable.CTX, 0)).as(drug.name()).isCloseTo(ctx, within(1e-3 * ctx));
        }
    }

    @Test
    void unknownDrugsAndWrongWaysOfGivingAreRefused() {
        Schedule unknown = Schedule.builder()
                .dose(10, new Drug("etidronate"), Fixtures.fixed("100"))
                .build();
        assertThatThrownBy(() -> at(unknown, 1, Observable.CTX))
                .hasMessageContaining("no drug 'etidronate'")
                .hasMessageContaining("zoledronate");
        Schedule wrong = Schedule.builder()
                .dose(10, Drug.TERIPARATIDE, Fixtures.fixed("1"))
                .build();
        assertThatThrownBy(() -> at(wrong, 1, Observable.CTX)).hasMessageContaining("daily course");
    }

    @Test
    void severeChildrenKeepLessDrugPerSurface() {
        Schedule same = Fixtures.doses(Drug.ZOLEDRONATE, Fixtures.perKg("0.05"), 5, 7, 0.5);
        List<Double> surface = new ArrayList<>();
        for (OiType type : new OiType[] {OiType.III, OiType.IV, OiType.I}) {
            surface.add(at(Fixtures.median(type, Sex.MALE), same, 6.9, Observable.SURFACE_DRUG));
        }
        assertThat(surface).isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void weakKidneysRaiseUptake() {
        TraitValues traits = Fixtures.MODEL.priors().median(OiType.IV, Sex.MALE);
        Schedule once = Fixtures.doses(Drug.ZOLEDRONATE, Fixtures.perKg("0.05"), 5, 5.1, 1);
        double normal = at(Siblings.one(Sex.MALE, traits, 1), once, 5.1, Observable.SURFACE_DRUG);
        double weak =
                at(Siblings.one(Sex.MALE, traits.with(Trait.FILTRATION, 0.5), 1), once, 5.1, Observable.SURFACE_DRUG);
        assertThat(weak / normal).isBetween(1.1, 1.4);
    }

    @Test
    void denosumabReboundsAndZoledronateBluntsIt() {
        Schedule alone = Fixtures.doses(Drug.DENOSUMAB, Fixtures.perKg("1"), 6, 7, 0.25);
        Schedule followed = Schedule.builder()
                .addAll(alone)
                .addAll(Fixtures.doses(Drug.ZOLEDRONATE, Fixtures.perKg("0.05"), 6.9, 7, 1))
                .build();
        double during = at(alone, 6.2, Observable.CTX) / at(Schedule.EMPTY, 6.2, Observable.CTX);
        assertThat(during)
                .as(
                        "draft: below 0.1, then 0.3; density gains of deno_mei_2025 need a weaker block; a named miss of the book")
                .isLessThan(0.5);
        double peakAlone = 0;
        double peakFollowed = 0;
        for (double age = 7; age < 8.5; age += 0.05) {
            double untreated = at(Schedule.EMPTY, age, Observable.CTX);
            peakAlone = Math.max(peakAlone, at(alone, age, Observable.CTX) / untreated);
            peakFollowed = Math.max(peakFollowed, at(followed, age, Observable.CTX) / untreated);
        }
        assertThat(peakAlone).isBetween(1.5, 2.5);
        assertThat(peakFollowed).isLessThan(0.6 * peakAlone);
        assertThat(at(alone, 7.4, Observable.CALCIUM)).isGreaterThan(at(Schedule.EMPTY, 7.4, Observable.CALCIUM));
        double gain = at(alone, 7, Observable.SPINE_DENSITY) / at(Schedule.EMPTY, 7, Observable.SPINE_DENSITY);
        double left = at(alone, 8.5, Observable.SPINE_DENSITY) / at(Schedule.EMPTY, 8.5, Observable.SPINE_DENSITY);
        assertThat(left - 1).isLessThan(0.3 * (gain - 1));
    }

    @Test
    void firstInfusionLowersCalciumMoreThanTheSecondAndMoreInDeficiency() {
        Schedule twice = Fixtures.doses(Drug.ZOLEDRONATE, Fixtures.perKg("0.05"), 5, 6, 0.5);
        double first = lowest(TYPE_IV, twice, 5);
        double second = lowest(TYPE_IV, twice, 5.5);
        TraitValues low = Fixtures.MODEL.priors().median(OiType.IV, Sex.FEMALE).with(Trait.VITAMIN_D, 12);
        assertThat(first).isLessThan(second).isLessThan(2.36);
        assertThat(lowest(Siblings.one(Sex.FEMALE, low, 1), twice, 5)).isLessThan(first);
    }

    private static double lowest(Siblings sibling, Schedule schedule, double age) {
        Cohort cohort = Fixtures.MODEL.newborns(sibling);
        double lowest = 9;
        for (int day = Fixtures.day(age); day < Fixtures.day(age) + 60; day += 2) {
            cohort.advanceTo(day, schedule, Recorder.NONE);
            lowest = Math.min(lowest, cohort.read(Observable.CALCIUM, 0));
        }
        return lowest;
    }

    @Test
    void doseFollowsTheWeightOfTheDayAndItsCap() {
        var byWeight = new org.lamella.patient.Regimen.Amount.ByWeight(
                org.lamella.patient.measure.MilligramsPerKilogram.of("0.05"),
                org.lamella.patient.measure.Milligrams.of("4"));
        assertThat(Events.milligrams(byWeight, 20)).isCloseTo(1, within(1e-12));
        assertThat(Events.milligrams(byWeight, 100)).isEqualTo(4);
        var band = new org.lamella.patient.Regimen.Amount.WeightBand(
                org.lamella.patient.measure.Milligrams.of("5"),
                org.lamella.patient.measure.Kilograms.of("30"),
                org.lamella.patient.measure.Milligrams.of("10"));
        assertThat(Events.milligrams(band, 29.9)).isEqualTo(5);
        assertThat(Events.milligrams(band, 30)).isEqualTo(10);
    }
}
