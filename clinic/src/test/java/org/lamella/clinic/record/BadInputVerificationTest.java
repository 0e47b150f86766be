package org.lamella.clinic.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamella.patient.Patient;

/** Bad input of every kind that the documentation names: one clear message with place, finding and remedy. */
class BadInputVerificationTest {
    private static final String PATIENT =
            "{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p\",\"gender\":\"male\",\"birthDate\":\"2016-01-09\"}}";

    @TempDir
    @SuppressWarnings("NullAway")
    Path folder;

    private static String bundle(String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + String.join(",", entries) + "]}";
    }

    private static String weight(String quantity, String more) {
        return "{\"resource\":{\"resourceType\":\"Observation\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/p\"},"
                + "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"29463-7\"}]},"
                + "\"effectiveDateTime\":\"2026-09-01\",\"valueQuantity\":" + quantity + more + "}}";
    }

    /** The result of reading, which must not depend on whether resources are taken straight from JSON. */
    private static RecordResult bothWays(String text, LocalDate asOf) {
        RecordResult result = RecordReader.parse(text, asOf);
        assertThat(RecordReader.parseInFull(text, asOf)).isEqualTo(result);
        return result;
    }

    private static InputFault refused(String text) {
        RecordResult result = bothWays(text, Examples.AS_OF);
        assertThat(result).isInstanceOf(RecordResult.Refused.class);
        return clear(((RecordResult.Refused) result).faults().getFirst());
    }

    private static InputFault refusedFile(Path file) {
        RecordResult result = RecordReader.read(file, Examples.AS_OF);
        assertThat(result).isInstanceOf(RecordResult.Refused.class);
        return clear(((RecordResult.Refused) result).faults().getFirst());
    }

    private static InputFault clear(InputFault fault) {
        assertThat(fault.found()).isNotBlank();
        assertThat(fault.accepted()).isNotBlank();
        assertThat(fault.location()).isNotBlank();
        assertThat(fault.sentence().toLowerCase(Locale.ROOT))
                .doesNotContain("exception")
                .doesNotContain("null")
                .doesNotContain("fasterxml")
                .hasLineCount(1);
        return fault;
    }

