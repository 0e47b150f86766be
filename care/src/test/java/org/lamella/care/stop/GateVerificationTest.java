package org.lamella.care.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;
import static org.lamella.care.Children.lab;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamella.care.Children;
import org.lamella.care.site.Setting;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.patient.Administration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Bone;
import org.lamella.patient.Course;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.Regimen;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;
import org.lamella.patient.Side;
import org.lamella.patient.Surgery;
import org.lamella.patient.VertebralFracture;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Centimetres;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.Milligrams;

/** Each hard stop of the care rules, and attempts to go round it. */
class GateVerificationTest {

    private static final LocalDate BORN = LocalDate.of(2018, 3, 1);
    private static final LocalDate RECENT = TODAY.minusDays(5);
    private static final SiteConfiguration SITE = SiteConfiguration.defaults();

    private static PatientBuilder boy() {
        return Children.inOrder(BORN, "20");
    }

    private static Proposal proposal(Drug drug, String regimen) {
        DrugFacts facts = DrugFormulary.standard().get(drug);
        return new Proposal(regimen, facts, facts.regimen(regimen).orElseThrow());
    }

    private static Proposal zoledronate() {
        return proposal(Drug.ZOLEDRONATE, "zoledronate-6-monthly");
    }

    private static Proposal risedronate() {
        return proposal(Drug.RISEDRONATE, "risedronate-daily");
    }

    private static GateDecision decide(PatientBuilder patient, Proposal proposal) {
        return Gate.decide(patient.build(), TODAY, SITE, proposal);
    }

    private static GateDecision decide(PatientBuilder patient) {
        return decide(patient, zoledronate());
    }

    private static void stopped(GateDecision decision, HardStop stop) {
        assertThat(decision).isInstanceOf(GateDecision.Stopped.class);
        assertThat(decision.reasons()).anySatisfy(r -> {
            assertThat(r.kind()).isEqualTo(GateReason.Kind.STOP);
            assertThat(r.code()).isEqualTo(stop.code());
            assertThat(r.sources()).isNotEmpty();
        });
    }

    private static void held(GateDecision decision, String code) {
        assertThat(decision).isInstanceOf(GateDecision.Held.class);
        assertThat(decision.reasons()).anySatisfy(r -> {
            assertThat(r.kind()).isEqualTo(GateReason.Kind.HOLD);
            assertThat(r.code()).isEqualTo(code);
            assertThat(r.sources()).isNotEmpty();
        });
    }

    private static void needs(GateDecision decision, String text) {
        assertThat(decision).isInstanceOf(GateDecision.CannotEvaluate.class);
        assertThat(decision.reasons())
                .filteredOn(r -> r.kind() == GateReason.Kind.NEED)
                .anySatisfy(r -> assertThat(r.text()).contains(text));
    }

    private static void cleared(GateDecision decision) {
        assertThat(decision).as(() -> decision.reasons().toString()).isInstanceOf(GateDecision.Cleared.class);
    }

    @Test
    void theTestChildItselfIsCleared() {
        cleared(decide(boy()));
        cleared(decide(boy(), risedronate()));
    }

    @Test
    void everyHardStopHasANumberASentenceAndSources() {
        assertThat(HardStop.values()).hasSize(12);
        assertThat(HardStop.values()).allSatisfy(stop -> {
            assertThat(stop.statement()).isNotBlank();
            assertThat(stop.sources()).isNotEmpty();
            assertThat(stop.code()).isEqualTo(String.format("STOP-%02d", stop.ordinal() + 1));
        });
    }

    // Hard stop 1

    @Test
    void stop1DenosumabUnder18EvenInATrial() {
        Proposal denosumab = new Proposal("denosumab", DrugFormulary.standard().get(Drug.DENOSUMAB), null);
        stopped(decide(boy(), denosumab), HardStop.DENOSUMAB_UNDER_18);
        PatientBuilder inTrial = boy().add(new Finding(RECENT, Finding.Kind.IN_CLINICAL_TRIAL, true));
        stopped(decide(inTrial, denosumab), HardStop.DENOSUMAB_UNDER_18);
        assertThat(decide(inTrial, denosumab).reasons().getFirst().facts())
                .anySatisfy(f -> assertThat(f).contains("protocol decides"));
    }

    @Test
    void stop1ABorrowedRegimenDoesNotHelp() {
        // Somebody pairs denosumab with a regimen of another drug.
        Proposal forged = new Proposal(
                "denosumab",
                DrugFormulary.standard().get(Drug.DENOSUMAB),
                zoledronate().regimen());
        stopped(decide(boy(), forged), HardStop.DENOSUMAB_UNDER_18);
    }

    @Test
    void denosumabOfAnAdultIsNotOfferedEither() {
        Proposal denosumab = new Proposal("denosumab", DrugFormulary.standard().get(Drug.DENOSUMAB), null);
        GateDecision decision = decide(Children.inOrder(LocalDate.of(1990, 1, 1), "70"), denosumab);
        assertThat(decision).isInstanceOf(GateDecision.Stopped.class);
        assertThat(decision.reasons())
                .noneSatisfy(r -> assertThat(r.code()).isEqualTo(HardStop.DENOSUMAB_UNDER_18.code()));
    }

    // Hard stop 2

    @ParameterizedTest
    @CsvSource({"2.149, 2.15, true", "2.15, 2.15, false", "2.151, 2.15, false", "1.10, 1.15, true"})
    void stop2LowCalcium(String value, String limit, boolean stop) {
        PatientBuilder patient = boy().add(lab(RECENT, Analyte.CALCIUM_ALBUMIN_ADJUSTED, value, limit, "2.65"));
        for (Proposal proposal : List.of(zoledronate(), risedronate())) {
            if (stop) {
                stopped(decide(patient, proposal), HardStop.LOW_CALCIUM_OR_VITAMIN_D);
            } else {
                cleared(decide(patient, proposal));
            }
        }
    }

    @Test
    void stop2TwoResultsOfOneDayAreReadOnTheSafeSide() {
        PatientBuilder patient = boy().add(lab(RECENT, Analyte.CALCIUM_ALBUMIN_ADJUSTED, "2.40", "2.15", "2.65"))
                .add(lab(RECENT, Analyte.CALCIUM_ALBUMIN_ADJUSTED, "2.00", "2.15", "2.65"))
                .add(lab(RECENT, Analyte.CALCIUM_ALBUMIN_ADJUSTED, "2.41", "2.15", "2.65"));
        stopped(decide(patient), HardStop.LOW_CALCIUM_OR_VITAMIN_D);
    }

    @Test
    void stop2IonisedCalciumSpeaksToo() {
        stopped(
                decide(boy().add(lab(RECENT, Analyte.CALCIUM_IONISED, "1.00", "1.15", "1.30"))),
                HardStop.LOW_CALCIUM_OR_VITAMIN_D);
        // A low total calcium with a normal adjusted one is an effect of albumin.
        cleared(decide(boy().add(lab(RECENT, Analyte.CALCIUM, "2.00", "2.15", "2.65"))));
    }

