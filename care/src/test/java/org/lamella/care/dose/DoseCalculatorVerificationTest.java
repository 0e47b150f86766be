package org.lamella.care.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lamella.care.Children.TODAY;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lamella.care.plan.DoseSheet;
import org.lamella.care.site.Product;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.care.stop.GateDecision;
import org.lamella.evidence.Citation;
import org.lamella.evidence.VerificationLevel;
import org.lamella.evidence.drug.AgeBand;
import org.lamella.evidence.drug.DoseBand;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.evidence.drug.DrugClass;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.evidence.drug.Figure;
import org.lamella.evidence.drug.Limit;
import org.lamella.evidence.drug.Preparation;
import org.lamella.evidence.drug.WeightRange;
import org.lamella.patient.Drug;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.Route;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.Kilograms;

/** Refusals, worked lines, and what happens when the two calculations differ. */
class DoseCalculatorVerificationTest {

    private static final Citation SOURCE = new Citation("T", "test", "doi:10.1/t", VerificationLevel.V1);
    private static final Age EIGHT = Age.of(LocalDate.of(2018, 3, 1), TODAY);

    private static Figure figure(String value, String unit) {
        return new Figure(new BigDecimal(value), unit, VerificationLevel.V1, List.of(SOURCE), "");
    }

    /** A made-up infusion of 1 mg/kg on two days every three months. */
    private static DrugFacts drug(List<Limit> limits, WeightRange weight) {
        DoseBand band = new DoseBand(
                "pamidronate.test",
                "all ages",
                new AgeBand(0, 216),
                weight,
                figure("1", "mg/kg"),
                figure("2", "d"),
                figure("3", "mo"));
        DosingRegimen regimen = new DosingRegimen(
                "test", "Test", DosingRegimen.Schedule.CYCLES, false, null, List.of(band), List.of(SOURCE));
        return new DrugFacts(
                Drug.PAMIDRONATE,
                "Test drug",
                DrugClass.BISPHOSPHONATE,
                Route.INTRAVENOUS,
                List.of(),
                figure("0.5", "mg"),
                limits,
                new Preparation(
                        "saline",
                        new Preparation.VolumeRule.ByDose(figure("5", "mg"), figure("50", "mL"), figure("100", "mL"))),
                null,
                List.of(regimen),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static DoseInputs inputs(DrugFacts facts, String kilograms, @Nullable SiteConfiguration site) {
        return new DoseInputs(
                facts,
                facts.regimens().getFirst(),
                EIGHT,
                new WeightMeasurement(TODAY, Kilograms.of(kilograms), MeasurementMethod.MEASURED),
                false,
                site == null ? SiteConfiguration.defaults() : site,
                TODAY);
    }

    @Test
    void withoutACapTheExactDoseIsGiven() {
        DoseResult result = DoseCalculator.calculate(inputs(drug(List.of(), WeightRange.ANY), "12.3", null));
        assertThat(result).isInstanceOfSatisfying(DoseResult.Dose.class, d -> {
            assertThat(d.amounts().days()).hasSize(2);
            assertThat(d.amounts().days().getFirst().dose().value()).isEqualByComparingTo("12");
            assertThat(d.amounts().annualMgPerKg()).isEqualByComparingTo("8");
            assertThat(d.sheet().lines())
                    .extracting(DoseSheet.Line::label)
                    .doesNotContain("Most in one day")
                    .contains("Day 1, 2026-11-01", "Day 2, 2026-11-02", "Next cycle", "Total infusion time");
        });
    }

    @Test
    void refusesAYearlyTotalAboveTheMaximum() {
        Limit seven = new Limit(Limit.Kind.MAX_PER_YEAR, figure("7.999", "mg/kg"));
        assertThat(DoseCalculator.calculate(inputs(drug(List.of(seven), WeightRange.ANY), "12", null)))
                .isInstanceOfSatisfying(DoseResult.Refused.class, r -> {
                    assertThat(r.reason()).contains("exceed 7.999 mg/kg per year");
                    assertThat(r.sources()).containsExactly(SOURCE);
                });
        Limit eight = new Limit(Limit.Kind.MAX_PER_YEAR, figure("8", "mg/kg"));
        assertThat(DoseCalculator.calculate(inputs(drug(List.of(eight), WeightRange.ANY), "12", null)))
                .isInstanceOf(DoseResult.Dose.class);
    }

    @Test
    void refusesAWeightOutsideEveryBand() {
        WeightRange upTo = new WeightRange(new BigDecimal("5"), false, new BigDecimal("10"), true);
        DrugFacts facts = drug(List.of(), upTo);
        assertThat(DoseCalculator.calculate(inputs(facts, "10.01", null))).isInstanceOf(DoseResult.Refused.class);
        assertThat(DoseCalculator.calculate(inputs(facts, "5", null))).isInstanceOf(DoseResult.Refused.class);
        assertThat(DoseCalculator.calculate(inputs(facts, "10", null))).isInstanceOf(DoseResult.Dose.class);
        assertThat(DoseCalculator.calculate(inputs(facts, "5.01", null))).isInstanceOf(DoseResult.Dose.class);
        DrugFacts below = drug(List.of(), new WeightRange(null, true, new BigDecimal("10"), false));
        assertThat(DoseCalculator.calculate(inputs(below, "10", null))).isInstanceOf(DoseResult.Refused.class);
        assertThat(DoseCalculator.calculate(inputs(below, "9.99", null))).isInstanceOf(DoseResult.Dose.class);
    }

    @Test
    void asksForAWeakerProductWhenTheDoseCannotBeMeasured() {
        assertThat(DoseCalculator.calculate(inputs(drug(List.of(), WeightRange.ANY), "0.49", null)))
                .isInstanceOfSatisfying(
                        DoseResult.CannotEvaluate.class,
                        n -> assertThat(n.needs()).singleElement().asString().contains("lower strength"));
    }

    @Test
    void aNoteworthyLossByRoundingIsSaid() {
        DoseResult result = DoseCalculator.calculate(inputs(drug(List.of(), WeightRange.ANY), "0.9", null));
        assertThat(((DoseResult.Dose) result).sheet().warnings())
                .anySatisfy(w -> assertThat(w).contains("44.4 % of the dose"));
    }

    // The two calculations

    private static DecimalDose tampered(DecimalDose d, List<BigDecimal> days, BigDecimal annual) {
        return new DecimalDose(
                d.perKilogram(), d.exact(), d.cap(), d.capped(), days, d.volumes(), annual, d.annualMg());
    }

    @Test
    void anyDifferenceBetweenTheTwoCalculationsIsFound() {
        DoseInputs in = inputs(drug(List.of(), WeightRange.ANY), "12.3", null);
        DoseBand band = in.regimen().bands().getFirst();
        DecimalDose right = DecimalDose.of(in, band);
        RationalDose second = new RationalDose(in);
        assertThat(second.disagreement(band, right)).isEmpty();

        BigDecimal more = right.days().getFirst().add(new BigDecimal("0.000001"));
        assertThat(second.disagreement(
                        band, tampered(right, List.of(right.days().getFirst(), more), right.annualPerKilogram())))
                .get()
                .asString()
                .contains("day 2");
        assertThat(second.disagreement(
                        band, tampered(right, List.of(right.days().getFirst()), right.annualPerKilogram())))
                .get()
                .asString()
                .contains("number of days");
        assertThat(second.disagreement(band, tampered(right, right.days(), new BigDecimal("8.0001"))))
                .get()
                .asString()
                .contains("yearly total");
        DoseBand other =
                new DoseBand("another", "x", band.age(), band.weight(), band.dose(), band.days(), band.interval());
        assertThat(second.disagreement(other, right)).get().asString().contains("the band");
    }

    @Test
    void aDisagreementOfTheTwoCalculationsIsNeverShownAsADose() {
        DoseInputs in = inputs(drug(List.of(), WeightRange.ANY), "12.3", null);
        DoseBand band = in.regimen().bands().getFirst();
        DecimalDose right = DecimalDose.of(in, band);
        assertThat(DoseCalculator.refusal(in, band, right)).isEmpty();
        BigDecimal less = right.days().getFirst().subtract(new BigDecimal("0.5"));
        DecimalDose wrong = tampered(right, List.of(less, less), right.annualPerKilogram());
        assertThat(DoseCalculator.refusal(in, band, wrong))
                .get()
                .isInstanceOfSatisfying(
                        DoseResult.Refused.class,
                        r -> assertThat(r.reason()).contains("disagree about day 1", "no dose is shown"));
    }

    @Test
    void theYearIsComputedTwiceForTabletsAndFixedDosesToo() {
        for (Figure dose : List.of(figure("0.1", "mg/kg"), figure("5", "mg"))) {
            DoseInputs in = inputs(tablets(dose, WeightRange.ANY), "20", null);
            DoseBand band = in.regimen().bands().getFirst();
            DecimalDose right = DecimalDose.of(in, band);
            RationalDose second = new RationalDose(in);
            assertThat(second.disagreement(band, right)).isEmpty();
            BigDecimal perKilogram = right.annualPerKilogram().add(new BigDecimal("0.0001"));
            assertThat(second.disagreement(band, tampered(right, right.days(), perKilogram)))
                    .get()
                    .asString()
                    .contains("yearly total");
            DecimalDose dearer = new DecimalDose(
                    right.perKilogram(),
                    right.exact(),
                    right.cap(),
                    right.capped(),
                    right.days(),
                    right.volumes(),
                    right.annualPerKilogram(),
                    right.annualMg().add(new BigDecimal("0.001")));
            assertThat(second.disagreement(band, dearer)).get().asString().contains("yearly amount");
        }
    }

    /** A made-up daily tablet. */
    private static DrugFacts tablets(Figure dose, WeightRange weight) {
        return tablets(dose, weight, List.of(), null);
    }

    private static DrugFacts tablets(Figure dose, WeightRange weight, List<Limit> limits, @Nullable BigDecimal ownCap) {
        DoseBand band = new DoseBand("alendronate.test", "all ages", new AgeBand(0, 216), weight, dose, null, null);
        return new DrugFacts(
                Drug.ALENDRONATE,
                "Test tablet",
                DrugClass.BISPHOSPHONATE,
                Route.ORAL,
                List.of(),
                figure("0.5", "mg"),
                limits,
                null,
                null,
                List.of(new DosingRegimen(
                        "test", "Test", DosingRegimen.Schedule.DAILY, false, ownCap, List.of(band), List.of(SOURCE))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void theCapOfTheRegimenItselfIsNotAReadingOfTheOthers() {
        List<Limit> two = List.of(
                new Limit(Limit.Kind.MAX_PER_DOSE, figure("3", "mg")),
                new Limit(Limit.Kind.MAX_PER_DOSE, figure("4", "mg")));
        DoseSheet own =
                sheetOf(inputs(tablets(figure("0.5", "mg/kg"), WeightRange.ANY, two, new BigDecimal("5")), "20", null));
        assertThat(result(own, "Most in one day")).isEqualTo("5 mg");
        assertThat(own.warnings()).noneSatisfy(w -> assertThat(w).contains("stricter"));
        DoseSheet common = sheetOf(inputs(tablets(figure("0.5", "mg/kg"), WeightRange.ANY, two, null), "20", null));
        assertThat(result(common, "Most in one day")).isEqualTo("3 mg");
        assertThat(common.warnings()).anySatisfy(w -> assertThat(w).contains("3 mg and 4 mg", "stricter"));
    }

    private static DoseSheet sheetOf(DoseInputs in) {
        return ((DoseResult.Dose) DoseCalculator.calculate(in)).sheet();
    }

    @Test
    void anOralSolutionIsMeasuredAndNotCountedAsTablets() {
        Product solution = new Product(
                Drug.ALENDRONATE,
                "Oral solution",
                Product.Form.SOLUTION,
                new BigDecimal("70"),
                new BigDecimal("75"),
                "test");
        DoseSheet sheet = sheet("alendronate-daily", SCHOOL, "40", List.of(solution));
        assertThat(sheet.lines())
                .extracting(DoseSheet.Line::label)
                .contains("Rounded down")
                .doesNotContain("Tablets");
        // 10 mg x 75 mL / 70 mg = 10.71 mL, down to 10.7 mL.
        assertThat(result(sheet, "Rounded down")).isEqualTo("9.986666 mg = 10.7 mL");
    }

    @Test
    void theSecondSearchStaysInsideTheBands() {
        DrugFacts open =
                tablets(figure("5", "mg"), new WeightRange(new BigDecimal("5"), true, new BigDecimal("10"), true));
        DoseBand band = open.regimens().getFirst().bands().getFirst();
        DoseInputs heavy = inputs(open, "10.01", null);
        assertThatThrownBy(() -> new RationalDose(heavy).disagreement(band, DecimalDose.of(heavy, band)))
                .hasMessageContaining("no band");
        DoseInputs child = inputs(open, "10", null);
        DoseInputs limit = inputs(
                tablets(figure("5", "mg"), new WeightRange(null, true, new BigDecimal("10"), false)), "10", null);
        assertThatThrownBy(() -> new RationalDose(limit).disagreement(band, DecimalDose.of(limit, band)))
                .hasMessageContaining("no band");
        DoseInputs adult = new DoseInputs(
                child.facts(),
                child.regimen(),
                Age.of(LocalDate.of(1990, 1, 1), TODAY),
                child.weight(),
                false,
                child.site(),
                TODAY);
        assertThat(new RationalDose(child).disagreement(band, DecimalDose.of(child, band)))
                .isEmpty();
        assertThatThrownBy(() -> new RationalDose(adult).disagreement(band, DecimalDose.of(adult, band)))
                .hasMessageContaining("no band");
    }

    @Test
    void theSecondSearchFailsLoudlyWithoutABand() {
        DrugFacts facts = drug(List.of(), new WeightRange(new BigDecimal("50"), true, null, true));
        DoseInputs in = inputs(facts, "12", null);
        DoseBand band = facts.regimens().getFirst().bands().getFirst();
        assertThatThrownBy(() -> new RationalDose(in).disagreement(band, DecimalDose.of(in, band)))
                .hasMessageContaining("no band");
    }

    @Test
    void fractionsAreExact() {
        Ratio third = new Ratio(BigInteger.ONE, BigInteger.valueOf(3));
        assertThat(third.times(Ratio.of(3)).compareTo(Ratio.of(1))).isZero();
        assertThat(Ratio.of(new BigDecimal("1E+2")).compareTo(Ratio.of(100))).isZero();
        assertThat(Ratio.of(new BigDecimal("0.075")).over(Ratio.of(3)).compareTo(Ratio.of(new BigDecimal("0.025"))))
                .isZero();
        assertThat(third.minus(Ratio.of(1)).absolute().compareTo(new Ratio(BigInteger.TWO, BigInteger.valueOf(3))))
                .isZero();
        assertThatThrownBy(() -> new Ratio(BigInteger.ONE, BigInteger.ZERO)).hasMessageContaining("above 0");
    }

    // Sheets of real drugs

    private static DoseSheet sheet(String regimen, LocalDate born, String kilograms, List<Product> products) {
        SiteConfiguration usual = DoseCases.site("none", true);
        SiteConfiguration site = new SiteConfiguration(
                "test site",
                false,
                usual.vitaminDGateNmolPerL(),
                usual.firstDoseAdmission(),
                usual.infusionMinutes(),
                null,
                usual.ageLimits(),
                products,
                usual.confirmations(),
                List.of(),
                List.of());
        GateDecision decision = org.lamella.care.stop.Gate.decide(
                DoseCases.patient(born, kilograms, false), TODAY, site, DoseCases.proposal(regimen));
        return ((DoseResult.Dose) DoseCalculator.calculate(((GateDecision.Cleared) decision).clearance())).sheet();
    }

    private static String result(DoseSheet sheet, String label) {
        return sheet.lines().stream()
                .filter(l -> l.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " in " + sheet.lines()))
                .result();
    }

    private static final LocalDate SCHOOL = LocalDate.of(2018, 3, 1);

    @Test
    void zoledronateUpToOneMilligramGoesIntoTheSmallBag() {
        DoseSheet small = sheet("zoledronate-6-monthly", SCHOOL, "20", List.of());
        assertThat(result(small, "Dilution")).isEqualTo("made up to 50 mL");
        assertThat(result(small, "Rate")).isEqualTo("100.0 mL/h");
        DoseSheet large = sheet("zoledronate-6-monthly", SCHOOL, "20.3", List.of());
        assertThat(result(large, "Dilution")).isEqualTo("made up to 100 mL");
        assertThat(large.warnings()).anySatisfy(w -> assertThat(w).contains("names no product"));
        assertThat(large.summary()).isEqualTo("1.01 mg, every 6 months");
    }

    @Test
    void pamidronateIsNeverStrongerThanATenthOfAMilligramPerMillilitre() {
        DoseSheet sheet = sheet("pamidronate-cyclic", SCHOOL, "20.1", List.of());
        // 20.1 mg / 0.1 mg/mL = 201 mL, up to the next 10 mL.
        assertThat(result(sheet, "Dilution")).isEqualTo("made up to 210 mL");
        assertThat(result(sheet, "Rate")).isEqualTo("52.5 mL/h");
        assertThat(result(sheet, "Total infusion time")).isEqualTo("720 minutes per cycle");
        assertThat(sheet.summary()).isEqualTo("20.1 mg per day on 3 consecutive days, every 4 months");
        assertThat(sheet.sources()).isNotEmpty();
    }

    @Test
    void aBitingCapNamesTheOtherReading() {
        DoseSheet sheet = sheet("pamidronate-cyclic", LocalDate.of(2012, 3, 1), "70", List.of());
        assertThat(result(sheet, "Most in one day")).isEqualTo("60 mg");
        assertThat(sheet.warnings()).anySatisfy(w -> assertThat(w).contains("60 mg and 90 mg", "stricter"));
        DoseSheet neridronate = sheet("neridronate-3-monthly", LocalDate.of(2012, 3, 1), "70", List.of());
        assertThat(neridronate.warnings()).noneSatisfy(w -> assertThat(w).contains("stricter"));
        DoseSheet adult = sheet("zoledronate-adult-yearly", LocalDate.of(1990, 1, 1), "70", List.of());
        assertThat(adult.summary()).isEqualTo("5 mg, once a year");
    }

    private static Product tablet(String mg) {
        return new Product(Drug.ALENDRONATE, "Tablet", Product.Form.TABLET, new BigDecimal(mg), null, "test");
    }

    @Test
    void tabletsMakeUpTheDoseExactlyOrNotAtAll() {
        assertThat(result(sheet("alendronate-daily", SCHOOL, "40", List.of(tablet("5"), tablet("10"))), "Tablets"))
                .isEqualTo("1 a day");
        assertThat(result(sheet("alendronate-daily", SCHOOL, "40", List.of(tablet("5"))), "Tablets"))
                .isEqualTo("2 a day");
        DoseSheet none = sheet("alendronate-daily", SCHOOL, "40", List.of(tablet("70")));
        assertThat(none.lines()).extracting(DoseSheet.Line::label).doesNotContain("Tablets");
        assertThat(none.warnings()).anySatisfy(w -> assertThat(w).contains("not crushed or split"));
        assertThat(none.summary()).isEqualTo("10 mg by mouth every day");
        assertThat(result(none, "Per year")).isEqualTo("3652.5 mg");
    }

    @Test
    void everyConfirmedValueIsPrinted() {
        DoseSheet sheet = sheet("pamidronate-cyclic", LocalDate.of(2025, 6, 1), "9", List.of());
        assertThat(sheet.warnings())
                .anySatisfy(w -> assertThat(w).contains("pamidronate.under-2-years", "Dr B", "local protocol"));
        assertThat(DrugFormulary.standard().confirmableValues()).contains("pamidronate.under-2-years");
    }

    @Test
    void aDoseFarAheadAsksForANewWeight() {
        DrugFacts facts = drug(List.of(), WeightRange.ANY);
        for (int days : new int[] {90, 91}) {
            DoseInputs in = new DoseInputs(
                    facts,
                    facts.regimens().getFirst(),
                    EIGHT,
                    new WeightMeasurement(TODAY, Kilograms.of("12"), MeasurementMethod.MEASURED),
                    days == 91,
                    SiteConfiguration.defaults(),
                    TODAY.plusDays(days));
            DoseSheet sheet = ((DoseResult.Dose) DoseCalculator.calculate(in)).sheet();
            assertThat(sheet.warnings().stream().anyMatch(w -> w.contains("weigh again")))
                    .isEqualTo(days == 91);
            assertThat(sheet.lines().stream().anyMatch(l -> l.label().equals("Admission")))
                    .isEqualTo(days == 91);
        }
    }

    @Test
    void amountsSayWhatRestsOnAConfirmation() {
        DoseCases.Case first = new DoseCases.Case(SCHOOL, "20", "pamidronate-cyclic", true, "p3", true, "");
        DoseCases.Case later = new DoseCases.Case(SCHOOL, "20", "pamidronate-cyclic", false, "p3", true, "");
        DoseCases.Case plain = new DoseCases.Case(SCHOOL, "20", "pamidronate-cyclic", true, "p3", false, "");
        assertThat(amounts(first).confirmedValues()).containsExactly("pamidronate.first-cycle");
        assertThat(amounts(later).confirmedValues()).isEmpty();
        assertThat(amounts(plain).confirmedValues()).isEmpty();
        assertThat(amounts(first).infusionMinutes()).isEqualTo(240);
        assertThat(amounts(first).drug()).isEqualTo(Drug.PAMIDRONATE);
    }

    private static DoseAmounts amounts(DoseCases.Case c) {
        GateDecision.Cleared cleared = (GateDecision.Cleared) DoseCases.decide(c);
        return ((DoseResult.Dose) DoseCalculator.calculate(cleared.clearance())).amounts();
    }
}
