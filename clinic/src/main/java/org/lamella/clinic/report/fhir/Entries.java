package org.lamella.clinic.report.fhir;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.lamella.care.plan.Plan;
import org.lamella.clinic.report.markup.Element;
import org.lamella.evidence.Citation;

/** The entries of one bundle: gives every resource its identifier, narrative and sources. */
final class Entries {
    private final Bundle bundle = new Bundle();
    private final String seedOfIds;
    private final DateTimeType day;
    private final InstantType instant;
    private final List<Provenance> provenances = new ArrayList<>();

    Entries(Plan plan) {
        String asOf = plan.header().asOf().toString();
        seedOfIds = String.join(
                "|",
                "lamella-plan",
                plan.header().patientId(),
                asOf,
                Long.toString(plan.header().seed()));
        day = new DateTimeType(asOf);
        instant = new InstantType(asOf + "T00:00:00Z");
        bundle.setType(Bundle.BundleType.COLLECTION);
        bundle.setId(uuid("bundle"));
        bundle.setTimestampElement(instant.copy());
        bundle.getIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + uuid("bundle"));
    }

    /** Day of the plan. */
    DateTimeType day() {
        return day.copy();
    }

    /**
     * Adds a resource under a name that is unique in the bundle.
     *
     * @return reference for other resources
     */
    Reference add(DomainResource resource, String name, String narrative, List<String> paragraphs) {
        String id = uuid(name);
        resource.setId(id);
        Element div =
                Element.of("div").with("xmlns", "http://www.w3.org/1999/xhtml").add(Element.of("p", narrative));
        paragraphs.stream().filter(p -> !p.isBlank()).forEach(p -> div.add(Element.of("p", p)));
        resource.getText().setStatus(Narrative.NarrativeStatus.GENERATED);
        resource.getText().setDivAsString(div.toString().replace("\n", ""));
        bundle.addEntry().setFullUrl("urn:uuid:" + id).setResource(resource);
        return new Reference("urn:uuid:" + id);
    }

    /** Records the sources of a resource; nothing when there are none. */
    void sources(Reference target, Reference agent, List<Citation> sources) {
        if (sources.isEmpty()) {
            return;
        }
        Provenance provenance = new Provenance();
        provenance.addTarget(target.copy());
        provenance.setRecordedElement(instant.copy());
        provenance.addAgent().setWho(agent.copy());
        for (Citation source : sources) {
            Reference what = new Reference()
                    .setDisplay(clean(source.title() + " (" + source.reference() + "), level "
                            + source.level().name() + ": " + source.level().meaning()));
            if (source.link().matches("https?://\\S+")) {
                what.getIdentifier().setSystem("urn:ietf:rfc:3986").setValue(source.link());
            }
            provenance
                    .addEntity()
                    .setRole(Provenance.ProvenanceEntityRole.SOURCE)
                    .setWhat(what);
        }
        provenances.add(provenance);
    }

    Bundle finish() {
        for (int i = 0; i < provenances.size(); i++) {
            Provenance provenance = provenances.get(i);
            List<String> titles = provenance.getEntity().stream()
                    .map(e -> e.getWhat().getDisplay())
                    .toList();
            add(provenance, "provenance-" + i, "Sources", titles);
        }
        return bundle;
    }

    private String uuid(String name) {
        return UUID.nameUUIDFromBytes((seedOfIds + "|" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Address by which a care rule is named. */
    static CanonicalType rule(String ruleId) {
        return new CanonicalType("urn:lamella:rule:" + ruleId.replaceAll("[^A-Za-z0-9._-]", "-"));
    }

    static CodeableConcept concept(String text) {
        return new CodeableConcept().setText(clean(text));
    }

    /** Text as FHIR accepts it: no control characters, no blanks at the ends, never empty. */
    static String clean(String text) {
        String plain = text.replaceAll("[\\p{Cc}&&[^\\t\\n]]", "\ufffd").strip();
        return plain.isEmpty() ? "(no text)" : plain;
    }
}
