package org.lamella.care.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lamella.care.Children;
import org.lamella.care.dose.DoseCalculator;
import org.lamella.care.dose.DoseResult;
import org.lamella.care.rules.CarePathway;
import org.lamella.care.rules.GeneratedPatients;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.care.site.Setting;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.evidence.drug.Limit;
import org.lamella.patient.Analyte;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.LabResult;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;

/**
 * Tries to make the program recommend something dangerous: random records, most of them in order but for a few things,
 * under random site configurations, for every regimen of every drug. A dose that comes out is held against conditions
 * written down here a second time, and against the care rules.
 */
class DangerSearchVerificationTest {
    private static final LocalDate TODAY = Children.TODAY;
    /** More can be asked for with {@code -Dlamella.searches=100000}. */
    private static final int SEARCHES = Integer.getInteger("lamella.searches", 800);

    private static final long SEED = Long.getLong("lamella.seed", 5);

    private final CarePathway pathway = CarePathway.standard();
    private final List<String> dangers = new ArrayList<>();
    private final Map<String, Integer> doses = new TreeMap<>();
    private final Map<GateReason.Kind, Integer> refusals = new EnumMap<>(GateReason.Kind.class);
    private int tried;

    @Test
    void noPathLeadsToADoseThatAHardStopForbids() {
        SplittableRandom random = new SplittableRandom(SEED);
        GeneratedPatients wild = new GeneratedPatients(SEED, TODAY);
        for (int i = 0; i < SEARCHES; i++) {
            Patient patient = i % 4 == 3 ? wild.next(1).getFirst() : nearlyInOrder(random);
            SiteConfiguration site = site(random);
            for (DrugFacts facts : DrugFormulary.standard().all()) {
                attempt(patient, site, facts, null, i);
                // A regimen of another drug is offered too, as a careless caller might do.
                for (DrugFacts owner : DrugFormulary.standard().all()) {
                    for (DosingRegimen regimen : owner.regimens()) {
                        if (owner == facts || random.nextInt(20) == 0) {
                            attempt(patient, site, facts, regimen, i);
                        }
                    }
                }
            }
        }
        System.out.println("danger search: " + SEARCHES + " records, " + tried + " proposals, doses " + doses
                + ", refused by " + refusals);
        assertThat(dangers).as("%s dangers", dangers.size()).isEmpty();
        // The search would be hollow if hardly anything were ever cleared, or hardly anything refused.
        assertThat(doses.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(SEARCHES / 4);
        assertThat(doses.keySet()).hasSizeGreaterThanOrEqualTo(7);
        assertThat(refusals.keySet()).contains(GateReason.Kind.STOP, GateReason.Kind.HOLD, GateReason.Kind.NEED);
    }

    private void attempt(Patient patient, SiteConfiguration site, DrugFacts facts, DosingRegimen regimen, int number) {
        tried++;
        Proposal proposal = new Proposal("option", facts, regimen);
        GateDecision decision = Gate.decide(patient, TODAY, site, proposal);
        if (!(decision instanceof GateDecision.Cleared(Gate.Clearance clearance, List<GateReason> _))) {
            refusals.merge(decision.reasons().getFirst().kind(), 1, Integer::sum);
            return;
        }
        if (!(DoseCalculator.calculate(clearance) instanceof DoseResult.Dose computed)) {
            return;
        }
        doses.merge(regimen.id(), 1, Integer::sum);
        Danger danger = new Danger(patient, site, facts, computed);
        danger.found().forEach(what -> dangers.add("record " + number + ", " + regimen.id() + ": " + what));
        pathway.evaluate(patient, TODAY, GateCases.withGateOf50(site)).stream()
                .filter(a -> a.kind() == RuleAnswer.Kind.STOP || a.kind() == RuleAnswer.Kind.HOLD)
                .filter(a -> a.blocks(facts.drug()))
                .forEach(a -> dangers.add("record " + number + ", " + regimen.id() + ": a dose although "
                        + a.rule().id() + " says " + a.reason() + " " + a.facts()));
    }

    /** What must never be, written down without the code under test. */
    private record Danger(Patient patient, SiteConfiguration site, DrugFacts facts, DoseResult.Dose computed) {
        List<String> found() {
            List<String> found = new ArrayList<>();
            int years = patient.ageOn(TODAY).completedYears();
            // The caps of zoledronate are those of children; the fixed 5 mg a year of adults is a dose of its own.
            boolean adultYearly = facts.drug().equals(Drug.ZOLEDRONATE) && years >= 18;
            boolean infusion = facts.route() == Route.INTRAVENOUS;
            say(found, !computed.amounts().drug().equals(facts.drug()), "the dose is of another drug");
            say(
                    found,
                    facts.regimens().stream()
                            .noneMatch(r -> r.bands().stream()
                                    .anyMatch(b ->
                                            b.id().equals(computed.amounts().bandId()))),
                    "a dose of another drug's regimen");
            say(found, facts.drug().equals(Drug.DENOSUMAB) && years < 18, "denosumab under 18");
            say(
                    found,
                    Set.of("romosozumab", "teriparatide", "setrusumab", "fresolimumab", "cell-or-gene-therapy")
                            .contains(facts.drug().name()),
                    "a drug without a regimen");
            for (LabResult lab : patient.labs()) {
                boolean recent = !lab.date().isAfter(TODAY) && !lab.date().isBefore(TODAY.minusDays(90));
                boolean last = patient.labs().stream()
                        .noneMatch(l -> l.analyte() == lab.analyte()
                                && l.date().isAfter(lab.date())
                                && !l.date().isAfter(TODAY));
                if (!recent || !last) {
                    continue;
                }
                switch (lab.analyte()) {
                    case CALCIUM_ALBUMIN_ADJUSTED, CALCIUM_IONISED ->
                        say(
                                found,
                                lab.lowerLimit() != null && lab.value().compareTo(lab.lowerLimit()) < 0,
                                "low calcium " + lab);
                    case VITAMIN_D_25OH ->
                        say(
                                found,
                                infusion && lab.value().compareTo(new BigDecimal("50")) < 0,
                                "vitamin D below 50: " + lab);
                    case CREATININE -> say(found, kidney(lab, years), "kidney function below 30: " + lab);
                    default -> {}
                }
            }
            patient.latestFinding(Finding.Kind.ACUTE_KIDNEY_INJURY, TODAY)
                    .ifPresent(f -> say(found, f.present(), "acute kidney injury"));
            patient.pregnancy().stream()
                    .filter(p -> !p.date().isAfter(TODAY))
                    .reduce((older, newer) -> newer)
                    .ifPresent(p -> say(found, p.status() == PregnancyStatus.Status.PREGNANT, "pregnant"));
            for (Limit limit : facts.limits(Limit.Kind.MAX_PER_DOSE)) {
                BigDecimal own = computed.amounts().days().stream()
                        .map(d -> d.dose().value())
                        .max(BigDecimal::compareTo)
                        .orElseThrow();
                say(
                        found,
                        !adultYearly && own.compareTo(limit.figure().value()) > 0,
                        own + " mg, above the cap of " + limit.figure().value());
            }
            facts.limitValue(Limit.Kind.MAX_PER_YEAR)
                    .ifPresent(cap -> say(
                            found,
                            !adultYearly
                                    && infusion
                                    && computed.amounts().annualMgPerKg().compareTo(cap) > 0,
                            "more in a year than " + cap + " mg/kg"));
            return found;
        }

        private static void say(List<String> found, boolean danger, String what) {
            if (danger) {
                found.add(what);
            }
        }

        /** By the printed equations in plain floating point: Schwartz for the tallest height that is recorded. */
        private boolean kidney(LabResult creatinine, int years) {
            double umol = creatinine.value().doubleValue();
            if (years < 1) {
                return false;
            }
            if (years < 18) {
                double tallest = patient.heights().stream()
                        .filter(h -> !h.date().isAfter(TODAY))
                        .mapToDouble(h -> h.height().value())
                        .max()
                        .orElse(0);
                return 36.5 * tallest / umol < 30;
            }
            boolean female = patient.sex() == Sex.FEMALE;
            double ratio = umol / 88.4 / (female ? 0.7 : 0.9);
            double egfr = 142
                    * Math.pow(Math.min(ratio, 1), female ? -0.241 : -0.302)
                    * Math.pow(Math.max(ratio, 1), -1.2)
                    * Math.pow(0.9938, years)
                    * (female ? 1.012 : 1);
            return egfr < 30;
        }
    }

    /** A record in order, with up to four things changed. */
    private static Patient nearlyInOrder(SplittableRandom random) {
        int[] days = {40, 300, 400, 729, 731, 1000, 1500, 2300, 3000, 4000, 5000, 6000, 6574, 6576, 8000, 15000, 22000};
        LocalDate born = TODAY.minusDays(days[random.nextInt(days.length)]);
        long months = born.until(TODAY).toTotalMonths();
        String kilograms = months < 12 ? "5.5" : months < 36 ? "10.5" : months < 144 ? "22" : "48";
        Sex sex = random.nextBoolean() ? Sex.MALE : Sex.FEMALE;
        PatientBuilder p = Children.inOrder(sex, born, kilograms);
        p.add(new PregnancyStatus(TODAY.minusDays(2), PregnancyStatus.Status.NOT_PREGNANT));
        p.add(new Finding(TODAY.minusDays(2), Finding.Kind.MENARCHE, sex == Sex.FEMALE && months > 160));
        for (int i = random.nextInt(5); i > 0; i--) {
            spoil(random).accept(p);
        }
        return p.build();
    }

    private static Consumer<PatientBuilder> spoil(SplittableRandom random) {
        LocalDate day = TODAY.minusDays(random.nextInt(12));
        return switch (random.nextInt(6)) {
            case 0 ->
                p -> p.add(Children.lab(
                        day, Analyte.CALCIUM_ALBUMIN_ADJUSTED, hundredths(random, 150, 280), "2.15", "2.65"));
            case 1 -> p -> p.add(Children.lab(day, Analyte.VITAMIN_D_25OH, Integer.toString(random.nextInt(10, 120))));
            case 2 -> p -> p.add(Children.lab(day, Analyte.CREATININE, Integer.toString(random.nextInt(1, 400))));
            case 3 ->
                p -> p.add(new Finding(
                        day,
                        Finding.Kind.values()[random.nextInt(Finding.Kind.values().length)],
                        random.nextBoolean()));
            case 4 ->
                p -> p.add(new PregnancyStatus(
                        day, PregnancyStatus.Status.values()[random.nextInt(PregnancyStatus.Status.values().length)]));
            default ->
                p -> p.add(Children.lab(day, Analyte.CALCIUM_IONISED, hundredths(random, 80, 140), "1.15", "1.35"));
        };
    }

    private static String hundredths(SplittableRandom random, int from, int to) {
        return BigDecimal.valueOf(random.nextInt(from, to), 2).toPlainString();
    }

    /** What a site could set, including what it should not. */
    private static SiteConfiguration site(SplittableRandom random) {
        SiteConfiguration usual = SiteConfiguration.defaults();
        TreeMap<Drug, Setting<Integer>> times = new TreeMap<>();
        for (Drug drug : List.of(Drug.PAMIDRONATE, Drug.ZOLEDRONATE, Drug.NERIDRONATE)) {
            times.put(drug, setting(List.of(5, 14, 15, 30, 45, 120, 240).get(random.nextInt(7))));
        }
        int gate = List.of(10, 30, 49, 50, 75).get(random.nextInt(5));
        return new SiteConfiguration(
                "search",
                false,
                new Setting<>(new BigDecimal(gate), Setting.Origin.SITE, "test"),
                usual.firstDoseAdmission(),
                times,
                random.nextBoolean() ? null : setting(random.nextInt(0, 200)),
                usual.ageLimits(),
                List.of(),
                random.nextBoolean() ? GateCases.everythingConfirmed() : List.of(),
                List.of(),
                List.of());
    }

    private static Setting<Integer> setting(int value) {
        return new Setting<>(value, Setting.Origin.SITE, "test");
    }
}