    private static InputNote onlyNote(String... entries) {
        RecordResult result = bothWays(bundle(entries), Examples.AS_OF);
        assertThat(result).isInstanceOf(RecordResult.Understood.class);
        return ((RecordResult.Understood) result)
                .notes().stream()
                        .filter(n -> n.reason() != Reason.NO_DIAGNOSIS)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void brokenJsonNamesTheLine() {
        InputFault fault = refused("{\n  \"resourceType\": \"Bundle\",\n  \"entry\": [ {");
        assertThat(fault.reason()).isEqualTo(Reason.BROKEN_SYNTAX);
        assertThat(fault.location()).startsWith("line 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[", "{\"a\":1}{\"b\":2}", "{\"a\":1,\"a\":2}", "{'a':1}", "{\"resourceType\":\"Bundle\",}"
            })
    void textThatOnlyLooksLikeJsonIsRefused(String text) {
        assertThat(refused(text).reason()).isIn(Reason.BROKEN_SYNTAX, Reason.NOT_A_RECORD);
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(refused("{\"a\":" + "[".repeat(200_000)).reason()).isEqualTo(Reason.BROKEN_SYNTAX);
        assertThat(refused("- ".repeat(200_000)).reason()).isEqualTo(Reason.BROKEN_SYNTAX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | EMPTY_RECORD",
                "'   ' | EMPTY_RECORD",
                "<Bundle xmlns='x'/> | NOT_A_RECORD",
                "hello | NOT_A_RECORD",
                "a: 1 | NOT_A_RECORD",
                "[1,2] | NOT_A_RECORD",
                "{\"resourceType\":\"Patient\",\"id\":\"p\"} | NOT_A_RECORD",
                "{\"resourceType\":\"Bundle\",\"type\":\"history\",\"entry\":[{}]} | NOT_A_RECORD",
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[]} | EMPTY_RECORD",
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\"} | EMPTY_RECORD",
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{}]} | NO_PATIENT",
                "'lamella-record: 2' | NOT_A_RECORD",
                "'lamella-record: 1' | NO_PATIENT",
                "'lamella-record: [1' | BROKEN_SYNTAX",
                "{\"lamella-record\": 1} | NO_PATIENT"
            })
    void whatIsNoRecordIsRefused(String text, Reason reason) {
        assertThat(refused(text).reason()).isEqualTo(reason);
    }

    @Test
    void twoPatientsAreRefused() {
        InputFault fault = refused(bundle(PATIENT, PATIENT.replace("\"p\"", "\"q\"")));
        assertThat(fault.reason()).isEqualTo(Reason.SEVERAL_PATIENTS);
        assertThat(fault.found()).contains("Patient/p").contains("Patient/q");
    }

    @Test
    void theSamePatientTwiceIsNoted() {
        assertThat(onlyNote(PATIENT, PATIENT).reason()).isEqualTo(Reason.DUPLICATE);
    }

    @ParameterizedTest
    @CsvSource({
        "2990-01-01, BIRTH_DATE_UNUSABLE",
        "2026-11-02, BIRTH_DATE_UNUSABLE",
        "2016, BIRTH_DATE_UNUSABLE",
        "2016-01, BIRTH_DATE_UNUSABLE",
        "2016-13-01, BIRTH_DATE_UNUSABLE",
        "1820-01-01, BIRTH_DATE_UNUSABLE"
    })
    void impossibleBirthDatesAreRefused(String date, Reason reason) {
        assertThat(refused(bundle(PATIENT.replace("2016-01-09", date))).reason())
                .isEqualTo(reason);
        assertThat(refused("lamella-record: 1\npatient: {id: p, sex: male, born: " + date + "}")
                        .reason())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "unknown", "boy", ""})
    void aSexWithoutReferencesIsRefused(String sex) {
        assertThat(refused(bundle(PATIENT.replace("male", sex))).reason()).isEqualTo(Reason.SEX_UNUSABLE);
        assertThat(refused("lamella-record: 1\npatient: {id: p, sex: '" + sex + "', born: 2016-01-09}")
                        .reason())
                .isEqualTo(Reason.SEX_UNUSABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"value\":29.1} | UNIT_MISSING",
                "{\"value\":29500,\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg\"} | OUT_OF_RANGE",
                "{\"value\":29.1,\"unit\":\"Kilo\"} | UNKNOWN_UNIT",
                "{\"value\":29.1,\"unit\":\"lbs\"} | UNKNOWN_UNIT",
                "{\"value\":29.1,\"system\":\"http://unitsofmeasure.org\",\"code\":\"lb\"} | UNKNOWN_UNIT",
                "{\"value\":29.1,\"system\":\"http://example.org/units\",\"code\":\"kg\"} | UNKNOWN_UNIT",
                "{\"value\":29.1,\"system\":\"http://unitsofmeasure.org\",\"code\":\"cm\"} | UNKNOWN_UNIT",
                "{\"value\":64,\"unit\":\"lb\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg\"} | UNITS_DISAGREE",
                "{\"value\":29.1,\"comparator\":\">\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg\"} | VALUE_UNREADABLE",
                "{\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg\"} | VALUE_MISSING",
                "{\"value\":1E+400,\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg\"} | VALUE_UNREADABLE",
                "{\"value\":1E-99999,\"system\":\"http://unitsofmeasure.org\",\"code\":\"g\"} | VALUE_UNREADABLE",
                "{\"value\":\"heavy\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg\"} | NOT_FHIR",
                "{\"value\":-29.1,\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg\"} | OUT_OF_RANGE"
            })
    void weightsThatCannotBeUsedAreLeftOutWithTheReason(String quantity, Reason reason) {
        InputNote note = onlyNote(PATIENT, weight(quantity, ""));
        assertThat(note.reason()).isEqualTo(reason);
        assertThat(note.severity()).isEqualTo(Severity.LEFT_OUT);
        assertThat(note.location()).startsWith("Bundle.entry[1].resource");
        assertThat(weights(quantity)).isEmpty();
    }

    private static java.util.List<?> weights(String quantity) {
        RecordResult result = bothWays(bundle(PATIENT, weight(quantity, "")), Examples.AS_OF);
        Patient patient = ((RecordResult.Understood) result).patient();
        return patient.weights();
    }

    @Test
    void aHeavyToddlerIsTakenForASlip() {
        String toddler = PATIENT.replace("2016-01-09", "2025-03-01");
        InputNote note = onlyNote(
                toddler, weight("{\"value\":28,\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg\"}", ""));
        assertThat(note.reason()).isEqualTo(Reason.IMPLAUSIBLE);
        assertThat(note.advice()).contains("[lb_av]");
    }

    @Test
    void anUnknownModifierForbidsUse() {
        String modified = weight(
                "{\"value\":29,\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg\"}",
                ",\"modifierExtension\":[{\"url\":\"http://example.org/negated\",\"valueBoolean\":true}]");
        assertThat(onlyNote(PATIENT, modified).reason()).isEqualTo(Reason.NOT_USED);
        RecordResult result = bothWays(bundle(PATIENT, modified), Examples.AS_OF);
        assertThat(((RecordResult.Understood) result).patient().weights()).isEmpty();
    }

    @Test
    void anUnreadableResourceCostsOnlyItself() {
        String good = weight("{\"value\":29,\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg\"}", "");
        RecordResult result = bothWays(
                bundle(PATIENT, "{\"resource\":{\"resourceType\":\"Obsrvation\"}}", "{}", "7", good), Examples.AS_OF);
        RecordResult.Understood understood = (RecordResult.Understood) result;
        assertThat(understood.patient().weights()).hasSize(1);
        assertThat(understood.notes())
                .filteredOn(n -> n.reason() == Reason.NOT_FHIR)
                .isNotEmpty();
    }

    @Test
    void aSuddenChangeOfWeightIsPointedOut() {
        String kg = "{\"value\":%s,\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg\"}";
        RecordResult result = bothWays(
                bundle(
                        PATIENT,
                        weight(kg.formatted("20"), "").replace("2026-09-01", "2026-08-20"),
                        weight(kg.formatted("29"), "")),
                Examples.AS_OF);
        RecordResult.Understood understood = (RecordResult.Understood) result;
        assertThat(understood.patient().weights()).hasSize(2);
        assertThat(understood.notes())
                .filteredOn(n -> n.severity() == Severity.CAUTION && n.reason() == Reason.IMPLAUSIBLE)
                .hasSize(1);
    }

    @Test
    void filesThatCannotBeReadAreRefused() throws IOException {
        assertThat(refusedFile(folder.resolve("nosuchfile.json")).found()).contains("nosuchfile.json");
        assertThat(refusedFile(folder).found()).contains("folder");
        assertThat(refusedFile(Files.writeString(folder.resolve("empty.json"), ""))
                        .reason())
                .isEqualTo(Reason.EMPTY_RECORD);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 50; i++) {
            byte[] noise = new byte[2000];
            random.nextBytes(noise);
            Path file = Files.write(folder.resolve("noise.json"), noise);
            assertThat(refusedFile(file).reason()).isIn(Reason.NOT_TEXT, Reason.BROKEN_SYNTAX, Reason.NOT_A_RECORD);
        }
    }

    @Test
    void aHugeFileIsRefusedWithoutReadingIt() throws IOException {
        Path huge = folder.resolve("huge.json");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(300_000_000);
        }
        long before = System.nanoTime();
        InputFault fault = refusedFile(huge);
        assertThat(fault.reason()).isEqualTo(Reason.FILE_TOO_LARGE);
        assertThat(fault.found()).contains("300 MB");
        assertThat(fault.accepted()).contains("50 MB");
        assertThat((System.nanoTime() - before) / 1e9).isLessThan(2);
    }

    @Test
    void aByteOrderMarkIsNoFault() throws IOException {
        Path file = Files.writeString(folder.resolve("bom.json"), "\uFEFF" + bundle(PATIENT));
        assertThat(RecordReader.read(file, Examples.AS_OF)).isInstanceOf(RecordResult.Understood.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weights | {date: 2026-09-01, weight: 29.1} | UNIT_MISSING",
                "weights | {date: 2026-09-01, weight: 29.1 lb} | UNKNOWN_UNIT",
                "weights | {date: 2026-09-01, weight: '29,1 kg'} | VALUE_UNREADABLE",
                "weights | {date: 2026-09, weight: 29.1 kg} | DATE_INCOMPLETE",
                "weights | {date: 01.09.2026, weight: 29.1 kg} | DATE_UNREADABLE",
                "weights | {weight: 29.1 kg} | DATE_MISSING",
                "weights | {date: 2026-09-01, wieght: 29.1 kg} | UNKNOWN_KEY",
                "weights | {date: 2027-09-01, weight: 29.1 kg} | AFTER_AS_OF",
                "weights | {date: 2015-09-01, weight: 3.1 kg} | BEFORE_BIRTH",
                "heights | {date: 2026-09-01, height: 12 cm} | OUT_OF_RANGE",
                "wieghts | {date: 2026-09-01, weight: 29.1 kg} | UNKNOWN_KEY",
                "labs | {date: 2026-09-01, analyte: calcium, value: 9.4 mmol/L} | IMPLAUSIBLE",
                "labs | {date: 2026-09-01, analyte: calcum, value: 2.4 mmol/L} | UNKNOWN_CODE",
                "doses | {date: 2026-09-01, drug: zoledronate, dose: 1.4} | UNIT_MISSING",
                "doses | {date: 2026-09-01, drug: zometa, dose: 1.4 mg} | UNKNOWN_CODE",
                "courses | {drug: risedronate, daily: 5 mg, from: 2026-03-01, until: 2026-01-01} | DATES_OUT_OF_ORDER",
                "casts | {from: 2026-03-01, until: 2026-01-01, bone: femur} | DATES_OUT_OF_ORDER",
                "pain | {date: 2026-09-01, score: 11} | VALUE_UNREADABLE",
                "fractures | {date: 2026-09-01, bone: fibla} | UNKNOWN_CODE",
                "findings | {date: 2026-09-01, finding: menarche, present: true} | CONTRADICTS_SEX",
                "planned | {date: 2026-09-01, kind: osteotomy, bone: femur} | DATES_OUT_OF_ORDER",
                "weights | 29.1 | VALUE_UNREADABLE"
            })
    void plainEntriesThatCannotBeUsedAreLeftOutWithTheirLine(String section, String entry, Reason reason) {
        String record = "lamella-record: 1\npatient: {id: p, sex: male, born: 2016-01-09}\ndiagnosis: {type: I}\n"
                + section + ":\n  - " + entry + "\n";
        RecordResult result = bothWays(record, Examples.AS_OF);
        assertThat(result).isInstanceOf(RecordResult.Understood.class);
        InputNote note = ((RecordResult.Understood) result).notes().getFirst();
        assertThat(note.reason()).isEqualTo(reason);
        assertThat(note.severity()).isEqualTo(Severity.LEFT_OUT);
        assertThat(note.location()).matches("line [45], .*");
    }

    @Test
    void aMisspeltKeyIsMetWithTheNearestOne() {
        RecordResult result = bothWays(
                "lamella-record: 1\npatient: {id: p, sex: male, born: 2016-01-09}\nwieghts: []\n", Examples.AS_OF);
        assertThat(((RecordResult.Understood) result).notes().getFirst().advice())
                .contains("'weights'");
    }
}
