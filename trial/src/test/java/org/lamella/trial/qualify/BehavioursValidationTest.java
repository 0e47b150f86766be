package org.lamella.trial.qualify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.evidence.SourceCheck;

/**
 * The nine behaviours of the model draft and further limits. What is missed is named here, in the book and on the page of
 * the bone model; a limit is never removed because it is missed.
 */
class BehavioursValidationTest {
    private static final Set<String> MISSED = Set.of(
            "denosumab.lowest-ctx",
            "zoledronate.half-on-surfaces",
            "teriparatide.after",
            "healthy.girl-15-18",
            "mild.tibia");

    @Test
    void everyBehaviourHoldsExceptTheNamedMisses() {
        List<Behaviours.Check> checks = new Behaviours(BoneModel.create(BoneParameters.load())).all();
        assertThat(checks.stream().map(c -> c.limit().behaviour()).distinct())
                .containsExactly("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "more");
        assertThat(checks.stream().filter(c -> !c.limit().behaviour().equals("more")))
                .as("the nine")
                .allMatch(Behaviours.Check::met);
        Set<String> missed = new TreeSet<>();
        checks.stream().filter(c -> !c.met()).forEach(c -> missed.add(c.limit().id()));
        assertThat(missed).as("%s", checks).isEqualTo(new TreeSet<>(MISSED));
    }

    @Test
    void everyLimitHasASource() {
        assertThat(BehaviourLimit.load()).extracting(BehaviourLimit::id).doesNotHaveDuplicates();
        assertThat(SourceCheck.everyParameterHasASource(BehaviourLimit.load())).isEmpty();
    }

    @Test
    void aLimitWithoutValueAndAValueWithoutLimitAreRefused() {
        List<BehaviourLimit> limits = BehaviourLimit.load();
        assertThatThrownBy(() -> BehaviourLimit.hold(limits, Map.of())).hasMessageContaining("growth.type-i.density");
        assertThatThrownBy(() -> BehaviourLimit.hold(List.of(), Map.of("cast.on", -7.0)))
                .hasMessageContaining("without limits");
    }
}
