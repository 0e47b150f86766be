package org.lamella.clinic.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.lamella.care.plan.SameVisit;
import org.lamella.clinic.report.markup.Element;

/** What of a plan goes into hand-outs. Every text passes {@link DoseFree}. */
final class HandoutContent {
    private static final Set<String> DRUG_LANES = Set.of("Infusions", "Injections", "Tablets", "Drugs");
    private static final String VITAMIN = "vitamin D";

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
            case HEADLINE ->
                lines(plan.headline().stream().map(DoseFree::sentences).map(Figures::said));
            case DRUGS -> lines(drugs());
            case EVENTS -> lines(events(shown.lanes()));
            case ITEMS -> items(shown, parts);
            case NEEDS -> lines(needs(shown.rules()));
            case CALENDAR -> calendar(family);
            case STOPS -> lines(stops());
            case WAITS -> lines(waits());
            case CHOICES -> lines(new PlainChoices(plan).lines());
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
                .collect(Collectors.groupingBy(HandoutContent::drug, LinkedHashMap::new, Collectors.toList()));
        Stream<String> given = byName.entrySet().stream()
                .sorted(Comparator.comparing(named -> named.getKey().startsWith(VITAMIN)))
                .map(named -> OverviewPart.capital(named.getKey()) + times(named.getValue()) + span(named.getValue()));
        boolean supplementsOnly = byName.keySet().stream().allMatch(name -> name.startsWith(VITAMIN));
        return supplementsOnly
                ? Stream.concat(Stream.of("No bone drug is on record; the record may not be complete."), given)
                : given;
    }

    /** Such as {@code pamidronate by drip}; vitamins are no bone drug and no tablet. */
    private static String drug(HistoryEvent event) {
        String name = DoseFree.label(event.label()).orElse("drug not named").replace("vitamin-d", VITAMIN);
        return name
                + switch (event.lane()) {
                    case "Infusions" -> ", infusions";
                    case "Injections" -> ", injections";
                    case "Tablets" -> name.startsWith(VITAMIN) ? "" : ", by mouth";
                    default -> "";
                };
    }

    private static String times(List<HistoryEvent> events) {
        return events.size() == 1 ? ", " : ", " + events.size() + " times, ";
    }

    private String span(List<HistoryEvent> events) {
        LocalDate first = events.getFirst().from();
        LocalDate last = events.stream()
                .map(e -> Optional.ofNullable(e.until()).orElse(e.from()))
                .max(LocalDate::compareTo)
                .orElse(first);
        if (first.equals(last)) {
            return "on " + Figures.day(first);
        }
        boolean ongoing = events.size() == 1 && last.equals(plan.header().asOf());
        return ongoing ? "since " + Figures.day(first) : "from " + Figures.day(first) + " to " + Figures.day(last);
    }

    private Stream<String> events(List<String> lanes) {
        return plan.history().stream()
                .filter(e -> lanes.isEmpty() || lanes.contains(e.lane()))
                .map(e -> Figures.day(e.from()) + ": "
                        + DoseFree.label(e.label()).orElse(e.lane()) + (e.planned() ? " (planned)" : ""));
    }

    private List<Element> items(Handout.Part.Shown shown, PageParts parts) {
        List<Element> lines = new ArrayList<>();
        Set<Kind> kinds = shown.kinds().isEmpty() ? Set.of(Kind.values()) : Set.copyOf(shown.kinds());
        for (CareItem item : SameVisit.once(plan.items())) {
            // Standing prohibitions of drugs that nobody proposes are named elsewhere, in one line.
            boolean background = item.kind() == Kind.STOP && item.priority() >= BACKGROUND;
            boolean wanted = kinds.contains(item.kind())
                    && (shown.rules().isEmpty()
                            ? !background
                            : shown.rules().stream()
                                    .anyMatch(s -> item.ruleId().equals(s)
                                            || item.ruleId().startsWith(s + "-")));
            Optional<String> title = DoseFree.label(item.title());
            if (wanted && title.isPresent()) {
                lines.add(Element.of("li")
                        .add(PageParts.badge(item.kind()))
                        .text(" ")
                        .add(Element.of("strong", title.get()))
                        .text(". " + Figures.said(DoseFree.sentences(item.reason())))
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
            if (due == null) {
                continue;
            }
            boolean now = !due.isAfter(plan.header().asOf());
            String when = now ? "Now" : Figures.day(due);
            if (seen.add(when + what)) {
                lines.add(Element.of("li")
                        .add(now ? Element.of("span", when) : PageParts.day(due))
                        .text(": " + what));
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
                        PlainChoices.stopped(plan).stream())
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

    /** What is missing, clinical questions before signatures; each need once. */
    private Stream<String> needs(List<String> starts) {
        List<CareItem> missing = plan.items().stream()
                .filter(i -> i.kind() == Kind.MISSING && (starts.isEmpty() || belongs(i, starts)))
                .sorted(Comparator.comparing(i -> i.ruleId().startsWith("SAFE-")))
                .toList();
        return Reasons.grouped(missing).stream()
                .map(same -> Figures.said(DoseFree.sentences(Reasons.need(same.getFirst()))))
                .filter(need -> !need.isBlank())
                .map(need -> OverviewPart.capital(need.replaceFirst("\\.$", "")) + ".");
    }

    private static boolean belongs(CareItem item, List<String> starts) {
        return starts.stream()
                .anyMatch(s -> item.ruleId().equals(s) || item.ruleId().startsWith(s + "-"));
    }
}
