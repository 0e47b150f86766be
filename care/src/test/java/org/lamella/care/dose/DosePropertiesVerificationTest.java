package org.lamella.care.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.lamella.care.Children;
import org.lamella.care.ForAll;
import org.lamella.care.option.AssessedOption;
import org.lamella.care.option.OptionCatalogue;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.care.stop.Gate;
import org.lamella.care.stop.GateDecision;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.evidence.drug.Limit;
import org.lamella.patient.Analyte;
import org.lamella.patient.Bone;
import org.lamella.patient.Finding;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.Sex;
import org.lamella.patient.Side;
import org.lamella.patient.Surgery;

/** What must hold for every dose, whatever the child. */
class DosePropertiesVerificationTest {

    private static final List<String> PRODUCTS = List.of("none", "p3", "p9", "z08", "z005", "n125");

    private static String kilograms(RandomGenerator random, int from, int to) {
        return BigDecimal.valueOf(random.nextInt(from * 100, to * 100), 2).toPlainString();
    }

    private static DrugFacts anyDrug(RandomGenerator random) {
        List<DrugFacts> drugs = DrugFormulary.standard().withRegimen();
        return drugs.get(random.nextInt(drugs.size()));
    }

    private static DosingRegimen anyRegimen(DrugFacts facts, RandomGenerator random) {
        return facts.regimens().get(random.nextInt(facts.regimens().size()));
    }

    private static DoseCases.Case withWeight(DoseCases.Case c, String kilograms) {
        return new DoseCases.Case(
                c.born(), kilograms, c.regimen(), c.first(), c.product(), c.confirmed(), c.expected());
    }

    private static DoseCases.Case any(RandomGenerator random, DrugFacts facts) {
        return new DoseCases.Case(
                TODAY.minusDays(random.nextInt(30, 20_000)),
                kilograms(random, 3, 130),
                anyRegimen(facts, random).id(),
                random.nextBoolean(),
                PRODUCTS.get(random.nextInt(PRODUCTS.size())),
                true,
                "");
    }

    private static DoseResult dose(DoseCases.Case c) {
        return DoseCases.decide(c) instanceof GateDecision.Cleared cleared
                ? DoseCalculator.calculate(cleared.clearance())
                : new DoseResult.CannotEvaluate(List.of("clearance"));
    }

    @Test
    void neverAboveAnyCap() {
        ForAll.cases(1500, 11, (_, random) -> {
            DrugFacts facts = anyDrug(random);
            DoseCases.Case c = any(random, facts);
            if (dose(c) instanceof DoseResult.Dose(var _, DoseAmounts amounts)) {
                boolean labelDose = c.regimen().equals("zoledronate-adult-yearly");
                for (Limit limit : facts.limits(Limit.Kind.MAX_PER_DOSE)) {
                    BigDecimal cap =
                            labelDose ? new BigDecimal("5") : limit.figure().value();
                    amounts.days().forEach(d -> assertThat(d.dose().value()).isLessThanOrEqualTo(cap));
                }
                if (!labelDose && amounts.intervalMonths() != null) {
                    facts.limitValue(Limit.Kind.MAX_PER_YEAR)
                            .ifPresent(
                                    most -> assertThat(amounts.annualMgPerKg()).isLessThanOrEqualTo(most));
                }
                amounts.days().forEach(d -> assertThat(d.dose().value()).isPositive());
            }
        });
    }

    @Test
    void neverFallsWhenWeightRisesInsideABand() {
        ForAll.cases(1500, 12, (_, random) -> {
            DoseCases.Case lighter = any(random, anyDrug(random));
            BigDecimal more = new BigDecimal(lighter.kilograms()).add(BigDecimal.valueOf(random.nextInt(1, 2000), 2));
            DoseCases.Case heavier = withWeight(lighter, more.toPlainString());
            if (dose(lighter) instanceof DoseResult.Dose(var _, DoseAmounts a)
                    && dose(heavier) instanceof DoseResult.Dose(var _, DoseAmounts b)
                    && a.bandId().equals(b.bandId())) {
                for (int day = 0; day < a.days().size(); day++) {
                    assertThat(b.days().get(day).dose())
                            .isGreaterThanOrEqualTo(a.days().get(day).dose());
                }
            }
        });
    }

