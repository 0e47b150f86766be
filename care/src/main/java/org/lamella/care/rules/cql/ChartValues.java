package org.lamella.care.rules.cql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Administration;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.measure.Millimetres;

/** Codes, days and amounts as the resources of {@link PatientChart} carry them. */
final class ChartValues {
    static final String BASE = "https://lamella.example.org/fhir/";

    private ChartValues() {}

    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(coding(system, code));
    }

    static Coding coding(String system, String code) {
        return new Coding(BASE + "CodeSystem/" + system, code, null);
    }

    static Period period(LocalDate from, @Nullable LocalDate until) {
        Period period = new Period();
        period.setStartElement(day(from));
        if (until != null) {
            period.setEndElement(day(until));
        }
        return period;
    }

    static DateTimeType day(LocalDate date) {
        return new DateTimeType(date.toString());
    }

    static CodeableConcept method(MeasurementMethod method) {
        return concept("method", kebab(method));
    }

    static Quantity quantity(BigDecimal value, String unit) {
        return new Quantity()
                .setValue(value)
                .setUnit(unit)
                .setSystem("http://unitsofmeasure.org")
                .setCode(unit);
    }

    static void component(Observation o, String code, double value, String unit) {
        o.addComponent().setCode(concept("observation", code)).setValue(quantity(BigDecimal.valueOf(value), unit));
    }

    static void millimetres(Device device, String property, @Nullable Millimetres size) {
        if (size != null) {
            device.addProperty()
                    .setType(concept("observation", property))
                    .addValueQuantity(quantity(size.value(), "mm"));
        }
    }

    /** The amount in mg, with the amount per weight beside it when both were recorded. */
    static void amount(MedicationAdministration m, Administration a) {
        Quantity perWeight =
                a.dosePerWeight() == null ? null : quantity(a.dosePerWeight().value(), "mg/kg");
        if (a.dose() == null) {
            m.getDosage().setDose(perWeight);
            return;
        }
        m.getDosage().setDose(quantity(a.dose().value(), "mg"));
        if (perWeight != null) {
            m.addExtension(BASE + "StructureDefinition/dose-per-weight", perWeight);
        }
    }
}
