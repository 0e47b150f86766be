package org.lamella.trial.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.OutcomeSink;
import org.lamella.trial.run.PatientOutcome;

/** Writes subjects, visits and events, each as CSV and as Parquet, while the trial runs. */
public final class TrialTables implements OutcomeSink, AutoCloseable {
    /** Names of the tables without their endings. */
    public static final List<String> NAMES = List.of("subjects", "visits", "events");

    private final Protocol protocol;
    private final VisitRow.Maker visitRows;
    private final List<TableWriter<SubjectRow>> subjects;
    private final List<TableWriter<VisitRow>> visits;
    private final List<TableWriter<EventRow>> events;

    /**
     * Opens the files.
     *
     * @param folder existing folder
     * @param protocol the trial
     */
    public TrialTables(Path folder, Protocol protocol) throws IOException {
        this.protocol = protocol;
        this.visitRows = new VisitRow.Maker(protocol);
        this.subjects = open(folder, "subjects", SubjectRow.class);
        this.visits = open(folder, "visits", VisitRow.class);
        this.events = open(folder, "events", EventRow.class);
    }

    private static <R extends Record & TableRow> List<TableWriter<R>> open(Path folder, String name, Class<R> type)
            throws IOException {
        return List.of(
                new CsvTable<>(folder.resolve(name + ".csv"), type),
                new ParquetTable<>(folder.resolve(name + ".parquet"), type));
    }

    @Override
    public void accept(PatientOutcome outcome) {
        try {
            write(subjects, SubjectRow.of(protocol, outcome));
            for (VisitRow row : visitRows.of(outcome)) {
                write(visits, row);
            }
            for (EventRow row : EventRow.of(protocol, outcome)) {
                write(events, row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <R extends Record & TableRow> void write(List<TableWriter<R>> tables, R row) throws IOException {
        for (TableWriter<R> table : tables) {
            table.write(row);
        }
    }

    @Override
    public void close() throws IOException {
        List<TableWriter<?>> all = new ArrayList<>(subjects);
        all.addAll(visits);
        all.addAll(events);
        IOException first = null;
        for (TableWriter<?> table : all) {
            try {
                table.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