    @Test
    void stop2CalciumWithoutALaboratoryLimitIsHeldAgainstThePublishedRange() {
        PatientBuilder low = withoutLabs().add(lab(RECENT, Analyte.CALCIUM, "2.10"));
        stopped(decide(otherLabs(low)), HardStop.LOW_CALCIUM_OR_VITAMIN_D);
        PatientBuilder fine = withoutLabs().add(lab(RECENT, Analyte.CALCIUM, "2.30"));
        cleared(decide(otherLabs(fine)));
        PatientBuilder ionised = withoutLabs().add(lab(RECENT, Analyte.CALCIUM_IONISED, "1.20"));
        needs(decide(otherLabs(ionised)), "lower limit for calcium");
    }

    @Test
    void stop2MissingOrStaleCalciumIsNotNormal() {
        needs(decide(otherLabs(withoutLabs())), "current calcium");
        PatientBuilder stale = otherLabs(
                withoutLabs().add(lab(TODAY.minusDays(91), Analyte.CALCIUM_ALBUMIN_ADJUSTED, "2.4", "2.15", "2.65")));
        needs(decide(stale), "91 days old; at most 90 days");
        PatientBuilder future = otherLabs(
                withoutLabs().add(lab(TODAY.plusDays(1), Analyte.CALCIUM_ALBUMIN_ADJUSTED, "2.4", "2.15", "2.65")));
        needs(decide(future), "current calcium");
    }

    /** The boy before any blood was taken. */
    private static PatientBuilder withoutLabs() {
        LocalDate day = TODAY.minusDays(10);
        return Patient.builder("test", Sex.MALE, BORN)
                .diagnosis(new OiDiagnosis(OiType.III, "COL1A1", null))
                .add(new WeightMeasurement(day, Kilograms.of("20"), MeasurementMethod.MEASURED))
                .add(new HeightMeasurement(
                        day, new Centimetres(100), HeightMeasurement.Posture.STANDING, MeasurementMethod.MEASURED));
    }

    private static PatientBuilder otherLabs(PatientBuilder builder) {
        LocalDate day = TODAY.minusDays(10);
        return builder.add(lab(day, Analyte.PHOSPHATE, "1.50"))
                .add(lab(day, Analyte.ALKALINE_PHOSPHATASE, "250"))
                .add(lab(day, Analyte.CREATININE, "30"))
                .add(lab(day, Analyte.VITAMIN_D_25OH, "75"))
                .add(lab(day, Analyte.PTH, "3.0"));
    }

    @ParameterizedTest
    @CsvSource({"49.9, true", "50.0, false", "50, false", "50.1, false", "10, true"})
    void stop2VitaminDBelowTheGateHoldsAnInfusionOnly(String value, boolean hold) {
        PatientBuilder patient = boy().add(lab(RECENT, Analyte.VITAMIN_D_25OH, value));
        if (hold) {
            held(decide(patient), "STOP-02");
        } else {
            cleared(decide(patient));
        }
        cleared(decide(patient, risedronate()));
    }

    @Test
    void stop2ASiteRecordCannotLowerTheGate() {
        SiteConfiguration lax = new SiteConfiguration(
                "lax",
                false,
                new Setting<>(new BigDecimal("20"), Setting.Origin.SITE, "by hand"),
                SITE.firstDoseAdmission(),
                SITE.infusionMinutes(),
                null,
                SITE.ageLimits(),
                List.of(),
                List.of(),
                List.of());
        Patient patient = boy().add(lab(RECENT, Analyte.VITAMIN_D_25OH, "45")).build();
        held(Gate.decide(patient, TODAY, lax, zoledronate()), "STOP-02");
    }

    // Hard stop 3

    @ParameterizedTest
    @CsvSource({
        // 36.5 x 100 cm / creatinine; 3650 / 104.2857 = 35.0 exactly at 36.5 x 95.890...; use a height that divides.
        "104, 100, cleared",
        "105, 100, stopped"
    })
    void stop3ZoledronateBelow35(String creatinine, double height, String outcome) {
        PatientBuilder patient = boy().add(lab(RECENT, Analyte.CREATININE, creatinine))
                .add(new HeightMeasurement(
                        RECENT,
                        new Centimetres(height),
                        HeightMeasurement.Posture.STANDING,
                        MeasurementMethod.MEASURED));
        GateDecision decision = decide(patient);
        if (outcome.equals("stopped")) {
            stopped(decision, HardStop.KIDNEY_OR_INFUSION);
        } else {
            cleared(decision);
            assertThat(decision.reasons()).anySatisfy(r -> assertThat(r.text()).contains("between the limit and 60"));
        }
    }

    @Test
    void stop3ExactlyAtTheLimitIsNotBelowIt() {
        // 36.5 x 140 / 146 = 35.000 exactly.
        PatientBuilder at = boy().add(lab(RECENT, Analyte.CREATININE, "146"))
                .add(new HeightMeasurement(
                        RECENT, new Centimetres(140), HeightMeasurement.Posture.STANDING, MeasurementMethod.MEASURED));
        cleared(decide(at));
        // 36.5 x 140 / 146.01 = 34.998, which one decimal would print as 35.0.
        PatientBuilder below = boy().add(lab(RECENT, Analyte.CREATININE, "146.01"))
                .add(new HeightMeasurement(
                        RECENT, new Centimetres(140), HeightMeasurement.Posture.STANDING, MeasurementMethod.MEASURED));
        stopped(decide(below), HardStop.KIDNEY_OR_INFUSION);
    }

    @ParameterizedTest
    @CsvSource({
        "pamidronate, pamidronate-cyclic, 120, cleared",
        "pamidronate, pamidronate-cyclic, 122, stopped",
        "neridronate, neridronate-3-monthly, 122, stopped",
        "alendronate, alendronate-daily, 105, stopped",
        "risedronate, risedronate-daily, 121, cleared",
        "risedronate, risedronate-daily, 122, stopped"
    })
    void stop3EveryDrugHasItsKidneyLimit(String drug, String regimen, String creatinine, String outcome) {
        GateDecision decision =
                decide(boy().add(lab(RECENT, Analyte.CREATININE, creatinine)), proposal(new Drug(drug), regimen));
        assertThat(decision instanceof GateDecision.Stopped).isEqualTo(outcome.equals("stopped"));
    }

    @Test
    void stop3AcuteKidneyInjury() {
        stopped(
                decide(boy().add(new Finding(RECENT, Finding.Kind.ACUTE_KIDNEY_INJURY, true))),
                HardStop.KIDNEY_OR_INFUSION);
        cleared(decide(boy().add(new Finding(RECENT, Finding.Kind.ACUTE_KIDNEY_INJURY, false))));
    }

