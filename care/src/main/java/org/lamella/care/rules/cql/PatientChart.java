package org.lamella.care.rules.cql;

import static org.lamella.care.rules.cql.ChartValues.BASE;
import static org.lamella.care.rules.cql.ChartValues.amount;
import static org.lamella.care.rules.cql.ChartValues.component;
import static org.lamella.care.rules.cql.ChartValues.concept;
import static org.lamella.care.rules.cql.ChartValues.day;
import static org.lamella.care.rules.cql.ChartValues.kebab;
import static org.lamella.care.rules.cql.ChartValues.method;
import static org.lamella.care.rules.cql.ChartValues.period;
import static org.lamella.care.rules.cql.ChartValues.quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.LabResult;
import org.lamella.patient.Patient;
import org.lamella.patient.Sex;
import org.lamella.patient.UnusableEntry;

/** A patient as FHIR R4 resources in Lamella's own code systems, as far as the CQL libraries read them. */
final class PatientChart {
    private final Map<String, List<Object>> byType = new LinkedHashMap<>();
    private final org.hl7.fhir.r4.model.Patient person = new org.hl7.fhir.r4.model.Patient();

    PatientChart(Patient patient) {
        person.setId(patient.id());
        person.setBirthDateElement(new DateType(patient.birthDate().toString()));
        person.setGender(patient.sex() == Sex.FEMALE ? AdministrativeGender.FEMALE : AdministrativeGender.MALE);
        add(person);
        diagnosis(patient);
        patient.labs().forEach(this::lab);
        patient.findings()
                .forEach(f -> observation("finding", kebab(f.kind()), f.date()).setValue(new BooleanType(f.present())));
        patient.examinations().forEach(e -> {
            Observation o = observation("examination", kebab(e.kind()), e.date());
            if (e.value() != null) {
                o.setValue(quantity(e.value(), e.kind().unit()));
            }
        });
        measurements(patient);
        drugs(patient);
        scans(patient);
        new ChartOperations(this).add(patient);
        patient.unusable().forEach(this::unusable);
    }

    /** An entry that cannot be used: its code and day without a value, and that the value is missing by error. */
    private void unusable(UnusableEntry entry) {
        Observation o = switch (entry.subject()) {
            case UnusableEntry.Laboratory lab -> observation("lab", kebab(lab.analyte()), entry.date());
            case UnusableEntry.Statement s -> observation("finding", kebab(s.kind()), entry.date());
            case UnusableEntry.Measure m -> observation("observation", kebab(m), entry.date());
        };
        o.setDataAbsentReason(new CodeableConcept(
                        new Coding("http://terminology.hl7.org/CodeSystem/data-absent-reason", "error", "Error"))
                .setText(entry.reason()));
    }

    org.hl7.fhir.r4.model.Patient person() {
        return person;
    }

    /** Every resource, the person first. */
    List<Resource> all() {
        return byType.values().stream()
                .flatMap(List::stream)
                .map(Resource.class::cast)
                .toList();
    }

    List<Object> ofType(String type) {
        return byType.getOrDefault(type, List.of());
    }

    Reference subject() {
        return new Reference("Patient/" + person.getIdPart());
    }

    void add(Resource resource) {
        byType.computeIfAbsent(resource.fhirType(), type -> new ArrayList<>()).add(resource);
    }

    private Observation observation(String system, String code, LocalDate date) {
        Observation o = new Observation();
        o.setStatus(Observation.ObservationStatus.FINAL);
        o.setCode(concept(system, code));
        o.setEffective(day(date));
        add(o);
        return o;
    }

    private void diagnosis(Patient patient) {
        if (patient.diagnosis().type() != null) {
            Condition c = new Condition();
            c.setCode(concept("oi-type", kebab(patient.diagnosis().type())));
            add(c);
        }
        if (patient.diagnosis().gene() != null) {
            observation("observation", "gene", patient.birthDate())
                    .setValue(new CodeableConcept().setText(patient.diagnosis().gene()));
        }
        patient.fractures().forEach(f -> {
            Condition c = new Condition();
            c.setCode(concept("fracture", kebab(f.bone())));
            c.setOnset(day(f.date()));
            c.addBodySite(concept("side", kebab(f.side())));
            c.addExtension(BASE + "StructureDefinition/fracture-mechanism", concept("mechanism", kebab(f.mechanism())));
            add(c);
        });
    }

    private void lab(LabResult lab) {
        Observation o = observation("lab", kebab(lab.analyte()), lab.date());
        o.setValue(quantity(lab.value(), lab.analyte().unit()));
        if (lab.lowerLimit() != null || lab.upperLimit() != null) {
            Observation.ObservationReferenceRangeComponent range = o.addReferenceRange();
            if (lab.lowerLimit() != null) {
                range.setLow(new Quantity().setValue(lab.lowerLimit()));
            }
            if (lab.upperLimit() != null) {
                range.setHigh(new Quantity().setValue(lab.upperLimit()));
            }
        }
    }

    private void measurements(Patient patient) {
        patient.weights().forEach(w -> {
            Observation o = observation("observation", "weight", w.date());
            o.setValue(quantity(w.weight().value(), "kg"));
            o.setMethod(method(w.method()));
        });
        patient.heights().forEach(h -> {
            Observation o = observation("observation", "height", h.date());
            // An arm span is no height for an equation; the libraries see that it is the latest, and no figure.
            if (h.posture() != HeightMeasurement.Posture.ARM_SPAN) {
                o.setValue(quantity(BigDecimal.valueOf(h.height().value()), "cm"));
            }
            o.setMethod(method(h.method()));
        });
        patient.mobility()
                .forEach(m -> observation("observation", "mobility", m.date())
                        .setValue(concept("mobility", kebab(m.grade()))));
        patient.pain()
                .forEach(p -> observation("observation", "pain", p.date())
                        .setValue(quantity(BigDecimal.valueOf(p.score()), "1")));
        patient.pregnancy()
                .forEach(p -> observation("observation", "pregnancy", p.date())
                        .setValue(concept("pregnancy", kebab(p.status()))));
        patient.vertebralFractures()
                .forEach(v -> observation("observation", "vertebral-fracture", v.date())
                        .setValue(concept("vertebra", v.level())));
    }

    private void drugs(Patient patient) {
        patient.administrations().forEach(a -> amount(given(a.drug().name(), a.date()), a));
        patient.dosesOfUnknownAmount().forEach(d -> given(d.drug().name(), d.date()));
        patient.courses().forEach(c -> {
            MedicationStatement m = new MedicationStatement();
            m.setMedication(concept("drug", c.drug().name()));
            m.setEffective(period(c.from(), c.until()));
            add(m);
        });
    }

    private MedicationAdministration given(String drug, LocalDate date) {
        MedicationAdministration m = new MedicationAdministration();
        m.setMedication(concept("drug", drug));
        m.setEffective(day(date));
        add(m);
        return m;
    }

    private void scans(Patient patient) {
        patient.dxaScans().forEach(s -> {
            Observation o = observation("dxa-site", kebab(s.site()), s.date());
            if (s.density() != null) {
                component(o, "density", s.density().gramsPerSquareCentimetre(), "g/cm2");
            }
            if (s.content() != null) {
                component(o, "mineral-content", s.content().grams(), "g");
            }
            if (s.reportedZ() != null) {
                component(o, "z-score", s.reportedZ().value(), "1");
            }
        });
    }
}
