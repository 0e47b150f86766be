package org.lamella.care.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;
import static org.lamella.care.Children.lab;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.lamella.care.Children;
import org.lamella.care.site.Confirmation;
import org.lamella.care.site.Setting;
import org.lamella.care.site.SiteConfiguration;
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
import org.lamella.evidence.drug.WeightRange;
import org.lamella.patient.Analyte;
import org.lamella.patient.Bone;
import org.lamella.patient.Drug;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;
import org.lamella.patient.Side;
import org.lamella.patient.Surgery;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Centimetres;
import org.lamella.patient.measure.Kilograms;

/** Patients and proposals for the tests of the gate, and what they expect of it. */
final class GateCases {
    private GateCases() {}

    static final LocalDate BORN = LocalDate.of(2018, 3, 1);

    static final LocalDate RECENT = TODAY.minusDays(5);

    static final SiteConfiguration SITE = SiteConfiguration.defaults();

    static PatientBuilder boy() {
        return Children.inOrder(BORN, "20");
    }

    /** The boy with another creatinine, in umol/L. */
    static PatientBuilder boyWithCreatinine(String creatinine) {
        return Children.inOrder(Sex.MALE, BORN, "20", creatinine);
    }

    static Proposal proposal(Drug drug, String regimen) {
        DrugFacts facts = DrugFormulary.standard().get(drug);
        return new Proposal(regimen, facts, facts.regimen(regimen).orElseThrow());
    }

    static Proposal zoledronate() {
        return proposal(Drug.ZOLEDRONATE, "zoledronate-6-monthly");
    }

    static Proposal risedronate() {
        return proposal(Drug.RISEDRONATE, "risedronate-daily");
    }

    static GateDecision decide(PatientBuilder patient, Proposal proposal) {
        return Gate.decide(patient.build(), TODAY, SITE, proposal);
    }

    static GateDecision decide(PatientBuilder patient) {
        return decide(patient, zoledronate());
    }

    static void stopped(GateDecision decision, HardStop stop) {
        assertThat(decision).isInstanceOf(GateDecision.Stopped.class);
        assertThat(decision.reasons()).anySatisfy(r -> {
            assertThat(r.kind()).isEqualTo(GateReason.Kind.STOP);
            assertThat(r.code()).isEqualTo(stop.code());
            assertThat(r.sources()).isNotEmpty();
        });
    }

    static void held(GateDecision decision, String code) {
        assertThat(decision).isInstanceOf(GateDecision.Held.class);
        assertThat(decision.reasons()).anySatisfy(r -> {
            assertThat(r.kind()).isEqualTo(GateReason.Kind.HOLD);
            assertThat(r.code()).isEqualTo(code);
            assertThat(r.sources()).isNotEmpty();
        });
    }

    static void needs(GateDecision decision, String text) {
        assertThat(decision).isInstanceOf(GateDecision.CannotEvaluate.class);
        assertThat(decision.reasons())
                .filteredOn(r -> r.kind() == GateReason.Kind.NEED)
                .anySatisfy(r -> assertThat(r.text()).contains(text));
    }

    static void cleared(GateDecision decision) {
        assertThat(decision).as(() -> decision.reasons().toString()).isInstanceOf(GateDecision.Cleared.class);
    }

    /** The boy before any blood was taken. */
    static PatientBuilder withoutLabs() {
        LocalDate day = TODAY.minusDays(10);
        return Patient.builder("test", Sex.MALE, BORN)
                .diagnosis(new OiDiagnosis(OiType.III, "COL1A1", null))
                .add(new WeightMeasurement(day, Kilograms.of("20"), MeasurementMethod.MEASURED))
                .add(new HeightMeasurement(
                        day, new Centimetres(100), HeightMeasurement.Posture.STANDING, MeasurementMethod.MEASURED));
    }

    static PatientBuilder otherLabs(PatientBuilder builder) {
        LocalDate day = TODAY.minusDays(10);
        return builder.add(lab(day, Analyte.PHOSPHATE, "1.50"))
                .add(lab(day, Analyte.ALKALINE_PHOSPHATASE, "250"))
                .add(lab(day, Analyte.CREATININE, "30"))
                .add(lab(day, Analyte.VITAMIN_D_25OH, "75"))
                .add(lab(day, Analyte.PTH, "3.0"));
    }

    static SiteConfiguration withTimes(TreeMap<Drug, Setting<Integer>> times) {
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
                List.of(),
                List.of());
    }

    static PatientBuilder girl(int years) {
        return Children.inOrder(Sex.FEMALE, TODAY.minusYears(years).minusDays(40), "45");
    }

    static PatientBuilder weighed(LocalDate day, String kilograms, MeasurementMethod method) {
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

    static PatientBuilder ofType(OiType type) {
        return Children.inOrder(BORN, "20").diagnosis(new OiDiagnosis(type, null, null));
    }

    static PlannedProcedure planned(LocalDate day) {
        return new PlannedProcedure(day, Surgery.Kind.OSTEOTOMY_WITH_ROD, Bone.FEMUR, Side.LEFT);
    }

    static void says(GateDecision decision, String text) {
        assertThat(decision.reasons()).anySatisfy(r -> assertThat(r.text()).contains(text));
    }

    /** A site that has confirmed every value for which no source text was seen. */
    static List<Confirmation> everythingConfirmed() {
        return DrugFormulary.standard().confirmableValues().stream()
                .map(id -> new Confirmation(id, "Dr Test", TODAY, "test"))
                .toList();
    }

    /** The same site with the least vitamin D gate that the rules accept, where it has a lower one. */
    static SiteConfiguration withGateOf50(SiteConfiguration site) {
        return new SiteConfiguration(
                site.name(),
                site.demonstration(),
                new Setting<>(
                        site.vitaminDGateNmolPerL().value().max(new BigDecimal("50")), Setting.Origin.SITE, "test"),
                site.firstDoseAdmission(),
                site.infusionMinutes(),
                site.holdBeforeOsteotomyDays(),
                site.ageLimits(),
                site.products(),
                site.confirmations(),
                site.ruleSwitches(),
                site.ruleFigures());
    }

    static Figure figure(String value, String unit) {
        Citation source = new Citation("T", "test", "doi:10.1/t", VerificationLevel.V1);
        return new Figure(new BigDecimal(value), unit, VerificationLevel.V1, List.of(source), "");
    }

    /** A drug that does not exist in this form: 1 mg/kg every three months for all children. */
    static Proposal madeUp(Drug drug, DrugClass drugClass, Route route, List<Limit> limits) {
        return madeUp(drug, drugClass, route, limits, WeightRange.ANY);
    }

    /** The same for some weights only. */
    static Proposal madeUp(Drug drug, DrugClass drugClass, Route route, List<Limit> limits, WeightRange weights) {
        DoseBand band = new DoseBand(
                drug.name() + ".test",
                "all ages",
                new AgeBand(0, 216),
                weights,
                figure("1", "mg/kg"),
                figure("1", "d"),
                figure("3", "mo"));
        DosingRegimen regimen = new DosingRegimen(
                "test",
                "Test",
                DosingRegimen.Schedule.CYCLES,
                false,
                null,
                List.of(band),
                band.dose().sources());
        DrugFacts facts = new DrugFacts(
                drug,
                "Test drug",
                drugClass,
                route,
                List.of(),
                figure("0.5", "mg"),
                limits,
                null,
                null,
                List.of(regimen),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new Proposal("test", facts, regimen);
    }
}
