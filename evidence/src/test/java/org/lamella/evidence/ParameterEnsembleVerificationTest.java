package org.lamella.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lamella.evidence.data.DataFileException;
import org.lamella.evidence.data.YamlNode;

/** Parameter sets on file. */
class ParameterEnsembleVerificationTest {
    @Test
    void theSetsThatComeWithLamellaTellTheirRun() {
        ParameterEnsemble ensemble = ParameterEnsemble.load();
        assertThat(ensemble.size()).isGreaterThanOrEqualTo(16);
        assertThat(ensemble.run()).containsKeys("command", "parameters_before", "targets_sha256");
        assertThat(ensemble.members())
                .allSatisfy(m -> assertThat(m.keySet()).containsExactlyElementsOf(ensemble.ids()));
    }

    @Test
    void aSetWithAMissingOrForeignParameterIsRefused() {
        assertThatThrownBy(() -> ParameterEnsemble.read(file("{a: 1}, {b: 2}"))).isInstanceOf(DataFileException.class);
        assertThatThrownBy(() -> ParameterEnsemble.read(file("{a: 1}, {a: 0}"))).hasMessageContaining("above 0");
        assertThatThrownBy(() -> ParameterEnsemble.read(file("{a: 1}"))).hasMessageContaining("2 or more");
        assertThat(ParameterEnsemble.read(file("{a: 1}, {a: 2}")).size()).isEqualTo(2);
    }

    private static YamlNode file(String members) {
        return YamlNode.parse(
                "sets.yaml",
                "title: t\nstatus: fitted\nrun: {command: x}\npoint: {a: 1}\nmembers: [" + members + "]\n");
    }
}
