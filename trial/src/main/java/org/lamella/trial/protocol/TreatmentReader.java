package org.lamella.trial.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lamella.patient.Drug;
import org.lamella.patient.Route;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;

/** Reads treatments and doses. */
final class TreatmentReader {
    private static final Pattern AMOUNT = Pattern.compile("(-?[0-9.]+)\\s*(mg|mg/kg|mg/m2|ug|g|IU)");

    private TreatmentReader() {}

    /** Treatments of a list; none may begin at or after {@code end}. */
    static List<Treatment> list(Entry entry, StudyTime end) {
        List<Treatment> treatments = new ArrayList<>();
        for (Entry item : entry.items()) {
            Treatment treatment = treatment(item);
            if (treatment.from().compareTo(end) >= 0) {
                throw item.fault(
                        "a treatment that begins at " + treatment.from(), "a beginning before the end at " + end);
            }
            treatments.add(treatment);
        }
        return List.copyOf(treatments);
    }

    private static Treatment treatment(Entry entry) {
        entry.onlyKeys("drug", "route", "dose", "cap", "every", "days_per_cycle", "from", "until");
        try {
            return new Treatment(
                    new Drug(entry.text("drug")),
                    entry.get("route").choice(Route.class),
                    dose(entry),
                    entry.get("every").time(),
                    entry.find("days_per_cycle").map(e -> e.integer(1, 5)).orElse(1),
                    entry.find("from").map(Entry::time).orElse(StudyTime.ZERO),
                    entry.find("until").map(Entry::time).orElse(null));
        } catch (IllegalArgumentException e) {
            throw entry.fault(String.valueOf(e.getMessage()), "a treatment that can be given");
        }
    }

    /** A dose such as {@code 2 mg/kg} with an optional cap, or bands of weight or age. */
    private static DoseRule dose(Entry owner) {
        Entry entry = owner.get("dose");
        if (entry.isList()) {
            return bands(entry);
        }
        DoseRule rule = amount(entry);
        if (owner.find("cap").isEmpty()) {
            return rule;
        }
        Entry cap = owner.get("cap");
        if (rule instanceof DoseRule.PerKilogram perKilogram
                && amount(cap) instanceof DoseRule.Fixed(Milligrams most)) {
            return new DoseRule.PerKilogram(perKilogram.amount(), most);
        }
        throw cap.wrong("a cap in mg, beside a dose in mg/kg");
    }

    private static DoseRule amount(Entry entry) {
        Matcher form = AMOUNT.matcher(entry.text());
        if (!form.matches()) {
            throw entry.wrong("an amount with its unit such as 5 mg, 20 ug, 2 mg/kg or 10 mg/m2");
        }
        try {
            BigDecimal value = new BigDecimal(form.group(1));
            if (value.signum() <= 0) {
                throw entry.wrong("an amount above 0; leave the treatment out when nothing is given");
            }
            return switch (form.group(2)) {
                case "mg/kg" -> new DoseRule.PerKilogram(new MilligramsPerKilogram(value), null);
                case "mg/m2" -> new DoseRule.PerSquareMetre(value.doubleValue());
                case "ug" -> new DoseRule.Fixed(new Milligrams(value.movePointLeft(3)));
                case "g" -> new DoseRule.Fixed(new Milligrams(value.movePointRight(3)));
                case "IU" -> throw entry.wrong("mg or ug; for vitamin D write 40 IU as 1 ug");
                default -> new DoseRule.Fixed(new Milligrams(value));
            };
        } catch (NumberFormatException e) {
            throw entry.wrong("a decimal number with its unit");
        } catch (IllegalArgumentException e) {
            throw entry.fault(String.valueOf(e.getMessage()), "an amount within that range");
        }
    }

    private static DoseRule bands(Entry entry) {
        List<DoseRule.Band> bands = new ArrayList<>();
        DoseRule.Bands.By by = null;
        List<Entry> items = entry.items();
        for (Entry item : items) {
            item.onlyKeys("weight_below", "age_below", "give");
            boolean last = item == items.getLast();
            String key = item.find("age_below").isPresent() ? "age_below" : "weight_below";
            if (last != item.find(key).isEmpty()) {
                throw item.fault(
                        last ? "a limit on the last band" : "a band without a limit",
                        "bands with rising weight_below (kg) or age_below (years), the last one without a limit");
            }
            DoseRule.Bands.By here = key.equals("age_below") ? DoseRule.Bands.By.AGE : DoseRule.Bands.By.WEIGHT;
            if (!last && by != null && by != here) {
                throw item.fault("bands of weight and of age mixed", "one of the two");
            }
            by = last && by != null ? by : here;
            double below = last ? Double.POSITIVE_INFINITY : item.get(key).number(0.1, 200);
            if (!bands.isEmpty() && below <= bands.getLast().below()) {
                throw item.fault("a limit that does not rise", "bands from the lowest limit to the highest");
            }
            bands.add(new DoseRule.Band(below, amount(item.get("give"))));
        }
        if (by == null || bands.size() < 2) {
            throw entry.wrong("an amount, or at least two bands");
        }
        return new DoseRule.Bands(by, bands);
    }
}
