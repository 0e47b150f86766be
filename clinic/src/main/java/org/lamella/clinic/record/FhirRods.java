package org.lamella.clinic.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DeviceUseStatement;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Rod;
import org.lamella.patient.measure.Millimetres;

/** Intramedullary rods: a DeviceUseStatement with the bone and the time, and its Device with make and size. */
final class FhirRods {
    private static final Set<String> IN_USE = Set.of("active", "completed");
    private static final Set<String> READ = Set.of("device", "timing", "bodySite");

    private final FhirScope scope;

    FhirRods(FhirScope scope) {
        this.scope = scope;
    }

    void read(FhirEntry entry, DeviceUseStatement use) {
        String at = entry.at();
        String status = use.getStatus() == null ? null : use.getStatus().toCode();
        if (!scope.counts(entry, status, IN_USE)) {
            return;
        }
        Optional<Device> device = scope.bundle()
                .find(use.getDevice(), entry)
                .map(FhirEntry::resource)
                .filter(Device.class::isInstance)
                .map(Device.class::cast);
        if (device.isEmpty()) {
            scope.notes()
                    .leftOut(
                            Reason.VALUE_MISSING,
                            at + ".device",
                            "a device that is not in the bundle",
                            "a reference to a Device in the bundle",
                            "");
            return;
        }
        Optional<Rod.Kind> kind = scope.codes()
                .needed(at + ".device.type", device.get().getType(), Concept.Kind.ROD)
                .flatMap(c -> LamellaCodes.constant(Rod.Kind.class, c.value()));
        Optional<FhirDates.Span> span = time(at, use);
        if (kind.isEmpty() || span.isEmpty()) {
            return;
        }
        if (span.get().until() == null && "completed".equals(status)) {
            scope.dates().missing(at + ".timingPeriod.end", "the removal of a rod that is no longer in use");
            return;
        }
        FhirSites sites = new FhirSites(scope);
        List<CodeableConcept> where = use.hasBodySite() ? List.of(use.getBodySite()) : List.of();
        CodeableConcept none = new CodeableConcept();
        sites.bone(at, "rod", none, where)
                .ifPresent(bone -> scope.draft()
                        .rods
                        .add(
                                at,
                                new Rod(
                                        span.get().from(),
                                        kind.get(),
                                        bone,
                                        sites.side(at, none, where),
                                        millimetres(at, device.get(), "rod-diameter"),
                                        millimetres(at, device.get(), "rod-length"),
                                        span.get().until())));
        FhirUnused.list(entry, READ, scope.notes());
    }

    private Optional<FhirDates.Span> time(String at, DeviceUseStatement use) {
        return switch (use.getTiming()) {
            case Period period -> scope.dates().span(at + ".timingPeriod", "rod", period);
            case DateTimeType day ->
                scope.dates().needed(at + ".timingDateTime", "rod", day).map(from -> new FhirDates.Span(from, null));
            case null, default -> {
                scope.dates().missing(at + ".timing", "rod");
                yield Optional.empty();
            }
        };
    }

    private @Nullable Millimetres millimetres(String at, Device device, String property) {
        return device.getProperty().stream()
                .filter(p -> FhirCodes.meanings(p.getType()).contains(new Concept(Concept.Kind.OBSERVATION, property)))
                .filter(Device.DevicePropertyComponent::hasValueQuantity)
                .findFirst()
                .flatMap(p -> scope.quantities()
                        .written(at + ".device." + property, property, p.getValueQuantityFirstRep(), "mm (UCUM)"))
                .flatMap(written -> scope.amounts().in(written, property, "mm", "mm (UCUM)"))
                .flatMap(mm -> scope.amounts().make(at + ".device." + property, () -> new Millimetres(mm)))
                .orElse(null);
    }
}
