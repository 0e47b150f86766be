package org.lamella.clinic.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How hard a text is to read, after the Flesch-Kincaid grade level: {@code 0.39 words/sentences + 11.8
 * syllables/words - 15.59} (Kincaid, Fishburne, Rogers, Chissom 1975, Research Branch Report 8-75, Naval Technical
 * Training Command). The grade is a school year of the United States; the reading age is about five years more.
 * Syllables are counted by rule (groups of vowels, silent endings), which is right for most English words.
 *
 * @param sentences number of sentences
 * @param words number of words
 * @param syllables number of syllables
 */
public record Readability(int sentences, int words, int syllables) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'\u2019]*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?]+(?=\\s|$)|\\n+");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SILENT = Pattern.compile("(?:[^aeiouyl]|[aeiouy]l)(?:es?|ed)$");
    private static final Pattern SPOKEN_ENDING = Pattern.compile("(?:[td]ed|(?:[sxz]|ch|sh|ce|ge|[cg])es)$");

    /** Counts a text; a line break ends a sentence. */
    public static Readability of(String text) {
        int sentences = 0;
        int words = 0;
        int syllables = 0;
        for (String sentence : SENTENCE_END.split(text, -1)) {
            int before = words;
            Matcher word = WORD.matcher(sentence);
            while (word.find()) {
                words++;
                syllables += syllables(word.group());
            }
            if (words > before) {
                sentences++;
            }
        }
        if (words == 0) {
            throw new IllegalArgumentException("readability: the text holds no words");
        }
        return new Readability(sentences, words, syllables);
    }

    static int syllables(String word) {
        String letters = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        int count = 0;
        Matcher groups = VOWELS.matcher(letters);
        while (groups.find()) {
            count++;
        }
        if (SILENT.matcher(letters).find() && !SPOKEN_ENDING.matcher(letters).find()) {
            count--;
        }
        return Math.max(1, count);
    }

    /** Flesch-Kincaid grade level. */
    public double grade() {
        return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    /** Age in years at which the text should be readable. */
    public double readingAge() {
        return grade() + 5;
    }
}
