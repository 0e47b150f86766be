package org.lamella.clinic.agreement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.lamella.patient.Analyte;
import org.lamella.patient.Bone;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.MobilityAssessment;
import org.lamella.patient.OiType;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.Rod;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.Surgery;

/**
 * Adds to a FHIR bundle what the record of a person with OI holds, chosen so as to visit the corners of the rules: days
 * on a limit, gaps, odd and missing units, codes of a foreign system, entries dated ahead, contradictions. Seeded.
 */
final class OiRecords {
    private static final String BASE = "https://lamella.example.org/fhir/";
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final List<String> DRUGS = List.of(
            "zoledronate",
            "pamidronate",
            "neridronate",
            "denosumab",
            "risedronate",
            "alendronate",
            "somatropin",
            "teriparatide",
            "romosozumab",
            "vitamin-d");
    /** A second unit in which a laboratory may report, with its factor from Lamella's unit. */
    private static final Map<Analyte, Map.Entry<String, BigDecimal>> OTHER_UNITS = Map.of(
            Analyte.VITAMIN_D_25OH, Map.entry("ng/mL", new BigDecimal("0.4")),
            Analyte.CREATININE, Map.entry("mg/dL", new BigDecimal("0.01131")),
            Analyte.CALCIUM, Map.entry("mg/dL", new BigDecimal("4.008")));

    private final SplittableRandom random;
    private final LocalDate today;
    private ArrayNode entries;
    private String person;
    private LocalDate birth;
    private int count;

    OiRecords(long seed, LocalDate today) {
        this.random = new SplittableRandom(seed);
        this.today = today;
    }

    /** A bundle with a person and nothing else. */
    ObjectNode bare(ObjectMapper json, String id) {
        int[] days = {1, 100, 364, 365, 366, 730, 731, 1095, 1460, 2190, 2922, 4380, 5110, 5844, 6574, 6575, 7305, 12000
        };
        LocalDate born = today.minusDays(days[random.nextInt(days.length)] + random.nextInt(3));
        ObjectNode bundle =
                json.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        ObjectNode patient = bundle.putArray("entry").addObject().putObject("resource");
        patient.put("resourceType", "Patient").put("id", id);
        patient.put("gender", chance(0.5) ? "female" : "male").put("birthDate", born.toString());
        return bundle;
    }

    /** Adds the OI part to a bundle whose first Patient is the person. */
    void addTo(ObjectNode bundle) {
        entries = (ArrayNode) bundle.get("entry");
        ObjectNode patient = null;
        for (var entry : entries) {
            if (entry.path("resource").path("resourceType").asText().equals("Patient")) {
                patient = (ObjectNode) entry.path("resource");
            }
        }
        person = "Patient/" + patient.path("id").asText();
        birth = LocalDate.parse(patient.path("birthDate").asText());
        diagnosis();
        for (Analyte analyte : Analyte.values()) {
            for (int i = random.nextInt(3); i > 0; i--) {
                lab(analyte);
            }
        }
        for (Finding.Kind kind : Finding.Kind.values()) {
            for (int i = random.nextInt(3); i > 0; i--) {
                observation("finding", kebab(kind)).put("valueBoolean", chance(0.4));
            }
        }
        for (Examination.Kind kind : Examination.Kind.values()) {
            if (chance(0.4)) {
                ObjectNode o = observation("examination", kebab(kind));
                if (chance(0.7) && !kind.unit().equals("1")) {
                    quantity(o.putObject("valueQuantity"), new BigDecimal(random.nextInt(1, 60)), kind.unit());
                }
            }
        }
        body();
        skeleton();
        treatment();
        if (chance(0.1)) {
            foreign();
        }
    }

