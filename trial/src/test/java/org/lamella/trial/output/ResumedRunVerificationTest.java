package org.lamella.trial.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.Engine;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.Checkpoint;
import org.lamella.trial.run.OutcomeSink;
import org.lamella.trial.run.PatientOutcome;
import org.lamella.trial.run.RunProgress;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.RunTally;
import org.lamella.trial.run.VirtualTrial;

/** A run that was stopped or killed goes on to the bytes of one that never was. */
class ResumedRunVerificationTest {
    private static final Path FILE = Path.of("protocols/studies/gatti2005_neridronate.yaml");
    private static final BoneModel MODEL = BoneModel.create(BoneParameters.load(), Engine.STANDARD.sequential());

    @TempDir
    private Path folder;

    private VirtualTrial trial;
    private String text;

    @BeforeEach
    void read() throws IOException {
        trial = new VirtualTrial(Protocol.read(FILE), MODEL);
        text = Files.readString(FILE);
    }

    private TrialFolder.Finished write(String name, RunSettings settings, RunProgress progress) throws IOException {
        return TrialFolder.write(trial, text, settings, folder.resolve(name), "test", progress);
    }

    /** Stops a run after so many reports of progress. */
    private static RunProgress stopAfter(int reports) {
        return new RunProgress() {
            private int seen;

            @Override
            public void at(long done, long inAll, double years) {
                seen++;
            }

            @Override
            public boolean cancelled() {
                return seen >= reports;
            }
        };
    }

    @ParameterizedTest(name = "{0} patients, {1} replicates")
    @CsvSource({"1000, 1", "12, 12"})
    void stoppedTwiceAndContinuedGivesTheSameBytes(int patients, int replicates) throws IOException {
        RunSettings settings = new RunSettings(patients, replicates, 4, 2);
        TrialFolder.Finished whole = write("whole", settings, RunProgress.NONE);
        TrialFolder.Finished once = write("stopped", settings, stopAfter(1));
        assertThat(once.tally().complete()).isFalse();
        assertThat(folder.resolve("stopped/report.partial.html")).exists();
        TrialFolder.Finished twice = write("stopped", settings, stopAfter(1));
        assertThat(twice.tally().enrolled()).isGreaterThan(once.tally().enrolled());
        TrialFolder.Finished third = write("stopped", settings, RunProgress.NONE);
        assertThat(third.tally()).isEqualTo(whole.tally());
        for (String file : whole.files()) {
            assertThat(folder.resolve("stopped").resolve(file))
                    .as(file)
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
        }
        try (var list = Files.list(folder.resolve("stopped"))) {
            assertThat(list.map(p -> p.getFileName().toString()))
                    .as("no partial file and no unfinished work is left")
                    .containsExactlyInAnyOrderElementsOf(whole.files());
        }
    }

    @Test
    void everyCheckpointOfARunIsAPlaceToGoOnFrom() {
        RunSettings settings = new RunSettings(450, 1, 9, 2);
        List<String> all = new ArrayList<>();
        List<Checkpoint> points = new ArrayList<>();
        List<Integer> at = new ArrayList<>();
        RunTally tally = trial.run(
                settings,
                new OutcomeSink() {
                    @Override
                    public void accept(PatientOutcome o) {
                        all.add(Hashes.of(java.util.Arrays.toString(OutcomeCodec.bytes(o))));
                    }

                    @Override
                    public void reached(Checkpoint point) {
                        points.add(point);
                        at.add(all.size());
                    }
                },
                RunProgress.NONE);
        assertThat(points).hasSizeGreaterThan(2);
        for (int i = 0; i < points.size() - 1; i++) {
            List<String> rest = new ArrayList<>(all.subList(0, at.get(i)));
            RunTally again = trial.run(
                    settings,
                    points.get(i),
                    o -> rest.add(Hashes.of(java.util.Arrays.toString(OutcomeCodec.bytes(o)))),
                    RunProgress.NONE);
            assertThat(rest).isEqualTo(all);
            assertThat(again).isEqualTo(tally);
        }
    }

    @Test
    void aDamagedPieceOfWorkIsDoneAgain() throws IOException {
        RunSettings settings = new RunSettings(12, 6, 4, 1);
        TrialFolder.Finished whole = write("whole", settings, RunProgress.NONE);
        write("damaged", settings, stopAfter(3));
        Path chunk = folder.resolve("damaged/.unfinished/chunk-000000.bin");
        byte[] bytes = Files.readAllBytes(chunk);
        bytes[bytes.length / 2] ^= 1;
        Files.write(chunk, bytes);
        write("damaged", settings, RunProgress.NONE);
        assertThat(folder.resolve("damaged/visits.csv")).hasSameBinaryContentAs(folder.resolve("whole/visits.csv"));
        assertThat(whole.tally().complete()).isTrue();
    }

    @Test
    void unfinishedWorkOfOtherSettingsIsNeitherMixedInNorLost() throws IOException {
        write("mixed", new RunSettings(12, 6, 4, 1), stopAfter(2));
        RunSettings other = new RunSettings(12, 6, 5, 1);
        assertThatThrownBy(() -> write("mixed", other, RunProgress.NONE))
                .isInstanceOf(RunFault.class)
                .hasMessageContaining("seed 4")
                .hasMessageContaining("seed 5")
                .hasMessageContaining("--restart");
        assertThat(folder.resolve("mixed/.unfinished/chunk-000000.bin")).exists();
        TrialFolder.restart(folder.resolve("mixed"));
        assertThat(write("mixed", other, RunProgress.NONE).tally().complete()).isTrue();
    }

    @Test
    void oneRunAtATimeHoldsAFolder() throws IOException {
        RunSettings settings = new RunSettings(12, 2, 4, 1);
        List<String> second = new ArrayList<>();
        write("held", settings, new RunProgress() {
            @Override
            public void at(long done, long inAll, double years) {
                try {
                    write("held", settings, NONE);
                } catch (RunFault fault) {
                    second.add(Objects.requireNonNull(fault.getMessage()));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });
        assertThat(second).isNotEmpty().allMatch(m -> m.contains("another run is writing here"));
    }
}
