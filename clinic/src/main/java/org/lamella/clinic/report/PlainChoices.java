package org.lamella.clinic.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.care.plan.TreatmentOption.Availability;

/** The options of a plan in words for families: no doses, no regimens, no order. */
final class PlainChoices {
    /** Verb, drug and the rest of the title of an option. */
    private static final Pattern TITLE =
            Pattern.compile("(Start|Continue|Switch to|Change to|Stop):? ([A-Za-z]+)(.*)", Pattern.DOTALL);

    private final Plan plan;

    PlainChoices(Plan plan) {
        this.plan = plan;
    }

    Stream<String> lines() {
        List<String> never = stopped(plan);
        Stream<String> open = plan.options().stream()
                .filter(o -> o.availability() != Availability.STOPPED)
                .flatMap(o -> named(o).map(name -> name + ": " + today(o.availability()) + "." + chance(o)).stream())
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

    /** Names of what must not be given, without how it would be given. */
    static List<String> stopped(Plan plan) {
        return plan.options().stream()
                .filter(o -> o.availability() == Availability.STOPPED)
                .flatMap(o -> DoseFree.label(o.title()).stream())
                .map(label -> label.replaceFirst("^(Start|Switch to|Change to|Continue): ", "")
                        .replaceFirst(" (?:by mouth|in \\d+-day cycles|every|once|maintenance)\\b.*$", ""))
                .distinct()
                .toList();
    }

    /** What an option is, such as {@code Change to neridronate, by drip}. */
    private Optional<String> named(TreatmentOption option) {
        Optional<String> label = DoseFree.label(option.title());
        Matcher title = TITLE.matcher(option.title());
        if (!title.matches()) {
            return label.map(name -> name.equals("No drug") ? "No bone medicine" : name);
        }
        String drug = title.group(2).toLowerCase(Locale.ROOT);
        String how = title.group(3).contains("by mouth") ? ", as a tablet" : ", by drip";
        String less = title.group(3).contains("maintenance") ? ", a lower amount" : "";
        return Optional.of(
                switch (title.group(1)) {
                    case "Start" -> "Start " + drug + less + how;
                    case "Continue" -> "Keep on with " + drug + ", as now";
                    case "Change to" -> "Stay on " + drug + ", at another pace";
                    case "Stop" -> "Stop " + drug + " and take no bone medicine";
                    default -> "Change to " + drug + less + how;
                });
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
                        + " of 100 people with bones like these break a bone in the next year, and "
                        + Figures.number(100 - Math.rint(f.probabilityOfAny() * 100), 0) + " do not.")
                .orElse("");
    }
}
