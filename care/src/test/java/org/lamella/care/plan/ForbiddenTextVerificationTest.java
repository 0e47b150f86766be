package org.lamella.care.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hard stops 11 and 12: what a plan must never say, whoever wrote it. */
class ForbiddenTextVerificationTest {

    private static Plan saying(String sentence) {
        return new Plan(
                new PlanHeader("p", "boy", LocalDate.EPOCH, LocalDate.EPOCH, "site", false, 1, "v", "p"),
                List.of(),
                List.of(),
                List.of(new CareItem(
                        "X-01", CareItem.Kind.INFORMATION, 3, "title", sentence, List.of(), null, List.of(), null)),
                List.of(),
                List.of(),
                new SpineNote(List.of(), List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is child abuse.",
                "The diagnosis of OI excludes it; abuse is ruled out.",
                "It proves abuse.",
                "Treat with a plate alone.",
                "Recommend plates for the femur.",
                "A brace stops the curve.",
                "Bracing prevents progression.",
                "Jaw osteonecrosis does not occur in OI.",
                "There is no risk of jaw osteonecrosis.",
                "The rise of density proves fewer fractures.",
                "A higher BMD means fewer fractures."
            })
    void refusesAdviceAndClaimsThatMustNeverAppear(String sentence) {
        assertThatThrownBy(() -> ForbiddenText.check(saying(sentence)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("(?s)STOP-1[12].*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unexplained fractures: OI work-up and safeguarding go side by side; no verdict is given here.",
                "Plates and screws alone are not recommended; may be added to a rod.",
                "Bracing does not stop curves and is not recommended.",
                "Jaw osteonecrosis was not found in a 2014 review; absence is not proven.",
                "A gain in density is not reported as a gain in fractures."
            })
    void letsTheTruthThrough(String sentence) {
        Plan plan = saying(sentence);
        assertThat(ForbiddenText.check(plan)).isSameAs(plan);
    }
}
