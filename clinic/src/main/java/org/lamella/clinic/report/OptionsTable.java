package org.lamella.clinic.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.care.plan.DoseSheet;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.care.plan.TreatmentOption.Availability;
import org.lamella.clinic.report.markup.Element;
import org.lamella.clinic.report.markup.Node;
import org.lamella.twin.Estimate;
import org.lamella.twin.ForecastPoint;
import org.lamella.twin.ForecastQuantity;
import org.lamella.twin.FractureOutlook;

/** The options side by side; a reason that several of them share is written once below the table. */
final class OptionsTable {
    private final Plan plan;
    private final PageParts parts;
    private final Optional<Double> horizon;
    private final Map<String, Statement> reasons = new LinkedHashMap<>();

    private OptionsTable(Plan plan, PageParts parts) {
        this.plan = plan;
        this.parts = parts;
        this.horizon = Outlook.horizon(plan);
    }

    static Element of(Plan plan, PageParts parts) {
        return new OptionsTable(plan, parts).part();
    }

    private Element part() {
        Element note = Element.of("p").with("class", "lead");
        if (horizon.isPresent()) {
            note.text("Medians over the simulated siblings, 5th to 95th centile in brackets ")
                    .add(PageParts.model())
                    .text(". Spine density is not strength, and neither is a count of fractures: read the columns "
                            + "separately. Each figure leads to the numbers behind it.");
        } else {
            note.text("No forecast could be made. Needed: " + String.join("; ", plan.forecastNeeds()) + ".");
        }
        List<List<Node>> rows = plan.options().stream()
                .filter(o -> o.availability() != Availability.STOPPED)
                .map(this::row)
                .toList();
        Element part = PageParts.part();
        ForecastStart.of(plan).ifPresent(start -> note.text(" " + start));
        part.add(
                note,
                PageParts.table(
                                "Every option that was looked at; those that must not be given stand below",
                                headings(),
                                rows.stream())
                        .with("class", "options cards"));
        why(part);
        stopped(part);
        return part;
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>(List.of("Option", "Today", "Dose for this weight"));
        horizon.map(Figures::years)
                .ifPresent(y -> headings.addAll(List.of(
                        "Spine Z, change in 1 y",
                        "Spine Z, change in " + y + " y",
                        "Fractures expected in " + y + " y",
                        "Fractures relative to no drug",
                        "Chance of a fracture within 1 y")));
        return headings;
    }

    private List<Node> row(TreatmentOption option) {
        List<Node> cells = new ArrayList<>();
        cells.add(Element.of("span")
                .add(
                        Element.of("a", option.title()).with("href", "#" + OptionsPart.anchor(option)),
                        Element.of("span", option.burden()).with("class", "burden")));
        cells.add(Element.of("span").add(PageParts.badge(option.availability()), letters(option)));
        cells.add(dose(option));
        if (horizon.isPresent()) {
            Optional<Outlook> outlook = Outlook.of(option);
            double end = horizon.get();
            Optional<FractureOutlook> last = outlook.flatMap(o -> o.fractures(end));
            cells.add(spine(option, outlook, 1));
            cells.add(spine(option, outlook, end));
            cells.add(estimate(option, last.map(FractureOutlook::expected), 1));
            cells.add(
                    last.filter(Outlook::isNoDrug).isPresent()
                            ? PageParts.text("1, by definition")
                            : estimate(option, last.map(FractureOutlook::ratioToNoDrug), 2));
            cells.add(outlook.flatMap(o -> o.fractures(1))
                    .<Node>map(f -> figure(option, Figures.chance(f.probabilityOfAny())))
                    .orElse(PageParts.text(Figures.NONE)));
        }
        return cells;
    }

    private static Node dose(TreatmentOption option) {
        DoseSheet sheet = option.doseSheet();
        return sheet == null
                ? PageParts.text(Figures.NONE)
                : Element.of("a", sheet.summary()).with("class", "fig").with("href", "#" + DosePart.anchor(option));
    }

