package org.lamella.trial.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.Engine;
import org.lamella.trial.analysis.EndpointResult;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.Protocol;

/** The five protocols for questions that our sources leave open run to the end and answer every endpoint. */
class OpenQuestionsVerificationTest {
    private static final BoneModel MODEL = BoneModel.create(BoneParameters.load(), Engine.STANDARD.sequential());
    private static final int PATIENTS = 12;

    static List<Path> questions() throws IOException {
        try (Stream<Path> list = Files.list(Path.of("protocols/questions"))) {
            return list.sorted().toList();
        }
    }

    @Test
    void thereAreFive() throws IOException {
        assertThat(questions()).hasSize(5);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void runsAndAnswers(Path file) {
        Protocol protocol = Protocol.read(file);
        TrialAnalysis analysis = new TrialAnalysis(protocol, PATIENTS);
        RunTally tally =
                new VirtualTrial(protocol, MODEL).run(new RunSettings(PATIENTS, 1, 2, 2), analysis, RunProgress.NONE);
        analysis.finish();
        assertThat(tally.complete()).isTrue();
        assertThat(tally.enrolled()).isEqualTo(PATIENTS);
        assertThat(analysis.results()).hasSameSizeAs(protocol.endpoints());
        EndpointResult primary = analysis.results().stream()
                .filter(r -> r.endpoint().primary())
                .findFirst()
                .orElseThrow();
        assertThat(primary.arms())
                .allMatch(a -> a.patients() > 0 && Double.isFinite(a.value().estimate()));
    }
}
