package org.lamella.bone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;
import org.lamella.patient.random.KeyedRandom;

/** Long steps through untreated life against daily ones. */
class QuietPaceVerificationTest {
    private static final int SIBLINGS = 60;

    private static Siblings siblings() {
        TypePriors priors = Fixtures.MODEL.priors();
        OiType[] types = {OiType.I, OiType.III, OiType.IV};
        Siblings.Builder builder = Siblings.builder(SIBLINGS, Sex.FEMALE, priors.median(OiType.I, Sex.FEMALE));
        for (int i = 0; i < SIBLINGS; i++) {
            Sex sex = i % 2 == 0 ? Sex.FEMALE : Sex.MALE;
            builder.sex(i, sex)
                    .traits(i, priors.draw(types[i % 3], sex, new KeyedRandom(3), i, 0))
                    .key(i, i);
        }
        return builder.build();
    }

    @Test
    void longStepsAgreeWithDailyOnes() {
        Cohort daily = Fixtures.MODEL.newborns(siblings());
        Cohort quiet = Fixtures.MODEL.newborns(siblings());
        for (int years : new int[] {3, 10, 14, 25}) {
            int day = onGrid(years);
            daily.advanceTo(day, Schedule.EMPTY, Recorder.NONE);
            quiet.passQuietly(day, Schedule.EMPTY, new QuietPace(7, 28));
            assertThat(quiet.day()).isEqualTo(day);
            assertThat(quiet.ageDays(0)).isEqualTo(day);
            assertThat(most(daily, quiet, Observable.SPINE_Z, false))
                    .as("spine Z at %d", years)
                    .isLessThan(0.02);
            assertThat(most(daily, quiet, Observable.CTX, true))
                    .as("CTX at %d", years)
                    .isLessThan(0.02);
            assertThat(most(daily, quiet, Observable.P1NP, true))
                    .as("P1NP at %d", years)
                    .isLessThan(0.02);
            assertThat(most(daily, quiet, Observable.HAZARD_FEMUR, true))
                    .as("hazard at %d", years)
                    .isLessThan(0.01);
            assertThat(most(daily, quiet, Observable.EXPECTED_FRACTURES, true)).isLessThan(0.01);
        }
    }

    @Test
    void theUsualPaceOfEachAgeAgreesWithDailySteps() {
        Cohort daily = Fixtures.MODEL.newborns(siblings());
        Cohort quiet = Fixtures.MODEL.newborns(siblings());
        for (int years : new int[] {2, 5, 10, 14, 18, 25, 45, 60}) {
            int end = onGrid(years);
            daily.advanceTo(end, Schedule.EMPTY, Recorder.NONE);
            while (quiet.day() < end) {
                int day = quiet.day();
                quiet.passQuietly(Math.min(end, QuietPace.lastsUntil(day)), Schedule.EMPTY, QuietPace.at(day));
            }
            String apart = String.format(
                    Locale.ROOT,
                    "at %d: Z %.4f CTX %.4f P1NP %.4f hazard %.4f expected %.4f",
                    years,
                    most(daily, quiet, Observable.SPINE_Z, false),
                    most(daily, quiet, Observable.CTX, true),
                    most(daily, quiet, Observable.P1NP, true),
                    most(daily, quiet, Observable.HAZARD_FEMUR, true),
                    most(daily, quiet, Observable.EXPECTED_FRACTURES, true));
            assertThat(most(daily, quiet, Observable.SPINE_Z, false)).as(apart).isLessThan(0.02);
            assertThat(most(daily, quiet, Observable.CTX, true)).as(apart).isLessThan(0.02);
            assertThat(most(daily, quiet, Observable.P1NP, true)).as(apart).isLessThan(0.02);
            assertThat(most(daily, quiet, Observable.HAZARD_FEMUR, true))
                    .as(apart)
                    .isLessThan(0.01);
            assertThat(most(daily, quiet, Observable.EXPECTED_FRACTURES, true))
                    .as(apart)
                    .isLessThan(0.01);
        }
    }

    @Test
    void afterwardsTheUsualPaceGoesOn() {
        Cohort daily = Fixtures.MODEL.newborns(siblings());
        Cohort quiet = Fixtures.MODEL.newborns(siblings());
        daily.advanceTo(4000, Schedule.EMPTY, Recorder.NONE);
        quiet.passQuietly(3653, Schedule.EMPTY, new QuietPace(7, 28));
        quiet.advanceTo(4000, Schedule.EMPTY, Recorder.NONE);
        assertThat(most(daily, quiet, Observable.SPINE_Z, false)).isLessThan(0.02);
        assertThat(most(daily, quiet, Observable.CTX, true)).isLessThan(0.01);
    }

    @Test
    void theWayLanesAreGroupedChangesNoBit() {
        Cohort whole = Fixtures.MODEL.newborns(siblings());
        whole.passQuietly(3000, Schedule.EMPTY, new QuietPace(7, 28));
        for (int i : new int[] {0, 17, 59}) {
            Cohort alone = Fixtures.MODEL.newborns(siblings().slice(i, i + 1));
            alone.passQuietly(3000, Schedule.EMPTY, new QuietPace(7, 28));
            for (Observable observable : Observable.values()) {
                assertThat(alone.read(observable, 0)).isEqualTo(whole.read(observable, i));
            }
        }
    }

    @Test
    void impossiblePacesAreRefused() {
        assertThatThrownBy(() -> new QuietPace(0, 28)).hasMessageContaining("steps of 0 days");
        assertThatThrownBy(() -> new QuietPace(14, 7)).hasMessageContaining("factors every 7 days");
    }

    /** Ninth of ten siblings: turnover of those whose trabeculae nearly vanish is stiff, and read off almost nothing. */
    private static double most(Cohort usual, Cohort long1, Observable observable, boolean relative) {
        Cohort daily = tomorrow(usual);
        Cohort quiet = tomorrow(long1);
        double[] errors = new double[SIBLINGS];
        for (int i = 0; i < SIBLINGS; i++) {
            double a = daily.read(observable, i);
            double b = quiet.read(observable, i);
            errors[i] = relative ? Math.abs(b / a - 1) : Math.abs(b - a);
        }
        Arrays.sort(errors);
        return errors[SIBLINGS * 9 / 10];
    }

    /** A day on which the usual pace renews its factors too: hazards hold for an interval and jump between two. */
    private static int onGrid(int years) {
        int interval = Engine.STANDARD.factorDays();
        return (int) Math.round(years * 365.25 / interval) * interval;
    }

    private static Cohort tomorrow(Cohort cohort) {
        Cohort copy = cohort.fork();
        copy.advanceTo(copy.day() + 1, Schedule.EMPTY, Recorder.NONE);
        return copy;
    }
}
