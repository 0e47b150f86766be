package org.lamella.care.rules.cql;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.opencds.cqf.cql.engine.fhir.model.R4FhirModelResolver;

/**
 * The model of FHIR R4 for the CQL engine, prepared for the types of resources that a chart holds. The engine's own
 * prepares all 148 types, which takes most of a second and gives the same answers for these.
 */
final class ChartModel extends R4FhirModelResolver {
    /** Every type of resource that the libraries name. */
    static final List<String> TYPES = List.of(
            "Patient",
            "Observation",
            "Condition",
            "MedicationAdministration",
            "MedicationStatement",
            "Procedure",
            "ServiceRequest",
            "Device",
            "DeviceUseStatement");

    ChartModel() {
        super(FhirContext.forR4Cached());
    }

    @Override
    protected void initialize() {
        TYPES.forEach(getFhirContext()::getResourceDefinition);
    }
}
