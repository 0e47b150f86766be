package org.lamella.patient.measure;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * Age as elapsed time since birth.
 *
 * @param days whole days, 0 to 43830 (120 years)
 * @param completed calendar years, months and days, for age bands that clinicians count in birthdays
 */
public record Age(long days, Period completed) {
    /** Mean length of a year in days; ages in years are {@code days / DAYS_PER_YEAR}. */
    public static final double DAYS_PER_YEAR = 365.25;

    public Age {
        Ranges.within("age", "days", (double) days, 0, 43830);
    }

    /** Age on a date; throws {@link OutOfRangeException} when the date precedes birth. */
    public static Age of(LocalDate birthDate, LocalDate on) {
        return new Age(ChronoUnit.DAYS.between(birthDate, on), Period.between(birthDate, on));
    }

    /** Decimal years of 365.25 days. */
    public double years() {
        return days / DAYS_PER_YEAR;
    }

    /** Decimal months of 30.4375 days, as growth references count them. */
    public double months() {
        return days / (DAYS_PER_YEAR / 12);
    }

    public int completedYears() {
        return completed.getYears();
    }

    public int completedMonths() {
        return (int) completed.toTotalMonths();
    }

    public boolean atLeastYears(int years) {
        return completed.getYears() >= years;
    }

    @Override
    public String toString() {
        int years = completed.getYears();
        int months = completed.getMonths();
        if (years == 0 && months == 0) {
            return days + (days == 1 ? " day" : " days");
        }
        if (years < 3) {
            return completedMonths() + (completedMonths() == 1 ? " month" : " months");
        }
        return months == 0 ? years + " y" : years + " y " + months + " mo";
    }
}
