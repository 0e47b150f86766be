package org.lamella.clinic.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.patient.Analyte;
import org.lamella.patient.Drug;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.measure.Millimetres;

/** What is read from each example: counts of every kind of entry, and every note. */
class VignettesRegressionTest {
    /** Order: weights, heights, DXA, labs, fractures, vertebral fractures, operations, plans, rods, casts, mobility, pain,
     * dental, pregnancy, findings, examinations, doses, courses, doses of unknown amount; then notes. */
    @ParameterizedTest
    @CsvSource({
        "adult-type-i.json, 4 4 5 12 7 2 0 0 0 0 1 1 1 1 20 2 0 2 0, 2",
        "boy-gaps-and-odd-units.json, 6 3 2 5 3 0 0 0 0 0 1 0 0 0 2 0 2 0 1, 47",
        "boy-type-i-arm-fractures.json, 10 10 3 10 3 0 0 0 0 1 2 1 1 0 17 3 0 0 0, 0",
        "girl-26-months-pamidronate.json, 14 14 3 26 5 3 2 0 2 2 2 1 1 0 16 7 33 1 0, 1",
        "girl-low-vitamin-d.json, 10 10 2 20 5 2 0 0 0 0 2 1 1 0 16 2 5 0 0, 0",
        "girl-type-vi-neridronate.json, 16 16 3 20 7 6 2 0 1 0 2 1 1 0 19 3 11 0 0, 0",
        "newborn-type-iii.json, 3 3 0 8 6 2 0 0 0 0 1 0 0 0 10 2 0 1 0, 1",
        "teenager-type-iv-zoledronate.json, 12 12 5 29 7 5 1 1 1 0 2 2 1 1 20 8 9 2 0, 1",
        "toddler-bowed-femora.json, 12 12 3 17 6 0 0 2 0 2 2 1 1 0 16 5 27 1 0, 1",
        "plain-record.yaml, 7 7 3 12 5 1 1 0 1 1 2 1 1 0 13 5 0 2 0, 1"
    })
    void everyEntryIsReadOrNoted(String file, String counts, int notes) {
        RecordResult.Understood record = Examples.understood(file);
        assertThat(counts(record.patient())).isEqualTo(counts);
        assertThat(record.notes()).hasSize(notes);
    }

