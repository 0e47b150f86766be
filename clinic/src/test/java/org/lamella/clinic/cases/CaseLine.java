package org.lamella.clinic.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.care.rules.RuleSettings;
import org.lamella.patient.Analyte;
import org.lamella.patient.Examination;

/**
 * A line of the case files of the care rules, written as a plain record, so that the whole way from text to answer is
 * tested; the statements are explained beside the case files.
 */
final class CaseLine {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final Pattern SPAN = Pattern.compile("(\\d+)([dmy])");
    /** A unit of time: valid in UCUM and wrong for every quantity of a record. */
    private static final String WRONG_UNIT = "s";

    final String rule;
    final String kind;
    final RuleAnswer.Kind expected;
    final String text;
    private String sex = "male";
    private String type = "iii";
    private String gene = "";
    private LocalDate birth = TODAY.minusYears(8);
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> confirmed = new HashSet<>();
    private final Map<String, BigDecimal> figures = new HashMap<>();

    /**
     * One entry of a record.
     *
     * @param section section of the plain record
     * @param line its line, with {@code %D} for the day and {@code %U} for the unit of its quantity
     * @param day day of the entry
     * @param unit unit of its quantity, or an empty text when it has none
     */
    private record Entry(String section, String line, LocalDate day, String unit) {
        String written(LocalDate at, String with) {
            return "  - {" + line.replace("%D", at.toString()).replace("%U", with) + "}\n";
        }
    }

    /** What is done to one entry of the record. */
    enum Change {
        NONE,
        LEFT_OUT,
        WRONG_UNIT,
        TEN_YEARS_OLDER
    }

    CaseLine(String rule, String line) {
        String[] parts = line.split("\\|", -1);
        this.rule = rule;
        this.kind = parts[0].strip();
        this.expected = RuleAnswer.Kind.valueOf(parts[1].strip());
        this.text = parts[2].strip();
        for (String statement : text.split(";")) {
            if (!statement.isBlank()) {
                read(statement.strip());
            }
        }
    }

    RuleSettings settings() {
        return new RuleSettings(confirmed, Set.of(), figures);
    }

    int entries() {
        return entries.size();
    }

    boolean hasQuantity(int entry) {
        return !entries.get(entry).unit().isEmpty();
    }

    /** True when an entry speaks of a day that has passed. */
    boolean past(int entry) {
        return !entries.get(entry).section().equals("planned");
    }