    @Test
    void stop3WithoutCreatinineOrHeightThereIsNoAnswer() {
        PatientBuilder noCreatinine = Children.inOrder(BORN, "20");
        Patient built = noCreatinine.build();
        PatientBuilder stripped = withoutLabs()
                .add(lab(RECENT, Analyte.CALCIUM, "2.4"))
                .add(lab(RECENT, Analyte.PHOSPHATE, "1.5"))
                .add(lab(RECENT, Analyte.ALKALINE_PHOSPHATASE, "250"))
                .add(lab(RECENT, Analyte.VITAMIN_D_25OH, "75"))
                .add(lab(RECENT, Analyte.PTH, "3"));
        needs(decide(stripped), "current creatinine");
        assertThat(built.labs()).isNotEmpty();
        PatientBuilder oldHeight = Children.bled(
                Patient.builder("test", Sex.MALE, BORN)
                        .diagnosis(new OiDiagnosis(OiType.III, null, null))
                        .add(new WeightMeasurement(RECENT, Kilograms.of("20"), MeasurementMethod.MEASURED))
                        .add(new HeightMeasurement(
                                TODAY.minusDays(91),
                                new Centimetres(100),
                                HeightMeasurement.Posture.STANDING,
                                MeasurementMethod.MEASURED)),
                RECENT);
        needs(decide(oldHeight), "height of the last 90 days");
        needs(decide(boy().add(lab(RECENT, Analyte.CREATININE, "0"))), "cannot be");
    }

    @Test
    void stop3UnderOneYearCreatinineIsHeldAgainstItsRange() {
        LocalDate born = TODAY.minusDays(100);
        Proposal pamidronate = proposal(Drug.PAMIDRONATE, "pamidronate-cyclic");
        cleared(decide(Children.inOrder(born, "4.5"), pamidronate));
        held(
                decide(
                        Children.inOrder(born, "4.5").add(lab(RECENT, Analyte.CREATININE, "70", "15", "60")),
                        pamidronate),
                "STOP-03");
        held(decide(Children.inOrder(born, "4.5").add(lab(RECENT, Analyte.CREATININE, "56")), pamidronate), "STOP-03");
    }

    @Test
    void stop3AdultsByTheAdultEquation() {
        Proposal neridronate = proposal(Drug.NERIDRONATE, "neridronate-3-monthly");
        LocalDate born = LocalDate.of(1990, 1, 1);
        cleared(decide(Children.inOrder(born, "70").add(lab(RECENT, Analyte.CREATININE, "80")), neridronate));
        stopped(
                decide(Children.inOrder(born, "70").add(lab(RECENT, Analyte.CREATININE, "300")), neridronate),
                HardStop.KIDNEY_OR_INFUSION);
    }

    @Test
    void stop3InfusionTooFast() {
        TreeMap<Drug, Setting<Integer>> fast = new TreeMap<>(SITE.infusionMinutes());
        fast.put(Drug.ZOLEDRONATE, new Setting<>(14, Setting.Origin.SITE, "by hand"));
        stopped(Gate.decide(boy().build(), TODAY, withTimes(fast), zoledronate()), HardStop.KIDNEY_OR_INFUSION);
        fast.put(Drug.ZOLEDRONATE, new Setting<>(15, Setting.Origin.SITE, "by hand"));
        cleared(Gate.decide(boy().build(), TODAY, withTimes(fast), zoledronate()));
        fast.remove(Drug.ZOLEDRONATE);
        needs(Gate.decide(boy().build(), TODAY, withTimes(fast), zoledronate()), "infusion time");
    }

