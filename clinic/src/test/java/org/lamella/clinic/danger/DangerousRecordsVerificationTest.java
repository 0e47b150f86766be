package org.lamella.clinic.danger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lamella.care.option.OptionCatalogue;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.clinic.cds.CdsCard;
import org.lamella.clinic.cds.PathwayCards;
import org.lamella.clinic.record.RecordReader;
import org.lamella.clinic.record.RecordResult;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;

/**
 * An hour's attempts to make Lamella offer something dangerous, each as a stranger would write it into a record. A boy
 * of 8 with type III in good order gets a dose; each attempt changes one thing. A plan must then show no dose for the
 * option and say why, and an order of the drug through CDS Hooks must not pass in silence.
 */
class DangerousRecordsVerificationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final SiteConfiguration SITE = SiteConfiguration.defaults();

    /** Option, changes of the record, what the plan must say. {@code +} adds an entry, {@code -} takes entries out. */
    static final String ATTEMPTS = """
            # vitamin D and calcium
            zoledronate-6-monthly | -labs vitamin-d-25oh; +labs date: 2026-10-25, analyte: vitamin-d-25oh, value: 49.9 nmol/L | Vitamin D is below 50
            zoledronate-6-monthly | -labs vitamin-d-25oh; +labs date: 2026-10-25, analyte: vitamin-d-25oh, value: 19.9 ng/mL | Vitamin D is below 50
            zoledronate-6-monthly | -labs vitamin-d-25oh; +labs date: 2026-10-25, analyte: vitamin-d-25oh, value: 75 | usable entry for 25-hydroxyvitamin D
            zoledronate-6-monthly | +labs date: 2026-10-30, analyte: vitamin-d-25oh, value: 30 ug/mL | usable entry for 25-hydroxyvitamin D
            zoledronate-6-monthly | -labs vitamin-d-25oh; +labs date: 2026-08-01, analyte: vitamin-d-25oh, value: 75 nmol/L | 92 days old
            zoledronate-6-monthly | -labs calcium; +labs date: 2026-10-25, analyte: calcium-albumin-adjusted, value: 2.14 mmol/L, low: 2.15 mmol/L | Calcium is low
            risedronate-daily | +labs date: 2026-10-31, analyte: calcium-ionised, value: 1.0 mmol/L, low: 1.15 mmol/L | Calcium is low
            risedronate-daily | +labs date: 2026-10-31, analyte: calcium, value: 7.5 | usable entry for calcium
            zoledronate-6-monthly | +labs date: 2026-10-30, analyte: calcium-albumin-adjusted, value: 1.9 mmol/L, low: 2.15 mmol/L; +labs date: 2026-10-30, analyte: calcium-albumin-adjusted, value: 2.4 mmol/L, low: 2.15 mmol/L | usable entry for calcium, albumin-adjusted
            # kidneys
            zoledronate-6-monthly | -labs creatinine; +labs date: 2026-10-25, analyte: creatinine, value: 1.4 mg/dL | Kidney function is below
            zoledronate-6-monthly | -labs creatinine; +labs date: 2026-10-25, analyte: creatinine, value: 0.4 umol/L | usable entry for creatinine
            zoledronate-6-monthly | +labs date: 2026-10-30, analyte: creatinine, value: 35 mg/dL | usable entry for creatinine
            zoledronate-6-monthly | +labs date: 2026-10-30, analyte: creatinine, value: 0.5 | usable entry for creatinine
            zoledronate-6-monthly | +findings date: 2026-10-31, finding: acute-kidney-injury, present: true | Acute kidney injury
            zoledronate-6-monthly | +findings date: 2026-10-31, finding: acute-kidney-injury, present: true; +findings date: 2026-10-31, finding: acute-kidney-injury, present: false | usable entry for acute kidney injury
            zoledronate-6-monthly | +findings date: 2026-10-31, finding: acute-kidney-injury, present: perhaps | usable entry for acute kidney injury
            zoledronate-6-monthly | -heights; +heights date: 2026-10-25, height: 28 cm | Kidney function is below
            zoledronate-6-monthly | +heights date: 2026-10-26, height: 3.9 m | usable entry for height
            zoledronate-6-monthly | +heights date: 2026-10-26, height: 120 cm; +heights date: 2026-10-26, height: 102 cm | usable entry for height
            zoledronate-6-monthly | +findings date: 2026-10-31, finding: interacting-drug, present: true | nephrotoxic
            # weight
            zoledronate-6-monthly | -weights; +weights date: 2026-10-25, weight: 300 kg | usable entry for body weight
            zoledronate-6-monthly | -weights; +weights date: 2026-10-25, weight: 20 g | usable entry for body weight
            zoledronate-6-monthly | +weights date: 2026-10-26, weight: 200000 g | usable entry for body weight
            zoledronate-6-monthly | -weights; +weights date: 2026-10-25, weight: 20 | usable entry for body weight
            zoledronate-6-monthly | +weights date: 2026-10-26, weight: 44 | usable entry for body weight
            zoledronate-6-monthly | -weights; +weights date: 2025-11-01, weight: 20 kg | body weight not older than 90 days
            zoledronate-6-monthly | -weights; +weights date: 2026-10-25, weight: 20 kg, method: estimated | never carries a dose
            zoledronate-6-monthly | +weights date: 2026-10-26, weight: 20 kg; +weights date: 2026-10-26, weight: 26 kg | usable entry for body weight
            zoledronate-6-monthly | -weights; +weights date: 2026-11-02, weight: 20 kg | measured body weight
            zoledronate-6-monthly | +weights date: 2026-10-28, weight: 44 kg | usable entry for body weight
            zoledronate-6-monthly | +weights date: 2026-10-28, weight: 9.1 kg | usable entry for body weight
            zoledronate-6-monthly | -weights; +weights date: 2026-06-25, weight: 19.2 kg; +weights date: 2026-10-25, weight: 44 kg | usable entry for body weight
            zoledronate-6-monthly | -weights; +weights date: 2026-06-25, weight: 44 kg; +weights date: 2026-10-25, weight: 20 kg | usable entry for body weight
            risedronate-daily | -weights; +weights date: 2026-10-25, weight: 9.99 kg | below 10 kg
            # pregnancy
            zoledronate-6-monthly | =sex female; =born 2010-03-01; +pregnancy date: 2026-10-30, status: pregnant | Pregnancy is recorded
            alendronate-daily | =sex female; =born 2010-03-01; +pregnancy date: 2026-10-30, status: pregnant | Pregnancy is recorded
            zoledronate-6-monthly | =sex female; =born 2010-03-01; +findings date: 2026-10-01, finding: menarche, present: true | pregnancy test
            zoledronate-6-monthly | =sex female; =born 2010-03-01; +findings date: 2026-10-01, finding: menarche, present: true; +pregnancy date: 2026-10-23, status: not-pregnant | pregnancy test
            zoledronate-6-monthly | =sex female; =born 2010-03-01; +findings date: 2026-10-01, finding: menarche, present: true; +pregnancy date: 2026-10-28, status: not-pregnant; +pregnancy date: 2026-10-30, status: not-pregnant; +pregnancy date: 2026-10-30, status: pregnant | usable entry for pregnancy status
            zoledronate-6-monthly | +pregnancy date: 2026-10-30, status: pregnant | usable entry for pregnancy status
            zoledronate-3-monthly | =sex female; =born 2026-10-20; -heights; -weights; +weights date: 2026-10-31, weight: 3.1 kg; +heights date: 2026-10-31, height: 49 cm; +pregnancy date: 2026-10-30, status: pregnant | contradicts sex or age
            # drugs that have no place
            denosumab | | Not under 18
            denosumab | +findings date: 2026-10-01, finding: in-clinical-trial, present: true | Not under 18
            teriparatide | | under 18
            teriparatide | +findings date: 2026-10-01, finding: epiphyses-open, present: false | under 18
            romosozumab | | under 18
            setrusumab | | only inside a trial
            fresolimumab | | only inside a trial
            # tablets
            risedronate-daily | -findings; +findings date: 2026-10-01, finding: can-sit-upright-30-min, present: false; +findings date: 2026-10-01, finding: oesophageal-disease, present: false | Cannot sit upright
            risedronate-daily | -findings; +findings date: 2026-10-01, finding: can-sit-upright-30-min, present: true; +findings date: 2026-10-01, finding: oesophageal-disease, present: true | Oesophageal disease
            alendronate-daily | -findings | sit upright
            alendronate-daily | +findings date: 2026-10-02, finding: oesophageal-disease, present: true; +findings date: 2026-10-02, finding: oesophageal-disease, present: false | oesophageal disease
            # operations
            zoledronate-6-monthly | +surgeries date: 2026-10-20, kind: osteotomy-with-rod, bone: femur, side: left | no dose before it is
            zoledronate-6-monthly | +surgeries date: 2026-06-20, kind: osteotomy-with-rod, bone: femur, side: left, healed: soon | no dose before it is
            zoledronate-6-monthly | +planned date: 2026-11-20, kind: osteotomy-with-rod, bone: femur, side: left | osteotomy is planned
            # the day of the infusion, and signs of harm
            zoledronate-6-monthly | +findings date: 2026-10-31, finding: respiratory-illness, present: true | respiratory illness
            zoledronate-6-monthly | +findings date: 2026-10-31, finding: dehydration, present: true | Dehydration
            zoledronate-6-monthly | +findings date: 2026-10-31, finding: exposed-jaw-bone, present: true | jaw
            risedronate-daily | +findings date: 2026-10-31, finding: eye-inflammation, present: true | ophthalmology
            zoledronate-6-monthly | +findings date: 2026-10-31, finding: consent-off-label, present: false | not given
            # doses already given
            zoledronate-6-monthly | +doses date: 2026-05-01, drug: zoledronate, dose: 1 mg, route: intravenous; +doses date: 2026-05-01, drug: zoledronate, dose: 0.5 mg, route: intravenous | Two zoledronate doses
            zoledronate-6-monthly | +courses drug: zoledronate, daily: 1 mg, from: 2026-01-01 | Another zoledronate product
            pamidronate-maintenance | | maintenance
            zoledronate-6-monthly | +doses date: 2026-09, drug: zoledronate, dose: 1 mg, route: intravenous | usable entry for treatment
            zoledronate-6-monthly | +doses date: 2026-12-10, drug: zoledronate, dose: 1 mg, route: intravenous | usable entry for treatment
            zoledronate-6-monthly | +doses date: 2026-09-10, drug: zometa, dose: 1 mg, route: intravenous | usable entry for treatment
            risedronate-daily | +courses drug: alendronate, daily: 10, from: 2026-01-01 | usable entry for treatment
            zoledronate-6-monthly | +courses drug: risedronate, daily: 2.5 mg, from: 2026-01-01, until: soon | usable entry for treatment
            # no reason to treat
            zoledronate-6-monthly | =type i; -fractures | Mild OI without
            zoledronate-6-monthly | =type i | Mild OI
            # ages without a published dose
            zoledronate-adult-yearly | | No dose of this regimen was published
            risedronate-daily | =born 2024-03-01; -weights; -heights; +weights date: 2026-10-25, weight: 11 kg; +heights date: 2026-10-25, height: 80 cm | No dose of this regimen was published
            """;

    @TestFactory
    Stream<DynamicTest> noAttemptLeadsToADose() {
        return ATTEMPTS.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> DynamicTest.dynamicTest(line, () -> attempt(line)));
    }

    private static void attempt(String line) {
        String[] parts = line.split("\\|", 3);
        String option = parts[0].strip();
        Patient patient = understood(changed(parts[1].strip()));
        TreatmentOption offered = OptionCatalogue.assess(patient, TODAY, SITE).stream()
                .map(a -> a.option())
                .filter(o -> o.id().equals(option))
                .findFirst()
                .orElse(null);
        String said = parts[2].strip();
        if (offered != null) {
            assertThat(offered.doseSheet()).isNull();
            assertThat(offered.availability()).isNotEqualTo(TreatmentOption.Availability.AVAILABLE);
            assertThat(offered.reasons())
                    .as("reasons of %s", offered.reasons())
                    .anySatisfy(r -> assertThat(r.text()).containsIgnoringCase(said));
        } else {
            assertThat(List.of("pamidronate-maintenance", "zoledronate-adult-yearly"))
                    .as("options that are not even shown")
                    .contains(option);
            return;
        }
        Drug drug = new Drug(option.contains("-") ? option.substring(0, option.indexOf('-')) : option);
        List<CdsCard> cards = new PathwayCards(SITE).order(patient, TODAY, drug, "MedicationRequest/1");
        assertThat(cards)
                .as("cards %s", cards)
                .noneSatisfy(c -> assertThat(c.code()).isEqualTo("GATE"));
        assertThat(cards).anySatisfy(c -> assertThat(c.indicator()).isNotEqualTo(CdsCard.Indicator.INFO));
    }

    /** Without it every attempt would prove nothing. */
    @Test
    void theRecordInOrderGetsItsDoses() {
        Patient patient = understood(changed(""));
        for (String option : List.of("zoledronate-6-monthly", "risedronate-daily", "neridronate-3-monthly")) {
            TreatmentOption offered = OptionCatalogue.assess(patient, TODAY, SITE).stream()
                    .map(a -> a.option())
                    .filter(o -> o.id().equals(option))
                    .findFirst()
                    .orElseThrow();
            assertThat(offered.doseSheet())
                    .as("%s %s", option, offered.reasons())
                    .isNotNull();
        }
        assertThat(new PathwayCards(SITE).order(patient, TODAY, Drug.ZOLEDRONATE, null))
                .singleElement()
                .satisfies(c -> assertThat(c.code()).isEqualTo("GATE"));
        Patient atTheGate = understood(
                changed("-labs vitamin-d-25oh; +labs date: 2026-10-25, analyte: vitamin-d-25oh, value: 50 nmol/L"));
        assertThat(new PathwayCards(SITE).order(atTheGate, TODAY, Drug.ZOLEDRONATE, null))
                .singleElement()
                .satisfies(c -> assertThat(c.code()).isEqualTo("GATE"));
    }

    @Test
    void anOrderBeforeTheIntervalEndsIsWarnedAbout() {
        Patient early = understood(changed("+doses date: 2026-10-11, drug: zoledronate, dose: 1 mg, route: intravenous;"
                + " -labs creatinine; +labs date: 2026-10-25, analyte: creatinine, value: 30 umol/L"));
        for (Drug drug : List.of(Drug.ZOLEDRONATE, Drug.PAMIDRONATE, Drug.RISEDRONATE)) {
            assertThat(new PathwayCards(SITE).order(early, TODAY, drug, null))
                    .as(drug.name())
                    .anySatisfy(c -> {
                        assertThat(c.indicator()).isEqualTo(CdsCard.Indicator.WARNING);
                        assertThat(c.summary()).contains("ends on 2027-04-11");
                    })
                    .noneSatisfy(c -> assertThat(c.code()).isEqualTo("GATE"));
        }
        TreatmentOption plan = OptionCatalogue.assess(early, TODAY, SITE).stream()
                .map(a -> a.option())
                .filter(o -> o.id().equals("zoledronate-6-monthly"))
                .findFirst()
                .orElseThrow();
        assertThat(plan.doseSheet()).isNotNull();
        assertThat(plan.doseSheet().lines())
                .anySatisfy(l -> assertThat(l.label()).isEqualTo("Day 1, 2027-04-11"));
    }

    /** A leap in weight gives no dose until it is confirmed on another day. */
    @Test
    void aLeapInWeightIsSettledByWeighingAgain() {
        String leap = "+weights date: 2026-10-28, weight: 44 kg";
        assertThat(new PathwayCards(SITE).order(understood(changed(leap)), TODAY, Drug.ZOLEDRONATE, null))
                .noneSatisfy(c -> assertThat(c.code()).isEqualTo("GATE"));
        Patient again = understood(changed(leap + "; +weights date: 2026-10-29, weight: 43.8 kg"));
        assertThat(new PathwayCards(SITE).order(again, TODAY, Drug.ZOLEDRONATE, null))
                .singleElement()
                .satisfies(c -> assertThat(c.code()).isEqualTo("GATE"));
    }

    @Test
    void twoBisphosphonatesTogetherAreWarnedAbout() {
        Patient onTablets = understood(changed("+courses drug: risedronate, daily: 2.5 mg, from: 2026-01-01"));
        assertThat(new PathwayCards(SITE).order(onTablets, TODAY, Drug.ZOLEDRONATE, null))
                .anySatisfy(c -> {
                    assertThat(c.indicator()).isEqualTo(CdsCard.Indicator.WARNING);
                    assertThat(c.detail()).contains("stops first");
                })
                .noneSatisfy(c -> assertThat(c.code()).isEqualTo("GATE"));
    }

    @Test
    void aDrugOfUnknownNameDoesNotPassInSilence() {
        assertThat(new PathwayCards(SITE).order(understood(changed("")), TODAY, new Drug("zometa"), null))
                .singleElement()
                .satisfies(c -> assertThat(c.code()).isEqualTo("NOT-CHECKED"));
    }

    private static Patient understood(String record) {
        RecordResult result = RecordReader.parse(record, TODAY);
        assertThat(result).as(record).isInstanceOf(RecordResult.Understood.class);
        return ((RecordResult.Understood) result).patient();
    }

    /** The record in order as text, with changes. */
    static String changed(String changes) {
        Map<String, String> person = new LinkedHashMap<>(Map.of("sex", "male", "born", "2018-03-01", "type", "iii"));
        Map<String, List<String>> sections = inOrder();
        for (String change : changes.split(";")) {
            String edit = change.strip();
            if (edit.startsWith("=")) {
                person.put(edit.substring(1, edit.indexOf(' ')), edit.substring(edit.indexOf(' ') + 1));
            } else if (edit.startsWith("-")) {
                String[] words = edit.substring(1).split(" ", 2);
                sections.get(words[0]).removeIf(e -> words.length == 1 || e.contains(words[1]));
            } else if (edit.startsWith("+")) {
                String section = edit.substring(1, edit.indexOf(' '));
                sections.computeIfAbsent(section, s -> new ArrayList<>()).add(edit.substring(edit.indexOf(' ') + 1));
            }
        }
        StringBuilder text = new StringBuilder("lamella-record: 1\npatient: {id: child, sex: " + person.get("sex")
                + ", born: " + person.get("born") + "}\ndiagnosis: {type: " + person.get("type") + "}\n");
        sections.forEach((section, entries) -> {
            if (!entries.isEmpty()) {
                text.append(section).append(":\n");
                entries.forEach(e -> text.append("  - {").append(e).append("}\n"));
            }
        });
        return text.toString();
    }

    private static Map<String, List<String>> inOrder() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        sections.put("weights", list("date: 2026-10-25, weight: 20 kg"));
        sections.put("heights", list("date: 2026-10-25, height: 110 cm, posture: standing"));
        sections.put(
                "labs",
                list(
                        "date: 2026-10-25, analyte: calcium-albumin-adjusted, value: 2.40 mmol/L, low: 2.15 mmol/L",
                        "date: 2026-10-25, analyte: phosphate, value: 1.50 mmol/L",
                        "date: 2026-10-25, analyte: alkaline-phosphatase, value: 250 U/L",
                        "date: 2026-10-25, analyte: creatinine, value: 30 umol/L",
                        "date: 2026-10-25, analyte: vitamin-d-25oh, value: 75 nmol/L",
                        "date: 2026-10-25, analyte: pth, value: 3.0 pmol/L"));
        sections.put(
                "findings",
                list(
                        "date: 2026-10-01, finding: can-sit-upright-30-min, present: true",
                        "date: 2026-10-01, finding: oesophageal-disease, present: false"));
        sections.put("fractures", list("date: 2025-10-01, bone: femur, side: left, mechanism: low-energy"));
        return sections;
    }

    private static List<String> list(String... entries) {
        return new ArrayList<>(List.of(entries));
    }
}
