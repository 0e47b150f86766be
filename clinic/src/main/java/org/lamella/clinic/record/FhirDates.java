package org.lamella.clinic.record;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Days of the record. The day is taken as it is written, in the place where it was written; no time zone is applied. */
final class FhirDates {
    private static final int DAY_LENGTH = 10;
    private static final int MONTH_LENGTH = 7;
    private static final int YEAR_LENGTH = 4;

    private final Notes notes;

    FhirDates(Notes notes) {
        this.notes = notes;
    }

    /** The day of an element that must have one. */
    Optional<LocalDate> needed(String at, String what, @Nullable Type element) {
        return switch (element) {
            case BaseDateTimeType moment when moment.hasValue() -> day(at, what, moment);
            case Period period when period.hasStart() -> day(at + ".start", what, period.getStartElement());
            case null, default -> {
                missing(at, what);
                yield Optional.empty();
            }
        };
    }

    /** The last day that an incomplete date can mean, or the day itself; null when there is none. */
    static @Nullable LocalDate latest(@Nullable Type element) {
        String text = element instanceof BaseDateTimeType moment
                ? moment.getValueAsString()
                : element instanceof Period period && period.hasStart()
                        ? period.getStartElement().getValueAsString()
                        : null;
        return text == null ? null : latest(text);
    }

    private static @Nullable LocalDate latest(String text) {
        try {
            return switch (text.length()) {
                case YEAR_LENGTH -> LocalDate.of(Integer.parseInt(text), 12, 31);
                case MONTH_LENGTH -> YearMonth.parse(text).atEndOfMonth();
                default -> LocalDate.parse(text.substring(0, Math.min(DAY_LENGTH, text.length())));
            };
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    void missing(String at, String what) {
        notes.leftOut(
                Reason.DATE_MISSING,
                at,
                what + " without a date",
                "a date such as 2026-11-01",
                "The day on which a record was made does not stand in for the day on which something happened.");
    }

    /** The day of an element; a note says so when it is known to the month or year only. */
    Optional<LocalDate> day(String at, String what, BaseDateTimeType moment) {
        String text = moment.getValueAsString();
        if (text == null || text.isBlank()) {
            missing(at, what);
            return Optional.empty();
        }
        if (moment.getPrecision() == TemporalPrecisionEnum.YEAR
                || moment.getPrecision() == TemporalPrecisionEnum.MONTH) {
            notes.leftOut(
                    Reason.DATE_INCOMPLETE,
                    at,
                    what + " dated " + text,
                    "a full date such as 2026-11-01",
                    "Enter the day, or the best estimate of it, in the record.");
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(0, Math.min(DAY_LENGTH, text.length()))));
        } catch (DateTimeException e) {
            notes.leftOut(
                    Reason.DATE_UNREADABLE,
                    at,
                    what + " dated " + Sentences.quote(text),
                    "a date such as 2026-11-01",
                    "");
            return Optional.empty();
        }
    }

    /**
     * First and last day of something that lasts.
     *
     * @param from first day
     * @param until last day, or null when the record gives none
     */
    record Span(LocalDate from, @Nullable LocalDate until) {}

    /** The span of a period; refused when it ends before it begins or its end cannot be read. */
    Optional<Span> span(String at, String what, Period period) {
        Optional<LocalDate> from =
                period.hasStart() ? day(at + ".start", what, period.getStartElement()) : Optional.empty();
        if (!period.hasStart()) {
            missing(at + ".start", what);
        }
        Optional<LocalDate> until = period.hasEnd() ? day(at + ".end", what, period.getEndElement()) : Optional.empty();
        if (from.isEmpty() || (period.hasEnd() && until.isEmpty())) {
            return Optional.empty();
        }
        return ordered(at, what, from.get(), until.orElse(null), notes);
    }

    static Optional<Span> ordered(String at, String what, LocalDate from, @Nullable LocalDate until, Notes notes) {
        if (until != null && until.isBefore(from)) {
            notes.leftOut(
                    Reason.DATES_OUT_OF_ORDER,
                    at,
                    what + " from " + from + " to " + until,
                    "an end on or after the beginning",
                    "Check which of the two dates is wrong.");
            return Optional.empty();
        }
        return Optional.of(new Span(from, until));
    }
}
