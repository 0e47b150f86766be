package org.lamella.clinic.cds;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.Resource;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.rules.Topic;
import org.lamella.care.rules.cql.PathwayContent;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.clinic.apply.PlanApplication;
import org.lamella.patient.Patient;

/**
 * {@code PlanDefinition/[id]/$apply} of FHIR R4 from what a request carries: a Parameters resource with {@code subject}
 * (the reference of the patient) and {@code data} (a Bundle with the record). Nothing is fetched and nothing kept.
 */
public final class ApplyService {
    static final String ROOT = "/fhir";
    static final String OPERATION = "/$apply";

    private static final String PLAN = "PlanDefinition/lamella-";

    private final PlanApplication application;
    private final PathwayContent content = new PathwayContent(RuleCatalogue.standard());
    private final Supplier<LocalDate> today;

    /**
     * @param site what the hospital decided
     * @param today the day of a request
     */
    public ApplyService(SiteConfiguration site, Supplier<LocalDate> today) {
        this.application = new PlanApplication(site);
        this.today = today;
    }

    /** A published plan by its relative address, such as {@code PlanDefinition/lamella-dosing}. */
    String read(String address) {
        return json(content.plan(topic(address)));
    }

    /** The plan applied to the patient of the request. */
    String apply(String address, String body) {
        Topic topic = topic(address);
        JsonNode request = CdsService.object(body);
        CdsService.require(
                request.path("resourceType").asText().equals("Parameters"),
                "no Parameters resource",
                "Parameters with subject and data");
        String subject = parameter(request, "subject").path("valueString").asText();
        CdsService.require(
                subject.matches("(Patient/)?[A-Za-z0-9.-]{1,64}"), "no subject", "a valueString such as Patient/1");
        JsonNode data = parameter(request, "data").path("resource");
        CdsService.require(data.path("resourceType").asText().equals("Bundle"), "no data", "a Bundle with the record");
        String id = subject.substring(subject.indexOf('/') + 1);
        CdsService.require(
                StreamSupport.stream(data.path("entry").spliterator(), false)
                        .map(entry -> entry.path("resource"))
                        .anyMatch(resource ->
                                resource.path("resourceType").asText().equals("Patient")
                                        && resource.path("id").asText().equals(id)),
                "data without the Patient that subject names",
                "the record of the subject");
        LocalDate day = today.get();
        Patient patient = CdsService.patient(data.toString(), day);
        return json(application.apply(List.of(topic), patient, day));
    }

    private static JsonNode parameter(JsonNode request, String name) {
        for (JsonNode parameter : request.path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter;
            }
        }
        return MissingNode.getInstance();
    }

    private static Topic topic(String address) {
        Optional<Topic> found = Arrays.stream(Topic.values())
                .filter(topic -> address.equals(PLAN + topic.file()))
                .findFirst();
        return found.orElseThrow(() -> new CdsFault(
                CdsFault.NOT_FOUND,
                "an address without a plan",
                ROOT + "/" + PLAN + "TOPIC with a topic of docs/reference/rules.md, such as laboratory"));
    }

    /** FHIR JSON of a resource. */
    public static String json(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().setPrettyPrint(true).encodeResourceToString(resource) + "\n";
    }
}
