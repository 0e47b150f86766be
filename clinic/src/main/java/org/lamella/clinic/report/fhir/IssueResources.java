package org.lamella.clinic.report.fhir;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.DataRequirement;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UriType;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.evidence.Citation;

/** What must stop, what must wait, and what is missing. */
final class IssueResources {
    private final Plan plan;
    private final Entries entries;
    private final PlanBundle.Parties parties;
    private final List<Reference> added = new ArrayList<>();

    IssueResources(Plan plan, Entries entries, PlanBundle.Parties parties) {
        this.plan = plan;
        this.entries = entries;
        this.parties = parties;
    }

    List<Reference> add() {
        for (int i = 0; i < plan.items().size(); i++) {
            item(plan.items().get(i), "item-" + i);
        }
        for (int i = 0; i < plan.options().size(); i++) {
            option(plan.options().get(i), "option-" + i);
        }
        for (int i = 0; i < plan.forecastNeeds().size(); i++) {
            missing(
                    "forecast-" + i,
                    "forecast",
                    "Forecast",
                    "Needed: " + plan.forecastNeeds().get(i),
                    List.of());
        }
        return List.copyOf(added);
    }

    private void item(CareItem item, String name) {
        switch (item.kind()) {
            case STOP ->
                issue(name, item.title(), item.reason(), DetectedIssue.DetectedIssueSeverity.HIGH, item.sources());
            case HOLD ->
                issue(name, item.title(), item.reason(), DetectedIssue.DetectedIssueSeverity.MODERATE, item.sources());
            case MISSING -> missing(name, item.ruleId(), item.title(), item.reason(), item.sources());
            case DUE, NOT_YET, OPTION, INFORMATION -> {
                // Dates are activities of the CarePlan; options and information need no resource of their own.
            }
        }
    }

    private void option(TreatmentOption option, String name) {
        String reasons =
                String.join(" ", option.reasons().stream().map(Statement::text).toList());
        List<Citation> sources = option.reasons().stream()
                .flatMap(r -> r.sources().stream())
                .distinct()
                .toList();
        switch (option.availability()) {
            case AVAILABLE -> {
                // Appears in the RequestGroup.
            }
            case STOPPED ->
                issue(
                        name,
                        "Must not be given: " + option.title(),
                        reasons,
                        DetectedIssue.DetectedIssueSeverity.HIGH,
                        sources);
            case ON_HOLD ->
                issue(
                        name,
                        "On hold: " + option.title(),
                        reasons,
                        DetectedIssue.DetectedIssueSeverity.MODERATE,
                        sources);
            case CANNOT_EVALUATE -> missing(name, option.id(), "Cannot evaluate: " + option.title(), reasons, sources);
            case UNCONFIRMED -> missing(name, option.id(), "Not confirmed: " + option.title(), reasons, sources);
        }
    }

    private void issue(
            String name,
            String title,
            String reason,
            DetectedIssue.DetectedIssueSeverity severity,
            List<Citation> sources) {
        DetectedIssue issue = new DetectedIssue();
        issue.setStatus(DetectedIssue.DetectedIssueStatus.PRELIMINARY);
        issue.setSeverity(severity);
        issue.setCode(Entries.concept(title));
        issue.setPatient(parties.patient().copy());
        issue.setIdentified(entries.day());
        issue.setAuthor(parties.software().copy());
        issue.setDetail(Entries.clean(reason));
        sources.stream()
                .map(Citation::link)
                .filter(l -> l.matches("https?://\\S+"))
                .findFirst()
                .ifPresent(issue::setReference);
        keep(entries.add(issue, name, title, List.of(reason)), sources);
    }

    /** Adds what is missing; the reference belongs to the findings of the plan. */
    Reference missing(String name, String rule, String title, String reason, List<Citation> sources) {
        GuidanceResponse response = new GuidanceResponse();
        response.setStatus(GuidanceResponse.GuidanceResponseStatus.DATAREQUIRED);
        response.setModule(new UriType(Entries.rule(rule).getValue()));
        response.setSubject(parties.patient().copy());
        response.setOccurrenceDateTimeElement(entries.day());
        response.setPerformer(parties.software().copy());
        response.addReasonCode(Entries.concept(title));
        response.addNote(PlanBundle.note(reason));
        response.addDataRequirement(new DataRequirement().setType("Resource"));
        Reference reference = entries.add(response, name, title, List.of(reason));
        keep(reference, sources);
        return reference;
    }

    private void keep(Reference reference, List<Citation> sources) {
        added.add(reference);
        entries.sources(reference, parties.software(), sources);
    }
}
