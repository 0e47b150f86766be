package org.lamella.evidence.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lamella.evidence.data.YamlNode;

class StudiesVerificationTest {
    private static final Studies STUDIES = Studies.catalogue();

    @Test
    void everyFigureNamesThePageItWasReadFrom() {
        for (Study study : STUDIES.all()) {
            assertThat(study.citation().reference()).as(study.id()).isNotBlank();
            Stream.of(study.baseline(), study.outcomes(), study.adverse())
                    .flatMap(List::stream)
                    .forEach(o -> assertThat(o.source())
                            .as("%s, %s", study.id(), o.measure())
                            .contains("http"));
            for (Arm arm : study.arms()) {
                assertThat(arm.source()).as("%s, arm %s", study.id(), arm.id()).contains("http");
            }
        }
        for (NaturalFact fact : NaturalHistory.catalogue().all()) {
            if (!fact.gap()) {
                assertThat(fact.source()).as(fact.id()).contains("http");
            }
        }
    }

    @Test
    void reservedStudiesCarryTheirDesignAndNoResults() {
        List<Study> reserved = STUDIES.inRole(Role.RESERVED);
        assertThat(reserved).hasSize(27);
        for (Study study : reserved) {
            assertThat(study.outcomes()).as(study.id()).isEmpty();
            assertThat(study.baseline()).as(study.id()).isEmpty();
            assertThat(study.adverse()).as(study.id()).isEmpty();
            assertThat(study.design()).as(study.id()).isNotEmpty();
        }
    }

    /** Reads the files themselves, so that the check does not rest on the reader leaving results out. */
    @Test
    void reservedEntriesOfTheFilesHaveNoKeyForResults() {
        for (String file : List.of(BisphosphonateFile.FILE, OtherDrugsFile.FILE)) {
            for (YamlNode node : YamlNode.resource(Studies.class, file).items("reserved")) {
                assertThat(node.keys())
                        .as(node.text("id"))
                        .doesNotContain("outcomes", "baseline", "adverse", "results", "values", "caveats");
            }
        }
    }

    @Test
    void aReservedStudyWithAResultCannotBeMade() {
        Study any = STUDIES.inRole(Role.CALIBRATE).getFirst();
        assertThatThrownBy(() -> new Study(
                        "made_up",
                        Role.RESERVED,
                        any.citation(),
                        any.drugs(),
                        any.design(),
                        any.population(),
                        any.arms(),
                        List.of(),
                        any.outcomes(),
                        List.of(),
                        List.of(),
                        List.of()))
                .hasMessageContaining("reserved for blind validation");
    }

    @Test
    void figuresKeepTheirForm() {
        Study sakkers = STUDIES.get("sakkers2004_olpadronate");
        assertThat(sakkers.role()).isEqualTo(Role.CALIBRATE);
        assertThat(sakkers.citation().link()).isEqualTo("https://doi.org/10.1016/S0140-6736(04)16101-1");
        Outcome hazard = sakkers.outcomes().getFirst();
        assertThat(hazard.value()).isEqualTo(new Value.OneNumber(0.69));
        assertThat(hazard.confidenceIfAny()).contains(new Outcome.Interval(0.52, 0.91));
        assertThat(hazard.time()).hasValue(2);
        assertThat(hazard.p()).isEqualTo("0.01");
        Outcome zChange = STUDIES.get("seikaly2005_alendronate").outcomes().getFirst();
        assertThat(zChange.spreadIfAny().orElseThrow().kind()).isEqualTo(Outcome.Spread.Kind.UNLABELLED);
        Outcome rods = STUDIES.get("astrom2007_infants").outcomes().stream()
                .filter(o -> o.measure().startsWith("tibial rodding"))
                .findFirst()
                .orElseThrow();
        assertThat(((Value.Parts) rods.value()).number("k")).hasValue(5);
        assertThat(STUDIES.get("deno_hoyerkuhn_2016").outcomes())
                .extracting(Outcome::measure)
                .contains("ls_bmd.percent_change_mean", "function.gmfm88_change");
    }

    @Test
    void naturalHistoryIsReachableByIdAndSection() {
        NaturalHistory history = NaturalHistory.catalogue();
        assertThat(history.all()).hasSize(92);
        assertThat(history.get("jain_lcrc").number("height_z_median", "type_III"))
                .hasValue(-6.91);
        assertThat(history.section("bmd"))
                .hasSizeGreaterThan(history.section("bmd.children").size());
        assertThat(history.get("prev_sweden").number("type_I")).hasValue(5.16);
        assertThat(history.notFound()).isNotEmpty();
        assertThatThrownBy(() -> history.get("nothing")).hasMessageContaining("prev_sweden");
    }

    @Test
    void catalogueCannotBeChanged() {
        Map<String, Object> values =
                NaturalHistory.catalogue().get("prev_sweden").values();
        assertThatThrownBy(() -> values.put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(STUDIES.all()).hasSize(101);
    }
}