    private static SiteConfiguration withTimes(TreeMap<Drug, Setting<Integer>> times) {
        return new SiteConfiguration(
                "times",
                false,
                SITE.vitaminDGateNmolPerL(),
                SITE.firstDoseAdmission(),
                times,
                null,
                SITE.ageLimits(),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void stop3TwoZoledronateProducts() {
        PatientBuilder patient = boy().add(
                        new Course(Drug.ZOLEDRONATE, Milligrams.of("1"), Route.INTRAVENOUS, TODAY.minusDays(30), null));
        stopped(decide(patient), HardStop.KIDNEY_OR_INFUSION);
    }

    @Test
    void creatinineMustBeNewerThanTheLastInfusion() {
        PatientBuilder patient = boy().add(new Administration(
                TODAY.minusDays(9), Drug.ZOLEDRONATE, Milligrams.of("1"), null, Route.INTRAVENOUS));
        needs(decide(patient), "creatinine taken after the last infusion");
    }

    // Hard stop 4

    private static PatientBuilder girl(int years) {
        return Children.inOrder(Sex.FEMALE, TODAY.minusYears(years).minusDays(40), "45");
    }

    @Test
    void stop4Pregnancy() {
        PatientBuilder pregnant = girl(16).add(new Finding(RECENT, Finding.Kind.MENARCHE, true))
                .add(new PregnancyStatus(RECENT, PregnancyStatus.Status.PREGNANT));
        stopped(decide(pregnant), HardStop.PREGNANCY);
        stopped(decide(pregnant, proposal(Drug.ALENDRONATE, "alendronate-daily")), HardStop.PREGNANCY);
    }

    @Test
    void stop4AfterMenarcheATestOfTheLastWeekIsNeeded() {
        PatientBuilder none = girl(13).add(new Finding(RECENT, Finding.Kind.MENARCHE, true));
        needs(decide(none), "pregnancy test not older than 7 days");
        cleared(decide(girl(13).add(new Finding(RECENT, Finding.Kind.MENARCHE, true))
                .add(new PregnancyStatus(TODAY.minusDays(7), PregnancyStatus.Status.NOT_PREGNANT))));
        needs(
                decide(girl(13).add(new Finding(RECENT, Finding.Kind.MENARCHE, true))
                        .add(new PregnancyStatus(TODAY.minusDays(8), PregnancyStatus.Status.NOT_PREGNANT))),
                "pregnancy test");
    }

    @Test
    void stop4UnknownMenarcheIsAskedFor() {
        needs(decide(girl(12)), "whether menarche has been reached");
        cleared(decide(girl(12).add(new Finding(RECENT, Finding.Kind.MENARCHE, false))));
        needs(
                decide(girl(12).add(new Finding(TODAY.minusDays(184), Finding.Kind.MENARCHE, false))),
                "whether menarche has been reached");
        cleared(decide(girl(8)));
    }

    @Test
    void stop4AdultsNeedATestWhateverTheRecordSaysAboutMenarche() {
        Proposal neridronate = proposal(Drug.NERIDRONATE, "neridronate-3-monthly");
        needs(decide(girl(25), neridronate), "pregnancy test");
        cleared(decide(girl(57), neridronate));
    }

    @Test
    void stop4APregnantNewbornIsAContradictionAndStops() {
        PatientBuilder newborn = Children.inOrder(Sex.FEMALE, TODAY.minusDays(20), "3.2")
                .add(new PregnancyStatus(RECENT, PregnancyStatus.Status.PREGNANT));
        GateDecision decision = decide(newborn, proposal(Drug.PAMIDRONATE, "pamidronate-cyclic"));
        stopped(decision, HardStop.PREGNANCY);
        assertThat(decision.reasons()).anySatisfy(r -> assertThat(r.text()).contains("contradicts sex or age"));
        stopped(decide(boy().add(new PregnancyStatus(RECENT, PregnancyStatus.Status.PREGNANT))), HardStop.PREGNANCY);
    }

    // Hard stops 5 and 6

    @ParameterizedTest
    @ValueSource(strings = {"teriparatide", "romosozumab"})
    void stop5OpenGrowthPlates(String drug) {
        Proposal proposal = new Proposal(drug, DrugFormulary.standard().get(new Drug(drug)), null);
        stopped(decide(boy(), proposal), HardStop.ANABOLIC_WITH_OPEN_PLATES);
        // Closed plates under 18 do not open the door.
        stopped(
                decide(boy().add(new Finding(RECENT, Finding.Kind.EPIPHYSES_OPEN, false)), proposal),
                HardStop.ANABOLIC_WITH_OPEN_PLATES);
        PatientBuilder adult = Children.inOrder(LocalDate.of(2005, 1, 1), "60");
        stopped(
                decide(adult.add(new Finding(RECENT, Finding.Kind.EPIPHYSES_OPEN, true)), proposal),
                HardStop.ANABOLIC_WITH_OPEN_PLATES);
        assertThat(decide(Children.inOrder(LocalDate.of(2005, 1, 1), "60"), proposal)
                        .reasons())
                .noneSatisfy(r -> assertThat(r.code()).isEqualTo(HardStop.ANABOLIC_WITH_OPEN_PLATES.code()));
    }

    @Test
    void stop5RomosozumabAfterHeartAttackOrStroke() {
        Proposal romosozumab =
                new Proposal("romosozumab", DrugFormulary.standard().get(Drug.ROMOSOZUMAB), null);
        PatientBuilder adult = Children.inOrder(LocalDate.of(1960, 1, 1), "60")
                .add(new Finding(LocalDate.of(1999, 1, 1), Finding.Kind.MYOCARDIAL_INFARCTION_OR_STROKE, true));
        GateDecision decision = decide(adult, romosozumab);
        stopped(decision, HardStop.ANABOLIC_WITH_OPEN_PLATES);
        assertThat(decision.reasons()).anySatisfy(r -> assertThat(r.text()).contains("heart attack"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"setrusumab", "fresolimumab", "cell-or-gene-therapy"})
    void stop6InvestigationalDrugs(String drug) {
        Proposal proposal = new Proposal(drug, DrugFormulary.standard().get(new Drug(drug)), null);
        stopped(decide(boy(), proposal), HardStop.INVESTIGATIONAL_OUTSIDE_TRIAL);
        Proposal forged = new Proposal(drug, proposal.facts(), zoledronate().regimen());
        stopped(decide(boy(), forged), HardStop.INVESTIGATIONAL_OUTSIDE_TRIAL);
    }

    // Hard stop 7

    private static PatientBuilder weighed(LocalDate day, String kilograms, MeasurementMethod method) {
        return Children.bled(
                Patient.builder("test", Sex.MALE, BORN)
                        .diagnosis(new OiDiagnosis(OiType.III, null, null))
                        .add(new WeightMeasurement(day, Kilograms.of(kilograms), method))
                        .add(new HeightMeasurement(
                                RECENT,
                                new Centimetres(100),
                                HeightMeasurement.Posture.STANDING,
                                MeasurementMethod.MEASURED)),
                RECENT);
    }

    @Test
    void stop7OnlyARecentMeasuredWeightCarriesADose() {
        cleared(decide(weighed(TODAY.minusDays(90), "20", MeasurementMethod.MEASURED)));
        needs(decide(weighed(TODAY.minusDays(91), "20", MeasurementMethod.MEASURED)), "body weight not older than 90");
        needs(decide(weighed(RECENT, "20", MeasurementMethod.ESTIMATED)), "measured body weight");
        needs(decide(weighed(RECENT, "20", MeasurementMethod.REPORTED)), "measured body weight");
        needs(decide(weighed(TODAY.plusDays(1), "20", MeasurementMethod.MEASURED)), "measured body weight");
    }

    @Test
    void stop7ANewerEstimateDoesNotReplaceAMeasuredWeight() {
        GateDecision decision = decide(weighed(TODAY.minusDays(20), "20", MeasurementMethod.MEASURED)
                .add(new WeightMeasurement(RECENT, Kilograms.of("40"), MeasurementMethod.ESTIMATED)));
        assertThat(decision)
                .isInstanceOfSatisfying(
                        GateDecision.Cleared.class,
                        c -> assertThat(c.clearance().weight().weight()).isEqualTo(Kilograms.of("20")));
    }

    @Test
    void stop7TwoWeightsOnOneDayAreAskedBack() {
        GateDecision decision = decide(weighed(RECENT, "20", MeasurementMethod.MEASURED)
                .add(new WeightMeasurement(RECENT, Kilograms.of("26"), MeasurementMethod.MEASURED)));
        needs(decision, "measured body weight");
        assertThat(decision.reasons())
                .anySatisfy(
                        r -> assertThat(r.facts()).anySatisfy(f -> assertThat(f).contains("20 kg", "26 kg")));
        // The same weight written twice is no contradiction.
        cleared(decide(weighed(RECENT, "20", MeasurementMethod.MEASURED)
                .add(new WeightMeasurement(RECENT, Kilograms.of("20.0"), MeasurementMethod.MEASURED))));
    }

    @Test
    void stop7UnderTwoYearsTheWeightIsOneMonthOldAtMost() {
        LocalDate born = TODAY.minusDays(300);
        Proposal pamidronate = proposal(Drug.PAMIDRONATE, "pamidronate-cyclic");
        PatientBuilder infant = Children.bled(
                Patient.builder("test", Sex.MALE, born)
                        .diagnosis(new OiDiagnosis(OiType.III, null, null))
                        .add(new WeightMeasurement(TODAY.minusDays(31), Kilograms.of("7"), MeasurementMethod.MEASURED)),
                RECENT);
        needs(decide(infant, pamidronate), "body weight not older than 30");
    }

    @Test
    void stop7ASwitchSaysThatNothingIsConverted() {
        PatientBuilder onPamidronate = boy();
        for (int cycle = 1; cycle <= 3; cycle++) {
            for (int day = 0; day < 3; day++) {
                onPamidronate.add(new Administration(
                        TODAY.minusMonths(4L * cycle).plusDays(day),
                        Drug.PAMIDRONATE,
                        Milligrams.of("18"),
                        null,
                        Route.INTRAVENOUS));
            }
        }
        GateDecision decision = decide(onPamidronate);
        cleared(decision);
        assertThat(decision.reasons()).anySatisfy(r -> assertThat(r.text()).contains("never converted"));
    }

    // Hard stop 8

    @Test
    void stop8OralOnlyWhenUprightAndWithoutOesophagealDisease() {
        stopped(
                decide(boy().add(new Finding(RECENT, Finding.Kind.CAN_SIT_UPRIGHT_30_MIN, false)), risedronate()),
                HardStop.ORAL_NOT_POSSIBLE);
        stopped(
                decide(boy().add(new Finding(RECENT, Finding.Kind.OESOPHAGEAL_DISEASE, true)), risedronate()),
                HardStop.ORAL_NOT_POSSIBLE);
        PatientBuilder unknown = otherLabs(withoutLabs().add(lab(RECENT, Analyte.CALCIUM, "2.4")));
        needs(decide(unknown, risedronate()), "sit upright for 30 minutes");
        needs(decide(unknown, risedronate()), "oesophageal disease");
    }

    @ParameterizedTest
    @CsvSource({"9.99, stopped", "10.0, cleared"})
    void stop8RisedronateUnderTenKilograms(String kilograms, String outcome) {
        GateDecision decision = decide(Children.inOrder(TODAY.minusYears(5), kilograms), risedronate());
        if (outcome.equals("stopped")) {
            stopped(decision, HardStop.ORAL_NOT_POSSIBLE);
        } else {
            cleared(decision);
        }
    }

    // Hard stop 9

    private static PatientBuilder ofType(OiType type) {
        return Children.inOrder(BORN, "20").diagnosis(new OiDiagnosis(type, null, null));
    }

    @Test
    void stop9MildOiWithoutSymptomsIsNotStarted() {
        stopped(decide(ofType(OiType.I)), HardStop.NO_INDICATION);
        stopped(decide(ofType(OiType.I), risedronate()), HardStop.NO_INDICATION);
        held(decide(ofType(OiType.IV)), "IND-01");
        needs(decide(ofType(null)), "OI type");
    }

    @Test
    void stop9LowDensityAloneIsNoReason() {
        PatientBuilder low = ofType(OiType.I)
                .add(new org.lamella.patient.DxaScan(
                        RECENT,
                        org.lamella.patient.SkeletalSite.LUMBAR_SPINE,
                        null,
                        null,
                        new org.lamella.patient.measure.ZScore(-4),
                        null,
                        null));
        stopped(decide(low), HardStop.NO_INDICATION);
    }

    @Test
    void stop9RecordedReasonsOpenTheDiscussion() {
        cleared(decide(ofType(OiType.I).add(new VertebralFracture(RECENT, "L1", 1))));
        cleared(decide(ofType(OiType.I).add(new Finding(RECENT, Finding.Kind.SIGNIFICANT_PAIN, true))));
        cleared(decide(ofType(OiType.I).add(new Finding(RECENT, Finding.Kind.BOWING, true))));
        // Limb fractures alone leave mild OI to the judgement of the team.
        held(
                decide(ofType(OiType.I)
                        .add(new Fracture(
                                TODAY.minusYears(2), Bone.FOREARM, Side.LEFT, Fracture.Mechanism.LOW_ENERGY))),
                "IND-02");
        cleared(decide(ofType(OiType.I)
                .add(new Fracture(TODAY.minusYears(2), Bone.FOREARM, Side.LEFT, Fracture.Mechanism.LOW_ENERGY))
                .add(new Finding(RECENT, Finding.Kind.BOWING, true))));
        // The same second fracture from a fall off a roof does not count.
        stopped(
                decide(ofType(OiType.I)
                        .add(new Fracture(
                                TODAY.minusYears(2), Bone.FOREARM, Side.LEFT, Fracture.Mechanism.HIGH_ENERGY))),
                HardStop.NO_INDICATION);
    }

    @Test
    void stop9AdultsWithFracturesAsAdults() {
        Proposal neridronate = proposal(Drug.NERIDRONATE, "neridronate-3-monthly");
        PatientBuilder adult =
                Children.inOrder(LocalDate.of(1990, 1, 1), "70").diagnosis(new OiDiagnosis(OiType.I, null, null));
        cleared(decide(adult, neridronate));
    }

    @Test
    void stop9IsNotAskedAgainOfAPatientOnTreatment() {
        PatientBuilder treated = ofType(OiType.I)
                .add(new Administration(
                        TODAY.minusDays(200), Drug.ZOLEDRONATE, Milligrams.of("1"), null, Route.INTRAVENOUS));
        cleared(decide(treated));
    }

    // Hard stop 10

    @Test
    void stop10NoDoseBeforeHealingIsRecorded() {
        PatientBuilder healing = boy().add(
                        new Surgery(TODAY.minusDays(60), Surgery.Kind.OSTEOTOMY_WITH_ROD, Bone.FEMUR, Side.LEFT, null));
        held(decide(healing), "STOP-10");
        held(decide(healing, risedronate()), "STOP-10");
        cleared(decide(boy().add(new Surgery(
                TODAY.minusDays(160), Surgery.Kind.OSTEOTOMY_WITH_ROD, Bone.FEMUR, Side.LEFT, TODAY.minusDays(1)))));
        held(
                decide(boy().add(new Surgery(
                        TODAY.minusDays(160),
                        Surgery.Kind.OSTEOTOMY_WITH_ROD,
                        Bone.FEMUR,
                        Side.LEFT,
                        TODAY.plusDays(1)))),
                "STOP-10");
        // Fixing a fracture does not cut bone on purpose and holds nothing.
        cleared(decide(boy().add(new Surgery(
                TODAY.minusDays(60), Surgery.Kind.FRACTURE_FIXATION, Bone.FEMUR, Side.LEFT, null))));
    }

    @Test
    void aPlannedOsteotomyHoldsWithoutASiteWindowAndByTheWindowWithOne() {
        PatientBuilder soon = boy().add(planned(TODAY.plusDays(40)));
        held(decide(soon), "SUR-H-01");
        cleared(decide(boy().add(planned(TODAY.plusDays(200)))));
        SiteConfiguration window = new SiteConfiguration(
                "window",
                false,
                SITE.vitaminDGateNmolPerL(),
                SITE.firstDoseAdmission(),
                SITE.infusionMinutes(),
                new Setting<>(28, Setting.Origin.SITE, "local"),
                SITE.ageLimits(),
                List.of(),
                List.of(),
                List.of());
        cleared(Gate.decide(soon.build(), TODAY, window, zoledronate()));
        held(Gate.decide(boy().add(planned(TODAY.plusDays(28))).build(), TODAY, window, zoledronate()), "SUR-H-01");
        cleared(Gate.decide(boy().add(planned(TODAY.plusDays(29))).build(), TODAY, window, zoledronate()));
    }

    private static PlannedProcedure planned(LocalDate day) {
        return new PlannedProcedure(day, Surgery.Kind.OSTEOTOMY_WITH_ROD, Bone.FEMUR, Side.LEFT);
    }

    @Test
    void stop10DenosumabOfAnAdultDoesNotSimplyEnd() {
        PatientBuilder adult = Children.inOrder(LocalDate.of(1980, 1, 1), "70")
                .add(new Administration(
                        TODAY.minusDays(200), Drug.DENOSUMAB, Milligrams.of("60"), null, Route.SUBCUTANEOUS));
        assertThat(Gate.decideNoDrug(adult.build(), TODAY, "no-drug")).isInstanceOf(Gate.NoDrugDecision.Stopped.class);
        adult.add(
                new Administration(TODAY.minusDays(20), Drug.ZOLEDRONATE, Milligrams.of("4"), null, Route.INTRAVENOUS));
        assertThat(Gate.decideNoDrug(adult.build(), TODAY, "no-drug"))
                .isInstanceOf(Gate.NoDrugDecision.Permitted.class);
        assertThat(Gate.decideNoDrug(boy().build(), TODAY, "no-drug"))
                .isInstanceOfSatisfying(
                        Gate.NoDrugDecision.Permitted.class,
                        p -> assertThat(p.permit().candidate().regimen()).isEqualTo(new Regimen.NoDrug()));
    }

    // Other holds

    @ParameterizedTest
    @CsvSource({"RESPIRATORY_ILLNESS, INF-01", "DEHYDRATION, INF-02", "INTERACTING_DRUG, INF-02"})
    void theInfusionDayHasItsHolds(Finding.Kind kind, String rule) {
        held(decide(boy().add(new Finding(RECENT, kind, true))), rule);
        cleared(decide(boy().add(new Finding(RECENT, kind, false))));
        cleared(decide(boy().add(new Finding(RECENT, kind, true)), risedronate()));
    }

    @Test
    void theFirstInfusionNeedsTheWholeBloodSet() {
        PatientBuilder few = withoutLabs()
                .add(lab(RECENT, Analyte.CALCIUM, "2.4"))
                .add(lab(RECENT, Analyte.CREATININE, "30"))
                .add(lab(RECENT, Analyte.VITAMIN_D_25OH, "75"));
        needs(decide(few), "phosphate before the first infusion");
        needs(decide(few), "parathyroid hormone before the first infusion");
        PatientBuilder later = few.add(new Administration(
                TODAY.minusDays(190), Drug.ZOLEDRONATE, Milligrams.of("1"), null, Route.INTRAVENOUS));
        cleared(decide(later));
    }

    @Test
    void aRegimenIsNotStretchedToAgesItWasNotPublishedFor() {
        stopped(decide(boy(), proposal(Drug.ZOLEDRONATE, "zoledronate-adult-yearly")), HardStop.UNSAFE_DOSE_BASIS);
        stopped(decide(Children.inOrder(TODAY.minusYears(3), "12"), risedronate()), HardStop.UNSAFE_DOSE_BASIS);
        held(decide(boy(), proposal(Drug.PAMIDRONATE, "pamidronate-low-dose")), "DOS-PAM-07");
    }

    @Test
    void besideAStopNothingElseIsSaid() {
        GateDecision decision = decide(boy().add(lab(RECENT, Analyte.CALCIUM_ALBUMIN_ADJUSTED, "1.9", "2.15", "2.6"))
                .add(lab(RECENT, Analyte.VITAMIN_D_25OH, "20")));
        assertThat(decision.reasons()).extracting(GateReason::kind).containsOnly(GateReason.Kind.STOP);
    }

    @Test
    void theHeaviestReasonComesFirst() {
        GateDecision decision =
                decide(boy().add(lab(RECENT, Analyte.CREATININE, "0")).add(lab(RECENT, Analyte.VITAMIN_D_25OH, "20")));
        assertThat(decision.reasons())
                .extracting(GateReason::kind)
                .isSorted()
                .startsWith(GateReason.Kind.HOLD, GateReason.Kind.NEED);
    }

    @Test
    void theForecastFollowsTheChildThroughTheAgeBands() {
        Proposal pamidronate = proposal(Drug.PAMIDRONATE, "pamidronate-cyclic");
        GateDecision decision = decide(Children.inOrder(TODAY.minusMonths(26), "11.3"), pamidronate);
        Regimen regimen = ((GateDecision.Cleared) decision)
                .clearance()
                .permit()
                .candidate()
                .regimen();
        assertThat(regimen).isInstanceOfSatisfying(Regimen.Combined.class, c -> {
            assertThat(c.parts()).hasSize(2);
            Regimen.Repeated now = (Regimen.Repeated) c.parts().getFirst();
            Regimen.Repeated later = (Regimen.Repeated) c.parts().getLast();
            assertThat(now.everyDays()).isEqualTo(91);
            assertThat(now.cycles()).isEqualTo(4);
            assertThat(later.everyDays()).isEqualTo(122);
            assertThat(later.firstDelayDays()).isEqualTo(4 * 91);
            assertThat(later.cycles()).isZero();
        });
    }

    @Test
    void theForecastBeginsWithTheReducedFirstDose() {
        Regimen regimen = ((GateDecision.Cleared) decide(boy()))
                .clearance()
                .permit()
                .candidate()
                .regimen();
        assertThat(regimen).isInstanceOfSatisfying(Regimen.Combined.class, c -> {
            Regimen.Repeated first = (Regimen.Repeated) c.parts().getFirst();
            assertThat(first.cycles()).isEqualTo(1);
            assertThat(first.amount().forWeight(Kilograms.of("20")).value()).isEqualByComparingTo("0.5");
        });
    }

    @Test
    void tabletsAreForecastByWeightBand() {
        Regimen regimen = ((GateDecision.Cleared) decide(boy(), risedronate()))
                .clearance()
                .permit()
                .candidate()
                .regimen();
        assertThat(regimen).isInstanceOfSatisfying(Regimen.Daily.class, d -> {
            assertThat(d.amount().forWeight(Kilograms.of("30")).value()).isEqualByComparingTo("2.5");
            assertThat(d.amount().forWeight(Kilograms.of("30.01")).value()).isEqualByComparingTo("5");
        });
        DosingRegimen alendronate =
                proposal(Drug.ALENDRONATE, "alendronate-daily").regimen();
        assertThat(alendronate).isNotNull();
    }

    // The remaining branches

    @Test
    void denosumabLongAgoNoLongerForbidsStopping() {
        PatientBuilder adult = Children.inOrder(LocalDate.of(1980, 1, 1), "70")
                .add(new Administration(
                        TODAY.minusDays(366), Drug.DENOSUMAB, Milligrams.of("60"), null, Route.SUBCUTANEOUS));
        assertThat(Gate.decideNoDrug(adult.build(), TODAY, "no-drug"))
                .isInstanceOf(Gate.NoDrugDecision.Permitted.class);
        // A bisphosphonate before the last denosumab is no follow-on.
        PatientBuilder before = Children.inOrder(LocalDate.of(1980, 1, 1), "70")
                .add(new Administration(
                        TODAY.minusDays(300), Drug.ZOLEDRONATE, Milligrams.of("4"), null, Route.INTRAVENOUS))
                .add(new Administration(
                        TODAY.minusDays(100), Drug.DENOSUMAB, Milligrams.of("60"), null, Route.SUBCUTANEOUS));
        assertThat(Gate.decideNoDrug(before.build(), TODAY, "no-drug")).isInstanceOf(Gate.NoDrugDecision.Stopped.class);
    }

    @Test
    void aMissingVitaminDIsAskedFor() {
        PatientBuilder patient =
                withoutLabs().add(lab(RECENT, Analyte.CALCIUM, "2.4")).add(lab(RECENT, Analyte.CREATININE, "30"));
        needs(decide(patient), "current 25-hydroxyvitamin D");
        needs(decide(patient), "phosphate");
        PatientBuilder stale = otherLabs(withoutLabs().add(lab(RECENT, Analyte.CALCIUM, "2.4")))
                .add(lab(TODAY.minusDays(5), Analyte.VITAMIN_D_25OH, "75"));
        cleared(decide(stale));
    }

    @Test
    void aStaleFirstSetCountsAsMissing() {
        PatientBuilder patient = withoutLabs()
                .add(lab(RECENT, Analyte.CALCIUM, "2.4"))
                .add(lab(RECENT, Analyte.CREATININE, "30"))
                .add(lab(RECENT, Analyte.VITAMIN_D_25OH, "75"))
                .add(lab(RECENT, Analyte.PHOSPHATE, "1.5"))
                .add(lab(RECENT, Analyte.ALKALINE_PHOSPHATASE, "250"))
                .add(lab(TODAY.minusDays(91), Analyte.PTH, "3"));
        needs(decide(patient), "parathyroid hormone before the first infusion");
    }

    @Test
    void aWeightOutsideEveryBandIsNotGuessed() {
        DrugFacts facts = DrugFormulary.standard().get(Drug.RISEDRONATE);
        DosingRegimen daily = facts.regimen("risedronate-daily").orElseThrow();
        DosingRegimen heavyOnly = new DosingRegimen(
                daily.id(),
                daily.title(),
                daily.schedule(),
                false,
                null,
                List.of(daily.bands().getLast()),
                daily.sources());
        stopped(decide(boy(), new Proposal("risedronate-daily", facts, heavyOnly)), HardStop.UNSAFE_DOSE_BASIS);
    }

    @Test
    void aMaintenanceRegimenIsForTheTreated() {
        PatientBuilder treated = boy().add(new Administration(
                TODAY.minusDays(125), Drug.PAMIDRONATE, Milligrams.of("20"), null, Route.INTRAVENOUS));
        cleared(decide(treated, proposal(Drug.PAMIDRONATE, "pamidronate-low-dose")));
    }

    @Test
    void aRecordWithoutAnyWeightSaysSo() {
        PatientBuilder patient = Children.bled(
                Patient.builder("test", Sex.MALE, BORN).diagnosis(new OiDiagnosis(OiType.III, null, null)), RECENT);
        GateDecision decision = decide(patient);
        needs(decision, "measured body weight");
        assertThat(decision.reasons()).anySatisfy(r -> assertThat(r.facts()).contains("no weight in the record"));
    }

    @Test
    void aFinishedOrOtherCourseIsNoSecondProduct() {
        cleared(decide(boy().add(new Course(
                Drug.ZOLEDRONATE, Milligrams.of("1"), Route.INTRAVENOUS, TODAY.minusDays(900), TODAY.minusDays(800)))));
        GateDecision onTablets = decide(
                boy().add(new Course(Drug.RISEDRONATE, Milligrams.of("2.5"), Route.ORAL, TODAY.minusDays(900), null)));
        cleared(onTablets);
        assertThat(onTablets.reasons()).anySatisfy(r -> assertThat(r.text()).contains("never converted"));
        GateDecision same = decide(
                boy().add(new Course(Drug.RISEDRONATE, Milligrams.of("2.5"), Route.ORAL, TODAY.minusDays(900), null)),
                risedronate());
        assertThat(same.reasons()).noneSatisfy(r -> assertThat(r.text()).contains("never converted"));
    }

    @Test
    void tabletsBesideInfusionsAreToldApart() {
        PatientBuilder both = boy().add(new Administration(
                        TODAY.minusDays(200), Drug.ZOLEDRONATE, Milligrams.of("1"), null, Route.INTRAVENOUS))
                .add(new Course(Drug.RISEDRONATE, Milligrams.of("2.5"), Route.ORAL, TODAY.minusDays(90), null));
        assertThat(decide(both).reasons()).anySatisfy(r -> assertThat(r.text()).contains("never converted"));
    }

    @Test
    void futureFactsAreNotUsed() {
        PatientBuilder patient = girl(13).add(new Finding(RECENT, Finding.Kind.MENARCHE, true))
                .add(new PregnancyStatus(RECENT, PregnancyStatus.Status.NOT_PREGNANT))
                .add(new PregnancyStatus(TODAY.plusDays(1), PregnancyStatus.Status.PREGNANT))
                .add(new Surgery(TODAY.plusDays(3), Surgery.Kind.OSTEOTOMY, Bone.FEMUR, Side.LEFT, null));
        cleared(decide(patient));
        PatientBuilder mild = ofType(OiType.I)
                .add(new VertebralFracture(TODAY.plusDays(1), "L1", 1))
                .add(new Fracture(TODAY.plusDays(1), Bone.TIBIA, Side.LEFT, Fracture.Mechanism.LOW_ENERGY));
        stopped(decide(mild), HardStop.NO_INDICATION);
    }

    @Test
    void plannedOperationsThatCutNoBoneOrAreOverHoldNothing() {
        cleared(decide(
                boy().add(new PlannedProcedure(TODAY.plusDays(10), Surgery.Kind.DENTAL_EXTRACTION, null, Side.UNKNOWN))
                        .add(planned(TODAY.minusDays(3)))));
        PatientBuilder deformity = ofType(OiType.IV).add(planned(TODAY.plusDays(200)));
        cleared(decide(deformity));
        assertThat(decide(deformity).reasons())
                .anySatisfy(
                        r -> assertThat(r.facts()).anySatisfy(f -> assertThat(f).contains("needs surgery")));
        held(
                decide(ofType(OiType.IV)
                        .add(planned(TODAY.minusDays(3)))
                        .add(new PlannedProcedure(
                                TODAY.plusDays(10), Surgery.Kind.DENTAL_EXTRACTION, null, Side.UNKNOWN))),
                "IND-01");
    }

    @Test
    void fracturesThatDoNotCount() {
        PatientBuilder mild = ofType(OiType.I)
                .add(new Fracture(TODAY.minusYears(2), Bone.RIB, Side.LEFT, Fracture.Mechanism.LOW_ENERGY))
                .add(new Fracture(TODAY.minusYears(3), Bone.HAND, Side.LEFT, Fracture.Mechanism.LOW_ENERGY));
        stopped(decide(mild), HardStop.NO_INDICATION);
        // Three long-bone fractures between 10 and 19 years count, two do not.
        LocalDate born = TODAY.minusYears(16);
        PatientBuilder two = Children.inOrder(born, "50")
                .diagnosis(new OiDiagnosis(OiType.IV, null, null))
                .add(new Fracture(TODAY.minusYears(2), Bone.TIBIA, Side.LEFT, Fracture.Mechanism.LOW_ENERGY));
        held(decide(two), "IND-01");
        cleared(decide(
                two.add(new Fracture(TODAY.minusYears(3), Bone.TIBIA, Side.LEFT, Fracture.Mechanism.LOW_ENERGY))));
        Proposal neridronate = proposal(Drug.NERIDRONATE, "neridronate-3-monthly");
        PatientBuilder adult = Patient.builder("adult", Sex.MALE, LocalDate.of(1990, 1, 1))
                .diagnosis(new OiDiagnosis(OiType.I, null, null))
                .add(new Fracture(TODAY.minusYears(2), Bone.TIBIA, Side.LEFT, Fracture.Mechanism.HIGH_ENERGY));
        stopped(decide(adult, neridronate), HardStop.NO_INDICATION);
    }

    @Test
    void severalVertebralFracturesAreCounted() {
        GateDecision decision = decide(ofType(OiType.I)
                .add(new VertebralFracture(RECENT, "L1", 1))
                .add(new VertebralFracture(RECENT, "L2", 1)));
        assertThat(decision.reasons()).anySatisfy(r -> assertThat(r.facts()).contains("2 vertebral fractures"));
    }

    @Test
    void typeViIsSentToAnExpertCentre() {
        GateDecision decision = decide(boy().diagnosis(new OiDiagnosis(OiType.VI, "SERPINF1", null))
                .add(new VertebralFracture(RECENT, "L1", 1)));
        assertThat(decision.reasons()).anySatisfy(r -> assertThat(r.text()).contains("expert centre"));
    }

    @Test
    void anIndirectHeightIsSaidBesideTheEgfr() {
        for (HeightMeasurement height : List.of(
                new HeightMeasurement(
                        RECENT, new Centimetres(100), HeightMeasurement.Posture.ARM_SPAN, MeasurementMethod.MEASURED),
                new HeightMeasurement(
                        RECENT,
                        new Centimetres(100),
                        HeightMeasurement.Posture.STANDING,
                        MeasurementMethod.REPORTED))) {
            assertThat(decide(boy().add(height)).reasons())
                    .anySatisfy(r -> assertThat(r.text()).contains("not measured directly"));
        }
        assertThat(decide(boy()).reasons())
                .noneSatisfy(r -> assertThat(r.text()).contains("not measured directly"));
    }

    @Test
    void oralDrugsThatAreNoBisphosphonatesAreNotAskedForPosture() {
        Proposal olpadronate =
                new Proposal("olpadronate", DrugFormulary.standard().get(Drug.OLPADRONATE), null);
        assertThat(decide(boy(), olpadronate)).isInstanceOf(GateDecision.Stopped.class);
    }

    @Test
    void aReasonNeedsWordsAndACode() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> new GateReason(GateReason.Kind.STOP, "X", " ", List.of(), List.of()))
                .hasMessageContaining("must not be blank");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> new GateReason(GateReason.Kind.STOP, "", "text", List.of(), List.of()))
                .hasMessageContaining("must not be blank");
    }

