package org.lamella.clinic.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.lamella.patient.Bone;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Surgery;

/** Operations and dental procedures that are planned: requests and appointments. */
final class FhirPlans {
    private static final Set<String> STANDING = Set.of("active", "draft", "on-hold");
    private static final Set<String> BOOKED =
            Set.of("proposed", "pending", "booked", "waitlist", "arrived", "checked-in");

    private final FhirScope scope;

    FhirPlans(FhirScope scope) {
        this.scope = scope;
    }

    void read(FhirEntry entry, ServiceRequest request) {
        String status = request.getStatus() == null ? null : request.getStatus().toCode();
        if (!scope.counts(entry, status, STANDING)) {
            return;
        }
        if (request.hasDoNotPerform()
                && Boolean.TRUE.equals(request.getDoNotPerformElement().getValue())) {
            scope.notes()
                    .information(
                            Reason.NOT_USED, entry.at() + ".doNotPerform", "a request not to do something", "", "");
            return;
        }
        Optional<Surgery.Kind> kind = kind(entry.at() + ".code", request.getCode());
        if (kind.isEmpty()) {
            return;
        }
        scope.dates()
                .needed(entry.at() + ".occurrence", "planned " + kind.get().label(), request.getOccurrence())
                .ifPresent(day -> plan(entry.at(), kind.get(), day, request.getCode(), request.getBodySite()));
        FhirUnused.list(entry, Set.of("code", "occurrence", "bodySite", "intent", "priority"), scope.notes());
    }

    void read(FhirEntry entry, Appointment appointment) {
        String status =
                appointment.getStatus() == null ? null : appointment.getStatus().toCode();
        if (!scope.counts(entry, status, BOOKED)) {
            return;
        }
        CodeableConcept code = appointment.getServiceTypeFirstRep();
        Optional<Surgery.Kind> kind = kind(entry.at() + ".serviceType", code);
        if (kind.isEmpty()) {
            return;
        }
        if (!appointment.hasStart()) {
            scope.dates().missing(entry.at() + ".start", "planned " + kind.get().label());
            return;
        }
        scope.dates()
                .day(entry.at() + ".start", "planned " + kind.get().label(), appointment.getStartElement())
                .ifPresent(day -> plan(entry.at(), kind.get(), day, code, appointment.getReasonCode()));
        FhirUnused.list(entry, Set.of("serviceType", "start", "end", "minutesDuration", "reasonCode"), scope.notes());
    }

    private Optional<Surgery.Kind> kind(String at, CodeableConcept code) {
        return scope.codes()
                .needed(at, code, Concept.Kind.PROCEDURE)
                .flatMap(c -> LamellaCodes.constant(Surgery.Kind.class, c.value()));
    }

    private void plan(String at, Surgery.Kind kind, LocalDate day, CodeableConcept code, List<CodeableConcept> where) {
        FhirSites sites = new FhirSites(scope);
        boolean boneMatters = kind != Surgery.Kind.DENTAL_EXTRACTION && kind != Surgery.Kind.OTHER;
        Optional<Bone> bone = boneMatters
                ? FhirProcedures.impliedBone(kind).or(() -> sites.bone(at, kind.label(), code, where))
                : Optional.empty();
        // A plan of which only the bone is unclear still counts: it may hold back a dose.
        scope.draft().planned(at, new PlannedProcedure(day, kind, bone.orElse(null), sites.side(at, code, where)));
    }
}
