package org.lamella.clinic.report.fhir;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.PathwayNote;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.Statement;

/** Puts the resources of a plan together. */
public final class PlanBundle {
    private static final String CAVEAT =
            "Proposal for discussion by professionals; not an order. Research and education software, not a medical device.";

    private final Plan plan;
    private final Entries entries;
    private final Reference patient;
    private final Reference software;

    private PlanBundle(Plan plan) {
        this.plan = plan;
        entries = new Entries(plan);
        patient = patient();
        software = software();
    }

    /** The bundle of a plan. */
    public static Bundle of(Plan plan) {
        PlanBundle bundle = new PlanBundle(plan);
        Parties parties = new Parties(bundle.patient, bundle.software);
        IssueResources issues = new IssueResources(plan, bundle.entries, parties);
        List<Reference> findings = new ArrayList<>(issues.add());
        OptionResources options = new OptionResources(plan, bundle.entries, parties);
        findings.addAll(options.add());
        NoteResources notes = new NoteResources(plan, bundle.entries, parties, issues);
        findings.addAll(notes.add());
        bundle.carePlan(options.group(), notes.tasks(), findings);
        return bundle.entries.finish();
    }

    /**
     * Who the resources speak about and who speaks.
     *
     * @param patient the patient
     * @param software this software
     */
    record Parties(Reference patient, Reference software) {}

    private Reference patient() {
        Patient stub = new Patient();
        stub.addIdentifier(new Identifier().setValue(Entries.clean(plan.header().patientId())));
        stub.getBirthDateElement().setValueAsString(plan.header().birthDate().toString());
        return entries.add(
                stub,
                "patient",
                plan.header().patientLine(),
                List.of(plan.header().patientId()));
    }

    private Reference software() {
        Device device = new Device();
        device.setStatus(Device.FHIRDeviceStatus.ACTIVE);
        device.addDeviceName().setName("Lamella").setType(Device.DeviceNameType.MODELNAME);
        device.addVersion().setValue(Entries.clean(plan.header().softwareVersion()));
        device.addNote(note("Parameters " + plan.header().parameterSet() + ", seed "
                + plan.header().seed() + ", site configuration " + plan.header().site()
                + (plan.header().siteIsDemonstration() ? " (demonstration, confirmed by no hospital)." : ".")));
        return entries.add(device, "software", "Lamella " + plan.header().softwareVersion(), List.of(CAVEAT));
    }

    private void carePlan(Optional<Reference> options, List<Reference> tasks, List<Reference> findings) {
        CarePlan carePlan = new CarePlan();
        carePlan.setStatus(CarePlan.CarePlanStatus.DRAFT);
        carePlan.setIntent(CarePlan.CarePlanIntent.PROPOSAL);
        carePlan.setTitle(Entries.clean("Plan for " + plan.header().patientLine()));
        carePlan.setDescription(Entries.clean(String.join(" ", plan.headline())));
        carePlan.setSubject(patient.copy());
        carePlan.setAuthor(software.copy());
        carePlan.setCreatedElement(entries.day());
        carePlan.setPeriod(new Period().setStartElement(entries.day()));
        findings.forEach(f -> carePlan.addSupportingInfo(f.copy()));
        options.ifPresent(group -> carePlan.addActivity().setReference(group.copy()));
        tasks.forEach(task -> carePlan.addActivity().setReference(task.copy()));
        for (CareItem item : ahead()) {
            activity(carePlan, item);
        }
        plan.pathways().stream().filter(PathwayNote::now).forEach(p -> pathway(carePlan, p));
        carePlan.addNote(note(CAVEAT));
        plan.cautions().forEach(c -> carePlan.addNote(note(c.text())));
        Reference reference = entries.add(carePlan, "care-plan", carePlan.getTitle(), plan.headline());
        entries.sources(
                reference,
                software,
                Stream.concat(
                                ahead().stream().flatMap(i -> i.sources().stream()),
                                Stream.concat(
                                        plan.cautions().stream().flatMap(c -> c.sources().stream()),
                                        plan.pathways().stream()
                                                .filter(PathwayNote::now)
                                                .flatMap(p -> p.steps().stream())
                                                .flatMap(s -> s.sources().stream())))
                        .distinct()
                        .toList());
    }

    /** A pathway that applies now, with its steps. */
    private static void pathway(CarePlan carePlan, PathwayNote note) {
        CarePlan.CarePlanActivityDetailComponent detail = carePlan.addActivity().getDetail();
        detail.setStatus(CarePlan.CarePlanActivityStatus.NOTSTARTED);
        detail.setCode(Entries.concept("Pathway: " + note.title()));
        detail.addInstantiatesUri("urn:lamella:pathway:" + note.id().replaceAll("[^A-Za-z0-9._-]", "-"));
        String steps =
                String.join(" ", note.steps().stream().map(Statement::text).toList());
        detail.setDescription(Entries.clean("Because: " + note.why() + ". " + steps));
    }

    /** Dated items, and due ones without a date, each once. */
    private List<CareItem> ahead() {
        Set<CareItem> items = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        Stream.concat(plan.calendar().stream(), plan.items().stream().filter(i -> i.kind() == CareItem.Kind.DUE))
                .filter(i -> seen.add(i.ruleId() + "|" + i.dueOn()))
                .forEach(items::add);
        return List.copyOf(items);
    }

    private void activity(CarePlan carePlan, CareItem item) {
        CarePlan.CarePlanActivityDetailComponent detail = carePlan.addActivity().getDetail();
        detail.setStatus(CarePlan.CarePlanActivityStatus.NOTSTARTED);
        detail.setCode(Entries.concept(item.title()));
        detail.setDescription(Entries.clean(item.reason() + " (rule " + item.ruleId() + ")"));
        detail.addInstantiatesUri(Entries.rule(item.ruleId()).getValue());
        if (item.dueOn() != null) {
            String day = item.dueOn().toString();
            Period period = new Period();
            period.getStartElement().setValueAsString(day);
            period.getEndElement().setValueAsString(day);
            detail.setScheduled(period);
        }
    }

    static Annotation note(String text) {
        return new Annotation().setText(Entries.clean(text));
    }
}