    @Test
    void aFixedDoseIsForecastWithoutAReducedFirstOne() {
        PatientBuilder adult = Children.inOrder(LocalDate.of(1990, 1, 1), "70");
        GateDecision decision = decide(adult, proposal(Drug.ZOLEDRONATE, "zoledronate-adult-yearly"));
        assertThat(((GateDecision.Cleared) decision)
                        .clearance()
                        .permit()
                        .candidate()
                        .regimen())
                .isInstanceOfSatisfying(
                        Regimen.Repeated.class, r -> assertThat(r.everyDays()).isEqualTo(365));
    }

    private static void says(GateDecision decision, String text) {
        assertThat(decision.reasons()).anySatisfy(r -> assertThat(r.text()).contains(text));
    }

    @Test
    void notesStandBesideAClearance() {
        says(decide(boy()), "consent is not recorded");
        says(decide(boy().add(new Finding(RECENT, Finding.Kind.CONSENT_OFF_LABEL, true))), "consent is recorded");
        Proposal neridronate = proposal(Drug.NERIDRONATE, "neridronate-3-monthly");
        says(decide(Children.inOrder(LocalDate.of(1990, 1, 1), "70"), neridronate), "In adults the benefit");
        says(decide(girl(10).add(new Finding(RECENT, Finding.Kind.MENARCHE, false))), "plan contraception");
        assertThat(decide(girl(8)).reasons())
                .noneSatisfy(r -> assertThat(r.text()).contains("contraception"));
    }

