package org.lamella.trial.output;

import com.jerolba.carpet.CarpetWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;

/** Apache Parquet through Carpet. Nothing else touches its libraries, so that other commands never load them. */
final class ParquetTable<R extends Record & TableRow> implements TableWriter<R> {
    /** Bytes that wait in memory before they are written. */
    private static final long ROW_GROUP = 16L << 20;

    private final Path file;
    private final CarpetWriter<R> writer;

    ParquetTable(Path file, Class<R> type) throws IOException {
        this.file = file;
        CarpetWriter.Builder<R> builder = new CarpetWriter.Builder<>(
                        new BufferedOutputStream(Files.newOutputStream(file)), type)
                .withRowGroupSize(ROW_GROUP)
                .withSizeStatisticsEnabled(false);
        for (RecordComponent column : type.getRecordComponents()) {
            if (column.getType() == double.class) {
                // measured values hardly repeat: a dictionary of them costs time and saves nothing
                builder.withDictionaryEncoding(column.getName(), false);
            }
        }
        this.writer = builder.build();
    }

    @Override
    public void write(R row) throws IOException {
        writer.write(row);
    }

    @Override
    public void close() throws IOException {
        writer.close();
        ParquetFooter.order(file);
    }
}
