package org.lamella.trial.output;

import com.jerolba.carpet.CarpetWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Apache Parquet through Carpet. Nothing else touches its libraries, so that other commands never load them. */
final class ParquetTable<R extends Record> implements TableWriter<R> {
    private final Path file;
    private final CarpetWriter<R> writer;

    ParquetTable(Path file, Class<R> type) throws IOException {
        this.file = file;
        this.writer = new CarpetWriter.Builder<>(new BufferedOutputStream(Files.newOutputStream(file)), type).build();
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
