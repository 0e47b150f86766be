package org.lamella.clinic.apply;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RequestGroup;
import org.hl7.fhir.r4.model.StringType;
import org.lamella.care.rules.Rule;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.care.rules.Topic;
import org.lamella.care.rules.cql.AppliedAction;
import org.lamella.care.rules.cql.PathwayContent;

/**
 * The resources that {@code $apply} answers with: for each plan a CarePlan (intent proposal) whose activity is a
 * RequestGroup (intent proposal), whose actions lead to communications to a clinician. Nothing here is an order, and no
 * drug request is made. Identifiers follow from person, day and plan, so that the same question gives the same bytes.
 */
final class AppliedBundle {
    private static final String CAVEAT =
            "Proposal for discussion by professionals, not an order. Draft content without independent clinical review;"
                    + " research and education.";

    private final Bundle bundle = new Bundle();
    private final String subject;
    private final DateTimeType day;
    private final PathwayContent content;
    private final Map<String, RuleAnswer> answers;

    AppliedBundle(String patientId, LocalDate day, PathwayContent content, Map<String, RuleAnswer> answers) {
        this.subject = patientId;
        this.day = new DateTimeType(day.toString());
        this.content = content;
        this.answers = answers;
        bundle.setType(Bundle.BundleType.COLLECTION);
        bundle.setId(uuid("bundle"));
        bundle.setTimestampElement(new InstantType(day + "T00:00:00Z"));
    }

    Bundle finish() {
        return bundle;
    }

    void add(Topic topic, List<AppliedAction> actions) {
        PlanDefinition plan = content.plan(topic);
        CanonicalType canonical = new CanonicalType(plan.getUrl() + "|" + plan.getVersion());
        RequestGroup group = new RequestGroup();
        group.addInstantiatesCanonical(canonical.asStringValue());
        group.setStatus(RequestGroup.RequestStatus.DRAFT);
        group.setIntent(RequestGroup.RequestIntent.PROPOSAL);
        group.setSubject(subject());
        group.setAuthoredOnElement(day.copy());
        group.addNote(new Annotation().setText(CAVEAT));
        List<CommunicationRequest> messages = new ArrayList<>();
        for (AppliedAction action : actions) {
            group.addAction(action(plan, action, messages));
        }
        CarePlan care = new CarePlan();
        care.addInstantiatesCanonical(canonical.asStringValue());
        care.setStatus(CarePlan.CarePlanStatus.DRAFT);
        care.setIntent(CarePlan.CarePlanIntent.PROPOSAL);
        care.setTitle(plan.getTitle());
        care.setDescription(plan.getDescription());
        care.setSubject(subject());
        care.setCreatedElement(day.copy());
        care.addNote(new Annotation().setText(CAVEAT));
        care.addActivity().setReference(new Reference("urn:uuid:" + uuid(plan.getId() + "|group")));
        add(care, plan.getId() + "|care-plan", plan.getTitle());
        add(group, plan.getId() + "|group", plan.getTitle() + ": " + actions.size() + " actions");
        messages.forEach(message -> add(message, message.getId(), "Advice to a clinician"));
    }

    private RequestGroup.RequestGroupActionComponent action(
            PlanDefinition plan, AppliedAction action, List<CommunicationRequest> messages) {
        RequestGroup.RequestGroupActionComponent shown = new RequestGroup.RequestGroupActionComponent();
        shown.setId(action.id());
        shown.setPrefix(action.prefix());
        shown.setTitle(action.title());
        shown.setDescription(action.description());
        plan.getAction().stream()
                .filter(defined -> defined.getId().equals(action.id()))
                .flatMap(defined -> defined.getDocumentation().stream())
                .map(RelatedArtifact::copy)
                .forEach(shown::addDocumentation);
        CommunicationRequest message = message(plan.getId() + "|" + action.id());
        Rule rule = action.rule();
        if (rule == null) {
            message.addPayload().setContent(new StringType(action.title() + ": " + action.description()));
        } else {
            RuleAnswer answer = Objects.requireNonNull(answers.get(rule.id()), rule.id());
            shown.setTextEquivalent(answer.reason());
            explain(message, rule, answer);
        }
        messages.add(message);
        shown.setResource(new Reference("urn:uuid:" + uuid(message.getId())));
        return shown;
    }

    private CommunicationRequest message(String name) {
        CommunicationRequest message = new CommunicationRequest();
        message.setId(name);
        message.setStatus(CommunicationRequest.CommunicationRequestStatus.DRAFT);
        message.setSubject(subject());
        message.setAuthoredOnElement(day.copy());
        return message;
    }

    private static void explain(CommunicationRequest message, Rule rule, RuleAnswer answer) {
        message.addPayload().setContent(new StringType(rule.action()));
        message.addReasonCode().setText(answer.reason());
        message.addNote(new Annotation().setText("Strength: " + rule.grade() + "."));
        answer.facts().forEach(fact -> message.addNote(new Annotation().setText("Fact used: " + fact)));
        if (rule.disagreement() != null) {
            message.addNote(new Annotation().setText("Sources disagree: " + rule.disagreement()));
        }
    }

    private Reference subject() {
        return new Reference("Patient/" + subject);
    }

    private void add(DomainResource resource, String name, String narrative) {
        resource.setId(uuid(name));
        resource.getText().setStatus(Narrative.NarrativeStatus.GENERATED);
        resource.getText()
                .setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">" + narrative.replace("&", "&amp;") + ". "
                        + CAVEAT + "</div>");
        bundle.addEntry().setFullUrl("urn:uuid:" + resource.getIdPart()).setResource(resource);
    }

    private String uuid(String name) {
        return UUID.nameUUIDFromBytes(("lamella-apply|" + subject + "|" + day.getValueAsString() + "|" + name)
                        .getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
