package org.lamella.clinic.record;

import static org.lamella.clinic.record.DirectElements.choice;
import static org.lamella.clinic.record.DirectElements.listed;
import static org.lamella.clinic.record.DirectElements.many;
import static org.lamella.clinic.record.DirectElements.one;
import static org.lamella.clinic.record.DirectElements.unread;
import static org.lamella.clinic.record.DirectElements.unreadMany;
import static org.lamella.clinic.record.DirectTypes.CONCEPT;
import static org.lamella.clinic.record.DirectTypes.DATE_TIME;
import static org.lamella.clinic.record.DirectTypes.PERIOD;
import static org.lamella.clinic.record.DirectTypes.QUANTITY;
import static org.lamella.clinic.record.DirectTypes.REFERENCE;
import static org.lamella.clinic.record.DirectTypes.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Condition.ConditionStageComponent;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * Resources taken straight from JSON: the plainly written ones, which are nearly all. They come out as the FHIR parser
 * would give them (but for elements that nobody looks at, which are checked and left away), and many times faster.
 */
final class DirectResources {
    private static final DirectForm<ObservationReferenceRangeComponent> RANGE = DirectForm.of(
                    ObservationReferenceRangeComponent::new)
            .with("low", one(QUANTITY::read, ObservationReferenceRangeComponent::setLow))
            .with("high", one(QUANTITY::read, ObservationReferenceRangeComponent::setHigh))
            .with("text", one(DirectElements::text, ObservationReferenceRangeComponent::setText));

    private static final DirectForm<ObservationComponentComponent> COMPONENT = DirectForm.of(
                    ObservationComponentComponent::new)
            .with("code", one(CONCEPT::read, ObservationComponentComponent::setCode))
            .with(
                    "valueQuantity",
                    choice(
                            ObservationComponentComponent::hasValue,
                            QUANTITY::read,
                            ObservationComponentComponent::setValue))
            .with(
                    "valueCodeableConcept",
                    choice(
                            ObservationComponentComponent::hasValue,
                            CONCEPT::read,
                            ObservationComponentComponent::setValue))
            .with(
                    "valueString",
                    choice(
                            ObservationComponentComponent::hasValue,
                            DirectResources::string,
                            ObservationComponentComponent::setValue))
            .with("referenceRange", many(RANGE::read, ObservationComponentComponent::addReferenceRange));

    private static final DirectForm<Observation> OBSERVATION = resource(Observation::new)
            .with("status", one(listed(Observation.ObservationStatus::fromCode), Observation::setStatus))
            .with("category", unreadMany(CONCEPT::read))
            .with("code", one(CONCEPT::read, Observation::setCode))
            .with("subject", one(REFERENCE::read, Observation::setSubject))
            .with("encounter", unread(REFERENCE::read))
            .with("effectiveDateTime", choice(Observation::hasEffective, DATE_TIME, Observation::setEffective))
            .with("effectivePeriod", choice(Observation::hasEffective, PERIOD::read, Observation::setEffective))
            .with("issued", unread(DirectTypes.INSTANT))
            .with("performer", unreadMany(REFERENCE::read))
            .with("valueQuantity", choice(Observation::hasValue, QUANTITY::read, Observation::setValue))
            .with("valueCodeableConcept", choice(Observation::hasValue, CONCEPT::read, Observation::setValue))
            .with("valueBoolean", choice(Observation::hasValue, DirectResources::truth, Observation::setValue))
            .with("valueInteger", choice(Observation::hasValue, DirectResources::integer, Observation::setValue))
            .with("valueString", choice(Observation::hasValue, DirectResources::string, Observation::setValue))
            .with("method", one(CONCEPT::read, Observation::setMethod))
            .with("device", one(REFERENCE::read, Observation::setDevice))
            .with("bodySite", one(CONCEPT::read, Observation::setBodySite))
            .with("referenceRange", many(RANGE::read, Observation::addReferenceRange))
            .with("component", many(COMPONENT::read, Observation::addComponent));

    private static final DirectForm<ConditionStageComponent> STAGE = DirectForm.of(ConditionStageComponent::new)
            .with("summary", one(CONCEPT::read, ConditionStageComponent::setSummary));

    private static final DirectForm<Condition> CONDITION = resource(Condition::new)
            .with("clinicalStatus", one(CONCEPT::read, Condition::setClinicalStatus))
            .with("verificationStatus", one(CONCEPT::read, Condition::setVerificationStatus))
            .with("category", unreadMany(CONCEPT::read))
            .with("code", one(CONCEPT::read, Condition::setCode))
            .with("bodySite", many(CONCEPT::read, Condition::addBodySite))
            .with("subject", one(REFERENCE::read, Condition::setSubject))
            .with("encounter", unread(REFERENCE::read))
            .with("onsetDateTime", choice(Condition::hasOnset, DATE_TIME, Condition::setOnset))
            .with("onsetPeriod", choice(Condition::hasOnset, PERIOD::read, Condition::setOnset))
            .with("abatementDateTime", choice(Condition::hasAbatement, DATE_TIME, Condition::setAbatement))
            .with("recordedDate", one(DATE_TIME, Condition::setRecordedDateElement))
            .with("recorder", unread(REFERENCE::read))
            .with("asserter", unread(REFERENCE::read))
            .with("stage", many(STAGE::read, Condition::addStage));

