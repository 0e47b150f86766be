package org.lamella.clinic.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.CareItem.Kind;
import org.lamella.care.plan.HistoryEvent;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.care.plan.TreatmentOption.Availability;
import org.lamella.clinic.report.markup.Element;

/** What of a plan goes into hand-outs. Every text passes {@link DoseFree}. */
final class HandoutContent {
    private static final Set<String> DRUG_LANES = Set.of("Infusions", "Injections", "Tablets", "Drugs");
    private static final Set<Kind> TO_DO = Set.of(Kind.STOP, Kind.HOLD, Kind.MISSING, Kind.DUE);

    /** Stops of this priority or lower concern drugs that stand among the stopped options anyway. */
    private static final int BACKGROUND = 4;

    private final Plan plan;
    private final Handout.Collection words;

    HandoutContent(Plan plan, Handout.Collection words) {
        this.plan = plan;
        this.words = words;
    }

    Element show(Handout.Part.Shown shown, Handout.Reader reader, PageParts parts) {
        boolean family = reader == Handout.Reader.FAMILY;
        List<Element> lines = switch (shown.what()) {
            case HEADLINE -> lines(plan.headline().stream().map(DoseFree::sentences));
            case DRUGS -> lines(drugs());
            case EVENTS -> lines(events(shown.lanes()));
            case ITEMS -> items(shown.rules(), parts);
            case CALENDAR -> calendar(family);
            case STOPS -> lines(stops());
            case WAITS -> lines(waits());
            case CHOICES -> lines(choices());
            case SURGERY -> new HandoutNotes(plan, parts).surgery();
            case SPINE -> new HandoutNotes(plan, parts).spine();
            case PATHWAY -> new HandoutNotes(plan, parts).pathways(shown.pathways());
        };
        return lines.isEmpty()
                ? Element.of("p", family ? "There is nothing here today." : "Nothing on record.")
                        .with("class", "empty")
                : Element.of("ul").add(lines.stream());
    }

    private static List<Element> lines(Stream<String> texts) {
        return texts.filter(t -> !t.isBlank()).map(t -> Element.of("li", t)).toList();
    }

    private Stream<String> drugs() {
        Map<String, List<HistoryEvent>> byName = plan.history().stream()
                .filter(e -> DRUG_LANES.contains(e.lane()) && !e.planned())
                .collect(Collectors.groupingBy(
                        e -> e.lane() + ": " + DoseFree.label(e.label()).orElse("drug not named"),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byName.entrySet().stream().map(named -> {
            List<HistoryEvent> events = named.getValue();
            LocalDate first = events.getFirst().from();
            LocalDate last = events.stream()
                    .map(e -> Optional.ofNullable(e.until()).orElse(e.from()))
                    .max(LocalDate::compareTo)
                    .orElse(first);
            String times = events.size() == 1 ? "" : ", " + events.size() + " times";
            String span = first.equals(last)
                    ? "on " + Figures.day(first)
                    : "from " + Figures.day(first) + " to " + Figures.day(last);
            return named.getKey() + times + ", " + span;
        });
    }

    private Stream<String> events(List<String> lanes) {
        return plan.history().stream()
                .filter(e -> lanes.isEmpty() || lanes.contains(e.lane()))
                .map(e -> Figures.day(e.from()) + ": "
                        + DoseFree.label(e.label()).orElse(e.lane()) + (e.planned() ? " (planned)" : ""));
    }

    private List<Element> items(List<String> starts, PageParts parts) {
        List<Element> lines = new ArrayList<>();
        for (CareItem item : plan.items()) {
            boolean wanted = starts.isEmpty()
                    ? TO_DO.contains(item.kind())
                    : starts.stream()
                            .anyMatch(s ->
                                    item.ruleId().equals(s) || item.ruleId().startsWith(s + "-"));
            Optional<String> title = DoseFree.label(item.title());
            if (wanted && title.isPresent()) {
                lines.add(Element.of("li")
                        .add(PageParts.badge(item.kind()))
                        .text(" ")
                        .add(Element.of("strong", title.get()))
                        .text(". " + DoseFree.sentences(item.reason()))
                        .add(parts.cite(item.sources())));
            }
        }
        return lines;
    }

    private List<Element> calendar(boolean family) {
        Set<String> seen = new LinkedHashSet<>();
        List<Element> lines = new ArrayList<>();
        for (CareItem item : plan.calendar()) {
            LocalDate due = item.dueOn();
            String what = family
                    ? words.words(item.ruleId()).orElse("a visit")
                    : DoseFree.label(item.title()).orElse("see the plan");
            if (due != null && seen.add(due + what)) {
                lines.add(Element.of("li").add(PageParts.day(due)).text(": " + what));
            }
        }
        return lines;
    }

    /** Options that must not be given and present dangers, in one line, so that it fits on a card. */
    private Stream<String> stops() {
        List<String> names = Stream.concat(
                        plan.items().stream()
                                .filter(i -> i.kind() == Kind.STOP && i.priority() < BACKGROUND)
                                .flatMap(i -> DoseFree.label(i.title()).stream()),
                        stoppedOptions().stream())
                .distinct()
                .toList();
        return names.isEmpty() ? Stream.empty() : Stream.of(String.join("; ", names) + ".");
    }

    private Stream<String> waits() {
        return plan.items().stream()
                .filter(i -> i.kind() == Kind.HOLD || i.kind() == Kind.MISSING)
                .map(i -> words.words(i.ruleId()).orElse("a check"))
                .distinct()
                .map(w -> OverviewPart.capital(w) + ".");
    }

    private Stream<String> choices() {
        List<String> never = stoppedOptions();
        Stream<String> open = plan.options().stream()
                .filter(o -> o.availability() != Availability.STOPPED)
                .flatMap(o -> DoseFree.label(o.title()).stream()
                        .map(label -> label + ": " + today(o.availability()) + "." + chance(o)))
                .distinct();
        Stream<String> stopped = never.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        "Some must not be used now. Your team can tell you why, and if that may change.",
                        "Not for you now: " + String.join(", ", never) + ".");
        Stream<String> model = plan.fit() == null
                ? Stream.empty()
                : Stream.of("The numbers come from a computer model. It counts each break, small ones too. It has not"
                        + " been tested on single people, and it may be wrong for you. A number about many"
                        + " people cannot say what will happen to you.");
        return Stream.of(open, stopped, model).flatMap(lines -> lines);
    }

    private List<String> stoppedOptions() {
        return plan.options().stream()
                .filter(o -> o.availability() == Availability.STOPPED)
                .flatMap(o -> DoseFree.label(o.title()).stream())
                .map(label -> label.replaceFirst("^(Start|Switch to|Change to|Continue): ", ""))
                .distinct()
                .toList();
    }

    private static String today(Availability availability) {
        return switch (availability) {
            case AVAILABLE -> "we can talk about this now";
            case ON_HOLD -> "this has to wait";
            case CANNOT_EVALUATE -> "we need to know more first";
            case UNCONFIRMED -> "we need to check a fact first";
            case STOPPED -> "not now";
        };
    }

    private static String chance(TreatmentOption option) {
        if (option.availability() != Availability.AVAILABLE) {
            return "";
        }
        return Outlook.of(option)
                .flatMap(o -> o.fractures(1))
                .filter(f -> Double.isFinite(f.probabilityOfAny()))
                .map(f -> " In the model, about " + Figures.number(f.probabilityOfAny() * 100, 0)
                        + " of 100 people with bones like yours break a bone in the next year, and "
                        + Figures.number(100 - Math.rint(f.probabilityOfAny() * 100), 0) + " do not.")
                .orElse("");
    }
}
