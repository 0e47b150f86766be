package org.lamella.care.rules.cql;

import static org.lamella.care.rules.cql.ChartValues.BASE;
import static org.lamella.care.rules.cql.ChartValues.coding;
import static org.lamella.care.rules.cql.ChartValues.concept;
import static org.lamella.care.rules.cql.ChartValues.day;
import static org.lamella.care.rules.cql.ChartValues.kebab;
import static org.lamella.care.rules.cql.ChartValues.millimetres;
import static org.lamella.care.rules.cql.ChartValues.period;

import java.time.LocalDate;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DeviceUseStatement;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Patient;

/** Rods, operations, casts and dental visits of a chart. */
final class ChartOperations {
    private final PatientChart chart;

    ChartOperations(PatientChart chart) {
        this.chart = chart;
    }

    void add(Patient patient) {
        rods(patient);
        procedures(patient);
    }

    private void rods(Patient patient) {
        patient.rods().forEach(r -> {
            Device device = new Device();
            device.setId("rod-" + chart.ofType("Device").size());
            device.setType(concept("rod", kebab(r.kind())));
            millimetres(device, "rod-diameter", r.diameter());
            millimetres(device, "rod-length", r.length());
            chart.add(device);
            DeviceUseStatement use = new DeviceUseStatement();
            use.setId("use-of-" + device.getIdPart());
            use.setStatus(
                    r.removedOn() == null
                            ? DeviceUseStatement.DeviceUseStatementStatus.ACTIVE
                            : DeviceUseStatement.DeviceUseStatementStatus.COMPLETED);
            use.setSubject(chart.subject());
            use.setDevice(new Reference("Device/" + device.getIdPart()));
            use.setBodySite(concept("bone", kebab(r.bone())).addCoding(coding("side", kebab(r.side()))));
            use.setTiming(period(r.insertedOn(), r.removedOn()));
            chart.add(use);
        });
    }

    private void procedures(Patient patient) {
        patient.surgeries().forEach(s -> performed("procedure", kebab(s.kind()), s.date(), s.healedOn()));
        patient.dentalVisits().forEach(d -> performed("care", "dental-review", d.date(), null));
        patient.plannedProcedures().forEach(p -> {
            ServiceRequest r = new ServiceRequest();
            r.setCode(concept("procedure", kebab(p.kind())));
            r.setOccurrence(day(p.date()));
            if (p.bone() != null) {
                r.addBodySite(concept("bone", kebab(p.bone())).addCoding(coding("side", kebab(p.side()))));
            }
            chart.add(r);
        });
        patient.casts().forEach(c -> {
            Procedure p = new Procedure();
            p.setCode(concept("care", "cast"));
            p.setPerformed(period(c.from(), c.until()));
            p.addBodySite(concept("bone", kebab(c.bone())).addCoding(coding("side", kebab(c.side()))));
            chart.add(p);
        });
    }

    private void performed(String system, String code, LocalDate date, @Nullable LocalDate healed) {
        Procedure p = new Procedure();
        p.setCode(concept(system, code));
        p.setPerformed(day(date));
        if (healed != null) {
            p.addExtension(BASE + "StructureDefinition/healed-on", new DateType(healed.toString()));
        }
        chart.add(p);
    }
}
