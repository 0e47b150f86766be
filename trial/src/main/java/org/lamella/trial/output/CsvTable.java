package org.lamella.trial.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Comma-separated values after RFC 4180, UTF-8, one header line; an absent number is an empty field. */
final class CsvTable<R extends Record> implements TableWriter<R> {
    private static final int BUFFER = 1 << 16;

    private final BufferedWriter out;
    private final Method[] accessors;
    private final StringBuilder line = new StringBuilder(256);

    CsvTable(Path file, Class<R> type) throws IOException {
        RecordComponent[] columns = type.getRecordComponents();
        this.accessors =
                Arrays.stream(columns).map(RecordComponent::getAccessor).toArray(Method[]::new);
        this.out = new BufferedWriter(
                new java.io.OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8), BUFFER);
        out.write(String.join(
                ",", Arrays.stream(columns).map(RecordComponent::getName).toList()));
        out.write("\n");
    }

    @Override
    public void write(R row) throws IOException {
        line.setLength(0);
        for (int c = 0; c < accessors.length; c++) {
            if (c > 0) {
                line.append(',');
            }
            append(value(row, accessors[c]));
        }
        out.append(line.append('\n'));
    }

    private static Object value(Record row, Method accessor) {
        try {
            return accessor.invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private void append(Object value) {
        if (value instanceof Double d) {
            if (!d.isNaN()) {
                line.append(d.doubleValue());
            }
        } else if (value instanceof String text && (text.contains(",") || text.contains("\"") || text.contains("\n"))) {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            line.append(value);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
