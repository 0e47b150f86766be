package org.lamella.cluster;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.lamella.trial.output.SubjectRow;

/**
 * Runs the replicates of a trial on Spark: subjects as Parquet, and a table of replicates whose bytes do not depend on the
 * number of partitions or workers.
 */
public final class ClusterTrial {
    private static final StructType SCHEMA = schema();

    private ClusterTrial() {}

    /**
     * Runs and writes {@code subjects/} (Parquet), {@code replicates.csv} and {@code endpoints.csv}.
     *
     * @param session Spark session
     * @param task what one replicate is
     * @param replicates number of replicates
     * @param partitions number of partitions
     * @param out folder
     * @return patient-years from enrolment on
     */
    public static double run(SparkSession session, ReplicateTask task, int replicates, int partitions, Path out)
            throws IOException {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
        List<Integer> numbers = IntStream.range(0, replicates).boxed().toList();
        JavaRDD<ReplicateTask.Result> results = context.parallelize(numbers, partitions)
                .map(task::run)
                .persist(StorageLevel.MEMORY_AND_DISK());
        session.createDataFrame(
                        results.flatMap(r -> r.subjects().stream()
                                .map(ClusterTrial::row)
                                .iterator()),
                        SCHEMA)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(out.resolve("subjects").toString());
        record Line(int replicate, String fingerprint, List<String> endpoints, double years) {}
        List<Line> lines = new ArrayList<>();
        for (ReplicateTask.Result r : results.map(r -> new ReplicateTask.Result(
                        r.replicate(), List.of(), r.fingerprint(), r.endpoints(), r.trialYears()))
                .collect()) {
            lines.add(new Line(r.replicate(), r.fingerprint(), r.endpoints(), r.trialYears()));
        }
        results.unpersist();
        lines.sort(Comparator.comparingInt(Line::replicate));
        StringBuilder table = new StringBuilder("REPLICAT,SHA256\n");
        StringBuilder endpoints =
                new StringBuilder("REPLICAT,ENDPOINT,ARMCD,AGAINST,MEASURE,N,ESTIMATE,LOW95,HIGH95,PVALUE,SD\n");
        double years = 0;
        for (Line line : lines) {
            table.append(line.replicate()).append(',').append(line.fingerprint()).append('\n');
            line.endpoints().forEach(e -> endpoints.append(e).append('\n'));
            years += line.years();
        }
        Files.createDirectories(out);
        Files.writeString(out.resolve("replicates.csv"), table);
        Files.writeString(out.resolve("endpoints.csv"), endpoints);
        return years;
    }

    private static StructType schema() {
        StructType schema = new StructType();
        for (RecordComponent c : SubjectRow.class.getRecordComponents()) {
            schema = schema.add(
                    c.getName(),
                    c.getType() == int.class
                            ? DataTypes.IntegerType
                            : c.getType() == double.class ? DataTypes.DoubleType : DataTypes.StringType);
        }
        return schema;
    }

    private static Row row(SubjectRow subject) {
        RecordComponent[] components = SubjectRow.class.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = components[i].getAccessor().invoke(subject);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
        return RowFactory.create(values);
    }

    /** {@code PROTOCOL OUT PATIENTS REPLICATES SEED PARTITIONS [MASTER]}; without a master, that of spark-submit. */
    public static void main(String[] a) throws IOException {
        if (a.length < 6) {
            System.err.println("usage: ClusterTrial PROTOCOL OUT PATIENTS REPLICATES SEED PARTITIONS [MASTER]");
            System.exit(2);
        }
        Path protocol = Path.of(a[0]);
        SparkSession.Builder builder = SparkSession.builder().appName("lamella trial " + protocol.getFileName());
        if (a.length > 6) {
            builder = builder.master(a[6]);
        }
        long start = System.nanoTime();
        try (SparkSession session = builder.getOrCreate()) {
            double years = run(
                    session,
                    new ReplicateTask(
                            String.valueOf(protocol.getFileName()),
                            Files.readString(protocol),
                            Integer.parseInt(a[2]),
                            Long.parseLong(a[4])),
                    Integer.parseInt(a[3]),
                    Integer.parseInt(a[5]),
                    Path.of(a[1]));
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%,.0f patient-years from enrolment on in %.1f s, session included: %,.0f patient-years/s%n",
                    years,
                    seconds,
                    years / seconds);
        }
    }
}
