package org.lamella.trial.statistics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;

/** Saved cases beside the tests: data, and what R computed from them. */
final class RSaved {
    private RSaved() {}

    /** Values by {@code case.quantity}. */
    static Map<String, Double> expected(String name) {
        Map<String, Double> values = new HashMap<>();
        for (String line : lines(name).subList(1, lines(name).size())) {
            String[] cells = line.split(",");
            values.put(cells[0] + "." + cells[1], Double.valueOf(cells[2]));
        }
        return values;
    }

    static Table table(String name) {
        List<String> lines = lines(name);
        String[] names = lines.getFirst().split(",");
        Map<String, double[]> columns = new HashMap<>();
        for (int c = 0; c < names.length; c++) {
            int column = c;
            columns.put(
                    names[c],
                    lines.stream()
                            .skip(1)
                            .mapToDouble(l -> number(l.split(",", -1)[column]))
                            .toArray());
        }
        return new Table(columns);
    }

    /** First events of some rows of a table with columns time and event. */
    static EventTimes events(Table t, IntPredicate in) {
        EventTimes times = new EventTimes();
        for (int i = 0; i < t.get("time").length; i++) {
            if (in.test(i)) {
                times.add((int) t.get("time")[i], t.flags("event")[i]);
            }
        }
        return times;
    }

    static Ancova ancova(double[] change, double[] baseline, boolean[] treated) {
        Bivariate[] arms = {new Bivariate(), new Bivariate()};
        for (int i = 0; i < change.length; i++) {
            arms[treated[i] ? 1 : 0].add(baseline[i], change[i]);
        }
        return Ancova.of(arms[0], arms[1]);
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private static List<String> lines(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RSaved.class.getResourceAsStream(name)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Columns by name; an empty cell is not a number. */
    record Table(Map<String, double[]> byName) {
        double[] get(String name) {
            return Objects.requireNonNull(byName.get(name), name);
        }

        boolean[] flags(String name) {
            double[] values = get(name);
            boolean[] flags = new boolean[values.length];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = values[i] != 0;
            }
            return flags;
        }

        double[][] columns(String... names) {
            double[][] rows = new double[get(names[0]).length][names.length];
            for (int c = 0; c < names.length; c++) {
                for (int i = 0; i < rows.length; i++) {
                    rows[i][c] = get(names[c])[i];
                }
            }
            return rows;
        }
    }
}
