package org.lamella.clinic.report;

import java.util.List;
import java.util.Optional;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.CareItem.Kind;
import org.lamella.care.plan.DoseSheet;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.SurgicalNote;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.care.plan.TreatmentOption.Availability;
import org.lamella.evidence.Citation;
import org.lamella.twin.ForecastQuantity;
import org.lamella.twin.FractureOutlook;
import org.lamella.twin.TwinFit;

/**
 * The plan on one screen of a terminal: at most 80 columns, no colour. Everything that must stop or wait is named, with
 * its first reason; of what is missing or due, the first {@value #SHOWN} of each are shown and the rest counted.
 */
public final class PlanText {
    /** Widest line, characters. */
    public static final int WIDTH = 80;

    private static final int SHOWN = 4;

    private final Plan plan;
    private final TextLines lines = new TextLines(WIDTH);

    private PlanText(Plan plan) {
        this.plan = plan;
    }

    /** The summary, each line ended by a line feed. */
    public static String render(Plan plan) {
        PlanText text = new PlanText(plan);
        text.head();
        text.items();
        text.surgery();
        text.options();
        text.basis();
        return text.lines.text();
    }

    private void head() {
        lines.wrap(
                "",
                "LAMELLA PLAN  " + plan.header().patientLine() + "  ["
                        + plan.header().patientId() + "], "
                        + Figures.day(plan.header().asOf()));
        lines.wrap("", "Research and education software for professionals: options with reasons, never orders.");
        if (plan.header().siteIsDemonstration()) {
            lines.wrap(
                    "",
                    "Site configuration: " + plan.header().site() + " (a demonstration, confirmed by no hospital).");
        }
        lines.add("");
        plan.headline().forEach(sentence -> lines.wrap("  * ", sentence));
    }

    private void items() {
        lines.add("");
        for (Kind kind : List.of(Kind.STOP, Kind.HOLD, Kind.MISSING, Kind.DUE)) {
            List<CareItem> ofKind =
                    plan.items().stream().filter(i -> i.kind() == kind).toList();
            if (kind == Kind.STOP && !ofKind.isEmpty()) {
                lines.wrap(
                        TextLines.label(kind.name()),
                        String.join(
                                "; ",
                                ofKind.stream()
                                        .map(i -> i.title() + " [" + i.ruleId() + "]" + sources(i.sources()))
                                        .toList()));
                continue;
            }
            if (kind == Kind.MISSING) {
                missing(Reasons.grouped(ofKind));
                continue;
            }
            int shown = kind == Kind.HOLD ? ofKind.size() : Math.min(SHOWN, ofKind.size());
            ofKind.stream().limit(shown).forEach(item -> item(item, kind == Kind.HOLD));
            if (ofKind.size() > shown) {
                lines.wrap(TextLines.label(kind.name()), "and " + (ofKind.size() - shown) + " more, see the page");
            }
        }
    }

    /** Bones whose rod is in question, and where a curve would go; nothing when there is neither. */
    private void surgery() {
        for (SurgicalNote note : plan.surgery()) {
            String points = note.points();
            lines.wrap(
                    TextLines.label("RODS"),
                    note.bone() + ": "
                            + (points == null
                                    ? "cannot evaluate, need " + String.join("; ", note.needs())
                                    : "published practice points to a " + points));
        }
        if (!plan.spine().curve().isEmpty()) {
            lines.wrap(TextLines.label("CURVE"), SpinePart.today(plan.spine()));
        }
    }

    /** Each need once, with the rules that asked for it. */
    private void missing(List<List<CareItem>> needs) {
        for (List<CareItem> need : needs.subList(0, Math.min(SHOWN, needs.size()))) {
            String rules = String.join(", ", need.stream().map(CareItem::ruleId).toList());
            lines.wrap(TextLines.label("MISSING"), Reasons.need(need.getFirst()) + " [" + rules + "]");
        }
        if (needs.size() > SHOWN) {
            lines.wrap(TextLines.label("MISSING"), "and " + (needs.size() - SHOWN) + " more needs, see the page");
        }
    }

    private void item(CareItem item, boolean withReason) {
        String due = item.dueOn() == null ? "" : ", due " + Figures.day(item.dueOn());
        lines.wrap(TextLines.label(item.kind().name()), item.title() + due + " [" + item.ruleId() + "]");
        if (withReason) {
            lines.wrap(TextLines.indent(), item.reason() + sources(item.sources()));
        }
    }

