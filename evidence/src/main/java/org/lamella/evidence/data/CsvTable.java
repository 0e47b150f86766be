package org.lamella.evidence.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A comma-separated table whose leading lines that begin with {@code #} name its source and licence.
 *
 * <p>Fields may be quoted; a quote inside a quoted field is doubled. Reading fails with the line and column named.
 */
public final class CsvTable {
    private final String file;
    private final List<String> comments;
    private final List<Row> rows;

    private CsvTable(String file, List<String> comments, List<Row> rows) {
        this.file = file;
        this.comments = comments;
        this.rows = rows;
    }

    /** Reads a resource; see {@link Resources#text} for names. */
    public static CsvTable resource(Class<?> anchor, String name) {
        return parse(name, Resources.text(anchor, name));
    }

    /** Parses a text; {@code file} is the name used in errors. */
    public static CsvTable parse(String file, String text) {
        List<String> comments = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        List<String> header = List.of();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.startsWith("#")) {
                comments.add(line.substring(1).strip());
            } else if (!line.isBlank()) {
                List<String> fields = split(line);
                if (header.isEmpty()) {
                    header = fields;
                } else {
                    rows.add(row(file, number, header, fields));
                }
            }
        }
        if (header.isEmpty()) {
            throw new DataFileException(file, "", "no header line", "a line of column names");
        }
        return new CsvTable(file, List.copyOf(comments), List.copyOf(rows));
    }

    private static Row row(String file, int number, List<String> header, List<String> fields) {
        if (fields.size() != header.size()) {
            throw new DataFileException(
                    file, "line " + number, fields.size() + " fields", header.size() + " fields " + header);
        }
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            byColumn.put(header.get(i), fields.get(i));
        }
        return new Row(file, number, byColumn);
    }

    private static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    public String file() {
        return file;
    }

    /** Comment lines without their hash sign: title, source, licence, remarks. */
    public List<String> comments() {
        return comments;
    }

    public List<Row> rows() {
        return rows;
    }

    /** One line of the table. */
    public static final class Row {
        private final String file;
        private final int line;
        private final Map<String, String> fields;

        private Row(String file, int line, Map<String, String> fields) {
            this.file = file;
            this.line = line;
            this.fields = fields;
        }

        /** The text of a column, which may be empty. */
        public String text(String column) {
            String value = fields.get(column);
            if (value == null) {
                throw new DataFileException(file, "column " + column, "no such column", "one of " + fields.keySet());
            }
            return value;
        }

        /** The finite number of a column. */
        public double number(String column) {
            return optionalNumber(column).orElseThrow(() -> wrong(column, "a number"));
        }

        /** The number of a column, or empty when the field is empty. */
        public OptionalDouble optionalNumber(String column) {
            String value = text(column);
            if (value.isEmpty()) {
                return OptionalDouble.empty();
            }
            try {
                double number = Double.parseDouble(value);
                if (Double.isFinite(number)) {
                    return OptionalDouble.of(number);
                }
            } catch (NumberFormatException e) {
                throw (DataFileException) wrong(column, "a number").initCause(e);
            }
            throw wrong(column, "a finite number");
        }

        /** The complaint that a field is not what was expected. */
        public DataFileException wrong(String column, String accepted) {
            return new DataFileException(file, "line " + line + ", " + column, "'" + text(column) + "'", accepted);
        }
    }
}
