package org.lamella.twin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lamella.bone.FractureSite;
import org.lamella.bone.MeasuredGrowth;
import org.lamella.bone.Schedule;
import org.lamella.patient.Drug;
import org.lamella.patient.Regimen;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.MilligramsPerKilogram;
import org.lamella.twin.history.History;

class StretchVerificationTest {
    private static final Regimen.Amount AMOUNT = new Regimen.Amount.ByWeight(MilligramsPerKilogram.of("0.05"), null);

    private static History history(int asOf, Schedule past) {
        return new History(
                Sex.MALE,
                asOf,
                new MeasuredGrowth(List.of(), List.of()),
                past,
                Schedule.EMPTY,
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static BitSet days(int... days) {
        BitSet set = new BitSet();
        for (int day : days) {
            set.set(day);
        }
        return set;
    }

    @Test
    void anEmptyLifeIsQuietUntilShortlyBeforeThePlan() {
        assertThat(Stretch.of(history(4000, Schedule.EMPTY), days()))
                .containsExactly(new Stretch(0, 3910, true), new Stretch(3910, 4000, false));
    }

    @Test
    void quietStretchesEndOnDaysWithReadings() {
        assertThat(Stretch.of(history(4000, Schedule.EMPTY), days(0, 1000, 3950)))
                .containsExactly(
                        new Stretch(0, 1000, true), new Stretch(1000, 3910, true), new Stretch(3910, 4000, false));
    }

    @Test
    void injuriesDosesAndCoursesDisturbForAWhile() {
        Schedule past = Schedule.builder()
                .fracture(500, FractureSite.FEMUR)
                .dose(1000, Drug.ZOLEDRONATE, AMOUNT)
                .daily(2000, 3000, Drug.ALENDRONATE, AMOUNT)
                .dose(3500, Drug.DENOSUMAB, AMOUNT)
                .build();
        assertThat(Stretch.of(history(4000, past), days(500)))
                .containsExactly(
                        new Stretch(0, 500, true),
                        new Stretch(500, 680, false),
                        new Stretch(680, 1000, true),
                        new Stretch(1000, 1075, false),
                        new Stretch(1075, 2000, true),
                        new Stretch(2000, 2075, false),
                        new Stretch(2075, 3000, true),
                        new Stretch(3000, 3075, false),
                        new Stretch(3075, 3500, true),
                        new Stretch(3500, 4000, false));
    }

    @Test
    void shortGapsStayAtTheUsualPaceAndNoDayIsLost() {
        Schedule past = Schedule.builder()
                .fracture(30, FractureSite.TIBIA)
                .fracture(240, FractureSite.TIBIA)
                .build();
        List<Stretch> stretches = Stretch.of(history(500, past), days(30, 240));
        assertThat(stretches).containsExactly(new Stretch(0, 500, false));
        assertThat(Stretch.of(history(0, Schedule.EMPTY), days(0))).isEmpty();
    }
}
