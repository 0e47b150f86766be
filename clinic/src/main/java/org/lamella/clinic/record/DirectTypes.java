package org.lamella.clinic.record;

import static org.lamella.clinic.record.DirectElements.choice;
import static org.lamella.clinic.record.DirectElements.listed;
import static org.lamella.clinic.record.DirectElements.many;
import static org.lamella.clinic.record.DirectElements.moment;
import static org.lamella.clinic.record.DirectElements.one;
import static org.lamella.clinic.record.DirectElements.unread;
import static org.lamella.clinic.record.DirectElements.unreadMany;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Dosage.DosageDoseAndRateComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.jspecify.annotations.Nullable;
import org.lamella.clinic.record.DirectElements.Reading;

/** Data types of FHIR R4 with the elements that clinical systems commonly write. */
final class DirectTypes {
    static final Reading<DateTimeType> DATE_TIME = moment(DateTimeType::new);
    static final Reading<DateType> DATE = moment(DateType::new);
    static final Reading<InstantType> INSTANT = moment(InstantType::new);

    static final DirectForm<Coding> CODING = DirectForm.of(Coding::new)
            .with("system", one(DirectElements::word, Coding::setSystem))
            .with("version", one(DirectElements::text, Coding::setVersion))
            .with("code", one(DirectElements::word, Coding::setCode))
            .with("display", one(DirectElements::text, Coding::setDisplay))
            .with("userSelected", one(DirectElements::truth, Coding::setUserSelected));

    static final DirectForm<CodeableConcept> CONCEPT = DirectForm.of(CodeableConcept::new)
            .with("coding", many(CODING::read, CodeableConcept::addCoding))
            .with("text", one(DirectElements::text, CodeableConcept::setText));

    static final DirectForm<Quantity> QUANTITY = DirectForm.of(Quantity::new)
            .with("value", one(DirectElements::decimal, Quantity::setValue))
            .with("comparator", one(listed(Quantity.QuantityComparator::fromCode), Quantity::setComparator))
            .with("unit", one(DirectElements::text, Quantity::setUnit))
            .with("system", one(DirectElements::word, Quantity::setSystem))
            .with("code", one(DirectElements::word, Quantity::setCode));

    static final DirectForm<Period> PERIOD = DirectForm.of(Period::new)
            .with("start", one(DATE_TIME, Period::setStartElement))
            .with("end", one(DATE_TIME, Period::setEndElement));

    static final DirectForm<Identifier> IDENTIFIER = DirectForm.of(Identifier::new)
            .with("use", unread(listed(Identifier.IdentifierUse::fromCode)))
            .with("type", unread(CONCEPT::read))
            .with("system", unread(DirectElements::word))
            .with("value", unread(DirectElements::text))
            .with("period", unread(PERIOD::read));

    /** References to contained resources are left to the parser, which follows them. */
    static final DirectForm<Reference> REFERENCE = DirectForm.of(Reference::new)
            .with("reference", one(DirectTypes::target, Reference::setReference))
            .with("type", one(DirectElements::word, Reference::setType))
            .with("display", one(DirectElements::text, Reference::setDisplay));

    static final DirectForm<Meta> META = DirectForm.of(Meta::new)
            .with("versionId", unread(DirectElements::id))
            .with("lastUpdated", unread(INSTANT))
            .with("source", unread(DirectElements::word))
            .with("profile", unreadMany(DirectElements::word))
            .with("security", unreadMany(CODING::read))
            .with("tag", unreadMany(CODING::read));

    static final DirectForm<HumanName> NAME = DirectForm.of(HumanName::new)
            .with("use", unread(listed(HumanName.NameUse::fromCode)))
            .with("text", unread(DirectElements::text))
            .with("family", unread(DirectElements::text))
            .with("given", unreadMany(DirectElements::text))
            .with("prefix", unreadMany(DirectElements::text))
            .with("suffix", unreadMany(DirectElements::text))
            .with("period", unread(PERIOD::read));

    static final DirectForm<ContactPoint> TELECOM = DirectForm.of(ContactPoint::new)
            .with("system", unread(listed(ContactPoint.ContactPointSystem::fromCode)))
            .with("value", unread(DirectElements::text))
            .with("use", unread(listed(ContactPoint.ContactPointUse::fromCode)))
            .with("rank", unread(DirectElements::count))
            .with("period", unread(PERIOD::read));

    static final DirectForm<Extension> EXTENSION = DirectForm.of(Extension::new)
            .with("url", one(DirectElements::word, Extension::setUrl))
            .with("valueCodeableConcept", choice(Extension::hasValue, CONCEPT::read, Extension::setValue))
            .with("valueDate", choice(Extension::hasValue, DATE, Extension::setValue))
            .with("valueDateTime", choice(Extension::hasValue, DATE_TIME, Extension::setValue));

    private static final DirectForm<TimingRepeatComponent> REPEAT = DirectForm.of(TimingRepeatComponent::new)
            .with("frequency", one(DirectElements::count, TimingRepeatComponent::setFrequency))
            .with("period", one(DirectElements::decimal, TimingRepeatComponent::setPeriod))
            .with("periodUnit", one(listed(Timing.UnitsOfTime::fromCode), TimingRepeatComponent::setPeriodUnit));

    private static final DirectForm<Timing> TIMING =
            DirectForm.of(Timing::new).with("repeat", one(REPEAT::read, Timing::setRepeat));

    private static final DirectForm<DosageDoseAndRateComponent> DOSE = DirectForm.of(DosageDoseAndRateComponent::new)
            .with(
                    "doseQuantity",
                    choice(DosageDoseAndRateComponent::hasDose, QUANTITY::read, DosageDoseAndRateComponent::setDose));

    static final DirectForm<Dosage> DOSAGE = DirectForm.of(Dosage::new)
            .with("timing", one(TIMING::read, Dosage::setTiming))
            .with("route", one(CONCEPT::read, Dosage::setRoute))
            .with("doseAndRate", many(DOSE::read, Dosage::addDoseAndRate));

    private DirectTypes() {}

    /** What every resource has. */
    static <R extends DomainResource> DirectForm<R> resource(Supplier<R> empty) {
        return DirectForm.of(empty)
                .with("resourceType", (into, json) -> true)
                .with("id", one(DirectElements::id, (into, id) -> into.setId(into.fhirType() + "/" + id)))
                .with("meta", unread(META::read))
                .with("language", unread(DirectElements::word))
                .with("identifier", unreadMany(IDENTIFIER::read))
                .with("extension", many(EXTENSION::read, DomainResource::addExtension));
    }

    private static @Nullable String target(JsonNode json) {
        String text = DirectElements.word(json);
        return text == null || text.startsWith("#") ? null : text;
    }
}
