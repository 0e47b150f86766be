package org.lamella.care.rules.cql;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.lamella.care.rules.GeneratedPatients;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.rules.RuleSettings;
import org.lamella.care.rules.Topic;
import org.lamella.patient.Patient;
import org.opencds.cqf.fhir.cql.EvaluationSettings;
import org.opencds.cqf.fhir.cr.CrSettings;
import org.opencds.cqf.fhir.cr.plandefinition.PlanDefinitionProcessor;
import org.opencds.cqf.fhir.utility.monad.Eithers;
import org.opencds.cqf.fhir.utility.repository.InMemoryFhirRepository;

/**
 * The published plans under {@code PlanDefinition/$apply} of the reference engine, clinical-reasoning 4.4.0
 * (https://github.com/cqframework/clinical-reasoning): the same actions, answers and refusals as ours. That engine
 * translates every condition anew, so that by default only two plans are applied; {@code -Dlamella.apply=all} applies
 * each of them.
 */
class AppliedPlansValidationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final PathwayContent CONTENT = new PathwayContent(RuleCatalogue.standard());

    @Test
    void theReferenceEngineKeepsTheSameActions() {
        boolean all = "all".equals(System.getProperty("lamella.apply"));
        List<Topic> topics = all ? Arrays.asList(Topic.values()) : List.of(Topic.PREGNANCY, Topic.INDICATION);
        CqlRuleEngine engine = new CqlRuleEngine();
        CrSettings settings = CrSettings.getDefault().withEvaluationSettings(EvaluationSettings.getDefault());
        InMemoryFhirRepository content = new InMemoryFhirRepository(FHIR, content());
        int refused = 0;
        for (Patient patient : refused(engine, topics)) {
            Map<String, RuleAnswer.Kind> kinds = engine.kinds(patient, DAY, RuleSettings.none());
            Map<DrugGate, List<String>> against = engine.against(patient, DAY, RuleSettings.none());
            InMemoryFhirRepository data = new InMemoryFhirRepository(FHIR, chart(patient));
            for (Topic topic : topics) {
                List<AppliedAction> ours = AppliedAction.of(CONTENT.plan(topic), kinds, against);
                CarePlan theirs = apply(topic, patient, content, data, settings);
                assertThat(messages(theirs)).as(topic.title()).isEmpty();
                assertThat(actions(theirs)).as(topic.title()).containsExactlyElementsOf(lines(ours));
                refused += (int)
                        ours.stream().filter(a -> a.prefix().equals("GATE")).count();
            }
        }
        assertThat(refused).as("a comparison without a refusal would be hollow").isPositive();
    }

    /** The first generated patients whom at least one of these plans refuses a drug; slow to compare, so only two. */
    private static List<Patient> refused(CqlRuleEngine engine, List<Topic> topics) {
        return new GeneratedPatients(20261122, DAY)
                .next(50).stream()
                        .filter(p -> {
                            Map<String, RuleAnswer.Kind> kinds = engine.kinds(p, DAY, RuleSettings.none());
                            Map<DrugGate, List<String>> against = engine.against(p, DAY, RuleSettings.none());
                            return topics.stream()
                                    .flatMap(t -> AppliedAction.of(CONTENT.plan(t), kinds, against).stream())
                                    .anyMatch(a -> a.prefix().equals("GATE"));
                        })
                        .limit(2)
                        .toList();
    }

    private static List<String> lines(List<AppliedAction> actions) {
        return actions.stream()
                .map(a -> a.id() + " | " + a.prefix() + " | " + a.title() + " | " + a.description())
                .toList();
    }

    private static List<String> actions(CarePlan plan) {
        List<String> actions = new ArrayList<>();
        for (Resource resource : plan.getContained()) {
            if (resource instanceof RequestGroup group) {
                assertThat(group.getIntent()).isEqualTo(RequestGroup.RequestIntent.PROPOSAL);
                // The engine leaves a null in the place of an action that does not apply.
                group.getAction().stream()
                        .filter(Objects::nonNull)
                        .forEach(a -> actions.add(
                                a.getId() + " | " + prefix(a) + " | " + a.getTitle() + " | " + a.getDescription()));
            }
            assertThat(resource.fhirType()).isIn("RequestGroup", "CommunicationRequest", "OperationOutcome");
        }
        return actions;
    }

    /** That engine drops a prefix that is written down and keeps one that is worked out; refusals have the former. */
    private static String prefix(RequestGroup.RequestGroupActionComponent action) {
        return action.getId().startsWith("GATE-") && action.getPrefix() == null ? "GATE" : action.getPrefix();
    }

    /** The record with typed identifiers, without which that repository does not find the patient of the context. */
    private static Bundle chart(Patient patient) {
        Bundle chart = ChartBundle.of(patient);
        chart.getEntry()
                .forEach(e -> e.getResource()
                        .setId(new IdType(
                                e.getResource().fhirType(),
                                e.getResource().getIdElement().getIdPart())));
        return chart;
    }

    private static List<String> messages(CarePlan plan) {
        return plan.getContained().stream()
                .filter(OperationOutcome.class::isInstance)
                .flatMap(r -> ((OperationOutcome) r).getIssue().stream())
                .map(OperationOutcome.OperationOutcomeIssueComponent::getDiagnostics)
                .toList();
    }

    private static CarePlan apply(
            Topic topic,
            Patient patient,
            InMemoryFhirRepository content,
            InMemoryFhirRepository data,
            CrSettings settings) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("AsOf").setValue(new DateType(DAY.toString()));
        String address = PathwayContent.BASE + "PlanDefinition/lamella-" + topic.file();
        return (CarePlan) new PlanDefinitionProcessor(data, settings)
                .apply(
                        Eithers.for3(new CanonicalType(address), null, null),
                        "Patient/" + patient.id(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        parameters,
                        false,
                        null,
                        List.of(),
                        data,
                        content,
                        content);
    }

    private static Bundle content() {
        Bundle content = new Bundle().setType(Bundle.BundleType.COLLECTION);
        CONTENT.files().forEach((name, text) -> {
            if (name.startsWith("input/resources/")) {
                content.addEntry().setResource((Resource) FHIR.newJsonParser().parseResource(text));
            }
        });
        return content;
    }
}
