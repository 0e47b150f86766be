package org.lamella.clinic.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.Plan;
import org.lamella.evidence.Citation;

/**
 * The calendar of a plan in iCalendar form (RFC 5545): one all-day event per dated item, with reason and sources and
 * without dose figures. Identifiers and stamps follow from the plan alone, so that a later export updates an earlier one.
 */
public final class PlanCalendar {
    private static final int FOLD = 75;

    private PlanCalendar() {}

    /** The calendar; lines end with CR LF as the format asks. */
    public static String render(Plan plan) {
        StringBuilder out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//Lamella//Plan//EN");
        line(out, "CALSCALE:GREGORIAN");
        Map<String, Integer> repeats = new LinkedHashMap<>();
        for (CareItem item : plan.calendar()) {
            LocalDate due = item.dueOn();
            if (due != null) {
                String name = item.ruleId() + "|" + item.title();
                event(out, plan, item, due, repeats.merge(name, 1, Integer::sum));
            }
        }
        line(out, "END:VCALENDAR");
        return out.toString();
    }

    private static void event(StringBuilder out, Plan plan, CareItem item, LocalDate due, int repeat) {
        String key = plan.header().patientId() + "|" + item.ruleId() + "|" + item.title() + "|" + repeat;
        line(out, "BEGIN:VEVENT");
        line(out, "UID:" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + "@lamella");
        line(out, "DTSTAMP:" + basic(plan.header().asOf()) + "T000000Z");
        line(out, "DTSTART;VALUE=DATE:" + basic(due));
        line(out, "DTEND;VALUE=DATE:" + basic(due.plusDays(1)));
        line(out, "TRANSP:TRANSPARENT");
        line(out, "SUMMARY:" + escape(DoseFree.label(item.title()).orElse("Date of the plan")));
        String sources = String.join(
                "; ",
                item.sources().stream()
                        .map(PlanCalendar::source)
                        .flatMap(source -> DoseFree.label(source).stream())
                        .toList());
        line(
                out,
                "DESCRIPTION:"
                        + escape(DoseFree.sentences(item.reason()) + "\nRule "
                                + DoseFree.label(item.ruleId()).orElse("") + ". Sources: "
                                + sources + "\n" + IntendedUse.SENTENCE));
        line(out, "END:VEVENT");
    }

    private static String source(Citation citation) {
        return citation.title() + " (" + citation.reference() + ", " + citation.level() + ")";
    }

    private static String basic(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    private static String escape(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n]]", " ")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Appends a line, folded so that no piece is longer than 75 bytes of UTF-8. */
    private static void line(StringBuilder out, String text) {
        int bytes = 0;
        for (int c : text.codePoints().toArray()) {
            String character = Character.toString(c);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > FOLD) {
                out.append("\r\n ");
                bytes = 1;
            }
            out.append(character);
            bytes += size;
        }
        out.append("\r\n");
    }
}
