package org.lamella.care.dose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lamella.care.plan.DoseSheet;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.site.Confirmation;
import org.lamella.care.site.Product;
import org.lamella.care.site.Setting;
import org.lamella.evidence.Citation;
import org.lamella.evidence.drug.DoseBand;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.evidence.drug.Figure;
import org.lamella.evidence.drug.FirstDoseRule;
import org.lamella.evidence.drug.Limit;
import org.lamella.evidence.drug.Preparation;
import org.lamella.patient.Route;

/** Writes the worked lines of a dose for a pharmacist to follow. */
final class DoseSheetWriter {

    private static final BigDecimal NOTEWORTHY_LOSS = new BigDecimal("0.05");
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private final DoseInputs in;
    private final DoseBand band;
    private final DecimalDose dose;
    private final List<DoseSheet.Line> lines = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Citation> sources = new LinkedHashMap<>();

    private DoseSheetWriter(DoseInputs in, DoseBand band, DecimalDose dose) {
        this.in = in;
        this.band = band;
        this.dose = dose;
    }

    static DoseSheet write(DoseInputs in, DoseBand band, DecimalDose dose) {
        return new DoseSheetWriter(in, band, dose).sheet();
    }

    private DoseSheet sheet() {
        band.figures().forEach(this::cite);
        basis();
        amount();
        rounding();
        if (in.facts().route() == Route.INTRAVENOUS) {
            infusion();
        } else {
            tablets();
        }
        yearly();
        days();
        practice();
        confirmations();
        String product = in.solution().map(p -> ", " + p.label()).orElse("");
        return new DoseSheet(in.facts().title() + product, summary(), lines, warnings, List.copyOf(sources.values()));
    }

    private void cite(Figure figure) {
        figure.sources().forEach(s -> sources.putIfAbsent(s.key(), s));
    }

    private void line(String label, String working, String result) {
        lines.add(new DoseSheet.Line(label, working, result));
    }