    private static final DirectForm<Procedure> PROCEDURE = resource(Procedure::new)
            .with("status", one(listed(Procedure.ProcedureStatus::fromCode), Procedure::setStatus))
            .with("category", unread(CONCEPT::read))
            .with("code", one(CONCEPT::read, Procedure::setCode))
            .with("subject", one(REFERENCE::read, Procedure::setSubject))
            .with("encounter", unread(REFERENCE::read))
            .with("performedDateTime", choice(Procedure::hasPerformed, DATE_TIME, Procedure::setPerformed))
            .with("performedPeriod", choice(Procedure::hasPerformed, PERIOD::read, Procedure::setPerformed))
            .with("bodySite", many(CONCEPT::read, Procedure::addBodySite))
            .with("outcome", one(CONCEPT::read, Procedure::setOutcome));

    private static final DirectForm<ServiceRequest> REQUEST = resource(ServiceRequest::new)
            .with("status", one(listed(ServiceRequest.ServiceRequestStatus::fromCode), ServiceRequest::setStatus))
            .with("intent", one(listed(ServiceRequest.ServiceRequestIntent::fromCode), ServiceRequest::setIntent))
            .with("priority", one(listed(ServiceRequest.ServiceRequestPriority::fromCode), ServiceRequest::setPriority))
            .with("category", unreadMany(CONCEPT::read))
            .with("code", one(CONCEPT::read, ServiceRequest::setCode))
            .with("subject", one(REFERENCE::read, ServiceRequest::setSubject))
            .with("encounter", unread(REFERENCE::read))
            .with("occurrenceDateTime", choice(ServiceRequest::hasOccurrence, DATE_TIME, ServiceRequest::setOccurrence))
            .with(
                    "occurrencePeriod",
                    choice(ServiceRequest::hasOccurrence, PERIOD::read, ServiceRequest::setOccurrence))
            .with("authoredOn", unread(DATE_TIME))
            .with("requester", unread(REFERENCE::read))
            .with("bodySite", many(CONCEPT::read, ServiceRequest::addBodySite));

    private static final DirectForm<Patient> PATIENT = resource(Patient::new)
            .with("active", unread(DirectElements::truth))
            .with("name", unreadMany(DirectTypes.NAME::read))
            .with("telecom", unreadMany(DirectTypes.TELECOM::read))
            .with("gender", one(listed(AdministrativeGender::fromCode), Patient::setGender))
            .with("birthDate", one(DirectTypes.DATE, Patient::setBirthDateElement))
            .with("deceasedBoolean", choice(Patient::hasDeceased, DirectResources::truth, Patient::setDeceased))
            .with("deceasedDateTime", choice(Patient::hasDeceased, DATE_TIME, Patient::setDeceased))
            .with("maritalStatus", unread(CONCEPT::read))
            .with("generalPractitioner", unreadMany(REFERENCE::read))
            .with("managingOrganization", unread(REFERENCE::read));

    private static final Map<String, DirectForm<? extends Resource>> FORMS = Map.ofEntries(
            Map.entry("Patient", PATIENT),
            Map.entry("Observation", OBSERVATION),
            Map.entry("Condition", CONDITION),
            Map.entry("MedicationAdministration", DirectMedications.ADMINISTRATION),
            Map.entry("MedicationStatement", DirectMedications.STATEMENT),
            Map.entry("Procedure", PROCEDURE),
            Map.entry("ServiceRequest", REQUEST),
            Map.entry("DeviceUseStatement", DirectDevices.DEVICE_USE),
            Map.entry("Device", DirectDevices.DEVICE),
            Map.entry("Medication", DirectMedications.MEDICATION));

    private DirectResources() {}

    /** The resource, or empty when it is not plainly written and the parser must judge. */
    static Optional<Resource> read(JsonNode json) {
        String type = json.path("resourceType").textValue();
        DirectForm<? extends Resource> form = type == null ? null : FORMS.get(type);
        return form == null ? Optional.empty() : Optional.ofNullable(form.read(json));
    }

    private static @Nullable StringType string(JsonNode json) {
        String text = DirectElements.text(json);
        return text == null ? null : new StringType(text);
    }

    private static @Nullable BooleanType truth(JsonNode json) {
        Boolean truth = DirectElements.truth(json);
        return truth == null ? null : new BooleanType(truth);
    }

    private static @Nullable IntegerType integer(JsonNode json) {
        return json.isInt() ? new IntegerType(json.intValue()) : null;
    }
}
