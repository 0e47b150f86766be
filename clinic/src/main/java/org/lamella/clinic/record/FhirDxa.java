package org.lamella.clinic.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.measure.ArealDensity;
import org.lamella.patient.measure.BoneMineralContent;
import org.lamella.patient.measure.ZScore;

/** DXA scans: one region per observation, with its figures in the value or in components, its reference and device. */
final class FhirDxa {
    private static final Set<String> READ =
            Set.of("code", "effective", "value", "method", "component", "device", "referenceRange", "bodySite");
    private static final Set<String> Z_UNITS = Set.of("1", "{Z-score}", "{Zscore}", "{z-score}", "{zscore}", "{SD}");

    private final FhirScope scope;

    FhirDxa(FhirScope scope) {
        this.scope = scope;
    }

    /** Figures of one scan as they come in. */
    private static final class Figures {
        private @Nullable ArealDensity density;
        private @Nullable BoneMineralContent content;
        private @Nullable ZScore z;
        private @Nullable String reference;
    }

    void read(FhirEntry entry, Observation observation, Concept concept, LocalDate day) {
        String at = entry.at();
        String[] siteAndPart = concept.value().split("/", 2);
        SkeletalSite site =
                LamellaCodes.constant(SkeletalSite.class, siteAndPart[0]).orElseThrow();
        Figures figures = new Figures();
        if (observation.hasValue()) {
            figure(at, siteAndPart.length > 1 ? siteAndPart[1] : "density", observation.getValue(), figures);
            reference(observation.getReferenceRange(), figures);
        }
        for (int i = 0; i < observation.getComponent().size(); i++) {
            component(
                    at + ".component[" + i + "]",
                    site,
                    observation.getComponent().get(i),
                    figures);
        }
        scope.draft()
                .dxa
                .add(
                        at,
                        new DxaShelf.Part(
                                day,
                                site,
                                figures.density,
                                figures.content,
                                figures.z,
                                figures.reference,
                                device(entry, observation)));
        FhirUnused.list(entry, READ, scope.notes());
    }

    private void component(String at, SkeletalSite site, ObservationComponentComponent component, Figures figures) {
        Optional<Concept> meaning = scope.codes()
                .needed(at + ".code", component.getCode(), Concept.Kind.OBSERVATION, Concept.Kind.DXA_SITE);
        if (meaning.isEmpty() || !component.hasValue()) {
            return;
        }
        String value = meaning.get().value();
        if (meaning.get().kind() == Concept.Kind.DXA_SITE) {
            if (!value.startsWith(LamellaCodes.kebab(site) + "/")) {
                scope.notes()
                        .leftOut(
                                Reason.CODES_DISAGREE,
                                at + ".code",
                                value + " in a scan of the " + site.label(),
                                "figures of one region in one Observation",
                                "");
                return;
            }
            value = value.substring(value.indexOf('/') + 1);
        }
        figure(at, value, component.getValue(), figures);
        reference(component.getReferenceRange(), figures);
    }

    private void figure(String at, String part, Type value, Figures figures) {
        switch (part) {
            case "density" ->
                amount(at, "areal density", value, "g/cm2")
                        .flatMap(v -> scope.amounts().make(at, () -> new ArealDensity(v)))
                        .ifPresent(v -> figures.density = v);
            case "mineral-content" ->
                amount(at, "bone mineral content", value, "g")
                        .flatMap(v -> scope.amounts().make(at, () -> new BoneMineralContent(v)))
                        .ifPresent(v -> figures.content = v);
            case "z-score" ->
                z(at, value)
                        .flatMap(v -> scope.amounts().make(at, () -> new ZScore(v)))
                        .ifPresent(v -> figures.z = v);
            case "reference" -> FhirValues.label(value).ifPresent(v -> figures.reference = v);
            default ->
                scope.notes()
                        .leftOut(
                                Reason.UNKNOWN_CODE,
                                at,
                                Sentences.quote(part) + " as part of a DXA scan",
                                "density, mineral-content, z-score or reference",
                                "");
        }
    }

    private Optional<Double> amount(String at, String what, Type value, String unit) {
        if (!(value instanceof Quantity quantity)) {
            scope.notes().leftOut(Reason.VALUE_MISSING, at, what + " without a quantity", unit, "");
            return Optional.empty();
        }
        return scope.quantities()
                .written(at + ".valueQuantity", what, quantity, unit + " (UCUM)")
                .flatMap(written -> scope.amounts().in(written, what, unit, unit + " (UCUM)"))
                .map(Number::doubleValue);
    }

    /** A Z-score is a pure number, so it alone may come without a unit. */
    private Optional<Double> z(String at, Type value) {
        boolean usable = value instanceof Quantity quantity
                && quantity.getValue() != null
                && quantity.getComparator() == null
                && Amounts.sane(quantity.getValue())
                && (quantity.getCode() == null || Z_UNITS.contains(quantity.getCode()));
        if (!usable) {
            scope.notes()
                    .leftOut(
                            Reason.VALUE_UNREADABLE,
                            at + ".valueQuantity",
                            "a Z-score that is not a plain number",
                            "a number without a unit, or with the unit 1 or {Z-score}",
                            "");
            return Optional.empty();
        }
        return Optional.of(((Quantity) value).getValue().doubleValue());
    }

    private static void reference(List<ObservationReferenceRangeComponent> ranges, Figures figures) {
        ranges.stream()
                .map(ObservationReferenceRangeComponent::getText)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .ifPresent(text -> figures.reference = text);
    }

    private @Nullable String device(FhirEntry entry, Observation observation) {
        if (!observation.hasDevice()) {
            return null;
        }
        Reference reference = observation.getDevice();
        return scope.bundle()
                .find(reference, entry)
                .map(FhirEntry::resource)
                .filter(Device.class::isInstance)
                .map(Device.class::cast)
                .map(FhirDxa::name)
                .filter(name -> !name.isBlank())
                .or(() -> Optional.ofNullable(reference.getDisplay()))
                .orElse(null);
    }

    private static String name(Device device) {
        Stream<@Nullable String> parts = device.hasDeviceName()
                ? Stream.of(
                        device.getManufacturer(), device.getDeviceNameFirstRep().getName())
                : Stream.of(device.getManufacturer(), device.getModelNumber());
        return parts.filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" "));
    }
}
