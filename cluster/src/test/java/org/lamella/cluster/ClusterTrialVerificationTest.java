package org.lamella.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same bytes for 1, 7 and 200 partitions, and the same replicates as without Spark. */
class ClusterTrialVerificationTest {
    private static final Path PROTOCOL = Path.of("../trial/protocols/reserved/antoniazzi2006_neonates.yaml");

    @TempDir
    private Path folder;

    @Test
    void sameBytesForAnyNumberOfPartitions() throws IOException {
        ReplicateTask task = new ReplicateTask("antoniazzi.yaml", Files.readString(PROTOCOL), 12, 3);
        try (SparkSession session = SparkSession.builder()
                .appName("test")
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate()) {
            for (int partitions : new int[] {1, 7, 200}) {
                ClusterTrial.run(session, task, 9, partitions, folder.resolve("p" + partitions));
            }
            assertThat(session.read().parquet(folder.resolve("p200/subjects").toString()).count())
                    .isEqualTo(9 * 12);
        }
        for (String file : new String[] {"replicates.csv", "endpoints.csv"}) {
            assertThat(folder.resolve("p7").resolve(file)).hasSameTextualContentAs(folder.resolve("p1").resolve(file));
            assertThat(folder.resolve("p200").resolve(file)).hasSameTextualContentAs(folder.resolve("p1").resolve(file));
        }
        assertThat(Files.readAllLines(folder.resolve("p1/replicates.csv")).get(5))
                .isEqualTo("4," + task.run(4).fingerprint());
    }
}
