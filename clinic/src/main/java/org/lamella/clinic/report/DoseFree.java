package org.lamella.clinic.report;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps dose figures out of what patients and families read (rule SAFE-01). */
final class DoseFree {
    private static final Pattern DOSE = Pattern.compile(
            "(?<![\\w.])\\d+(?:[.,]\\d+)?\\s?(?:mg|mcg|ug|\u00b5g|\u03bcg|(?:micro|milli)?grams?|g(?![/\\w])|ml(?!/min)|iu|"
                    + "international units?|units?|tablets?)(?![a-z])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BRACKETS = Pattern.compile("\\s?\\([^()]*\\)");

    private DoseFree() {}

    /** True when the text holds an amount of a drug. */
    static boolean hasDose(String text) {
        return DOSE.matcher(text).find();
    }

    /** A name or title up to its first dose figure; empty when nothing is left. */
    static Optional<String> label(String text) {
        Matcher dose = DOSE.matcher(text);
        String kept = dose.find() ? text.substring(0, dose.start()) : text;
        String trimmed = kept.replaceFirst("[\\s,;:(\u2013-]+(?:at|of|to)?[\\s,;:(\u2013-]*$", "")
                .strip();
        return trimmed.isEmpty() ? Optional.empty() : Optional.of(trimmed);
    }

    /** The sentences of a text that hold no dose figure, and without remarks in brackets that hold one. */
    static String sentences(String whole) {
        String text = BRACKETS.matcher(whole)
                .replaceAll(found -> hasDose(found.group()) ? "" : Matcher.quoteReplacement(found.group()));
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> kept = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            String sentence = text.substring(from, to).strip();
            if (!sentence.isEmpty() && !hasDose(sentence)) {
                kept.add(sentence);
            }
            from = to;
        }
        return String.join(" ", kept);
    }
}
