package org.lamella.clinic.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.care.plan.TreatmentOption.Availability;

/** The bundle passes the HL7 validator and never drafts what must not be given. */
class PlanFhirVerificationTest {
    static List<Plan> plans() {
        return List.of(
                SamplePlans.rich(),
                SamplePlans.bare(),
                SamplePlans.withEveryTextAs(t -> t + "\"'><script>alert(1)</script>\u0000\u0007 "));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void passesTheValidator(Plan plan) {
        assertThat(errors(PlanFhir.render(plan))).isEmpty();
    }

    @Test
    void theValidatorNoticesAnError() {
        String broken = PlanFhir.render(SamplePlans.rich()).replace("\"intent\": \"proposal\"", "\"intent\": \"wish\"");
        assertThat(errors(broken)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Availability.class)
    void onlyAvailableOptionsAreDrafted(Availability availability) {
        Plan plan = withOption(SamplePlans.rich(), availability);
        long drafts = resources(plan, MedicationRequest.class).count();
        assertThat(drafts).isEqualTo(availability == Availability.AVAILABLE ? 1 : 0);
    }

    @Test
    void draftsAreDraftsOfAnOptionWithTheWorkedLines() {
        MedicationRequest draft = resources(SamplePlans.rich(), MedicationRequest.class)
                .findFirst()
                .orElseThrow();
        assertThat(draft.getStatus()).isEqualTo(MedicationRequest.MedicationRequestStatus.DRAFT);
        assertThat(draft.getIntent()).isEqualTo(MedicationRequest.MedicationRequestIntent.OPTION);
        assertThat(draft.getDosageInstructionFirstRep().getText()).startsWith("18 mg per day");
        assertThat(draft.getNote()).anyMatch(n -> n.getText().contains("1.0 mg/kg x 18.4 kg"));
        assertThat(draft.getNote()).anyMatch(n -> n.getText().contains("not an order"));
        assertThat(draft.getMedicationCodeableConcept().getCoding())
                .anyMatch(c -> c.getCode().equals("M05BA03"));
    }

    @Test
    void everyStopAndHoldIsADetectedIssue() {
        Plan plan = SamplePlans.rich();
        List<String> codes = resources(plan, DetectedIssue.class)
                .map(i -> i.getCode().getText())
                .toList();
        plan.items().stream()
                .filter(i -> i.kind() == CareItem.Kind.STOP || i.kind() == CareItem.Kind.HOLD)
                .forEach(i -> assertThat(codes).contains(i.title()));
        assertThat(codes).anyMatch(c -> c.startsWith("Must not be given"));
    }

    @Test
    void whatIsMissingAsksForData() {
        assertThat(resources(SamplePlans.bare(), GuidanceResponse.class))
                .hasSize(5)
                .allMatch(g -> g.getStatus() == GuidanceResponse.GuidanceResponseStatus.DATAREQUIRED);
    }

    @Test
    void surgeryAndSpineAreDraftTasksOfThePlanAndNoOrders() {
        List<Task> tasks = resources(SamplePlans.rich(), Task.class).toList();
        assertThat(tasks).hasSize(2).allSatisfy(t -> {
            assertThat(t.getStatus()).isEqualTo(Task.TaskStatus.DRAFT);
            assertThat(t.getIntent()).isEqualTo(Task.TaskIntent.PROPOSAL);
            assertThat(t.getNoteFirstRep().getText()).contains("not an order");
        });
        assertThat(tasks.getFirst().getNote())
                .anyMatch(n -> n.getText().equals("Fassier-Duval (fits): The canal takes one."))
                .anyMatch(n -> n.getText().contains("13 to 26 weeks"));
        CarePlan carePlan =
                resources(SamplePlans.rich(), CarePlan.class).findFirst().orElseThrow();
        assertThat(carePlan.getActivity()).filteredOn(a -> a.hasReference()).hasSize(3);
        assertThat(carePlan.getActivity())
                .filteredOn(
                        a -> a.hasDetail() && a.getDetail().getCode().getText().startsWith("Pathway: "))
                .hasSize(1);
    }

    @Test
    void theForecastOfACurveIsARiskAssessmentAndItsNeedsAreAskedFor() {
        assertThat(resources(SamplePlans.rich(), RiskAssessment.class))
                .filteredOn(r -> r.getMethod().getText().contains("Published pace"))
                .singleElement()
                .satisfies(
                        r -> assertThat(r.getPrediction().getLast().getOutcome().getText())
                                .isEqualTo("Cobb angle in 5 years: 38 degrees (24 to 80)"));
        assertThat(resources(SamplePlans.bare(), GuidanceResponse.class))
                .anyMatch(g -> g.getNoteFirstRep().getText().contains("need a Cobb angle"));
    }

    @Test
    void risksCarryProbabilityHorizonAndCaveat() {
        Plan plan = SamplePlans.rich();
        List<RiskAssessment> risks = resources(plan, RiskAssessment.class)
                .filter(r -> !r.getMethod().getText().contains("Published pace"))
                .toList();
        assertThat(risks).hasSize(4).allSatisfy(r -> {
            assertThat(r.getPrediction()).hasSize(3).allSatisfy(p -> {
                assertThat(p.getProbabilityDecimalType().getValue())
                        .isBetween(java.math.BigDecimal.ZERO, java.math.BigDecimal.ONE);
                assertThat(p.getWhenRange().getHigh().getCode()).isEqualTo("a");
            });
            assertThat(r.getNoteFirstRep().getText()).contains("Model forecast").contains("not strength");
        });
    }

    @Test
    void everyReferenceResolvesAndSourcesAreNamed() {
        Bundle bundle = PlanFhir.bundle(SamplePlans.rich());
        Set<String> urls = new HashSet<>();
        bundle.getEntry().forEach(e -> assertThat(urls.add(e.getFullUrl())).isTrue());
        String json = PlanFhir.render(SamplePlans.rich());
        java.util.regex.Matcher m = java.util.regex.Pattern.compile("\"reference\": \"(urn:[^\"]+)\"")
                .matcher(json);
        int found = 0;
        while (m.find()) {
            assertThat(urls).contains(m.group(1));
            found++;
        }
        assertThat(found).isGreaterThan(30);
        assertThat(resources(SamplePlans.rich(), Provenance.class))
                .isNotEmpty()
                .allMatch(p -> p.getEntity().stream()
                        .allMatch(e -> e.getWhat().getDisplay().contains("level")));
    }

    @Test
    void samePlanSameBytesAndNoClock() {
        String first = PlanFhir.render(SamplePlans.rich());
        assertThat(PlanFhir.render(SamplePlans.rich())).isEqualTo(first);
        assertThat(first).contains("\"timestamp\": \"2026-06-15T00:00:00Z\"").doesNotContain("lastUpdated");
        CarePlan carePlan =
                resources(SamplePlans.rich(), CarePlan.class).findFirst().orElseThrow();
        assertThat(carePlan.getIntent()).isEqualTo(CarePlan.CarePlanIntent.PROPOSAL);
        assertThat(carePlan.getActivity()).hasSizeGreaterThan(3);
    }

    private static Plan withOption(Plan p, Availability availability) {
        TreatmentOption o = p.options().get(1);
        boolean stopped = availability == Availability.STOPPED;
        TreatmentOption changed = new TreatmentOption(
                o.id(),
                o.title(),
                availability,
                o.reasons(),
                stopped ? null : o.doseSheet(),
                stopped ? null : o.forecast(),
                o.burden(),
                o.evidence(),
                o.risks());
        return new Plan(
                p.header(),
                p.headline(),
                p.standing(),
                p.items(),
                List.of(changed),
                p.surgery(),
                p.spine(),
                p.pathways(),
                p.calendar(),
                p.history(),
                p.measured(),
                p.fit(),
                p.forecastNeeds(),
                p.cautions(),
                p.notes());
    }

    private static <T extends Resource> Stream<T> resources(Plan plan, Class<T> type) {
        return PlanFhir.bundle(plan).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static List<String> errors(String json) {
        return R4Validator.errors(json);
    }
}
