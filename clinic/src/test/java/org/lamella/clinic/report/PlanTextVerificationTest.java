package org.lamella.clinic.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.Plan;

/** The one-screen summary fits, says what must stop or wait in full, and cannot steer a terminal. */
class PlanTextVerificationTest {
    static List<Plan> plans() {
        return List.of(
                SamplePlans.rich(),
                SamplePlans.bare(),
                SamplePlans.crowded(),
                SamplePlans.withEveryTextAs(text -> text + "x".repeat(200)));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void noLineIsWiderThanTheScreen(Plan plan) {
        assertThat(PlanText.render(plan).lines())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(PlanText.WIDTH));
    }

    @Test
    void aFullPlanFitsOnAScreen() {
        assertThat(PlanText.render(SamplePlans.rich()).lines().count()).isLessThanOrEqualTo(60);
    }

    @Test
    void everyStopIsNamedAndEveryHoldSaysWhy() {
        Plan plan = SamplePlans.rich();
        String flat = flat(PlanText.render(plan));
        for (CareItem item : plan.items()) {
            if (item.kind() == CareItem.Kind.STOP || item.kind() == CareItem.Kind.HOLD) {
                assertThat(flat).contains(item.title());
                if (item.kind() == CareItem.Kind.HOLD) {
                    assertThat(flat).contains(item.reason());
                }
            }
        }
    }

    @Test
    void aNeedIsWrittenOnceWithTheRulesThatAskedForIt() {
        assertThat(flat(PlanText.render(SamplePlans.rich())))
                .contains("MISSING Cannot evaluate kidney function: need a creatinine within 3 months. [LAB-05]");
    }

    @Test
    void everyOptionIsNamedWithItsAvailability() {
        Plan plan = SamplePlans.rich();
        String text = PlanText.render(plan);
        plan.options().forEach(o -> assertThat(flat(text)).contains(o.title()));
        assertThat(text)
                .contains("STOPPED")
                .contains("on hold")
                .contains("not confirmed")
                .contains("cannot evaluate");
    }

    @Test
    void showsWhatTheForecastRestsOn() {
        assertThat(flat(PlanText.render(SamplePlans.rich())))
                .contains("4000 simulated siblings")
                .contains("effective sample size 612");
        assertThat(flat(PlanText.render(SamplePlans.bare()))).contains("Needed: OI type; a lumbar spine DXA");
    }

    @Test
    void controlCharactersOfARecordDoNotReachTheTerminal() {
        String text = PlanText.render(SamplePlans.withEveryTextAs(t -> "\u001b[31m" + t + "\u202e\u0007"));
        assertThat(text).doesNotContain("\u001b", "\u0007", "\u202e");
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
