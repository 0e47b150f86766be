package org.lamella.clinic.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.lamella.patient.Bone;
import org.lamella.patient.Side;

/** Bone and side, from body sites and from the code of what happened there. */
final class FhirSites {
    private final FhirScope scope;

    FhirSites(FhirScope scope) {
        this.scope = scope;
    }

    /** The bone that the code names or, failing that, a body site; a note says so when there is none. */
    Optional<Bone> bone(String at, String what, CodeableConcept code, List<CodeableConcept> sites) {
        Optional<Bone> byCode = scope.codes()
                .quiet(at + ".code", List.of(code), Concept.Kind.FRACTURE)
                .flatMap(c -> LamellaCodes.constant(Bone.class, c.value()));
        Optional<Bone> bySite = scope.codes()
                .quiet(at + ".bodySite", sites, Concept.Kind.BONE)
                .flatMap(c -> LamellaCodes.constant(Bone.class, c.value()));
        if (byCode.isPresent() && bySite.isPresent() && byCode.get() != bySite.get()) {
            scope.notes()
                    .leftOut(
                            Reason.CODES_DISAGREE,
                            at + ".bodySite",
                            what + " of the " + byCode.get().label() + " at the "
                                    + bySite.get().label(),
                            "a code and a body site that agree",
                            "Correct the record.");
            return Optional.empty();
        }
        Optional<Bone> bone = byCode.or(() -> bySite);
        if (bone.isEmpty()) {
            scope.notes()
                    .leftOut(
                            Reason.UNKNOWN_CODE,
                            at + ".bodySite",
                            what + " at " + (sites.isEmpty() ? "no body site" : FhirCodes.shown(sites.getFirst())),
                            "a code for a bone",
                            "The list of codes is in docs/reference/record-fhir.md.");
        }
        return bone;
    }

    Side side(String at, CodeableConcept code, List<CodeableConcept> sites) {
        List<CodeableConcept> all = new ArrayList<>(sites);
        all.add(code);
        return scope.codes()
                .quiet(at + ".bodySite", all, Concept.Kind.SIDE)
                .flatMap(c -> LamellaCodes.constant(Side.class, c.value()))
                .orElse(Side.UNKNOWN);
    }
}
