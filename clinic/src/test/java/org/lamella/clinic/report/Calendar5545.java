package org.lamella.clinic.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A strict reader of the part of RFC 5545 that a calendar of dates uses; refuses what the format does not allow. */
final class Calendar5545 {
    private static final Pattern LINE = Pattern.compile("([A-Z-]+)((?:;[A-Z-]+=[^;:\",]+)*):(.*)");

    /**
     * @param start day of the event
     * @param summary title, unescaped
     * @param properties all values by name
     */
    record Event(LocalDate start, String summary, Map<String, String> properties) {}

    private Calendar5545() {}

    static List<Event> read(String text) {
        check(text.endsWith("\r\n"), "the last line has no CR LF");
        check(!text.replace("\r\n", "").matches("(?s).*[\r\n].*"), "a line ends without CR LF");
        for (String line : text.split("\r\n", -1)) {
            check(line.getBytes(StandardCharsets.UTF_8).length <= 75, "longer than 75 octets: " + line);
        }
        Deque<String> open = new ArrayDeque<>();
        List<Event> events = new ArrayList<>();
        Set<String> identifiers = new HashSet<>();
        Map<String, String> properties = new LinkedHashMap<>();
        Map<String, String> calendar = new LinkedHashMap<>();
        for (String line : text.replace("\r\n ", "").split("\r\n")) {
            Matcher m = LINE.matcher(line);
            check(m.matches(), "no content line: " + line);
            String name = m.group(1);
            String value = m.group(3);
            switch (name) {
                case "BEGIN" -> {
                    check(open.isEmpty() == value.equals("VCALENDAR"), "BEGIN:" + value + " inside " + open);
                    open.push(value);
                    properties = new LinkedHashMap<>();
                }
                case "END" -> {
                    check(value.equals(open.pop()), "END:" + value + " closes nothing");
                    if (value.equals("VEVENT")) {
                        events.add(event(properties));
                        check(identifiers.add(properties.get("UID")), "UID twice: " + properties.get("UID"));
                    }
                }
                default -> {
                    check(!open.isEmpty(), "outside the calendar: " + line);
                    Map<String, String> into = open.peek().equals("VEVENT") ? properties : calendar;
                    check(into.put(name, value) == null, name + " twice");
                    if (name.equals("DTSTART") || name.equals("DTEND")) {
                        check(m.group(2).equals(";VALUE=DATE"), name + " is no date");
                    }
                }
            }
        }
        check(open.isEmpty(), "not closed: " + open);
        check("2.0".equals(calendar.get("VERSION")) && calendar.containsKey("PRODID"), "VERSION or PRODID missing");
        return events;
    }

    private static Event event(Map<String, String> properties) {
        for (String needed : List.of("UID", "DTSTAMP", "DTSTART", "SUMMARY")) {
            check(properties.containsKey(needed), needed + " missing in " + properties);
        }
        check(properties.get("DTSTAMP").matches("\\d{8}T\\d{6}Z"), "DTSTAMP: " + properties.get("DTSTAMP"));
        LocalDate start = LocalDate.parse(properties.get("DTSTART"), DateTimeFormatter.BASIC_ISO_DATE);
        LocalDate end = LocalDate.parse(properties.get("DTEND"), DateTimeFormatter.BASIC_ISO_DATE);
        check(end.isAfter(start), "ends before it begins");
        return new Event(start, unescape(properties.get("SUMMARY")), Map.copyOf(properties));
    }

    private static String unescape(String text) {
        check(!text.matches(".*(?<!\\\\)(?:\\\\\\\\)*[;,].*"), "not escaped: " + text);
        check(!text.matches(".*(?<!\\\\)(?:\\\\\\\\)*\\\\[^\\\\;,nN].*"), "unknown escape: " + text);
        return text.replace("\\n", "\n").replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\");
    }

    private static void check(boolean fine, String fault) {
        if (!fine) {
            throw new IllegalArgumentException("iCalendar: " + fault);
        }
    }
}