    @Test
    void roundingNeverAddsAndTakesLessThanOneStep() {
        ForAll.cases(800, 13, (_, random) -> {
            DoseCases.Case c = any(random, anyDrug(random));
            if (DoseCases.decide(c) instanceof GateDecision.Cleared cleared) {
                DoseInputs in = DoseInputs.of(cleared.clearance());
                DecimalDose d = DecimalDose.of(
                        in, in.regimen().band(in.age(), in.weight().weight()).orElseThrow());
                assertThat(d.days().getLast()).isLessThanOrEqualTo(d.capped());
                assertThat(d.capped().subtract(d.days().getLast()))
                        .isLessThan(new BigDecimal("1.25").max(d.capped().multiply(new BigDecimal("0.2"))));
            }
        });
    }

    @Test
    void twoCalculationsAgreeOnEveryDoseThatIsShown() {
        ForAll.cases(1500, 14, (_, random) -> {
            DoseCases.Case c = any(random, anyDrug(random));
            if (DoseCases.decide(c) instanceof GateDecision.Cleared cleared) {
                assertThat(DoseCalculator.calculate(cleared.clearance())).isNotInstanceOf(DoseResult.Refused.class);
            }
        });
    }

    /** Each makes a hard stop or a hold true for infusions. */
    private static final List<UnaryOperator<PatientBuilder>> DANGERS = List.of(
            p -> p.add(Children.lab(TODAY, Analyte.CALCIUM_ALBUMIN_ADJUSTED, "1.80", "2.15", "2.65")),
            p -> p.add(Children.lab(TODAY, Analyte.VITAMIN_D_25OH, "49")),
            p -> p.add(Children.lab(TODAY, Analyte.CREATININE, "2000", "15", "60")),
            p -> p.add(new Finding(TODAY, Finding.Kind.ACUTE_KIDNEY_INJURY, true)),
            p -> p.add(new PregnancyStatus(TODAY, PregnancyStatus.Status.PREGNANT)),
            p -> p.add(new Surgery(TODAY, Surgery.Kind.OSTEOTOMY, Bone.TIBIA, Side.LEFT, null)),
            p -> p.add(new Finding(TODAY, Finding.Kind.RESPIRATORY_ILLNESS, true)),
            p -> p.add(new Finding(TODAY, Finding.Kind.DEHYDRATION, true)));

    @Test
    void neverAnInfusionDoseWhileAHardStopOrAHoldStands() {
        ForAll.cases(400, 15, (i, random) -> {
            Sex sex = random.nextBoolean() ? Sex.MALE : Sex.FEMALE;
            LocalDate born = TODAY.minusDays(random.nextInt(60, 20_000));
            PatientBuilder patient = Children.inOrder(sex, born, kilograms(random, 3, 100));
            patient = DANGERS.get(i % DANGERS.size()).apply(patient);
            if (random.nextBoolean()) {
                patient = DANGERS.get(random.nextInt(DANGERS.size())).apply(patient);
            }
            SiteConfiguration site = DoseCases.site(PRODUCTS.get(random.nextInt(PRODUCTS.size())), true);
            for (AssessedOption assessed : OptionCatalogue.assess(patient.build(), TODAY, site)) {
                TreatmentOption option = assessed.option();
                boolean infusion = option.id().startsWith("pamidronate")
                        || option.id().startsWith("zoledronate")
                        || option.id().startsWith("neridronate");
                if (infusion) {
                    assertThat(option.doseSheet()).as(option.id()).isNull();
                    assertThat(option.availability()).isNotEqualTo(TreatmentOption.Availability.AVAILABLE);
                }
                if (option.availability() == TreatmentOption.Availability.STOPPED) {
                    assertThat(assessed.permission()).isEmpty();
                }
            }
        });
    }

    @Test
    void gateNeverFailsOnAnyCombinationOfFacts() {
        ForAll.cases(300, 16, (_, random) -> {
            PatientBuilder patient = Children.inOrder(
                    random.nextBoolean() ? Sex.MALE : Sex.FEMALE,
                    TODAY.minusDays(random.nextInt(12, 25_000)),
                    kilograms(random, 1, 150));
            for (Finding.Kind kind : Finding.Kind.values()) {
                if (random.nextInt(3) == 0) {
                    patient.add(new Finding(TODAY.minusDays(random.nextInt(10)), kind, random.nextBoolean()));
                }
            }
            for (DrugFacts facts : DrugFormulary.standard().all()) {
                for (DosingRegimen regimen : facts.regimens()) {
                    assertThat(Gate.decide(
                                            patient.build(),
                                            TODAY,
                                            SiteConfiguration.defaults(),
                                            new org.lamella.care.stop.Proposal(regimen.id(), facts, regimen))
                                    .reasons())
                            .allSatisfy(r -> assertThat(r.sources()).isNotEmpty());
                }
            }
        });
    }
}
