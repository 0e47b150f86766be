package org.lamella.care.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lamella.patient.Administration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Bone;
import org.lamella.patient.Cast;
import org.lamella.patient.Course;
import org.lamella.patient.DentalVisit;
import org.lamella.patient.DoseOfUnknownAmount;
import org.lamella.patient.Drug;
import org.lamella.patient.DxaScan;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.LabResult;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.PainScore;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.Rod;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;
import org.lamella.patient.Side;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.Surgery;
import org.lamella.patient.VertebralFracture;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.ArealDensity;
import org.lamella.patient.measure.Centimetres;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;
import org.lamella.patient.measure.Millimetres;
import org.lamella.patient.measure.ZScore;

/** Reads the record of a case line; see README.md beside the case files. */
final class CaseRecord {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final Pattern SPAN = Pattern.compile("(\\d+)([dmy])");

    private Sex sex = Sex.MALE;
    private OiType type = OiType.III;
    private String gene;
    private LocalDate birth = TODAY.minusYears(8);
    private final List<String> entries = new ArrayList<>();
    private final Set<String> confirmed = new HashSet<>();
    private final Map<String, BigDecimal> figures = new HashMap<>();

    CaseRecord(String text) {
        for (String statement : text.split(";")) {
            String s = statement.strip();
            if (s.isEmpty()) {
                continue;
            } else if (s.equals("girl")) {
                sex = Sex.FEMALE;
            } else if (s.equals("boy")) {
                sex = Sex.MALE;
            } else if (s.equals("no type")) {
                type = null;
            } else if (s.startsWith("type ")) {
                type = OiType.valueOf(s.substring(5));
            } else if (s.startsWith("gene ")) {
                gene = s.substring(5);
            } else if (s.startsWith("age ")) {
                String[] age = s.substring(4).split("-");
                birth = TODAY.minus(span(age[0]));
                if (age.length > 1) {
                    birth = birth.plus(span(age[1]));
                }
            } else if (s.startsWith("confirm ")) {
                confirmed.add(s.substring(8));
            } else if (s.startsWith("site ")) {
                String[] figure = s.substring(5).split(" ");
                figures.put(figure[0], new BigDecimal(figure[1]));
            } else {
                entries.add(s);
            }
        }
    }

    RuleSettings settings() {
        return new RuleSettings(confirmed, Set.of(), figures);
    }

    Patient patient() {
        PatientBuilder builder = Patient.builder("case", sex, birth).diagnosis(new OiDiagnosis(type, gene, null));
        entries.forEach(entry -> add(builder, entry));
        return builder.build();
    }

