package org.lamella.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.evidence.data.DataFileException;
import org.lamella.evidence.data.YamlNode;

class ParameterSetVerificationTest {
    private static final String GOOD = """
            title: Trial balloon
            parameters:
              uptake:
                value: 0.5
                unit: 1
                status: measured
                log_sd: 0.3
                source: doi:10.1000/xyz
              half_life:
                value: 10
                unit: y
                status: assumed
                sd: 2
                source: model description
                note: order of magnitude of skeletal release
            """;

    private static ParameterSet read(String yaml) {
        return ParameterSet.read(YamlNode.parse("trial.yaml", yaml));
    }

    @Test
    void readsValuesUnitsSpreadAndOrder() {
        ParameterSet set = read(GOOD);
        assertThat(set.all()).extracting(Parameter::id).containsExactly("uptake", "half_life");
        assertThat(set.value("uptake", "1")).isEqualTo(0.5);
        assertThat(set.get("uptake").spreadIfAny()).contains(new Spread(Spread.Scale.LOG, 0.3));
        assertThat(set.get("half_life").spreadIfAny()).contains(new Spread(Spread.Scale.NATURAL, 2));
        assertThat(set.with("half_life", 8).value("half_life", "y")).isEqualTo(8);
        assertThat(set.with("half_life", 8).get("half_life").note()).contains("changed from 10.0");
    }

    @Test
    void refusesAnotherUnit() {
        assertThatThrownBy(() -> read(GOOD).value("half_life", "d"))
                .isInstanceOf(DataFileException.class)
                .hasMessage("trial.yaml, at 'parameters.half_life.unit': found 'y', accepted is 'd'");
    }

    @Test
    void namesFileKeyFoundAndAccepted() {
        assertThatThrownBy(() -> read(GOOD.replace("status: measured", "status: guessed")))
                .hasMessage("trial.yaml, at 'parameters.uptake.status': found the text 'guessed',"
                        + " accepted is one of measured, fitted, assumed");
        assertThatThrownBy(() -> read(GOOD.replace("value: 0.5", "value: half")))
                .hasMessage("trial.yaml, at 'parameters.uptake.value': found the text 'half', accepted is a number");
        assertThatThrownBy(() -> read(GOOD.replace("source: doi:10.1000/xyz", "sauce: doi:10.1000/xyz")))
                .hasMessageContaining("unknown key 'sauce'");
        assertThatThrownBy(() -> read(GOOD.replace("    source: doi:10.1000/xyz\n", "")))
                .hasMessageContaining("'parameters.uptake.source': found nothing");
        assertThatThrownBy(() -> read(GOOD.replace("    note: order of magnitude of skeletal release\n", "")))
                .hasMessageContaining("the reason for an assumed value");
        assertThatThrownBy(() -> read(GOOD.replace("half_life:", "uptake:"))).hasMessageContaining("duplicate key");
    }

    @Test
    void aMeasuredFigureNeedsASourceThatCanBeLookedUp() {
        assertThat(SourceCheck.everyParameterHasASource(read(GOOD).all())).isEmpty();
        List<String> complaints = SourceCheck.everyParameterHasASource(
                read(GOOD.replace("doi:10.1000/xyz", "somebody said so")).all());
        assertThat(complaints).singleElement().asString().contains("uptake").contains("cannot be looked up");
    }
}