    private static String counts(Patient p) {
        return List.of(
                        p.weights(),
                        p.heights(),
                        p.dxaScans(),
                        p.labs(),
                        p.fractures(),
                        p.vertebralFractures(),
                        p.surgeries(),
                        p.plannedProcedures(),
                        p.rods(),
                        p.casts(),
                        p.mobility(),
                        p.pain(),
                        p.dentalVisits(),
                        p.pregnancy(),
                        p.findings(),
                        p.examinations(),
                        p.administrations(),
                        p.courses(),
                        p.dosesOfUnknownAmount())
                .stream()
                .map(list -> String.valueOf(list.size()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void everyExampleIsInTheTableAbove() {
        List<String> names = new ArrayList<>();
        Examples.bundles().stream().map(Path::getFileName).map(Path::toString).forEach(names::add);
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "adult-type-i.json",
                        "boy-gaps-and-odd-units.json",
                        "boy-type-i-arm-fractures.json",
                        "girl-26-months-pamidronate.json",
                        "girl-low-vitamin-d.json",
                        "girl-type-vi-neridronate.json",
                        "newborn-type-iii.json",
                        "teenager-type-iv-zoledronate.json",
                        "toddler-bowed-femora.json");
    }

    @Test
    void theStoriesAreToldOfEveryExample() {
        String stories = Examples.text("README.md");
        Examples.bundles()
                .forEach(file -> assertThat(stories)
                        .contains("**" + file.getFileName().toString().replace(".json", "") + "**"));
    }

    @Test
    void theGirlOnPamidronateIsReadWithHerTreatment() {
        Patient girl = Examples.understood("girl-26-months-pamidronate.json").patient();
        assertThat(girl.sex()).isEqualTo(Sex.FEMALE);
        assertThat(girl.ageOn(Examples.AS_OF).completedMonths()).isEqualTo(26);
        assertThat(girl.diagnosis().type()).isEqualTo(OiType.III);
        assertThat(girl.diagnosis().gene()).isEqualTo("COL1A1");
        assertThat(girl.dosesOf(Drug.PAMIDRONATE, Examples.AS_OF))
                .hasSize(33)
                .allSatisfy(dose -> assertThat(dose.route()).isEqualTo(Route.INTRAVENOUS))
                .last()
                .satisfies(dose -> assertThat(dose.date()).isEqualTo(LocalDate.of(2026, 9, 9)));
        assertThat(girl.surgeries()).allSatisfy(s -> assertThat(s.healedOn()).isEqualTo(LocalDate.of(2026, 6, 22)));
        assertThat(girl.rods()).allSatisfy(rod -> assertThat(rod.diameter()).isEqualTo(Millimetres.of("3.2")));
        assertThat(girl.dxaScans()).last().satisfies(scan -> {
            assertThat(scan.site()).isEqualTo(SkeletalSite.LUMBAR_SPINE);
            assertThat(scan.reference()).isEqualTo("hospital infant reference, Hologic");
            assertThat(scan.device()).isEqualTo("Hologic Horizon A");
        });
    }

    @Test
    void oddUnitsArriveInOneUnit() {
        Patient boy = Examples.understood("boy-gaps-and-odd-units.json").patient();
        assertThat(boy.weights())
                .extracting(w -> w.weight().value().toPlainString())
                .containsExactly("22.9064", "25.4919", "27.1", "28.4", "29.3", "29.4835");
        assertThat(boy.heights()).extracting(h -> h.height().value()).containsExactly(115.57, 120.0, 125.73);
        assertThat(boy.latestLab(Analyte.CALCIUM, Examples.AS_OF).orElseThrow().value())
                .isEqualByComparingTo("2.37038");
        assertThat(boy.latestLab(Analyte.PHOSPHATE, Examples.AS_OF)).isEmpty();
        assertThat(boy.dosesOfUnknownAmount()).singleElement().satisfies(dose -> {
            assertThat(dose.drug()).isEqualTo(Drug.ZOLEDRONATE);
            assertThat(dose.date()).isEqualTo(LocalDate.of(2026, 5, 12));
        });
    }

    /** Each mishap of the record appears under its reason. */
    @Test
    void theGapsAreListedWithTheirReasons() {
        List<InputNote> notes =
                Examples.understood("boy-gaps-and-odd-units.json").notes();
        assertThat(notes)
                .extracting(InputNote::reason)
                .contains(
                        Reason.UNIT_MISSING,
                        Reason.UNKNOWN_UNIT,
                        Reason.UNITS_DISAGREE,
                        Reason.UNKNOWN_CODE,
                        Reason.OUT_OF_RANGE,
                        Reason.IMPLAUSIBLE,
                        Reason.DUPLICATE,
                        Reason.CONFLICT,
                        Reason.ASSEMBLED,
                        Reason.DATE_MISSING,
                        Reason.DATE_INCOMPLETE,
                        Reason.DATES_OUT_OF_ORDER,
                        Reason.BEFORE_BIRTH,
                        Reason.AFTER_AS_OF,
                        Reason.NOT_FINAL,
                        Reason.OTHER_PERSON,
                        Reason.NOT_USED,
                        Reason.VALUE_UNREADABLE,
                        Reason.CONVERTED);
        assertThat(notes).allSatisfy(note -> {
            assertThat(note.location()).startsWith("Bundle.entry[");
            assertThat(note.found()).isNotBlank();
            assertThat(note.sentence()).doesNotContain("Exception");
        });
    }

    @Test
    void theSameRecordGivesTheSameResult() {
        assertThat(Examples.understood("boy-gaps-and-odd-units.json"))
                .isEqualTo(Examples.understood("boy-gaps-and-odd-units.json"));
    }
}