    private void options() {
        double horizon = Outlook.horizon(plan).orElse(0.0);
        String years = Figures.years(horizon);
        lines.add("");
        lines.add("OPTIONS   figures are model medians (5th to 95th centile); none is an order");
        if (horizon > 0) {
            lines.add(columns("", "spine Z change", "fractures in " + years + " y", "relative to"));
            lines.add(columns("", "1 y     " + years + " y", "expected", "no drug"));
        }
        plan.options().stream()
                .filter(option -> option.availability() != Availability.STOPPED)
                .forEach(option -> option(option, horizon));
        plan.options().stream()
                .filter(option -> option.availability() == Availability.STOPPED)
                .forEach(this::stopped);
    }

    /** A stopped option with its first reason; the page has all of them. */
    private void stopped(TreatmentOption option) {
        Statement first = option.reasons().getFirst();
        lines.wrap("- STOPPED ", option.title() + ": " + first.text() + sources(first.sources()));
    }

    private void option(TreatmentOption option, double horizon) {
        lines.wrap("- ", option.title());
        Optional<Outlook> outlook = Outlook.of(option);
        String status = word(option.availability());
        if (outlook.isPresent()) {
            Optional<FractureOutlook> fractures = outlook.get().fractures(horizon);
            lines.add(columns(
                    status,
                    TextLines.pad(change(outlook.get(), 1), 8) + change(outlook.get(), horizon),
                    fractures.map(f -> Figures.withInterval(f.expected(), 1)).orElse(Figures.NONE),
                    fractures.map(Outlook::ratio).orElse(Figures.NONE)));
        } else {
            lines.add(columns(status, "no forecast", "", "").stripTrailing());
        }
        DoseSheet sheet = option.doseSheet();
        if (sheet != null) {
            lines.wrap("  dose: ", sheet.summary());
        }
        if (option.availability() != Availability.AVAILABLE) {
            Statement first = option.reasons().getFirst();
            int more = option.reasons().size() - 1;
            lines.wrap(
                    "  why:  ",
                    first.text()
                            + sources(first.sources())
                            + (more == 0 ? "" : " (and " + more + " more, see the page)"));
        }
    }

    private static String change(Outlook outlook, double years) {
        return outlook.changeOfMedian(ForecastQuantity.SPINE_Z, years)
                .map(change -> Figures.signed(change, 2))
                .orElse(Figures.NONE);
    }

    private void basis() {
        lines.add("");
        TwinFit fit = plan.fit();
        if (fit == null) {
            lines.wrap("", "No forecast could be made. Needed: " + String.join("; ", plan.forecastNeeds()) + ".");
        } else {
            lines.wrap(
                    "",
                    "The forecast rests on " + fit.siblings() + " simulated siblings, weighted by agreement with the "
                            + "record (effective sample size " + Figures.number(fit.effectiveSampleSize(), 0)
                            + ", seed "
                            + fit.seed() + "). " + RecordPart.parameters(fit));
            fit.warnings().forEach(warning -> lines.wrap("  ! ", warning));
        }
        lines.wrap("", "Spine density is not strength, and strength is not fractures: read the columns separately.");
        plan.cautions().stream().findFirst().ifPresent(c -> lines.wrap("", c.text() + sources(c.sources())));
        if (!plan.notes().isEmpty()) {
            lines.wrap(
                    "",
                    "Entries of the record that were converted or not used: "
                            + plan.notes().size() + "; the page lists them.");
        }
    }

    /** The availability of an option in a word or two. */
    static String word(Availability availability) {
        return switch (availability) {
            case AVAILABLE -> "available";
            case ON_HOLD -> "on hold";
            case CANNOT_EVALUATE -> "cannot evaluate";
            case UNCONFIRMED -> "not confirmed";
            case STOPPED -> "STOPPED";
        };
    }

    private static String sources(List<Citation> sources) {
        return sources.isEmpty()
                ? ""
                : " {" + String.join(", ", sources.stream().map(Citation::key).toList()) + "}";
    }

    private static String columns(String status, String z, String fractures, String ratio) {
        return "  "
                + (TextLines.pad(status, 18) + TextLines.pad(z, 18) + TextLines.pad(fractures, 21) + ratio)
                        .stripTrailing();
    }
}
