package org.lamella.clinic.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.CareItem.Kind;
import org.lamella.care.plan.DoseSheet;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.Statement;
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
    private static final int INDENT = 9;

    private final Plan plan;
    private final List<String> lines = new ArrayList<>();

    private PlanText(Plan plan) {
        this.plan = plan;
    }

    /** The summary, each line ended by a line feed. */
    public static String render(Plan plan) {
        PlanText text = new PlanText(plan);
        text.head();
        text.items();
        text.options();
        text.basis();
        return String.join("\n", text.lines) + "\n";
    }

    private void head() {
        wrap(
                "",
                "LAMELLA PLAN  " + plan.header().patientLine() + "  ["
                        + plan.header().patientId() + "], "
                        + Figures.day(plan.header().asOf()));
        wrap("", "Research and education software for professionals: options with reasons, never orders.");
        if (plan.header().siteIsDemonstration()) {
            wrap("", "Site configuration: " + plan.header().site() + " (a demonstration, confirmed by no hospital).");
        }
        lines.add("");
        plan.headline().forEach(sentence -> wrap("  * ", sentence));
    }

    private void items() {
        lines.add("");
        for (Kind kind : List.of(Kind.STOP, Kind.HOLD, Kind.MISSING, Kind.DUE)) {
            List<CareItem> ofKind =
                    plan.items().stream().filter(i -> i.kind() == kind).toList();
            if (kind == Kind.STOP && !ofKind.isEmpty()) {
                wrap(
                        label(kind.name()),
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
                wrap(label(kind.name()), "and " + (ofKind.size() - shown) + " more, see the page");
            }
        }
    }

    /** Each need once, with the rules that asked for it. */
    private void missing(List<List<CareItem>> needs) {
        for (List<CareItem> need : needs.subList(0, Math.min(SHOWN, needs.size()))) {
            String rules = String.join(", ", need.stream().map(CareItem::ruleId).toList());
            wrap(label("MISSING"), Reasons.need(need.getFirst()) + " [" + rules + "]");
        }
        if (needs.size() > SHOWN) {
            wrap(label("MISSING"), "and " + (needs.size() - SHOWN) + " more needs, see the page");
        }
    }

    private void item(CareItem item, boolean withReason) {
        String due = item.dueOn() == null ? "" : ", due " + Figures.day(item.dueOn());
        wrap(label(item.kind().name()), item.title() + due + " [" + item.ruleId() + "]");
        if (withReason) {
            wrap(" ".repeat(INDENT), item.reason() + sources(item.sources()));
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
        wrap("- STOPPED ", option.title() + ": " + first.text() + sources(first.sources()));
    }

    private void option(TreatmentOption option, double horizon) {
        wrap("- ", option.title());
        Optional<Outlook> outlook = Outlook.of(option);
        String status = word(option.availability());
        if (outlook.isPresent()) {
            Optional<FractureOutlook> fractures = outlook.get().fractures(horizon);
            lines.add(columns(
                    status,
                    pad(change(outlook.get(), 1), 8) + change(outlook.get(), horizon),
                    fractures.map(f -> Figures.withInterval(f.expected(), 1)).orElse(Figures.NONE),
                    fractures.map(Outlook::ratio).orElse(Figures.NONE)));
        } else {
            lines.add(columns(status, "no forecast", "", "").stripTrailing());
        }
        DoseSheet sheet = option.doseSheet();
        if (sheet != null) {
            wrap("  dose: ", sheet.summary());
        }
        if (option.availability() != Availability.AVAILABLE) {
            Statement first = option.reasons().getFirst();
            int more = option.reasons().size() - 1;
            wrap(
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
            wrap("", "No forecast could be made. Needed: " + String.join("; ", plan.forecastNeeds()) + ".");
        } else {
            wrap(
                    "",
                    "The forecast rests on " + fit.siblings() + " simulated siblings, weighted by agreement with the "
                            + "record (effective sample size " + Figures.number(fit.effectiveSampleSize(), 0)
                            + ", seed "
                            + fit.seed() + "). " + RecordPart.parameters(fit));
            fit.warnings().forEach(warning -> wrap("  ! ", warning));
        }
        wrap("", "Spine density is not strength, and strength is not fractures: read the columns separately.");
        plan.cautions().stream().findFirst().ifPresent(c -> wrap("", c.text() + sources(c.sources())));
        if (!plan.notes().isEmpty()) {
            wrap(
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
        return "  " + (pad(status, 18) + pad(z, 18) + pad(fractures, 21) + ratio).stripTrailing();
    }

    private static String label(String word) {
        return pad(word.toUpperCase(Locale.ROOT), INDENT);
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }

    private void wrap(String first, String text) {
        String indent = " ".repeat(first.length());
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : printable(text).split(" ", -1)) {
            for (String piece : pieces(word, WIDTH - first.length())) {
                if (!empty && line.length() + 1 + piece.length() > WIDTH) {
                    lines.add(line.toString());
                    line = new StringBuilder(indent);
                    empty = true;
                }
                line.append(empty ? "" : " ").append(piece);
                empty = false;
            }
        }
        lines.add(line.toString().stripTrailing());
    }

    private static List<String> pieces(String word, int width) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < word.length(); from += width) {
            pieces.add(word.substring(from, Math.min(word.length(), from + width)));
        }
        return pieces;
    }

    /** Without control characters, which could move the cursor or change colours of a terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "?").strip();
    }
}