    /** Small letters that lead to the reasons below the table; reasons with the same words share a letter. */
    private Element letters(TreatmentOption option) {
        Element letters = Element.of("span").with("class", "why");
        if (option.availability() == Availability.AVAILABLE) {
            return letters;
        }
        letters.text("why: ");
        String between = "";
        for (Statement reason : Reasons.of(option)) {
            reasons.putIfAbsent(reason.text(), reason);
            String letter = letter(List.copyOf(reasons.keySet()).indexOf(reason.text()));
            letters.text(between)
                    .add(Element.of("a", letter).with("href", "#why-" + letter).with("aria-label", "reason " + letter));
            between = ", ";
        }
        return letters;
    }

    /** a to z, then aa, ab and so on. */
    static String letter(int index) {
        return index < 26
                ? Character.toString('a' + index)
                : letter(index / 26 - 1) + Character.toString('a' + index % 26);
    }

    private void why(Element part) {
        if (reasons.isEmpty()) {
            return;
        }
        Element list = Element.of("ul").with("class", "reasons");
        int index = 0;
        for (Statement reason : reasons.values()) {
            String letter = letter(index++);
            list.add(Element.of("li")
                    .with("id", "why-" + letter)
                    .add(Element.of("strong", letter))
                    .text(" ")
                    .add(parts.statement("span", reason)));
        }
        part.add(Element.of("h3", "Why an option waits or cannot be evaluated, and what goes with it"), list);
    }

    /** Stopped options, those with the same first reason together. */
    private void stopped(Element part) {
        Map<String, List<TreatmentOption>> byReason = new LinkedHashMap<>();
        plan.options().stream()
                .filter(o -> o.availability() == Availability.STOPPED)
                .forEach(o -> byReason.computeIfAbsent(Reasons.of(o).getFirst().text(), _ -> new ArrayList<>())
                        .add(o));
        if (byReason.isEmpty()) {
            return;
        }
        Element list = Element.of("ul").with("class", "stopped");
        byReason.values().forEach(options -> list.add(stoppedLine(options)));
        part.add(Element.of("h3", "Must not be given; no dose, no forecast"), list);
    }

    private Element stoppedLine(List<TreatmentOption> options) {
        Element line =
                Element.of("li").add(PageParts.badge(Availability.STOPPED)).text(" ");
        String between = "";
        for (TreatmentOption option : options) {
            line.text(between).add(Element.of("a", option.title()).with("href", "#" + OptionsPart.anchor(option)));
            between = ", ";
        }
        TreatmentOption first = options.getFirst();
        line.text(": ").add(parts.statement("span", Reasons.of(first).getFirst()));
        int more =
                options.stream().mapToInt(o -> Reasons.of(o).size() - 1).max().orElse(0);
        return more == 0
                ? line
                : line.add(Element.of("span", " and " + more + " more").with("class", "quiet"));
    }

    private static Element figure(TreatmentOption option, String text) {
        return Element.of("a")
                .with("class", "fig")
                .with("href", "#" + OptionsPart.figuresAnchor(option))
                .add(PageParts.figure(text));
    }

    private static Node spine(TreatmentOption option, Optional<Outlook> outlook, double years) {
        Optional<Double> change = outlook.flatMap(o -> o.changeOfMedian(ForecastQuantity.SPINE_Z, years));
        Optional<ForecastPoint> level = outlook.flatMap(o -> o.at(ForecastQuantity.SPINE_Z, years));
        if (change.isEmpty() || level.isEmpty()) {
            return PageParts.text(Figures.NONE);
        }
        Estimate then = level.get().estimate();
        return Element.of("span")
                .add(
                        figure(option, Figures.signed(change.get(), 2)),
                        Element.of("span")
                                .with("class", "level")
                                .add(PageParts.figure("to Z " + Figures.number(then.median(), 1))),
                        interval(then, 1));
    }

    private static Node estimate(TreatmentOption option, Optional<Estimate> estimate, int digits) {
        return estimate.<Node>map(e ->
                        Element.of("span").add(figure(option, Figures.number(e.median(), digits)), interval(e, digits)))
                .orElse(PageParts.text(Figures.NONE));
    }

    private static Element interval(Estimate estimate, int digits) {
        return Element.of("span")
                .with("class", "level nowrap")
                .add(PageParts.figure("(" + Figures.interval(estimate, digits) + ")"));
    }
}
