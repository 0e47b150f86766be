package org.lamella.clinic.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must be known about a person before anything else can be: birth date and sex. */
final class PersonChecks {
    private static final int OLDEST_YEARS = 120;

    private PersonChecks() {}

    /** The day of birth, or a fault added to the list. */
    static Optional<LocalDate> birth(String at, @Nullable String text, LocalDate asOf, List<InputFault> faults) {
        String accepted = "a full date up to the day of the plan (" + asOf + ")";
        if (text == null || text.isBlank()) {
            faults.add(fault(at, "nothing", accepted, "Doses, growth and bone references depend on the exact age."));
            return Optional.empty();
        }
        LocalDate birth;
        try {
            birth = LocalDate.parse(text);
        } catch (DateTimeException e) {
            faults.add(
                    fault(at, Sentences.quote(text), accepted, "Write it as 2019-03-02; a year alone is not enough."));
            return Optional.empty();
        }
        if (birth.isAfter(asOf)) {
            faults.add(fault(at, birth + ", after the day of the plan", accepted, "Check the birth date or --as-of."));
            return Optional.empty();
        }
        if (birth.isBefore(asOf.minusYears(OLDEST_YEARS))) {
            faults.add(fault(at, birth + ", more than " + OLDEST_YEARS + " years ago", accepted, "Check the century."));
            return Optional.empty();
        }
        return Optional.of(birth);
    }

    private static InputFault fault(String at, String found, String accepted, String advice) {
        return new InputFault(Reason.BIRTH_DATE_UNUSABLE, at, found, accepted, advice);
    }

    static InputFault noSex(String at, String found) {
        return new InputFault(
                Reason.SEX_UNUSABLE,
                at,
                found,
                "female or male",
                "Growth and bone references exist for these two only; enter the one that applies to this child's growth.");
    }
}
