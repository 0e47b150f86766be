package org.lamella.clinic.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lamella.twin.Estimate;

/** How figures are written in every report: fixed digits, point as decimal sign, days in full. */
public final class Figures {
    /** Stands where a figure does not exist, for example a ratio to zero. */
    static final String NONE = "\u2013";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private static final Pattern ISO_DAY =
            Pattern.compile("(?<![\\w-])(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])(?![\\w-])"
                    + "|(?<![\\w-])(?:19|20)\\d\\d-(?:(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)(?![\\w-])");

    private Figures() {}

    /** A number rounded half-even; a minus sign is a hyphen-minus. */
    public static String number(double value, int digits) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        BigDecimal rounded = rounded(value, digits);
        return rounded.toPlainString();
    }

    /** The value rounded half-even to a number of decimals; never a negative zero. */
    public static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
    }

    /** A number with its sign; zero has none. */
    public static String signed(double value, int digits) {
        String text = number(value, digits);
        return Double.isFinite(value) && rounded(value, digits).signum() > 0 ? "+" + text : text;
    }

    /** {@code 5th to 95th centile} as {@code 1.2 to 3.4}. */
    public static String interval(Estimate estimate, int digits) {
        return number(estimate.low(), digits) + " to " + number(estimate.high(), digits);
    }

    /** Median and 5th to 95th centile as {@code 2.1 (1.2 to 3.4)}. */
    public static String withInterval(Estimate estimate, int digits) {
        return number(estimate.median(), digits) + " (" + interval(estimate, digits) + ")";
    }

    /** A probability as whole chances in a hundred, kept off 0 and 100 where it is neither. */
    public static String chance(double probability) {
        double percent = probability * 100;
        if (percent > 0 && percent < 1) {
            return "under 1 %";
        }
        if (percent > 99 && percent < 100) {
            return "over 99 %";
        }
        return number(percent, 0) + " %";
    }

    /** Such as {@code 15 Jun 2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A sentence of the plan as people write it: days in full, questions as questions, the sign for micro. Machine-readable output keeps its own. */
    static String said(String sentence) {
        return ISO_DAY.matcher(sentence)
                .replaceAll(found -> day(LocalDate.parse(found.group())))
                .replaceAll("whether this is so: ([^;.]+)", "$1 (yes or no)")
                .replaceAll("(?<![A-Za-z])u(?=(?:mol|g)(?:/|\\b))", "\u00b5");
    }

    /** Years without a trailing zero, such as {@code 5} or {@code 2.5}. */
    public static String years(double years) {
        BigDecimal exact = rounded(years, 2).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0).toPlainString() : exact.toPlainString();
    }
}
