package org.lamella.clinic.report.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamella.care.plan.HistoryEvent;
import org.lamella.clinic.report.markup.Element;

/**
 * The history as swim lanes over one time axis, a lane per kind of event. A label is written where it fits beside the
 * others of its lane; where it does not, the mark stands alone and the table beside the chart names it.
 *
 * @param id prefix for identifiers inside the page
 * @param birth day of birth, for the ages under the axis
 * @param asOf day of the plan
 * @param events events in any order
 */
public record TimelineChart(String id, LocalDate birth, LocalDate asOf, List<HistoryEvent> events) {
    private static final double WIDTH = 860;
    private static final double LEFT = 8;
    private static final double RIGHT = 852;
    private static final double FONT = 11;
    private static final double LANE_TITLE = 17;
    private static final double TRACK = 15;
    private static final double MARKS = 18;
    private static final int MOST_TRACKS = 4;
    private static final double AXIS = 34;

    public TimelineChart {
        events =
                events.stream().sorted(Comparator.comparing(HistoryEvent::from)).toList();
    }

    /** The drawing with its text alternative. */
    public Element draw() {
        Map<String, List<HistoryEvent>> lanes = new LinkedHashMap<>();
        events.forEach(
                e -> lanes.computeIfAbsent(e.lane(), _ -> new ArrayList<>()).add(e));
        Scale x = scale();
        Element marks = Element.of("g");
        double y = 4;
        int shape = 0;
        for (Map.Entry<String, List<HistoryEvent>> lane : lanes.entrySet()) {
            y = lane(marks, lane.getKey(), lane.getValue(), shape, x, y);
            shape = (shape + 1) % 4;
        }
        Element svg = Svg.drawing(id, WIDTH, y + AXIS, "Timeline of the history", description(lanes));
        axis(svg, x, y);
        return svg.add(marks);
    }

    private Scale scale() {
        LocalDate first = events.stream()
                .map(HistoryEvent::from)
                .min(LocalDate::compareTo)
                .orElse(birth);
        LocalDate last = events.stream()
                .map(TimelineChart::end)
                .max(LocalDate::compareTo)
                .orElse(asOf);
        LocalDate low = first.isAfter(asOf) ? asOf : first;
        LocalDate high = last.isBefore(asOf) ? asOf : last;
        long margin = Math.max(30, ChronoUnit.DAYS.between(low, high) / 40);
        return new Scale(day(low.minusDays(margin)), day(high.plusDays(margin)), LEFT, RIGHT);
    }

    private static double day(LocalDate day) {
        return (double) day.toEpochDay();
    }

    private static LocalDate end(HistoryEvent event) {
        LocalDate until = event.until();
        return until == null || until.isBefore(event.from()) ? event.from() : until;
    }

    private double lane(Element marks, String name, List<HistoryEvent> lane, int shape, Scale x, double top) {
        double middle = top + LANE_TITLE + MARKS / 2;
        marks.add(
                Svg.line("lane", LEFT, top, RIGHT, top),
                Svg.text("lane-title", LEFT, top + 13, name + " (" + lane.size() + ")"));
        List<Double> freeFrom = new ArrayList<>();
        int unnamed = 0;
        for (HistoryEvent event : lane) {
            double from = x.at(day(event.from()));
            double to = x.at(day(end(event)));
            marks.add(mark(event, shape, from, to, middle));
            double width = Svg.width(event.label(), FONT);
            double start = Math.min(from - 3, RIGHT - width);
            int track = free(freeFrom, start);
            if (track < 0 || width > RIGHT - LEFT) {
                unnamed++;
                continue;
            }
            freeFrom.set(track, start + width + 10);
            double baseline = top + LANE_TITLE + MARKS + FONT + TRACK * track;
            marks.add(
                    Svg.line("leader", from, middle + 5, from, baseline - FONT + 2),
                    Svg.text("event", Math.max(LEFT, start), baseline, event.label()));
        }
        if (unnamed > 0) {
            marks.add(Svg.text(
                    "tick end",
                    RIGHT,
                    top + 13,
                    unnamed + (unnamed == 1 ? " label" : " labels") + " in the table only"));
        }
        return top + LANE_TITLE + MARKS + TRACK * freeFrom.size() + 8;
    }

    private static int free(List<Double> freeFrom, double start) {
        for (int i = 0; i < freeFrom.size(); i++) {
            if (freeFrom.get(i) <= start) {
                return i;
            }
        }
        if (freeFrom.size() == MOST_TRACKS) {
            return -1;
        }
        freeFrom.add(Double.NEGATIVE_INFINITY);
        return freeFrom.size() - 1;
    }

    private static Element mark(HistoryEvent event, int shape, double from, double to, double middle) {
        String style = event.planned() ? "event-mark planned" : "event-mark";
        if (to - from > 6) {
            return Element.of("rect")
                    .with("class", style)
                    .with("x", Svg.n(from))
                    .with("y", Svg.n(middle - 4))
                    .with("width", Svg.n(to - from))
                    .with("height", "8")
                    .with("rx", "2");
        }
        return Marks.draw(shape, style, from, middle);
    }

    private void axis(Element svg, Scale x, double bottom) {
        int first = LocalDate.ofEpochDay((long) Math.ceil(x.low())).getYear() + 1;
        int last = LocalDate.ofEpochDay((long) Math.floor(x.high())).getYear();
        int step = Math.max(1, (int) Math.ceil((last - first + 1) / 14.0));
        for (int year = first; year <= last; year += step) {
            LocalDate day = LocalDate.of(year, 1, 1);
            double at = x.at(day(day));
            svg.add(
                    Svg.line("grid", at, 4, at, bottom),
                    Svg.text("tick middle", Math.clamp(at, 20, RIGHT - 16), bottom + 13, Integer.toString(year)));
            if (!day.isBefore(birth)) {
                String age = "age " + ChronoUnit.YEARS.between(birth, day);
                svg.add(Svg.text("tick middle", Math.clamp(at, 20, RIGHT - 16), bottom + 26, age));
            }
        }
        double today = x.at(day(asOf));
        svg.add(Svg.line("today", today, 0, today, bottom));
    }

    private String description(Map<String, List<HistoryEvent>> lanes) {
        StringBuilder text = new StringBuilder();
        lanes.forEach((lane, of) -> text.append(text.isEmpty() ? "" : "; ")
                .append(lane)
                .append(": ")
                .append(of.size()));
        return "Events by kind: " + text + ". The table beside the chart lists each with its date.";
    }
}
