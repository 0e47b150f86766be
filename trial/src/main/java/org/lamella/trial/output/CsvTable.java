package org.lamella.trial.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Comma-separated values after RFC 4180, UTF-8, one header line; an absent number is an empty field. */
final class CsvTable<R extends Record & TableRow> implements TableWriter<R> {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final Line line = new Line();

    CsvTable(Path file, Class<R> type) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        String header = String.join(
                ",",
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        out.write((header + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void write(R row) throws IOException {
        row.cells(line);
        out.write(line.end());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** The line under way. */
    private static final class Line implements Cells {
        private final StringBuilder text = new StringBuilder(256);

        private StringBuilder next() {
            return text.isEmpty() ? text : text.append(',');
        }

        @Override
        public Cells text(String value) {
            if (value.indexOf(',') >= 0 || value.indexOf('"') >= 0 || value.indexOf('\n') >= 0) {
                next().append('"').append(value.replace("\"", "\"\"")).append('"');
            } else {
                next().append(value);
            }
            return this;
        }

        @Override
        public Cells whole(int value) {
            next().append(value);
            return this;
        }

        @Override
        public Cells number(double value) {
            next();
            if (!Double.isNaN(value)) {
                Decimal.append(text, value);
            }
            return this;
        }

        byte[] end() {
            byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
            text.setLength(0);
            return bytes;
        }
    }
}
