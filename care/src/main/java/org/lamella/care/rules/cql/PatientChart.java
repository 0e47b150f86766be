package org.lamella.care.rules.cql;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.LabResult;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.Patient;
import org.lamella.patient.Sex;

/** A patient as FHIR R4 resources in Lamella's own code systems, as far as the CQL libraries read them. */
final class PatientChart {
    private static final String BASE = "https://lamella.example.org/fhir/";

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
                o.setValue(new Quantity().setValue(e.value()));
            }
        });
        measurements(patient);
        drugs(patient);
        procedures(patient);
    }

    org.hl7.fhir.r4.model.Patient person() {
        return person;
    }

    List<Object> ofType(String type) {
        return byType.getOrDefault(type, List.of());
    }

    private void add(Resource resource) {
        byType.computeIfAbsent(resource.fhirType(), type -> new ArrayList<>()).add(resource);
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(BASE + "CodeSystem/" + system, code, null));
    }

    private static DateTimeType day(LocalDate date) {
        return new DateTimeType(date.toString());
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
            c.addExtension(BASE + "StructureDefinition/fracture-mechanism", concept("mechanism", kebab(f.mechanism())));
            add(c);
        });
    }

    private void lab(LabResult lab) {
        Observation o = observation("lab", kebab(lab.analyte()), lab.date());
        o.setValue(new Quantity().setValue(lab.value()).setCode(lab.analyte().unit()));
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
            o.setValue(new Quantity().setValue(w.weight().value()));
            o.setMethod(method(w.method()));
        });
        patient.heights().forEach(h -> {
            Observation o = observation("observation", "height", h.date());
            o.setValue(new Quantity().setValue(h.height().value()));
            o.setMethod(method(h.method()));
        });
        patient.mobility()
                .forEach(m -> observation("observation", "mobility", m.date())
                        .setValue(concept("mobility", kebab(m.grade()))));
        patient.pain()
                .forEach(
                        p -> observation("observation", "pain", p.date()).setValue(new Quantity().setValue(p.score())));
        patient.pregnancy()
                .forEach(p -> observation("observation", "pregnancy", p.date())
                        .setValue(concept("pregnancy", kebab(p.status()))));
        patient.vertebralFractures()
                .forEach(v -> observation("observation", "vertebral-fracture", v.date())
                        .setValue(concept("vertebra", v.level())));
    }

    private static CodeableConcept method(MeasurementMethod method) {
        return concept("method", kebab(method));
    }

    private void drugs(Patient patient) {
        patient.administrations().forEach(a -> given(a.drug().name(), a.date()));
        patient.dosesOfUnknownAmount().forEach(d -> given(d.drug().name(), d.date()));
        patient.courses().forEach(c -> {
            MedicationStatement m = new MedicationStatement();
            m.setMedication(concept("drug", c.drug().name()));
            Period period = new Period();
            period.setStartElement(day(c.from()));
            if (c.until() != null) {
                period.setEndElement(day(c.until()));
            }
            m.setEffective(period);
            add(m);
        });
    }

    private void given(String drug, LocalDate date) {
        MedicationAdministration m = new MedicationAdministration();
        m.setMedication(concept("drug", drug));
        m.setEffective(day(date));
        add(m);
    }

    private void procedures(Patient patient) {
        patient.surgeries().forEach(s -> performed("procedure", kebab(s.kind()), s.date(), s.healedOn()));
        patient.dentalVisits().forEach(d -> performed("care", "dental-review", d.date(), null));
        patient.plannedProcedures().forEach(p -> {
            ServiceRequest r = new ServiceRequest();
            r.setCode(concept("procedure", kebab(p.kind())));
            r.setOccurrence(day(p.date()));
            add(r);
        });
    }

    private void performed(String system, String code, LocalDate date, @Nullable LocalDate healed) {
        Procedure p = new Procedure();
        p.setCode(concept(system, code));
        p.setPerformed(day(date));
        if (healed != null) {
            p.addExtension(BASE + "StructureDefinition/healed-on", new DateType(healed.toString()));
        }
        add(p);
    }
}
