package org.lamella.trial.output;

import java.io.IOException;

/** Takes rows one by one. */
public interface TableWriter<R extends Record & TableRow> extends AutoCloseable {
    void write(R row) throws IOException;

    @Override
    void close() throws IOException;
}
