package org.lamella.clinic.danger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lamella.care.option.OptionCatalogue;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.care.rules.CarePathway;
import org.lamella.care.rules.JavaRuleEngine;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.care.rules.RuleSettings;
import org.lamella.care.rules.cql.CqlRuleEngine;
import org.lamella.care.rules.cql.DrugGate;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.clinic.record.RecordReader;
import org.lamella.clinic.record.RecordResult;
import org.lamella.patient.Patient;

/**
 * What a hospital's own system may send, as FHIR: drugs by trade name, doses without a day, results that are not final,
 * suspicions, allergies, other people. A boy of 8 in good order gets a dose of zoledronate; one more entry, and he must
 * not, in the plan, by the rules in Java and CQL, and by the gate in CQL.
 */
class DangerousBundlesVerificationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final String BASE = "https://lamella.example.org/fhir/CodeSystem/";
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final String OPTION = "zoledronate-6-monthly";

    private static String observation(String system, String code, String day, String value, String more) {
        return """
                {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"%s","code":"%s"}]},
                 "subject":{"reference":"Patient/p"},"effectiveDateTime":"%s"%s%s}""".formatted(
                        BASE + system, code, day, value.isEmpty() ? "" : "," + value, more.isEmpty() ? "" : "," + more);
    }

    private static String quantity(String value, String unit) {
        return "\"valueQuantity\":{\"value\":" + value + ",\"system\":\"" + UCUM + "\",\"code\":\"" + unit + "\"}";
    }

    private static String lab(String code, String day, String value, String unit, String range) {
        return observation("lab", code, day, quantity(value, unit), range);
    }

    private static String range(String low, String high, String unit) {
        return """
                "referenceRange":[{"low":{"value":%s,"system":"%s","code":"%s"},"high":{"value":%s,"system":"%s","code":"%s"}}]""".formatted(low, UCUM, unit, high, UCUM, unit);
    }

    private static String finding(String code, String day, boolean present) {
        return observation("finding", code, day, "\"valueBoolean\":" + present, "");
    }

    private static String given(String status, String medication, String day, String more) {
        return """
                {"resourceType":"MedicationAdministration","status":"%s","medicationCodeableConcept":%s,
                 "subject":{"reference":"Patient/p"}%s%s}""".formatted(
                        status,
                        medication,
                        day.isEmpty() ? "" : ",\"effectiveDateTime\":\"" + day + "\"",
                        more.isEmpty() ? "" : "," + more);
    }

    private static String drug(String name) {
        return "{\"coding\":[{\"system\":\"" + BASE + "drug\",\"code\":\"" + name + "\"}]}";
    }

    private static String text(String text) {
        return "{\"text\":\"" + text + "\"}";
    }

    private static String condition(String code, String verification, String day) {
        return """
                {"resourceType":"Condition","verificationStatus":{"coding":[{"code":"%s"}]},
                 "code":{"coding":[{"system":"%s","code":"%s"}]},"subject":{"reference":"Patient/p"},"onsetDateTime":"%s"}""".formatted(verification, BASE + "finding", code, day);
    }

    private static String foreign(String system, String code, String display, String day) {
        return """
                {"resourceType":"Condition","verificationStatus":{"coding":[{"code":"confirmed"}]},
                 "code":{"coding":[{"system":"%s","code":"%s"}],"text":"%s"},"subject":{"reference":"Patient/p"},
                 "onsetDateTime":"%s"}""".formatted(system, code, display.isEmpty() ? "see code" : display, day);
    }

    private static String allergy(String code, String verification) {
        return """
                {"resourceType":"AllergyIntolerance","verificationStatus":{"coding":[{"code":"%s"}]},
                 "code":%s,"patient":{"reference":"Patient/p"},"recordedDate":"2024-05-01"}""".formatted(verification, code);
    }

    private static String course(String status, String medication, String period) {
        return """
                {"resourceType":"MedicationStatement","status":"%s","medicationCodeableConcept":%s,
                 "subject":{"reference":"Patient/p"},"effectivePeriod":%s}""".formatted(status, medication, period);
    }

    private static final String MG = "\"dosage\":{\"dose\":{\"value\":1,\"system\":\"" + UCUM + "\",\"code\":\"mg\"}}";

    /**
     * An entry and what the plan must say.
     *
     * @param what in words
     * @param entry the resource
     * @param said part of a reason of the option
     */
    private record Attempt(String what, String entry, String said) {}

    private static List<Attempt> attempts() {
        String unclear = "usable entry for treatment with a drug for bone";
        return List.of(
                new Attempt(
                        "trade name as text",
                        given("completed", text("Zometa 4 mg/100 ml"), "2026-09-20", MG),
                        unclear),
                new Attempt(
                        "a stem in another language",
                        given("completed", text("Zoledronsäure"), "2026-09-20", MG),
                        unclear),
                new Attempt(
                        "a bisphosphonate that is not in the vocabulary",
                        given(
                                "completed",
                                "{\"coding\":[{\"system\":\"http://www.whocc.no/atc\",\"code\":\"M05BA06\"}]}",
                                "2026-09-20",
                                MG),
                        unclear),
                new Attempt(
                        "a combination",
                        given(
                                "completed",
                                "{\"coding\":[{\"system\":\"http://www.whocc.no/atc\",\"code\":\"M05BB03\"}]}",
                                "2026-09-20",
                                ""),
                        unclear),
                new Attempt("day known to the month", given("completed", drug("zoledronate"), "2026-09", MG), unclear),
                new Attempt("no day", given("completed", drug("zoledronate"), "", MG), unclear),
                new Attempt("day ahead", given("completed", drug("zoledronate"), "2026-12-01", MG), unclear),
                new Attempt("day before birth", given("completed", drug("pamidronate"), "2016-10-01", MG), unclear),
                new Attempt("status unknown", given("unknown", text("Zoledronic acid"), "2026-09-20", MG), unclear),
                new Attempt("denosumab by trade name", given("completed", text("Prolia"), "2026-09-20", ""), unclear),
                new Attempt(
                        "tablets without an amount",
                        course("active", text("Fosamax 70 mg weekly"), "{\"start\":\"2026-01-01\"}"),
                        unclear),
                new Attempt(
                        "tablets whose end is unknown",
                        course("completed", text("risedronate"), "{\"start\":\"2026-01-01\"}"),
                        unclear),
                new Attempt(
                        "a preliminary creatinine",
                        lab("creatinine", "2026-10-31", "150", "umol/L", "").replace("final", "preliminary"),
                        "usable entry for creatinine"),
                new Attempt(
                        "a preliminary calcium",
                        lab("calcium-ionised", "2026-10-31", "0.9", "mmol/L", "")
                                .replace("final", "preliminary"),
                        "usable entry for calcium, ionised"),
                new Attempt(
                        "suspected kidney injury",
                        condition("acute-kidney-injury", "provisional", "2026-10-31"),
                        "usable entry for acute kidney injury"),
                new Attempt(
                        "confirmed kidney injury",
                        condition("acute-kidney-injury", "confirmed", "2026-10-31"),
                        "Acute kidney injury"),
                new Attempt(
                        "kidney injury by a code of ICD-10",
                        foreign("http://hl7.org/fhir/sid/icd-10", "N17.9", "", "2026-10-31"),
                        "usable entry for acute kidney injury"),
                new Attempt(
                        "hypocalcaemia by a text, after a normal calcium",
                        foreign("http://example.org/local", "123", "Symptomatic hypocalcaemia", "2026-10-31"),
                        "usable entry for calcium"),
                new Attempt(
                        "rickets by a code",
                        foreign("http://hl7.org/fhir/sid/icd-10", "E55.0", "", "2026-10-31"),
                        "usable entry for 25-hydroxyvitamin D"),
                new Attempt("allergy by code", allergy(drug("pamidronate"), "confirmed"), "Hypersensitivity"),
                new Attempt(
                        "allergy by text", allergy(text("Bisphosphonates: rash"), "unconfirmed"), "Hypersensitivity"),
                new Attempt("allergy by trade name", allergy(text("Aclasta"), "confirmed"), "Hypersensitivity"),
                new Attempt(
                        "low phosphate",
                        lab("phosphate", "2026-10-31", "0.6", "mmol/L", range("1.0", "1.8", "mmol/L")),
                        "exclude rickets"),
                new Attempt(
                        "high calcium",
                        lab("calcium", "2026-10-31", "3.1", "mmol/L", range("2.15", "2.65", "mmol/L")),
                        "Calcium is high"),
                new Attempt(
                        "low total calcium after a normal adjusted one",
                        lab("calcium", "2026-10-31", "1.8", "mmol/L", range("2.15", "2.65", "mmol/L")),
                        "Calcium is low"),
                new Attempt(
                        "creatinine half as high again",
                        lab("creatinine", "2026-10-31", "46", "umol/L", ""),
                        "Creatinine has risen"),
                new Attempt("in a trial", finding("in-clinical-trial", "2026-10-01", true), "clinical trial"),
                new Attempt("an extraction ten days ago", """
                        {"resourceType":"Procedure","status":"completed","code":{"coding":[{"system":"%sprocedure",
                         "code":"dental-extraction"}]},"subject":{"reference":"Patient/p"},
                         "performedDateTime":"2026-10-22"}""".formatted(BASE), "dental extraction is not recorded"),
                new Attempt("an extraction in ten days", """
                        {"resourceType":"ServiceRequest","status":"active","intent":"order","code":{"coding":[{
                         "system":"%sprocedure","code":"dental-extraction"}]},"subject":{"reference":"Patient/p"},
                         "occurrenceDateTime":"2026-11-11"}""".formatted(BASE), "dental extraction is planned"),
                new Attempt(
                        "pounds taken for kilograms",
                        observation("observation", "weight", "2026-10-31", quantity("44", "kg"), ""),
                        "usable entry for body weight"));
    }

    @TestFactory
    Stream<DynamicTest> noEntryLeadsToADose() {
        CqlRuleEngine cql = new CqlRuleEngine();
        return attempts().stream()
                .map(a -> DynamicTest.dynamicTest(a.what(), () -> {
                    Patient patient = understood(bundle(List.of(a.entry())));
                    TreatmentOption option = option(patient);
                    assertThat(option.doseSheet()).as("%s", option.reasons()).isNull();
                    assertThat(option.reasons())
                            .as("reasons of %s", option.reasons())
                            .anySatisfy(r -> assertThat(r.text()).contains(a.said()));
                    // The content that a hospital takes without the program refuses it too.
                    assertThat(cql.against(patient, TODAY, RuleSettings.none()).get(DrugGate.ZOLEDRONATE))
                            .isNotEmpty();
                    List<RuleAnswer> java = new JavaRuleEngine().answers(patient, TODAY, RuleSettings.none());
                    var kinds = cql.kinds(patient, TODAY, RuleSettings.none());
                    assertThat(java)
                            .allSatisfy(
                                    answer -> assertThat(kinds.get(answer.rule().id()))
                                            .as(answer.rule().id())
                                            .isEqualTo(answer.kind()));
                }));
    }

    /** Entries that must not hold anything: another's, cancelled, refuted, of another drug, or followed by a known dose. */
    @TestFactory
    Stream<DynamicTest> whatDoesNotConcernTheChildHoldsNothing() {
        return Stream.of(
                        condition("acute-kidney-injury", "refuted", "2026-10-31"),
                        condition("acute-kidney-injury", "entered-in-error", "2026-10-31"),
                        // Of long before the blood was taken: the later result speaks.
                        foreign("http://example.org/local", "123", "Neonatal hypocalcaemia", "2018-03-02"),
                        foreign("http://example.org/local", "456", "Viral sinusitis", "2026-10-31"),
                        condition("acute-kidney-injury", "confirmed", "2026-10-31")
                                .replace("Patient/p", "Patient/mother"),
                        lab("creatinine", "2026-10-31", "150", "umol/L", "").replace("Patient/p", "Patient/twin"),
                        lab("creatinine", "2026-10-31", "150", "umol/L", "").replace("final", "entered-in-error"),
                        lab("creatinine", "2026-10-31", "150", "umol/L", "").replace("final", "cancelled"),
                        given("entered-in-error", text("Zometa"), "2026-09-20", MG),
                        given("not-done", drug("zoledronate"), "2026-09-20", MG),
                        given("completed", text("Paracetamol 500 mg"), "2026-10-20", ""),
                        given("completed", text("Paracetamol 500 mg"), "2026-10", ""),
                        allergy(drug("zoledronate"), "refuted"),
                        allergy(drug("zoledronate"), "entered-in-error"),
                        allergy(text("Penicillin"), "confirmed"),
                        allergy(text("Denosumab"), "confirmed"),
                        """
                        {"resourceType":"FamilyMemberHistory","status":"completed","patient":{"reference":"Patient/p"},
                         "relationship":{"text":"mother"},"condition":[{"code":{"text":"acute kidney injury"}}]}""")
                .map(entry -> DynamicTest.dynamicTest(
                        entry,
                        () -> assertThat(option(understood(bundle(List.of(entry))))
                                        .doseSheet())
                                .isNotNull()));
    }

    @Test
    void aDoseThatCanBeReadSettlesAnEarlierOneThatCannot() {
        Patient patient = understood(bundle(List.of(
                given("completed", drug("zoledronate"), "2025-03", MG),
                given("completed", drug("zoledronate"), "2026-04-20", MG))));
        assertThat(option(patient).doseSheet()).isNotNull();
    }

    @Test
    void theChildInOrderGetsADose() {
        Patient patient = understood(bundle(List.of()));
        assertThat(option(patient).doseSheet())
                .as("%s", option(patient).reasons())
                .isNotNull();
        assertThat(CarePathway.standard().evaluate(patient, TODAY, RuleSettings.none()))
                .noneMatch(
                        a -> a.kind() == RuleAnswer.Kind.HOLD && a.rule().id().equals("LAB-07"));
    }

    private static TreatmentOption option(Patient patient) {
        return OptionCatalogue.assess(patient, TODAY, SiteConfiguration.defaults()).stream()
                .map(a -> a.option())
                .filter(o -> o.id().equals(OPTION))
                .findFirst()
                .orElseThrow();
    }

    private static Patient understood(String bundle) {
        RecordResult result = RecordReader.parse(bundle, TODAY);
        assertThat(result).as(bundle).isInstanceOf(RecordResult.Understood.class);
        return ((RecordResult.Understood) result).patient();
    }

    private static String bundle(List<String> more) {
        String calcium = range("2.15", "2.65", "mmol/L");
        List<String> resources = new ArrayList<>(List.of(
                "{\"resourceType\":\"Patient\",\"id\":\"p\",\"gender\":\"male\",\"birthDate\":\"2018-03-01\"}",
                """
                {"resourceType":"Condition","code":{"coding":[{"system":"http://snomed.info/sct","code":"78314001"},
                 {"system":"%soi-type","code":"iii"}]},"subject":{"reference":"Patient/p"}}""".formatted(BASE),
                observation("observation", "weight", "2026-07-01", quantity("19.2", "kg"), ""),
                observation("observation", "weight", "2026-10-25", quantity("20", "kg"), ""),
                observation("observation", "height", "2026-10-25", quantity("110", "cm"), ""),
                lab("calcium-albumin-adjusted", "2026-10-25", "2.40", "mmol/L", calcium),
                lab("phosphate", "2026-10-25", "1.50", "mmol/L", range("1.0", "1.8", "mmol/L")),
                lab("alkaline-phosphatase", "2026-10-25", "250", "U/L", ""),
                lab("creatinine", "2026-10-25", "30", "umol/L", ""),
                lab("vitamin-d-25oh", "2026-10-25", "75", "nmol/L", ""),
                lab("pth", "2026-10-25", "3.0", "pmol/L", ""),
                finding("bowing", "2026-10-25", true)));
        resources.addAll(more);
        return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":["
                + String.join(
                        ",",
                        resources.stream().map(r -> "{\"resource\":" + r + "}").toList())
                + "]}";
    }
}
