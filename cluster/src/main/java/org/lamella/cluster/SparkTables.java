package org.lamella.cluster;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.lamella.trial.output.EventRow;
import org.lamella.trial.output.OutcomeCodec;
import org.lamella.trial.output.SubjectRow;
import org.lamella.trial.output.VisitRow;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.PatientOutcome;

/** Subjects, visits and events as Parquet folders, written by the machines that simulated them. */
final class SparkTables {
    private SparkTables() {}

    /** Rows of one patient. */
    private interface Rows<R extends Record> extends java.io.Serializable {
        List<R> of(Protocol protocol, PatientOutcome outcome);
    }

    static void write(SparkSession session, JavaRDD<byte[]> patients, TrialTask work, Path folder) {
        write(session, patients, work, SubjectRow.class, (p, o) -> List.of(SubjectRow.of(p, o)), folder, "subjects");
        write(session, patients, work, VisitRow.class, (p, o) -> new VisitRow.Maker(p).of(o), folder, "visits");
        write(session, patients, work, EventRow.class, EventRow::of, folder, "events");
    }

    private static <R extends Record> void write(
            SparkSession session,
            JavaRDD<byte[]> patients,
            TrialTask work,
            Class<R> type,
            Rows<R> rows,
            Path folder,
            String name) {
        JavaRDD<Row> table = patients.flatMap(bytes -> {
            Protocol protocol = work.protocol();
            return OutcomeCodec.all(bytes).stream()
                    .flatMap(o -> rows.of(protocol, o).stream())
                    .map(SparkTables::row)
                    .iterator();
        });
        session.createDataFrame(table, schema(type))
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(folder.resolve(name + ".parquet").toUri().toString());
    }

    private static StructType schema(Class<? extends Record> type) {
        StructType schema = new StructType();
        for (RecordComponent c : type.getRecordComponents()) {
            schema = schema.add(
                    c.getName(),
                    c.getType() == int.class
                            ? DataTypes.IntegerType
                            : c.getType() == double.class ? DataTypes.DoubleType : DataTypes.StringType);
        }
        return schema;
    }

    private static Row row(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = components[i].getAccessor().invoke(record);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
        return RowFactory.create(values);
    }
}
