package org.lamella.care.rules.cql;

import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.ImplementationGuide.SPDXLicense;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Reference;

/** The table of contents of the package: an ImplementationGuide resource and the package file beside it. */
final class PathwayGuide {
    private static final String PACKAGE = "org.lamella.oi-pathway";

    private PathwayGuide() {}

    static ImplementationGuide guide(Map<String, MetadataResource> resources) {
        ImplementationGuide guide = new ImplementationGuide();
        guide.setId("lamella-oi-pathway");
        guide.setUrl(PathwayContent.BASE + "ImplementationGuide/lamella-oi-pathway");
        guide.setVersion(RuleLibraries.VERSION);
        guide.setName("LamellaOiPathway");
        guide.setTitle("Care pathway for osteogenesis imperfecta");
        guide.setStatus(PublicationStatus.DRAFT);
        guide.setExperimental(true);
        guide.setPublisher("Lamella");
        guide.setDescription(
                "Rules as CQL and ELM, with plans, activities and codes. Draft, not reviewed by an independent"
                        + " clinician; research and education; advice to professionals, never an order.");
        guide.setPackageId(PACKAGE);
        guide.setLicense(SPDXLicense.APACHE_2_0);
        guide.addFhirVersion(FHIRVersion._4_0_1);
        resources
                .values()
                .forEach(resource -> guide.getDefinition()
                        .addResource()
                        .setReference(new Reference(resource.fhirType() + "/" + resource.getIdPart()))
                        .setName(resource.getTitle())
                        .setExample(new BooleanType(false)));
        return guide;
    }

    /** As FHIR package registries expect it. */
    static String packageFile() {
        return """
                {
                  "name": "%s",
                  "version": "%s",
                  "canonical": "%s",
                  "title": "Care pathway for osteogenesis imperfecta",
                  "description": "Rules as CQL and ELM, with plans, activities and codes. Draft; research and education.",
                  "type": "IG",
                  "license": "Apache-2.0",
                  "fhirVersions": ["4.0.1"],
                  "dependencies": { "hl7.fhir.r4.core": "4.0.1" },
                  "author": "Lamella"
                }
                """.formatted(PACKAGE, RuleLibraries.VERSION, PathwayContent.BASE.replaceAll("/$", ""));
    }
}