    private boolean chance(double p) {
        return random.nextDouble() < p;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Mostly on or beside a limit of a rule, never before birth, rarely ahead. */
    private LocalDate past() {
        int[] limits = {0, 1, 3, 6, 7, 8, 29, 30, 31, 89, 90, 91, 179, 180, 181, 299, 300, 301, 364, 365, 366, 730, 1200
        };
        LocalDate day = chance(0.7)
                ? today.minusDays(limits[random.nextInt(limits.length)])
                : today.minusMonths(random.nextInt(60));
        return chance(0.01) ? today.plusDays(3) : day.isBefore(birth) ? birth : day;
    }

    private ObjectNode resource(String type) {
        ObjectNode r = entries.addObject().putObject("resource");
        r.put("resourceType", type).put("id", "oi-" + count++);
        return r;
    }

    private static ObjectNode concept(ObjectNode at, String system, String code) {
        at.putArray("coding")
                .addObject()
                .put("system", BASE + "CodeSystem/" + system)
                .put("code", code);
        return at;
    }

    private static void quantity(ObjectNode at, BigDecimal value, String unit) {
        at.put("value", value).put("unit", unit).put("system", UCUM).put("code", unit);
    }

    private ObjectNode of(ObjectNode resource) {
        resource.putObject("subject").put("reference", person);
        return resource;
    }

    private ObjectNode observation(String system, String code) {
        ObjectNode o = of(resource("Observation")).put("status", "final");
        concept(o.putObject("code"), system, code);
        return o.put("effectiveDateTime", past().toString());
    }

    private void diagnosis() {
        ObjectNode c = of(resource("Condition"));
        c.putObject("code")
                .putArray("coding")
                .addObject()
                .put("system", "http://snomed.info/sct")
                .put("code", "78314001");
        if (chance(0.8)) {
            ((ArrayNode) c.path("code").path("coding"))
                    .addObject()
                    .put("system", BASE + "CodeSystem/oi-type")
                    .put("code", kebab(any(OiType.values())));
        }
        if (chance(0.3)) {
            concept(observation("observation", "gene").putObject("valueCodeableConcept"), "gene", "x")
                    .put("text", chance(0.2) ? "SERPINF1" : "COL1A1");
        }
    }

    private void lab(Analyte analyte) {
        BigDecimal value = switch (analyte) {
            case VITAMIN_D_25OH -> BigDecimal.valueOf(random.nextInt(200, 900), 1);
            case CREATININE -> new BigDecimal(random.nextInt(15, 220));
            case CALCIUM, CALCIUM_ALBUMIN_ADJUSTED, CALCIUM_IONISED -> BigDecimal.valueOf(random.nextInt(90, 290), 2);
            default -> BigDecimal.valueOf(random.nextInt(1, 6000), 1);
        };
        ObjectNode o = observation("lab", kebab(analyte));
        Map.Entry<String, BigDecimal> other = OTHER_UNITS.get(analyte);
        ObjectNode amount = o.putObject("valueQuantity");
        if (other != null && chance(0.2)) {
            quantity(amount, value.multiply(other.getValue()), other.getKey());
        } else {
            quantity(amount, value, analyte.unit());
            if (chance(0.03)) {
                // A unit of another kind, or none at all: the result must not be used.
                amount.put("unit", "kg").put("code", "kg");
            } else if (chance(0.03)) {
                amount.remove(List.of("unit", "code", "system"));
            }
        }
        if (chance(0.8)) {
            ObjectNode range = o.putArray("referenceRange").addObject();
            quantity(range.putObject("low"), new BigDecimal("2.2"), analyte.unit());
            quantity(range.putObject("high"), new BigDecimal("2.7"), analyte.unit());
        }
    }

    private void body() {
        for (int i = random.nextInt(3); i > 0; i--) {
            ObjectNode w = observation("observation", "weight");
            quantity(w.putObject("valueQuantity"), BigDecimal.valueOf(random.nextInt(30, 600), 1), "kg");
            concept(w.putObject("method"), "method", kebab(any(MeasurementMethod.values())));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            ObjectNode h = observation("observation", "height");
            quantity(h.putObject("valueQuantity"), new BigDecimal(random.nextInt(50, 170)), "cm");
            concept(h.putObject("method"), "method", kebab(any(MeasurementMethod.values())));
            if (chance(0.2)) {
                ObjectNode e = h.putArray("extension").addObject();
                e.put("url", "http://hl7.org/fhir/StructureDefinition/observation-bodyPosition");
                concept(e.putObject("valueCodeableConcept"), "posture", kebab(any(HeightMeasurement.Posture.values())));
            }
        }
        if (chance(0.6)) {
            concept(
                    observation("observation", "mobility").putObject("valueCodeableConcept"),
                    "mobility",
                    kebab(any(MobilityAssessment.Grade.values())));
        }
        if (chance(0.6)) {
            observation("observation", "pain").put("valueInteger", random.nextInt(11));
        }
        if (chance(0.5)) {
            concept(
                    observation("observation", "pregnancy").putObject("valueCodeableConcept"),
                    "pregnancy",
                    kebab(any(PregnancyStatus.Status.values())));
        }
    }

    private void skeleton() {
        for (int i = random.nextInt(4); i > 0; i--) {
            ObjectNode scan = observation("dxa-site", kebab(any(SkeletalSite.values())));
            ArrayNode parts = scan.putArray("component");
            if (chance(0.8)) {
                part(parts, "density", BigDecimal.valueOf(random.nextInt(200, 900), 3), "g/cm2");
            }
            if (chance(0.8)) {
                part(parts, "z-score", BigDecimal.valueOf(random.nextInt(-60, 20), 1), "1");
            }
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            Bone bone = any(
                    Arrays.stream(Bone.values()).filter(b -> b != Bone.VERTEBRA).toArray(Bone[]::new));
            ObjectNode f = of(resource("Condition")).put("onsetDateTime", past().toString());
            concept(f.putObject("code"), "fracture", kebab(bone));
            concept(f.putArray("bodySite").addObject(), "side", chance(0.5) ? "left" : "right");
            ObjectNode e = f.putArray("extension").addObject();
            e.put("url", BASE + "StructureDefinition/fracture-mechanism");
            concept(e.putObject("valueCodeableConcept"), "mechanism", kebab(any(Fracture.Mechanism.values())));
        }
        if (chance(0.2)) {
            ObjectNode f = of(resource("Condition")).put("onsetDateTime", past().toString());
            concept(f.putObject("code"), "fracture", "vertebra");
            concept(f.putArray("bodySite").addObject(), "vertebra", "L" + random.nextInt(1, 6));
            concept(f.putArray("stage").addObject().putObject("summary"), "genant", "1");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate day = past();
            ObjectNode p = procedure("procedure", kebab(any(Surgery.Kind.values())), day);
            site(p.putArray("bodySite"), chance(0.5) ? Bone.FEMUR : Bone.TIBIA);
            if (chance(0.5)) {
                p.putArray("extension")
                        .addObject()
                        .put("url", BASE + "StructureDefinition/healed-on")
                        .put("valueDate", day.plusDays(random.nextInt(200)).toString());
            }
        }
        if (chance(0.3)) {
            ObjectNode r =
                    of(resource("ServiceRequest")).put("status", "active").put("intent", "plan");
            concept(r.putObject("code"), "procedure", kebab(any(Surgery.Kind.values())));
            site(r.putArray("bodySite"), Bone.FEMUR);
            r.put("occurrenceDateTime", today.plusDays(random.nextInt(60)).toString());
        }
        if (chance(0.3)) {
            rod();
        }
        if (chance(0.6)) {
            procedure("care", "dental-review", past());
        }
        if (chance(0.15)) {
            ObjectNode cast = procedure("care", "cast", past());
            String from = cast.remove("performedDateTime").asText();
            cast.putObject("performedPeriod").put("start", from);
            site(cast.putArray("bodySite"), Bone.TIBIA);
        }
    }

    private static void part(ArrayNode parts, String code, BigDecimal value, String unit) {
        ObjectNode part = parts.addObject();
        concept(part.putObject("code"), "observation", code);
        quantity(part.putObject("valueQuantity"), value, unit);
    }

    private void site(ArrayNode at, Bone bone) {
        concept(at.addObject(), "bone", kebab(bone));
        concept(at.addObject(), "side", chance(0.5) ? "left" : "right");
    }

    private ObjectNode procedure(String system, String code, LocalDate day) {
        ObjectNode p = of(resource("Procedure")).put("status", "completed").put("performedDateTime", day.toString());
        concept(p.putObject("code"), system, code);
        return p;
    }

    private void rod() {
        ObjectNode device = resource("Device");
        concept(device.putObject("type"), "rod", kebab(any(Rod.Kind.values())));
        ArrayNode properties = device.putArray("property");
        for (String what : List.of("rod-diameter", "rod-length")) {
            ObjectNode property = properties.addObject();
            concept(property.putObject("type"), "observation", what);
            quantity(
                    property.putArray("valueQuantity").addObject(),
                    new BigDecimal(what.endsWith("length") ? random.nextInt(60, 300) : random.nextInt(2, 7)),
                    "mm");
        }
        ObjectNode use = of(resource("DeviceUseStatement")).put("status", "active");
        use.putObject("device").put("reference", "Device/" + device.path("id").asText());
        ObjectNode time = use.putObject("timingPeriod").put("start", past().toString());
        if (chance(0.2)) {
            time.put("end", today.minusDays(1).toString());
        }
        ObjectNode where = use.putObject("bodySite");
        ArrayNode codes = where.putArray("coding");
        codes.addObject().put("system", BASE + "CodeSystem/bone").put("code", kebab(any(new Bone[] {
            Bone.FEMUR, Bone.TIBIA, Bone.HUMERUS
        })));
        codes.addObject().put("system", BASE + "CodeSystem/side").put("code", "left");
    }

    private void treatment() {
        if (chance(0.4)) {
            return;
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            ObjectNode m = of(resource("MedicationAdministration")).put("status", "completed");
            concept(m.putObject("medicationCodeableConcept"), "drug", DRUGS.get(random.nextInt(DRUGS.size())));
            m.put("effectiveDateTime", past().toString());
            ObjectNode dosage = m.putObject("dosage");
            concept(dosage.putObject("route"), "route", "intravenous");
            if (chance(0.9)) {
                quantity(
                        dosage.putObject("dose"),
                        BigDecimal.valueOf(random.nextInt(1, 12), 2),
                        chance(0.5) ? "mg/kg" : "mg");
            }
        }
        if (chance(0.4)) {
            ObjectNode m = of(resource("MedicationStatement")).put("status", "active");
            concept(m.putObject("medicationCodeableConcept"), "drug", DRUGS.get(random.nextInt(DRUGS.size())));
            LocalDate from = past();
            ObjectNode period = m.putObject("effectivePeriod").put("start", from.toString());
            if (chance(0.5)) {
                period.put("end", from.plusDays(random.nextInt(300)).toString());
            }
            ObjectNode dosage = m.putArray("dosage").addObject();
            dosage.putObject("timing")
                    .putObject("repeat")
                    .put("frequency", 1)
                    .put("period", 1)
                    .put("periodUnit", "d");
            concept(dosage.putObject("route"), "route", "oral");
            quantity(
                    dosage.putArray("doseAndRate").addObject().putObject("doseQuantity"),
                    new BigDecimal(random.nextInt(1, 12)),
                    "mg");
        }
    }

    /** The code of a laboratory value under the address of another code system. */
    private void foreign() {
        ObjectNode o = observation("lab", "vitamin-d-25oh");
        ((ObjectNode) o.path("code").path("coding").path(0)).put("system", "http://example.org/other");
        quantity(o.putObject("valueQuantity"), new BigDecimal("80"), "nmol/L");
    }
}
