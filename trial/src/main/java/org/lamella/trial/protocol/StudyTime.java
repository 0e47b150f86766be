package org.lamella.trial.protocol;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lamella.patient.measure.Age;

/**
 * Time since enrolment, or a length of time, in whole days.
 *
 * @param days 0 to 43830
 */
public record StudyTime(int days) implements Comparable<StudyTime> {
    public static final StudyTime ZERO = new StudyTime(0);
    private static final Pattern FORM = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,4})?)\\s*(day|week|month|year)s?");

    public StudyTime {
        if (days < 0 || days > 43830) {
            throw new IllegalArgumentException("study time: found " + days + " days, accepted are 0 to 43830");
        }
    }

    /** Reads {@code 14 days}, {@code 12 weeks}, {@code 6 months} (of 30.4375 days) or {@code 2 years}. */
    public static Optional<StudyTime> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        double unit = switch (form.group(2)) {
            case "day" -> 1;
            case "week" -> 7;
            case "month" -> Age.DAYS_PER_YEAR / 12;
            default -> Age.DAYS_PER_YEAR;
        };
        double days = Math.rint(Double.parseDouble(form.group(1)) * unit);
        return days > 43830 ? Optional.empty() : Optional.of(new StudyTime((int) days));
    }

    public double years() {
        return days / Age.DAYS_PER_YEAR;
    }

    public double months() {
        return days / (Age.DAYS_PER_YEAR / 12);
    }

    /** Nearest whole month, the usual name of a visit. */
    public int wholeMonths() {
        return (int) Math.rint(months());
    }

    @Override
    public int compareTo(StudyTime other) {
        return Integer.compare(days, other.days);
    }

    @Override
    public String toString() {
        double months = months();
        if (days > 0 && Math.abs(months - Math.rint(months)) < 0.02) {
            long whole = (long) Math.rint(months);
            return whole + (whole == 1 ? " month" : " months");
        }
        return days + (days == 1 ? " day" : " days");
    }
}
