package org.lamella.cluster;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.lamella.trial.output.RunFault;
import org.lamella.trial.output.TrialCluster;
import org.lamella.trial.output.TrialFolder;
import org.lamella.trial.run.TrialVariant;

/** Apache Spark as a place to run trials: on this machine, on a standalone cluster, or wherever spark-submit sends it. */
public final class SparkCluster implements TrialCluster {
    /** The master is named by spark-submit. */
    static final String SUBMIT = "submit";

    private static final Pattern MASTER =
            Pattern.compile("submit|local(\\[(\\d+|\\*)(,\\d+)?])?|spark://[^:/]+:\\d+(,[^:/]+:\\d+)*|yarn|k8s://.+");
    private static final Pattern OURS = Pattern.compile(
            "(lamella-|hipparchus-|commons-rng-|commons-statistics-|snakeyaml-engine-|jspecify-).*\\.jar");
    /** Spark reaches for Unsafe and native code; Java 25 wants to be told that this is expected. */
    private static final String JAVA_OPTIONS =
            "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow";

    @Override
    public Session connect(String master, int partitions, Map<String, String> settings) {
        if (!MASTER.matcher(master).matches()) {
            throw new RunFault(
                    "--spark: found '" + master
                            + "', accepted are local[2], local[*], spark://host:port, yarn, k8s://..., or submit under spark-submit");
        }
        SparkSession.Builder builder = SparkSession.builder()
                .appName("lamella trial")
                .config("spark.ui.showConsoleProgress", "false")
                .config("spark.executor.extraJavaOptions", JAVA_OPTIONS);
        if (!master.equals(SUBMIT)) {
            builder = builder.master(master).config("spark.ui.enabled", "false");
            String jars = String.join(",", ourJars());
            if (!jars.isEmpty() && !master.startsWith("local")) {
                builder = builder.config("spark.jars", jars);
            }
        }
        if (master.startsWith("local") || master.contains("//127.0.0.1") || master.contains("//localhost")) {
            builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1");
        }
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            builder = builder.config(setting.getKey(), setting.getValue());
        }
        return new Connected(builder.getOrCreate(), partitions);
    }

    /** Our own jars of the class path, which the machines of a cluster do not have. */
    private static List<String> ourJars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(p -> OURS.matcher(String.valueOf(p.getFileName())).matches())
                .map(p -> p.toAbsolutePath().toString())
                .sorted()
                .toList();
    }

    /** An open Spark session. */
    private record Connected(SparkSession session, int partitions) implements Session {
        @Override
        public TrialFolder.Elsewhere trial(String protocolName, String protocolText, TrialVariant variant) {
            return new SparkTrial(
                    session, partitions, seed -> new TrialTask(protocolName, protocolText, variant, seed));
        }

        @Override
        public int processors() {
            return JavaSparkContext.fromSparkContext(session.sparkContext()).defaultParallelism();
        }

        @Override
        public void close() {
            session.stop();
        }
    }
}
