package org.lamella.care.rules.cql;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.Resource;
import org.lamella.care.rules.Rule;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.rules.Topic;
import org.lamella.evidence.Citation;

/**
 * The pathway as FHIR R4 content for a hospital to take: one Library per CQL library, one PlanDefinition per topic with
 * an action per rule, one ActivityDefinition per rule. Every rule carries its citations, its strength and verification
 * level, what other sources say, and its review status. Activities are advice to a clinician, never a drug order.
 */
public final class PathwayContent {
    static final String BASE = "https://lamella.example.org/fhir/";
    static final String REVIEW =
            "Draft, not reviewed by an independent clinician. Research and education; not for use in care without local"
                    + " review.";
    private static final String ANSWERS = "{'STOP', 'HOLD', 'MISSING', 'DUE', 'OPTION', 'INFORMATION'}";

    private final FhirContext fhir = FhirContext.forR4Cached();
    private final RuleCatalogue catalogue;
    private final Map<String, String> libraryOfRule = new HashMap<>();

    public PathwayContent(RuleCatalogue catalogue) {
        this.catalogue = catalogue;
        RuleLibraries.rules().forEach((library, ids) -> ids.forEach(id -> libraryOfRule.put(id, library)));
    }

    /** JSON text by file name, such as {@code plandefinition/laboratory.json}; sorted, the same bytes each time. */
    public Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        Map<String, MetadataResource> resources = resources();
        resources.forEach((name, resource) -> files.put(name, json(resource)));
        RuleLibraries.names().forEach(name -> {
            files.put("input/cql/" + name + ".cql", RuleLibraries.source(name));
        });
        files.put("input/lamella-oi-pathway.json", json(PathwayGuide.guide(resources)));
        files.put("package.json", PathwayGuide.packageFile());
        return files;
    }

    private Map<String, MetadataResource> resources() {
        Map<String, MetadataResource> resources = new TreeMap<>();
        RuleLibraries.names()
                .forEach(name -> resources.put("input/resources/library/" + name + ".json", library(name)));
        for (Topic topic : Topic.values()) {
            resources.put("input/resources/plandefinition/" + topic.file() + ".json", plan(topic));
        }
        for (Rule rule : catalogue.rules()) {
            resources.put("input/resources/activitydefinition/" + rule.id() + ".json", activity(rule));
        }
        resources.put("input/resources/activitydefinition/" + GateActions.REFUSAL + ".json", GateActions.activity());
        new PathwayTerminology()
                .resources()
                .forEach((name, resource) -> resources.put("input/vocabulary/" + name, resource));
        return resources;
    }

    private String json(Resource resource) {
        IParser parser = fhir.newJsonParser().setPrettyPrint(true);
        return parser.encodeResourceToString(resource) + "\n";
    }

    static void head(MetadataResource resource, String kind, String id, String title) {
        resource.setId(id);
        resource.setUrl(BASE + kind + "/" + id);
        resource.setVersion(RuleLibraries.VERSION);
        resource.setName(id.replaceAll("[^A-Za-z0-9]", ""));
        resource.setTitle(title);
        resource.setStatus(PublicationStatus.DRAFT);
        resource.setExperimental(true);
        resource.setPublisher("Lamella");
    }

    private static Library library(String name) {
        Library library = new Library();
        head(library, "Library", name, name);
        library.setType(coding("http://terminology.hl7.org/CodeSystem/library-type", "logic-library"));
        library.setDescription("CQL rules of the Lamella care pathway for osteogenesis imperfecta. " + REVIEW);
        library.addContent(new Attachment()
                .setContentType("text/cql")
                .setData(RuleLibraries.source(name).getBytes(StandardCharsets.UTF_8)));
        library.addContent(new Attachment()
                .setContentType("application/elm+json")
                .setData(RuleLibraries.elm(name).getBytes(StandardCharsets.UTF_8)));
        includes(name)
                .forEach(other -> library.addRelatedArtifact(new RelatedArtifact()
                        .setType(RelatedArtifact.RelatedArtifactType.DEPENDSON)
                        .setResource(BASE + "Library/" + other + "|" + RuleLibraries.VERSION)));
        return library;
    }

    private static List<String> includes(String name) {
        return Pattern.compile("(?m)^include (\\w+)")
                .matcher(RuleLibraries.source(name))
                .results()
                .map(include -> include.group(1))
                .toList();
    }

    private static CodeableConcept coding(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }

    /** The plan of a topic: what {@code $apply} reads. */
    public PlanDefinition plan(Topic topic) {
        PlanDefinition plan = new PlanDefinition();
        head(plan, "PlanDefinition", "lamella-" + topic.file(), topic.title());
        plan.setName("Lamella" + topic.title().replaceAll("[^A-Za-z]", ""));
        plan.setType(coding("http://terminology.hl7.org/CodeSystem/plan-definition-type", "eca-rule"));
        plan.setDescription("Rules of the Lamella care pathway for osteogenesis imperfecta: " + topic.title() + ".");
        plan.setUsage(REVIEW);
        List<Rule> rules = catalogue.rules(topic);
        rules.stream()
                .map(rule -> libraryOfRule.get(rule.id()))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(library -> plan.addLibrary(BASE + "Library/" + library + "|" + RuleLibraries.VERSION));
        rules.forEach(rule -> plan.addAction(action(rule)));
        GateActions.refusals(rules).forEach(plan::addAction);
        if (rules.stream().anyMatch(rule -> DrugGate.of(rule.id()).isPresent())) {
            plan.addLibrary(BASE + "Library/" + RuleLibraries.GATE + "|" + RuleLibraries.VERSION);
        }
        return plan;
    }

    private PlanDefinition.PlanDefinitionActionComponent action(Rule rule) {
        PlanDefinition.PlanDefinitionActionComponent action = new PlanDefinition.PlanDefinitionActionComponent();
        action.setId(rule.id());
        action.setTitle(rule.id() + " " + rule.title());
        action.setDescription(rule.statement());
        action.setTextEquivalent("When: " + rule.trigger() + ". Then: " + rule.action() + ".");
        rule.sources().forEach(source -> action.addDocumentation(citation(source)));
        Optional.ofNullable(libraryOfRule.get(rule.id()))
                .ifPresent(library -> action.addCondition()
                        .setKind(PlanDefinition.ActionConditionKind.APPLICABILITY)
                        .setExpression(new Expression()
                                .setLanguage("text/cql")
                                .setDescription("Rule " + rule.id() + " has something to say")
                                .setExpression(library + ".\"" + rule.id() + "\" in " + ANSWERS)));
        DrugGate.of(rule.id()).ifPresent(gate -> action.addCondition(GateActions.silent(gate)));
        Optional.ofNullable(libraryOfRule.get(rule.id()))
                .ifPresent(library -> action.addDynamicValue(
                        GateActions.dynamic("action.prefix", library + ".\"" + rule.id() + "\"")));
        action.setDefinition(new CanonicalType(BASE + "ActivityDefinition/" + rule.id() + "|" + RuleLibraries.VERSION));
        return action;
    }

    /** What a rule leads to: a communication to a clinician. */
    public ActivityDefinition activity(Rule rule) {
        ActivityDefinition activity = new ActivityDefinition();
        head(activity, "ActivityDefinition", rule.id(), rule.title());
        activity.setName("Rule" + rule.id().replaceAll("[^A-Za-z0-9]", ""));
        activity.setKind(ActivityDefinition.ActivityDefinitionKind.COMMUNICATIONREQUEST);
        activity.setDescription(rule.action());
        activity.setPurpose("Statement: " + rule.statement() + "\n\nStrength: " + rule.grade() + ".");
        StringBuilder usage = new StringBuilder(REVIEW);
        if (!rule.enabledByDefault()) {
            usage.append("\n\nOff by default: value not confirmed by a read source. Switch it on by naming ")
                    .append(rule.id())
                    .append(" in the parameter Confirmed of LamellaConfig.");
        }
        if (rule.disagreement() != null) {
            usage.append("\n\nSources disagree: ").append(rule.disagreement());
        }
        if (rule.exceptions() != null) {
            usage.append("\n\nExcept: ").append(rule.exceptions());
        }
        activity.setUsage(usage.toString());
        rule.sources().forEach(source -> activity.addRelatedArtifact(citation(source)));
        return activity;
    }

    private static RelatedArtifact citation(Citation source) {
        RelatedArtifact artifact = new RelatedArtifact();
        artifact.setType(RelatedArtifact.RelatedArtifactType.CITATION);
        artifact.setLabel(source.key() + " (" + source.level() + ")");
        artifact.setCitation(source.title() + ". " + source.reference());
        if (source.reference().matches("https?://\\S+")) {
            artifact.setUrl(source.reference());
        }
        return artifact;
    }
}