    /** The plain record, with one entry changed. */
    String record(int changed, Change change) {
        StringBuilder yaml =
                new StringBuilder("lamella-record: 1\npatient: {id: case, sex: " + sex + ", born: " + birth + "}\n");
        if (!type.isEmpty() || !gene.isEmpty()) {
            yaml.append("diagnosis: {")
                    .append(type.isEmpty() ? "" : "type: " + type + ", ")
                    .append(gene.isEmpty() ? "" : "gene: " + gene)
                    .append("}\n");
        }
        Map<String, StringBuilder> sections = new java.util.TreeMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            boolean this1 = i == changed;
            if (this1 && change == Change.LEFT_OUT) {
                continue;
            }
            LocalDate day = entry.day();
            if (this1 && change == Change.TEN_YEARS_OLDER) {
                LocalDate older = day.minusYears(10);
                day = older.isBefore(birth) ? birth : older;
            }
            String unit = this1 && change == Change.WRONG_UNIT ? WRONG_UNIT : entry.unit();
            sections.computeIfAbsent(entry.section(), s -> new StringBuilder()).append(entry.written(day, unit));
        }
        sections.forEach((name, lines) -> yaml.append(name).append(":\n").append(lines));
        return yaml.toString();
    }

    private static Period span(String text) {
        Matcher m = SPAN.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("span '" + text + "'");
        }
        int n = Integer.parseInt(m.group(1));
        return switch (m.group(2)) {
            case "d" -> Period.ofDays(n);
            case "m" -> Period.ofMonths(n);
            default -> Period.ofYears(n);
        };
    }

    private static LocalDate day(String text) {
        String t = text.startsWith("@") ? text.substring(1) : text;
        return t.startsWith("+") ? TODAY.plus(span(t.substring(1))) : TODAY.minus(span(t.substring(1)));
    }

    private static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void read(String s) {
        String[] w = s.split("\\s+");
        switch (w[0]) {
            case "girl" -> sex = "female";
            case "boy" -> sex = "male";
            case "type" -> type = kebab(w[1]);
            case "gene" -> gene = w[1];
            case "age" -> age(w[1]);
            case "confirm" -> confirmed.add(w[1]);
            case "site" -> figures.put(w[1], new BigDecimal(w[2]));
            default -> {
                if (s.equals("no type")) {
                    type = "";
                } else {
                    entry(w);
                }
            }
        }
    }

    private void age(String text) {
        String[] age = text.split("-");
        birth = TODAY.minus(span(age[0]));
        if (age.length > 1) {
            birth = birth.plus(span(age[1]));
        }
    }

    private void entry(String[] w) {
        LocalDate at = TODAY;
        for (String word : w) {
            if (word.startsWith("@")) {
                at = day(word);
            }
        }
        String method = List.of(w).contains("estimated") ? ", method: estimated" : "";
        switch (w[0]) {
            case "yes", "no" ->
                add("findings", "date: %D, finding: " + kebab(w[1]) + ", present: " + w[0].equals("yes"), at, "");
            case "lab" -> lab(w, at);
            case "weight" -> add("weights", "date: %D, weight: " + w[1] + " %U" + method, at, "kg");
            case "height" -> add("heights", "date: %D, posture: standing, height: " + w[1] + " %U" + method, at, "cm");
            case "vfx" -> add("vertebral-fractures", "date: %D, level: L1, grade: 1", at, "");
            case "fracture" ->
                add("fractures", "date: %D, bone: " + kebab(w[1]) + ", side: left, mechanism: " + kebab(w[2]), at, "");
            case "dxa" -> {
                boolean z = w[2].equals("z");
                add(
                        "dxa",
                        "date: %D, site: " + kebab(w[1]) + (z ? ", z: " + w[3] : ", density: " + w[3] + " %U"),
                        at,
                        z ? "" : "g/cm2");
            }
            case "exam" -> {
                boolean figure = !w[2].startsWith("@");
                String unit = Examination.Kind.valueOf(w[1]).unit();
                add(
                        "examinations",
                        "date: %D, kind: " + kebab(w[1]) + (figure ? ", value: " + w[2] + " %U" : ""),
                        at,
                        figure ? unit : "");
            }
            case "dose" -> dose(w, at);
            case "course" -> {
                String until = w.length > 6 ? ", until: " + day(w[6]) : "";
                add(
                        "courses",
                        "drug: " + w[1] + ", daily: " + w[2].replace("mg", "") + " %U, route: oral, from: %D" + until,
                        day(w[4]),
                        "mg");
            }
            case "surgery" ->
                add(
                        "surgeries",
                        "date: %D, kind: " + kebab(w[1]) + ", bone: " + kebab(w[2]) + ", side: left"
                                + (w.length > 5 ? ", healed: " + day(w[5]) : ""),
                        at,
                        "");
            case "planned" ->
                add(
                        "planned",
                        "date: %D, kind: " + kebab(w[1])
                                + (w[2].startsWith("@") ? "" : ", bone: " + kebab(w[2]) + ", side: left"),
                        at,
                        "");
            case "rod" ->
                add(
                        "rods",
                        "date: %D, kind: " + kebab(w[1]) + ", bone: " + kebab(w[2]) + ", side: left"
                                + (w.length > 4 ? ", diameter: " + w[4].replace("mm", "") + " %U" : "")
                                + (w.length > 5 ? ", length: " + w[5].replace("mm", "") + " %U" : ""),
                        at,
                        w.length > 4 ? "mm" : "");
            case "cast" -> add("casts", "from: %D, bone: " + kebab(w[1]) + ", side: left", at, "");
            case "mobility" -> add("mobility", "date: %D, grade: " + kebab(w[1]), at, "");
            case "pain" -> add("pain", "date: %D, score: " + w[1], at, "");
            case "dental" -> add("dental", "date: %D", at, "");
            case "pregnant" -> add("pregnancy", "date: %D, status: pregnant", at, "");
            case "not" -> add("pregnancy", "date: %D, status: not-pregnant", at, "");
            default -> throw new IllegalArgumentException("case statement '" + String.join(" ", w) + "'");
        }
    }

    private void add(String section, String line, LocalDate day, String unit) {
        entries.add(new Entry(section, line, day, unit));
    }

    private void lab(String[] w, LocalDate at) {
        Analyte analyte = Analyte.valueOf(w[1]);
        boolean written = w.length > 3 && w[3].contains("/");
        StringBuilder line = new StringBuilder("date: %D, analyte: " + kebab(w[1]) + ", value: " + w[2] + " %U");
        for (int i = 3; i + 1 < w.length; i++) {
            if (w[i].equals("low") || w[i].equals("high")) {
                line.append(", ")
                        .append(w[i])
                        .append(": ")
                        .append(w[i + 1])
                        .append(' ')
                        .append(analyte.unit());
            }
        }
        add("labs", line.toString(), at, written ? w[3] : analyte.unit());
    }

    private void dose(String[] w, LocalDate at) {
        boolean unknown = w[2].equals("unknown");
        boolean perWeight = w[2].endsWith("mg/kg");
        add(
                "doses",
                "date: %D, drug: " + w[1] + ", dose: "
                        + (unknown ? "unknown" : w[2].replace("mg/kg", "").replace("mg", "") + " %U")
                        + ", route: intravenous",
                at,
                unknown ? "" : perWeight ? "mg/kg" : "mg");
    }

    @Override
    public String toString() {
        return rule + " " + kind + " [" + text + "]";
    }
}