    private static Period span(String text) {
        Matcher m = SPAN.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("span '" + text + "', accepted is such as 10d, 2m, 3y");
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

    private static void add(PatientBuilder p, String entry) {
        String[] w = entry.split("\\s+");
        LocalDate at = null;
        for (String word : w) {
            if (word.startsWith("@")) {
                at = day(word);
            }
        }
        switch (w[0]) {
            case "yes" -> p.add(new Finding(at, Finding.Kind.valueOf(w[1]), true));
            case "no" -> p.add(new Finding(at, Finding.Kind.valueOf(w[1]), false));
            case "lab" -> lab(p, w, at);
            case "weight" -> p.add(new WeightMeasurement(at, Kilograms.of(w[1]), method(w)));
            case "height" ->
                p.add(new HeightMeasurement(
                        at, new Centimetres(Double.parseDouble(w[1])), HeightMeasurement.Posture.STANDING, method(w)));
            case "vfx" -> p.add(new VertebralFracture(at, "L1", 1));
            case "fracture" -> p.add(new Fracture(at, Bone.valueOf(w[1]), Side.LEFT, Fracture.Mechanism.valueOf(w[2])));
            case "dxa" -> {
                boolean z = w[2].equals("z");
                double value = Double.parseDouble(w[3]);
                p.add(new DxaScan(
                        at,
                        SkeletalSite.valueOf(w[1]),
                        z ? null : new ArealDensity(value),
                        null,
                        z ? new ZScore(value) : null,
                        null,
                        null));
            }
            case "exam" ->
                p.add(new Examination(
                        at, Examination.Kind.valueOf(w[1]), w[2].startsWith("@") ? null : new BigDecimal(w[2])));
            case "dose" -> dose(p, w, at);
            case "course" ->
                p.add(new Course(
                        new Drug(w[1]),
                        new Milligrams(new BigDecimal(w[2].replace("mg", ""))),
                        Route.ORAL,
                        day(w[4]),
                        w.length > 6 ? day(w[6]) : null));
            case "surgery" -> {
                LocalDate healed = w.length > 5 ? day(w[5]) : null;
                p.add(new Surgery(at, Surgery.Kind.valueOf(w[1]), Bone.valueOf(w[2]), Side.LEFT, healed));
            }
            case "planned" ->
                p.add(new PlannedProcedure(
                        at, Surgery.Kind.valueOf(w[1]), w[2].startsWith("@") ? null : Bone.valueOf(w[2]), Side.LEFT));
            case "rod" ->
                p.add(new Rod(
                        at,
                        Rod.Kind.valueOf(w[1]),
                        Bone.valueOf(w[2]),
                        Side.LEFT,
                        w.length > 4 ? Millimetres.of(w[4].replace("mm", "")) : null,
                        w.length > 5 ? Millimetres.of(w[5].replace("mm", "")) : null,
                        null));
            case "cast" -> p.add(new Cast(at, null, Bone.valueOf(w[1]), Side.LEFT));
            case "mobility" -> p.add(new MobilityAssessment(at, MobilityAssessment.Grade.valueOf(w[1])));
            case "pain" -> p.add(new PainScore(at, Integer.parseInt(w[1])));
            case "dental" -> p.add(new DentalVisit(at, null));
            case "pregnant" -> p.add(new PregnancyStatus(at, PregnancyStatus.Status.PREGNANT));
            case "not" -> p.add(new PregnancyStatus(at, PregnancyStatus.Status.NOT_PREGNANT));
            default -> throw new IllegalArgumentException("case statement '" + entry + "' is not understood");
        }
    }

    private static MeasurementMethod method(String[] words) {
        return List.of(words).contains("estimated") ? MeasurementMethod.ESTIMATED : MeasurementMethod.MEASURED;
    }

    private static void lab(PatientBuilder p, String[] w, LocalDate at) {
        BigDecimal low = null;
        BigDecimal high = null;
        for (int i = 3; i + 1 < w.length; i++) {
            if (w[i].equals("low")) {
                low = new BigDecimal(w[i + 1]);
            } else if (w[i].equals("high")) {
                high = new BigDecimal(w[i + 1]);
            }
        }
        Analyte analyte = Analyte.valueOf(w[1]);
        boolean otherUnit = w.length > 3 && w[3].contains("/") && !w[3].equals(analyte.unit());
        if (!otherUnit) {
            // The record keeps one unit; a reader that cannot convert drops the result, so the rule must ask for it.
            p.add(new LabResult(at, analyte, new BigDecimal(w[2]), low, high, null));
        }
    }

    private static void dose(PatientBuilder p, String[] w, LocalDate at) {
        Drug drug = new Drug(w[1]);
        if (w[2].equals("unknown")) {
            p.add(new DoseOfUnknownAmount(at, drug, Route.INTRAVENOUS));
        } else if (w[2].endsWith("mg/kg")) {
            p.add(new Administration(
                    at,
                    drug,
                    null,
                    new MilligramsPerKilogram(new BigDecimal(w[2].replace("mg/kg", ""))),
                    Route.INTRAVENOUS));
        } else {
            p.add(new Administration(
                    at, drug, new Milligrams(new BigDecimal(w[2].replace("mg", ""))), null, Route.INTRAVENOUS));
        }
    }
}
