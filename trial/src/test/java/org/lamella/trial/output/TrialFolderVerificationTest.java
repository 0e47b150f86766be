package org.lamella.trial.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.jerolba.carpet.CarpetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.Engine;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.RunProgress;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.VirtualTrial;

/** The files of a trial: the same bytes for any threads, Parquet equal to CSV, partial runs marked as such. */
class TrialFolderVerificationTest {
    private static final Path FILE = Path.of("protocols/reserved/antoniazzi2006_neonates.yaml");
    private static final BoneModel MODEL = BoneModel.create(BoneParameters.load(), Engine.STANDARD.sequential());

    @TempDir
    private Path folder;

    private TrialFolder.Finished run(String name, int threads, RunProgress progress) throws IOException {
        return TrialFolder.write(
                new VirtualTrial(Protocol.read(FILE), MODEL),
                Files.readString(FILE),
                new RunSettings(40, 3, 5, threads),
                folder.resolve(name),
                "test",
                progress);
    }

    @Test
    void sameBytesForAnyThreadsAndParquetEqualsCsv() throws IOException {
        TrialFolder.Finished one = run("one", 1, RunProgress.NONE);
        run("four", 4, RunProgress.NONE);
        assertThat(one.files())
                .contains("subjects.csv", "visits.parquet", "events.csv", "report.html", "dictionary.csv")
                .endsWith("manifest.json");
        for (String file : one.files()) {
            assertThat(folder.resolve("four").resolve(file))
                    .as(file)
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
        }
        List<String> csv = Files.readAllLines(folder.resolve("one/subjects.csv"));
        List<SubjectRow> parquet;
        try (Stream<SubjectRow> rows =
                new CarpetReader<>(folder.resolve("one/subjects.parquet").toFile(), SubjectRow.class).stream()) {
            parquet = rows.toList();
        }
        assertThat(parquet).hasSize(120).hasSize(csv.size() - 1);
        assertThat(csv.get(1))
                .startsWith(
                        parquet.getFirst().STUDYID() + "," + parquet.getFirst().USUBJID());
        Manifest manifest = Manifest.read("manifest.json", Files.readString(folder.resolve("one/manifest.json")), 2);
        assertThat(manifest.files()).containsEntry("visits.parquet", Hashes.of(folder.resolve("one/visits.parquet")));
        assertThat(manifest.complete()).isTrue();
        assertThat(manifest.settings().seed()).isEqualTo(5);
    }

    @Test
    void aStoppedRunIsMarkedPartial() throws IOException {
        RunProgress stop = new RunProgress() {
            private boolean stopped;

            @Override
            public void at(long done, long inAll, double years) {
                stopped = true;
            }

            @Override
            public boolean cancelled() {
                return stopped;
            }
        };
        TrialFolder.Finished finished = run("stopped", 1, stop);
        assertThat(finished.tally().complete()).isFalse();
        assertThat(finished.files()).allMatch(f -> f.contains(".partial."));
        assertThat(folder.resolve("stopped/manifest.json")).doesNotExist();
        assertThat(folder.resolve("stopped/report.partial.html")).content().contains("Partial result");
        assertThat(Files.readAllLines(folder.resolve("stopped/subjects.partial.csv")))
                .hasSize(1 + (int) finished.tally().enrolled());
    }
}
