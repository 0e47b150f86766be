package org.lamella.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.Engine;
import org.lamella.trial.output.EventRow;
import org.lamella.trial.output.Manifest;
import org.lamella.trial.output.OutcomeCodec;
import org.lamella.trial.output.RunFault;
import org.lamella.trial.output.SubjectRow;
import org.lamella.trial.output.TrialCluster;
import org.lamella.trial.output.TrialFolder;
import org.lamella.trial.output.VisitRow;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.PatientOutcome;
import org.lamella.trial.run.RunProgress;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.TrialVariant;
import org.lamella.trial.run.VirtualTrial;

/** The same documents, patients and rows for 1, 7 and 200 partitions as on the threads of one machine. */
class ClusterTrialVerificationTest {
    private static final Path PROTOCOL = Path.of("../trial/protocols/reserved/antoniazzi2006_neonates.yaml");
    private static final Path STRATIFIED = Path.of("../trial/protocols/studies/gatti2005_neridronate.yaml");
    private static final BoneModel MODEL = BoneModel.create(BoneParameters.load(), Engine.STANDARD.sequential());

    @TempDir
    private Path folder;

    @Test
    void wholeReplicatesAreTheSameForAnyNumberOfPartitions() throws IOException {
        sameForAnyNumberOfPartitions(PROTOCOL, new RunSettings(12, 9, 3, 2));
    }

    @Test
    void piecesOfOneReplicateAreTheSameForAnyNumberOfPartitions() throws IOException {
        sameForAnyNumberOfPartitions(STRATIFIED, new RunSettings(700, 1, 3, 2));
    }

    private void sameForAnyNumberOfPartitions(Path file, RunSettings settings) throws IOException {
        String text = Files.readString(file);
        VirtualTrial trial = new VirtualTrial(Protocol.parse("p.yaml", text), MODEL);
        java.util.ArrayList<PatientOutcome> outcomes = new java.util.ArrayList<>();
        trial.run(settings, outcomes::add, RunProgress.NONE);
        Path plain = folder.resolve("plain");
        TrialFolder.writeFrom(
                (s, tables, sink, progress) -> trial.run(s, sink, progress),
                trial,
                text,
                settings,
                plain,
                "test",
                RunProgress.NONE);
        for (int partitions : new int[] {1, 7, 200}) {
            Path out = folder.resolve("p" + partitions);
            try (TrialCluster.Session session = new SparkCluster().connect("local[2]", partitions, Map.of())) {
                TrialFolder.writeFrom(
                        session.trial("p.yaml", text, TrialVariant.DESIGNED),
                        trial,
                        text,
                        settings,
                        out,
                        "test",
                        RunProgress.NONE);
                rowsAreThose(outcomes, trial.protocol(), out);
            }
            for (String name :
                    List.of("endpoints.csv", "report.html", "dictionary.csv", "protocol.yaml", Manifest.NAME)) {
                assertThat(out.resolve(name))
                        .as("%s, %d partitions", name, partitions)
                        .hasSameBinaryContentAs(plain.resolve(name));
            }
        }
    }

    private static void rowsAreThose(List<PatientOutcome> outcomes, Protocol protocol, Path out) {
        SparkSession session = SparkSession.active();
        assertThat(rows(session, out.resolve("subjects.parquet")))
                .containsExactlyElementsOf(outcomes.stream()
                        .map(o -> SubjectRow.of(protocol, o))
                        .map(ClusterTrialVerificationTest::text)
                        .toList());
        assertThat(rows(session, out.resolve("visits.parquet")))
                .containsExactlyInAnyOrderElementsOf(outcomes.stream()
                        .flatMap(o -> new VisitRow.Maker(protocol).of(o).stream())
                        .map(ClusterTrialVerificationTest::text)
                        .toList());
        assertThat(rows(session, out.resolve("events.parquet")))
                .containsExactlyInAnyOrderElementsOf(outcomes.stream()
                        .flatMap(o -> EventRow.of(protocol, o).stream())
                        .map(ClusterTrialVerificationTest::text)
                        .toList());
    }

    private static List<String> rows(SparkSession session, Path table) {
        List<Row> rows = session.read().parquet(table.toString()).collectAsList();
        boolean subjects = table.endsWith("subjects.parquet");
        return rows.stream()
                .sorted(
                        subjects
                                ? java.util.Comparator.comparingInt((Row r) -> r.getInt(2))
                                        .thenComparingInt(r -> r.getInt(3))
                                        .thenComparing(r -> 0)
                                : java.util.Comparator.comparing(Row::toString))
                .map(r -> r.mkString("|"))
                .toList();
    }

    private static String text(Record row) {
        StringBuilder text = new StringBuilder();
        for (var component : row.getClass().getRecordComponents()) {
            try {
                text.append(text.isEmpty() ? "" : "|")
                        .append(component.getAccessor().invoke(row));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return text.toString();
    }

    @Test
    void patientsSurviveTheirBytes() {
        java.util.ArrayList<PatientOutcome> outcomes = new java.util.ArrayList<>();
        new VirtualTrial(Protocol.read(PROTOCOL), MODEL)
                .run(new RunSettings(5, 1, 3, 1), outcomes::add, RunProgress.NONE);
        byte[] bytes = OutcomeCodec.bytes(outcomes);
        assertThat(OutcomeCodec.bytes(OutcomeCodec.all(bytes))).isEqualTo(bytes);
    }

    @Test
    void refusesAMasterItDoesNotKnow() {
        assertThatThrownBy(() -> new SparkCluster().connect("spark:/nowhere", 1, Map.of()))
                .isInstanceOf(RunFault.class)
                .hasMessageContaining("found 'spark:/nowhere', accepted are local[2]");
    }
}
