package org.lamella.evidence.drug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lamella.evidence.Citation;
import org.lamella.evidence.VerificationLevel;
import org.lamella.evidence.data.Resources;
import org.lamella.evidence.data.YamlNode;
import org.lamella.patient.Drug;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.Kilograms;

class DrugFormularyVerificationTest {

    private static final DrugFormulary FORMULARY = DrugFormulary.standard();
    private static final LocalDate BORN = LocalDate.of(2020, 3, 1);

    @Test
    void everyFigureHasASourceAndAnUnseenOneIsMarkedAsSuch() {
        for (DrugFacts facts : FORMULARY.all()) {
            for (Figure figure : DrugFormulary.figures(facts)) {
                assertThat(figure.sources())
                        .as(facts.drug() + " " + figure.text())
                        .isNotEmpty();
                boolean unseen = figure.sources().stream().anyMatch(s -> s.level() == VerificationLevel.U);
                assertThat(figure.unconfirmed())
                        .as(facts.drug() + " " + figure.text())
                        .isEqualTo(unseen);
            }
        }
    }

    @Test
    void everyDrugSaysWhatStudiesShowAndWhatTheyDoNot() {
        assertThat(FORMULARY.all()).hasSize(14).allSatisfy(facts -> {
            assertThat(facts.shows()).isNotEmpty();
            assertThat(facts.doesNotShow()).isNotEmpty();
            assertThat(facts.risks()).isNotEmpty();
        });
        assertThat(FORMULARY.withRegimen())
                .extracting(DrugFacts::drug)
                .containsExactly(
                        Drug.PAMIDRONATE, Drug.ZOLEDRONATE, Drug.NERIDRONATE, Drug.ALENDRONATE, Drug.RISEDRONATE);
    }

    @Test
    void everySourceIsCited() {
        String files = Stream.concat(FORMULARY.all().stream().map(f -> f.drug().name()), Stream.of("formulary"))
                .map(name -> Resources.text(Citation.class, "drugs/" + name + ".yaml"))
                .reduce("", String::concat);
        assertThat(FORMULARY.sources())
                .extracting(Citation::key)
                .allSatisfy(key -> assertThat(files.contains(key)).as(key).isTrue());
    }

    @Test
    void valuesWithoutASourceAreTheOnesASiteCanConfirm() {
        assertThat(FORMULARY.confirmableValues())
                .containsExactly(
                        "pamidronate.2-to-3-years",
                        "pamidronate.first-cycle",
                        "pamidronate.low-dose-split",
                        "pamidronate.under-2-years",
                        "zoledronate.under-2-years");
    }

    @Test
    void theStricterOfTwoLimitsApplies() {
        assertThat(FORMULARY.get(Drug.PAMIDRONATE).limitValue(Limit.Kind.MAX_PER_DOSE))
                .contains(new BigDecimal("60"));
        assertThat(FORMULARY.get(Drug.ZOLEDRONATE).limitValue(Limit.Kind.MAX_PER_DOSE))
                .contains(new BigDecimal("4"));
        assertThat(FORMULARY.get(Drug.RISEDRONATE).limitValue(Limit.Kind.MIN_WEIGHT))
                .contains(new BigDecimal("10"));
    }

    @Test
    void aChildBelongsToTheHigherAgeBandFromTheBirthday() {
        DosingRegimen cyclic =
                FORMULARY.get(Drug.PAMIDRONATE).regimen("pamidronate-cyclic").orElseThrow();
        Kilograms weight = Kilograms.of("12");
        assertThat(cyclic.band(age("2022-02-28"), weight)).map(DoseBand::id).contains("pamidronate.under-2-years");
        assertThat(cyclic.band(age("2022-03-01"), weight)).map(DoseBand::id).contains("pamidronate.2-to-3-years");
        assertThat(cyclic.band(age("2023-02-28"), weight)).map(DoseBand::id).contains("pamidronate.2-to-3-years");
        assertThat(cyclic.band(age("2023-03-01"), weight)).map(DoseBand::id).contains("pamidronate.from-3-years");
        assertThat(cyclic.band(age("2038-03-01"), weight)).isEmpty();
    }

    @Test
    void weightBandsAreReadAsTheTrialsPrintThem() {
        DosingRegimen risedronate =
                FORMULARY.get(Drug.RISEDRONATE).regimen("risedronate-daily").orElseThrow();
        Age age = age("2028-03-01");
        assertThat(risedronate.band(age, Kilograms.of("9.99"))).isEmpty();
        assertThat(risedronate.band(age, Kilograms.of("10.0")))
                .map(DoseBand::id)
                .contains("risedronate.10-to-30-kg");
        assertThat(risedronate.band(age, Kilograms.of("30.0")))
                .map(DoseBand::id)
                .contains("risedronate.10-to-30-kg");
        assertThat(risedronate.band(age, Kilograms.of("30.01")))
                .map(DoseBand::id)
                .contains("risedronate.above-30-kg");
        DosingRegimen alendronate =
                FORMULARY.get(Drug.ALENDRONATE).regimen("alendronate-daily").orElseThrow();
        assertThat(alendronate.band(age, Kilograms.of("39.99")))
                .map(b -> b.dose().plain())
                .contains("5");
        assertThat(alendronate.band(age, Kilograms.of("40.0")))
                .map(b -> b.dose().plain())
                .contains("10");
    }

    @Test
    void bandsOfARegimenNeverOverlap() {
        for (DrugFacts facts : FORMULARY.withRegimen()) {
            for (DosingRegimen regimen : facts.regimens()) {
                for (int months = 0; months < 300; months += 6) {
                    Age age = age(BORN.plusMonths(months).toString());
                    for (String kg : List.of("3", "10", "29.9", "30", "30.1", "40", "70")) {
                        long matching = regimen.bands().stream()
                                .filter(b -> b.age().holds(age) && b.weight().holds(Kilograms.of(kg)))
                                .count();
                        assertThat(matching)
                                .as(regimen.id() + " " + age + " " + kg)
                                .isLessThanOrEqualTo(1);
                    }
                }
            }
        }
    }

    @Test
    void anUnknownSourceIsRefused() {
        YamlNode drug = YamlNode.parse("d.yaml", """
                drug: newdrug
                title: New
                class: hormone
                route: oral
                shows: [{text: a, source: NOBODY99}]
                """);
        assertThatThrownBy(() -> new DrugFactsReader().read(drug))
                .hasMessageContaining("shows[0].source")
                .hasMessageContaining("a key of citations");
    }

    private static Age age(String day) {
        return Age.of(BORN, LocalDate.parse(day));
    }
}