    private static String mg(BigDecimal value) {
        return plain(value) + " mg";
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private void basis() {
        line("Weight", "measured on " + in.weight().date(), in.weight().weight().toString());
        line("Band", "age " + in.age() + " on " + in.date(), band.label());
        int limit = in.site().ageLimits().weight(in.age()).value();
        if (in.weight().date().plusDays(limit).isBefore(in.date())) {
            warnings.add("On the day of the dose the weight will be older than " + limit
                    + " days: weigh again and compute anew.");
        }
    }

    private void amount() {
        String weight = in.weight().weight().toString();
        if (dose.perKilogram() == null) {
            line("Dose", "fixed dose of the band", mg(dose.exact()));
        } else {
            String perKilogram = plain(dose.perKilogram()) + " mg/kg";
            line("Dose by weight", perKilogram + " x " + weight + " = " + mg(dose.exact()), mg(dose.exact()));
        }
        if (dose.cap() != null) {
            boolean bites = dose.exact().compareTo(dose.cap()) > 0;
            line(
                    "Most in one day",
                    mg(dose.exact()) + (bites ? " is above " : " is not above ") + mg(dose.cap()),
                    mg(dose.capped()));
            in.facts().limits(Limit.Kind.MAX_PER_DOSE).forEach(l -> cite(l.figure()));
            otherCaps(bites);
        }
        firstDose();
    }

    private void otherCaps(boolean bites) {
        List<Limit> caps = in.facts().limits(Limit.Kind.MAX_PER_DOSE);
        if (bites && caps.size() > 1 && in.regimen().ownCapMg() == null) {
            warnings.add("Sources differ about the most in one day ("
                    + String.join(
                            " and ", caps.stream().map(l -> l.figure().text()).toList())
                    + "): the stricter is used.");
        }
    }

    private void firstDose() {
        FirstDoseRule rule = in.facts().firstDose();
        if (!in.firstEver() || rule == null || !band.byWeight()) {
            return;
        }
        warnings.add("The record holds no bisphosphonate: this counts as the first dose ever. Make sure of it.");
        if (rule.appliesTo() == FirstDoseRule.AppliesTo.WHOLE_DOSE) {
            cite(rule.figure());
            line(
                    "First dose",
                    "lower of " + band.dose().text() + " and " + rule.figure().text(),
                    plain(band.dose().value().min(rule.figure().value())) + " mg/kg");
        } else if (in.confirmed(rule.valueId())) {
            line(
                    "First cycle, day 1",
                    mg(dose.capped()) + " x " + rule.figure().plain(),
                    mg(dose.capped().multiply(rule.figure().value())));
        } else {
            warnings.add("A smaller dose on day 1 of the first cycle is commonly quoted; no source was seen, so that it"
                    + " is not applied. Follow the site's first-dose policy.");
        }
    }

    private void rounding() {
        BigDecimal usual = dose.days().getLast();
        Optional<Product> solution = in.solution();
        if (solution.isPresent()) {
            line(
                    "Rounded down",
                    "to 0.01 mL below 1 mL, 0.1 mL from 1 mL of "
                            + solution.get().label(),
                    mg(usual) + " = " + plain(dose.volumes().getLast()) + " mL");
        } else if (band.byWeight()) {
            line(
                    "Rounded down",
                    "to steps of "
                            + Objects.requireNonNull(in.facts().roundingStep()).text(),
                    mg(usual));
            warnings.add("The site names no product, so that no volume is given.");
        }
        BigDecimal loss = dose.capped().subtract(usual);
        if (loss.compareTo(dose.capped().multiply(NOTEWORTHY_LOSS)) > 0) {
            BigDecimal percent = loss.multiply(BigDecimal.valueOf(100)).divide(dose.capped(), 1, RoundingMode.HALF_UP);
            warnings.add("Rounding down takes away " + percent.toPlainString()
                    + " % of the dose: a weaker solution measures better.");
        }
    }

    private void infusion() {
        if (in.firstEver()) {
            line(
                    "Admission",
                    in.site().firstDoseAdmission().origin().label(),
                    in.site().firstDoseAdmission().value().label());
        }
        // The gate asks for an infusion time, the drug file of an infusion for its preparation.
        Preparation preparation = Objects.requireNonNull(in.facts().preparation());
        Setting<Integer> minutes = in.site().infusionTime(in.facts().drug()).orElseThrow();
        BigDecimal usual = dose.days().getLast();
        BigDecimal bag = bag(preparation.volume(), usual);
        BigDecimal rate = bag.multiply(SIXTY).divide(BigDecimal.valueOf(minutes.value()), 1, RoundingMode.HALF_UP);
        line("Dilution", preparation.diluent(), "made up to " + plain(bag) + " mL");
        line("Infusion time", minutes.origin().label() + "; " + minutes.source(), minutes.value() + " minutes");
        line("Rate", plain(bag) + " mL x 60 / " + minutes.value() + " min", rate.toPlainString() + " mL/h");
        int total = minutes.value() * dose.days().size();
        if (dose.days().size() > 1) {
            line(
                    "Total infusion time",
                    minutes.value() + " min x " + dose.days().size() + " days",
                    total + " minutes per cycle");
        }
        in.facts().limit(Limit.Kind.MIN_INFUSION).ifPresent(l -> cite(l.figure()));
    }

    private BigDecimal bag(Preparation.VolumeRule rule, BigDecimal usual) {
        return switch (rule) {
            case Preparation.VolumeRule.Concentration(Figure concentration, Figure step) -> {
                cite(concentration);
                BigDecimal exact = usual.divide(concentration.value(), 6, RoundingMode.UP);
                BigDecimal steps = exact.divide(step.value(), 0, RoundingMode.CEILING);
                yield steps.multiply(step.value());
            }
            case Preparation.VolumeRule.ByDose(Figure upTo, Figure small, Figure full) -> {
                Figure chosen = usual.compareTo(upTo.value()) <= 0 ? small : full;
                cite(chosen);
                yield chosen.value();
            }
        };
    }

    private void tablets() {
        BigDecimal wanted = dose.days().getFirst();
        Optional<Product> tablet = in.site().productsOf(in.facts().drug()).stream()
                .filter(p -> p.form() == Product.Form.TABLET
                        && wanted.remainder(p.milligrams()).signum() == 0)
                .max(java.util.Comparator.comparing(Product::milligrams));
        if (tablet.isPresent()) {
            BigDecimal number = wanted.divideToIntegralValue(tablet.get().milligrams());
            line("Tablets", plain(wanted) + " mg / " + tablet.get().label(), plain(number) + " a day");
        } else {
            warnings.add(
                    "The site names no tablet that makes up " + mg(wanted) + "; tablets are not crushed or split.");
        }
        line(
                "How to take",
                "upright, fasting, with plenty of water; upright for 30 minutes",
                "once a day, 30 minutes before breakfast");
    }

    private void yearly() {
        if (band.interval() == null) {
            line("Per year", mg(dose.days().getFirst()) + " x 365.25", mg(dose.annualMg()));
            return;
        }
        String cycle =
                band.dose().text() + " x " + Objects.requireNonNull(band.days()).plain();
        String working = cycle + " x 12 / " + band.interval().plain() + " months";
        if (!band.byWeight()) {
            line("Per year", working, mg(dose.annualMg()));
            return;
        }
        Optional<Limit> limit = in.facts().limit(Limit.Kind.MAX_PER_YEAR);
        String against = limit.map(l -> " (most " + l.figure().text() + ")").orElse("");
        limit.ifPresent(l -> cite(l.figure()));
        line("Per year", working, plain(dose.annualPerKilogram()) + " mg/kg" + against);
    }

    private void days() {
        for (int i = 0; i < dose.days().size(); i++) {
            String volume =
                    dose.volumes().isEmpty() ? "" : " (" + plain(dose.volumes().get(i)) + " mL)";
            String label = in.regimen().schedule() == DosingRegimen.Schedule.DAILY
                    ? "From " + in.date() + " on, every day"
                    : "Day " + (i + 1) + ", " + in.date().plusDays(i);
            line(label, "", mg(dose.days().get(i)) + volume);
        }
        if (band.interval() != null) {
            line(
                    "Next cycle",
                    in.date() + " + " + band.interval().plain() + " months",
                    "from " + in.date().plusMonths(band.interval().value().longValue()));
        }
    }

    private void practice() {
        if (band.interval() == null) {
            return;
        }
        line(
                "When a date slips",
                "give it when ready and count the interval from the day it was given",
                "never two doses to catch up");
        line(
                "Calcium and vitamin D",
                "adequate intake before and after; calcium cover after the dose by local order only",
                "no cover unless the site orders it");
        RuleCatalogue.standard().rule("VD-05").sources().forEach(s -> sources.putIfAbsent(s.key(), s));
    }

    private void confirmations() {
        for (String id : DoseCalculator.confirmedValues(in, band)) {
            in.site().confirmation(id).map(Confirmation::sentence).ifPresent(warnings::add);
        }
        if (in.site().demonstration()) {
            warnings.add("Demonstration site configuration: not for care.");
        }
    }

    private String summary() {
        String usual = mg(dose.days().getLast());
        if (band.interval() == null) {
            return usual + " by mouth every day";
        }
        boolean differs = dose.days().getFirst().compareTo(dose.days().getLast()) != 0;
        String first = differs ? mg(dose.days().getFirst()) + " on day 1, then " : "";
        String days = dose.days().size() == 1
                ? first + usual
                : first + usual + " per day on " + dose.days().size() + " consecutive days";
        String interval = band.interval().plain();
        boolean reduced = dose.perKilogram() != null
                && dose.perKilogram().compareTo(band.dose().value()) < 0;
        String rhythm = interval.equals("12") ? ", once a year" : ", every " + interval + " months";
        return days + (reduced ? " as the first dose, then " + band.dose().text() : "") + rhythm;
    }
}
