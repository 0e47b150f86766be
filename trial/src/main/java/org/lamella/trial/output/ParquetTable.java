package org.lamella.trial.output;

import com.jerolba.carpet.io.OutputStreamOutputFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyError;

/** Apache Parquet. Nothing else touches its libraries, so that other commands never load them. */
final class ParquetTable<R extends Record & TableRow> implements TableWriter<R> {
    /** Bytes that wait in memory before they are written. */
    private static final long ROW_GROUP = 16L << 20;

    private static final int BUFFER = 1 << 16;
    /** More than the machine code needs. */
    private static final int ROOM = 1 << 20;

    private final Path file;
    private final ParquetWriter<R> writer;

    ParquetTable(Path file, Class<R> type) throws IOException {
        this.file = file;
        unpackCompression();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        Builder<R> builder = new Builder<>(new OutputStreamOutputFile(out), new ParquetRows<>(type))
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
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

    /**
     * The library unpacks its machine code into the temporary folder when first used, and prints a stack trace when it
     * cannot; so room is tried first.
     */
    private static void unpackCompression() throws IOException {
        try {
            Path trial = Files.createTempFile("lamella", ".tmp");
            try {
                Files.write(trial, new byte[ROOM]);
            } finally {
                Files.delete(trial);
            }
            Snappy.getNativeLibraryVersion();
            Snappy.maxCompressedLength(1);
        } catch (IOException | LinkageError | SnappyError | RuntimeException why) {
            throw new IOException(
                    "the compression library of Parquet could not be unpacked into the temporary folder "
                            + System.getProperty("org.xerial.snappy.tempdir", System.getProperty("java.io.tmpdir"))
                            + ": make space there, or name another one with LAMELLA_JAVA_OPTS=-Djava.io.tmpdir=FOLDER",
                    why);
        }
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

    /** The library's builder for rows of one kind. */
    private static final class Builder<R extends Record & TableRow> extends ParquetWriter.Builder<R, Builder<R>> {
        private final ParquetRows<R> rows;

        Builder(OutputFile file, ParquetRows<R> rows) {
            super(file);
            this.rows = rows;
        }

        @Override
        protected Builder<R> self() {
            return this;
        }

        @Override
        protected WriteSupport<R> getWriteSupport(ParquetConfiguration configuration) {
            return rows;
        }

        @Override
        @SuppressWarnings("deprecation") // the library still asks for it
        protected WriteSupport<R> getWriteSupport(org.apache.hadoop.conf.Configuration configuration) {
            return rows;
        }
    }
}
