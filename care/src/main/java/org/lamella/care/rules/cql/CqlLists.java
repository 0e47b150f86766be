package org.lamella.care.rules.cql;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lists of codes that the library of concepts defines, read from its text so that there is one list only. */
final class CqlLists {
    private static final Pattern TEXT = Pattern.compile("'([^']+)'");
    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"");

    private CqlLists() {}

    /** Codes of the named lists, sorted; a list may be a union with another one. */
    static List<String> of(String... names) {
        TreeSet<String> codes = new TreeSet<>();
        for (String name : names) {
            Matcher definition = Pattern.compile("(?s)define \"" + Pattern.quote(name) + "\":(.*?)(?=\\ndefine |\\z)")
                    .matcher(RuleLibraries.source("LamellaConcepts"));
            if (!definition.find()) {
                throw new IllegalArgumentException("list '" + name + "': LamellaConcepts has none of that name");
            }
            TEXT.matcher(definition.group(1)).results().forEach(code -> codes.add(code.group(1)));
            NAME.matcher(definition.group(1)).results().forEach(other -> codes.addAll(of(other.group(1))));
        }
        return List.copyOf(codes);
    }
}