    @Test
    void aStopOfNoDrugNamesItsHardStop() {
        PatientBuilder adult = Children.inOrder(LocalDate.of(1980, 1, 1), "70")
                .add(new Administration(
                        TODAY.minusDays(364), Drug.DENOSUMAB, Milligrams.of("60"), null, Route.SUBCUTANEOUS));
        assertThat(Gate.decideNoDrug(adult.build(), TODAY, "no-drug"))
                .isInstanceOfSatisfying(
                        Gate.NoDrugDecision.Stopped.class,
                        s -> assertThat(s.reasons())
                                .singleElement()
                                .satisfies(r -> assertThat(r.code()).isEqualTo("STOP-10")));
    }

    @Test
    void theLimitsThemselvesBelongToTheSafeSide() {
        LocalDate born = TODAY.minusDays(100);
        Proposal pamidronate = proposal(Drug.PAMIDRONATE, "pamidronate-cyclic");
        GateDecision infant = decide(
                Children.inOrder(born, "4.5").add(lab(RECENT, Analyte.CREATININE, "60", "15", "60")), pamidronate);
        cleared(infant);
        says(infant, "within the range for the age");
        PatientBuilder oldHeight = Children.bled(
                Patient.builder("test", Sex.MALE, BORN)
                        .diagnosis(new OiDiagnosis(OiType.III, null, null))
                        .add(new WeightMeasurement(RECENT, Kilograms.of("20"), MeasurementMethod.MEASURED))
                        .add(new HeightMeasurement(
                                TODAY.minusDays(90),
                                new Centimetres(100),
                                HeightMeasurement.Posture.STANDING,
                                MeasurementMethod.MEASURED)),
                RECENT);
        cleared(decide(oldHeight));
        cleared(decide(girl(12).add(new Finding(TODAY.minusDays(183), Finding.Kind.MENARCHE, false))));
    }

    @Test
    void aForecastDoseIsCappedToo() {
        Regimen regimen = ((GateDecision.Cleared) decide(boy()))
                .clearance()
                .permit()
                .candidate()
                .regimen();
        Regimen.Repeated usual =
                (Regimen.Repeated) ((Regimen.Combined) regimen).parts().getLast();
        assertThat(usual.amount().forWeight(Kilograms.of("100")).value()).isEqualByComparingTo("4");
        assertThat(usual.firstDelayDays()).isEqualTo(183);
    }
}
