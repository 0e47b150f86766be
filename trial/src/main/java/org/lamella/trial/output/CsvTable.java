package org.lamella.trial.output;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Comma-separated values after RFC 4180, UTF-8, one header line; an absent number is an empty field. */
final class CsvTable<R extends Record & TableRow> implements TableWriter<R> {
    private static final int FULL = 1 << 16;

    private final OutputStream out;
    private final AsciiText text = new AsciiText(2 * FULL);
    private final Line line = new Line(text);

    CsvTable(Path file, Class<R> type) throws IOException {
        this.out = Files.newOutputStream(file);
        text.put(String.join(
                        ",",
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList()))
                .put('\n');
    }

    @Override
    public void write(R row) throws IOException {
        line.first = true;
        row.cells(line);
        text.put('\n');
        if (text.length() >= FULL) {
            text.writeTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            text.writeTo(out);
        }
    }

    /** The line under way. */
    private static final class Line implements Cells {
        private final AsciiText text;
        private boolean first;

        Line(AsciiText text) {
            this.text = text;
        }

        private AsciiText next() {
            if (!first) {
                text.put(',');
            }
            first = false;
            return text;
        }

        @Override
        public Cells text(String value) {
            if (value.indexOf(',') >= 0 || value.indexOf('"') >= 0 || value.indexOf('\n') >= 0) {
                next().put('"').put(value.replace("\"", "\"\"")).put('"');
            } else {
                next().put(value);
            }
            return this;
        }

        @Override
        public Cells whole(int value) {
            next().put(value);
            return this;
        }

        @Override
        public Cells number(double value) {
            next();
            if (!Double.isNaN(value)) {
                text.decimal(value);
            }
            return this;
        }
    }
}
