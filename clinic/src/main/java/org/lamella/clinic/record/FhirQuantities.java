package org.lamella.clinic.record;

import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Quantity;

/** Reads FHIR quantities: a number with a unit that is known beyond doubt, or a note. */
final class FhirQuantities {
    private static final String UCUM = "http://unitsofmeasure.org";

    /** Displayed words whose meaning is beyond doubt, to catch a unit code that contradicts them. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("lb", "[lb_av]"),
            Map.entry("lbs", "[lb_av]"),
            Map.entry("pound", "[lb_av]"),
            Map.entry("pounds", "[lb_av]"),
            Map.entry("oz", "[oz_av]"),
            Map.entry("in", "[in_i]"),
            Map.entry("inch", "[in_i]"),
            Map.entry("inches", "[in_i]"),
            Map.entry("ft", "[ft_i]"),
            Map.entry("gram", "g"),
            Map.entry("grams", "g"),
            Map.entry("kilogram", "kg"),
            Map.entry("kilograms", "kg"),
            Map.entry("mcg", "ug"));

    private final Notes notes;

    FhirQuantities(Notes notes) {
        this.notes = notes;
    }

    /** The number and UCUM unit of a quantity. */
    Optional<Amounts.Written> written(String at, String what, Quantity quantity, String accepted) {
        if (quantity.getValue() == null) {
            notes.leftOut(Reason.VALUE_MISSING, at, what + " without a number", accepted, "");
            return Optional.empty();
        }
        if (quantity.getComparator() != null) {
            notes.leftOut(
                    Reason.VALUE_UNREADABLE,
                    at + ".comparator",
                    what + " " + quantity.getComparator().toCode() + " " + quantity.getValue(),
                    "a number without a comparator",
                    "A limit of detection is not a value; no number is put in its place.");
            return Optional.empty();
        }
        return unit(at, what, quantity, accepted)
                .map(unit -> new Amounts.Written(at + ".value", quantity.getValue(), unit));
    }

    private Optional<String> unit(String at, String what, Quantity quantity, String accepted) {
        boolean ucum = UCUM.equals(quantity.getSystem());
        if (quantity.getCode() != null && quantity.getSystem() != null && !ucum) {
            notes.leftOut(
                    Reason.UNKNOWN_UNIT,
                    at + ".system",
                    what + " in " + Sentences.quote(quantity.getCode()) + " of the unit system "
                            + Sentences.quote(quantity.getSystem()),
                    accepted,
                    "Units are read from UCUM, " + UCUM + ".");
            return Optional.empty();
        }
        if (quantity.getCode() != null) {
            return agreeing(at, what, quantity);
        }
        if (quantity.getUnit() != null && UcumUnit.parse(quantity.getUnit()).isPresent()) {
            notes.information(
                    Reason.CONVERTED,
                    at + ".unit",
                    "a unit given as the text " + Sentences.quote(quantity.getUnit()) + " only",
                    "",
                    "It is a UCUM code and was read as such.");
            return Optional.of(quantity.getUnit());
        }
        if (quantity.getUnit() != null) {
            notes.leftOut(
                    Reason.UNKNOWN_UNIT,
                    at + ".unit",
                    what + " " + quantity.getValue() + " in " + Sentences.quote(quantity.getUnit())
                            + " without a unit code",
                    accepted,
                    "Add the UCUM code; the text of a unit is not interpreted.");
            return Optional.empty();
        }
        notes.leftOut(
                Reason.UNIT_MISSING,
                at + ".unit",
                what + " " + quantity.getValue() + " without a unit",
                accepted,
                "It cannot be used: a bare number is never taken to be in any unit.");
        return Optional.empty();
    }

    private Optional<String> agreeing(String at, String what, Quantity quantity) {
        String code = quantity.getCode();
        String text = Optional.ofNullable(quantity.getUnit()).orElse(code);
        String meant = WORDS.getOrDefault(text.toLowerCase(java.util.Locale.ROOT), text);
        if (meant.equals(code)) {
            return Optional.of(code);
        }
        boolean contradiction = UcumUnit.parse(meant).isPresent()
                && UcumUnit.parse(code).isPresent()
                && Units.factor(meant, code)
                        .map(factor -> factor.compareTo(java.math.BigDecimal.ONE) != 0)
                        .orElse(true);
        if (contradiction) {
            notes.leftOut(
                    Reason.UNITS_DISAGREE,
                    at + ".unit",
                    what + " " + quantity.getValue() + " with the unit text " + Sentences.quote(text)
                            + " and the unit code " + Sentences.quote(code),
                    "a text and a code that mean the same unit",
                    "Correct the record; neither is used.");
            return Optional.empty();
        }
        return Optional.of(code);
    }
}
