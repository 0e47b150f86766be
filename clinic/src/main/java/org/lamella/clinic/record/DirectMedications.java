package org.lamella.clinic.record;

import static org.lamella.clinic.record.DirectElements.choice;
import static org.lamella.clinic.record.DirectElements.listed;
import static org.lamella.clinic.record.DirectElements.many;
import static org.lamella.clinic.record.DirectElements.one;
import static org.lamella.clinic.record.DirectElements.unread;
import static org.lamella.clinic.record.DirectTypes.CONCEPT;
import static org.lamella.clinic.record.DirectTypes.DATE_TIME;
import static org.lamella.clinic.record.DirectTypes.PERIOD;
import static org.lamella.clinic.record.DirectTypes.QUANTITY;
import static org.lamella.clinic.record.DirectTypes.REFERENCE;
import static org.lamella.clinic.record.DirectTypes.resource;

import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationDosageComponent;
import org.hl7.fhir.r4.model.MedicationStatement;

/** Drugs taken straight from JSON; see {@link DirectResources}. */
final class DirectMedications {
    private static final DirectForm<MedicationAdministrationDosageComponent> GIVEN_DOSAGE = DirectForm.of(
                    MedicationAdministrationDosageComponent::new)
            .with("route", one(CONCEPT::read, MedicationAdministrationDosageComponent::setRoute))
            .with("dose", one(QUANTITY::read, MedicationAdministrationDosageComponent::setDose));

    static final DirectForm<MedicationAdministration> ADMINISTRATION = resource(MedicationAdministration::new)
            .with(
                    "status",
                    one(
                            listed(MedicationAdministration.MedicationAdministrationStatus::fromCode),
                            MedicationAdministration::setStatus))
            .with(
                    "medicationCodeableConcept",
                    choice(
                            MedicationAdministration::hasMedication,
                            CONCEPT::read,
                            MedicationAdministration::setMedication))
            .with(
                    "medicationReference",
                    choice(
                            MedicationAdministration::hasMedication,
                            REFERENCE::read,
                            MedicationAdministration::setMedication))
            .with("subject", one(REFERENCE::read, MedicationAdministration::setSubject))
            .with("context", unread(REFERENCE::read))
            .with(
                    "effectiveDateTime",
                    choice(MedicationAdministration::hasEffective, DATE_TIME, MedicationAdministration::setEffective))
            .with(
                    "effectivePeriod",
                    choice(
                            MedicationAdministration::hasEffective,
                            PERIOD::read,
                            MedicationAdministration::setEffective))
            .with("dosage", one(GIVEN_DOSAGE::read, MedicationAdministration::setDosage));

    static final DirectForm<MedicationStatement> STATEMENT = resource(MedicationStatement::new)
            .with(
                    "status",
                    one(
                            listed(MedicationStatement.MedicationStatementStatus::fromCode),
                            MedicationStatement::setStatus))
            .with(
                    "medicationCodeableConcept",
                    choice(MedicationStatement::hasMedication, CONCEPT::read, MedicationStatement::setMedication))
            .with(
                    "medicationReference",
                    choice(MedicationStatement::hasMedication, REFERENCE::read, MedicationStatement::setMedication))
            .with("subject", one(REFERENCE::read, MedicationStatement::setSubject))
            .with("context", unread(REFERENCE::read))
            .with(
                    "effectiveDateTime",
                    choice(MedicationStatement::hasEffective, DATE_TIME, MedicationStatement::setEffective))
            .with(
                    "effectivePeriod",
                    choice(MedicationStatement::hasEffective, PERIOD::read, MedicationStatement::setEffective))
            .with("dateAsserted", unread(DATE_TIME))
            .with("dosage", many(DirectTypes.DOSAGE::read, MedicationStatement::addDosage));

    static final DirectForm<Medication> MEDICATION =
            resource(Medication::new).with("code", one(CONCEPT::read, Medication::setCode));

    private DirectMedications() {}
}
