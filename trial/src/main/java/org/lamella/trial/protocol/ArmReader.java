package org.lamella.trial.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads arms, and unfolds crossover and open-label extension into the treatments of each arm. */
final class ArmReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,15}");

    private ArmReader() {}

    static List<Arm> read(Entry top, StudyTime end, List<Measurement> measurements) {
        Entry entry = top.get("arms");
        List<Rule> common = rules(top.items("rules"), end, measurements);
        List<Arm> arms = new ArrayList<>();
        for (String id : entry.keys()) {
            Entry arm = entry.get(id);
            if (!ID.matcher(id).matches()) {
                throw arm.fault("the arm name '" + id + "'", "up to 16 letters, digits and underscores");
            }
            arms.add(arm(id, arm, common, end, measurements));
        }
        if (arms.isEmpty()) {
            throw entry.wrong("at least one arm");
        }
        return openLabel(top, crossover(top, arms, end), end);
    }

    private static Arm arm(String id, Entry entry, List<Rule> common, StudyTime end, List<Measurement> measurements) {
        entry.onlyKeys("label", "share", "treatments", "rules");
        double share = entry.find("share").map(Entry::number).orElse(1.0);
        if (!(share > 0 && share <= 1000)) {
            throw entry.get("share").wrong("a share above 0; leave an arm out when nobody is in it");
        }
        List<Rule> rules = new ArrayList<>(common);
        rules.addAll(rules(entry.items("rules"), end, measurements));
        refuseRepeatedNames(entry, rules);
        return new Arm(
                id,
                entry.find("label").map(Entry::text).orElse(id),
                share,
                entry.find("treatments").map(t -> TreatmentReader.list(t, end)).orElse(List.of()),
                rules);
    }

    private static void refuseRepeatedNames(Entry entry, List<Rule> rules) {
        Set<String> seen = new HashSet<>();
        for (Rule rule : rules) {
            if (!seen.add(rule.name())) {
                throw entry.fault("two rules named '" + rule.name() + "'", "each rule name once");
            }
        }
    }

    private static List<Rule> rules(List<Entry> items, StudyTime end, List<Measurement> measurements) {
        List<Rule> rules = new ArrayList<>();
        for (Entry item : items) {
            item.onlyKeys("name", "when", "then", "once");
            rules.add(new Rule(
                    item.text("name"),
                    when(item.get("when"), measurements),
                    then(item.get("then"), end),
                    item.find("once").map(Entry::flag).orElse(true)));
        }
        return rules;
    }

    private static Rule.When when(Entry entry, List<Measurement> measurements) {
        if (entry.find("age_reached").isPresent()) {
            entry.onlyKeys("age_reached");
            return new Rule.When.AgeReached(entry.get("age_reached").number(0, 90));
        }
        if (entry.find("fractures").isPresent()) {
            entry.onlyKeys("fractures", "window");
            return new Rule.When.FracturesAtLeast(
                    entry.get("fractures").integer(1, 100), entry.get("window").time());
        }
        entry.onlyKeys("quantity", "at_least", "at_most", "not_before");
        Entry quantity = entry.get("quantity");
        EndpointReader.refuseUnmeasured(quantity, measurements);
        if (entry.find("at_least").isEmpty() && entry.find("at_most").isEmpty()) {
            throw entry.fault("a rule without a bound", "at_least, at_most or both");
        }
        return new Rule.When.MeasuredWithin(
                quantity.choice(Quantity.class),
                entry.find("at_least").map(Entry::number).orElse(Double.NEGATIVE_INFINITY),
                entry.find("at_most").map(Entry::number).orElse(Double.POSITIVE_INFINITY),
                entry.find("not_before").map(Entry::time).orElse(StudyTime.ZERO));
    }

    private static Rule.Then then(Entry entry, StudyTime end) {
        if (!entry.isMap()) {
            if (entry.text().equals("stop")) {
                return new Rule.Then.Stop();
            }
            throw entry.wrong("stop, or one of {scale_dose: 0.5}, {interval: 6 months}, {switch: [...]}");
        }
        entry.onlyKeys("scale_dose", "interval", "switch");
        if (entry.find("scale_dose").isPresent()) {
            return new Rule.Then.ScaleDose(entry.get("scale_dose").number(0.1, 4));
        }
        if (entry.find("interval").isPresent()) {
            return new Rule.Then.ChangeInterval(entry.get("interval").time());
        }
        return new Rule.Then.Switch(TreatmentReader.list(entry.get("switch"), end));
    }

    /** Two arms change places; an optional pause without treatment lies between. */
    private static List<Arm> crossover(Entry top, List<Arm> arms, StudyTime end) {
        if (top.find("crossover").isEmpty()) {
            return arms;
        }
        Entry entry = top.get("crossover").onlyKeys("at", "washout");
        StudyTime at = within(entry.get("at"), end);
        int pause = entry.find("washout").map(e -> e.time().days()).orElse(0);
        if (arms.size() != 2 || at.days() + pause >= end.days()) {
            throw entry.fault(
                    arms.size() + " arms over " + end, "a crossover of exactly two arms before the last visit");
        }
        StudyTime second = new StudyTime(at.days() + pause);
        return List.of(
                thenAs(arms.get(0), at, second, arms.get(1).treatments()),
                thenAs(arms.get(1), at, second, arms.get(0).treatments()));
    }

    private static List<Arm> openLabel(Entry top, List<Arm> arms, StudyTime end) {
        if (top.find("open_label").isEmpty()) {
            return arms;
        }
        Entry entry = top.get("open_label").onlyKeys("from", "as");
        StudyTime from = within(entry.get("from"), end);
        String as = entry.text("as");
        Arm model = arms.stream()
                .filter(a -> a.id().equals(as))
                .findFirst()
                .orElseThrow(() -> entry.get("as")
                        .unknown("arm", as, arms.stream().map(Arm::id).toList()));
        return arms.stream()
                .map(a -> a == model ? a : thenAs(a, from, from, model.treatments()))
                .toList();
    }

    private static StudyTime within(Entry entry, StudyTime end) {
        StudyTime time = entry.time();
        if (time.days() < 1 || time.compareTo(end) >= 0) {
            throw entry.wrong("a time after enrolment and before the last visit at " + end);
        }
        return time;
    }

    /** An arm whose own treatments end at one time and that takes those of another from a second time. */
    private static Arm thenAs(Arm arm, StudyTime end, StudyTime next, List<Treatment> others) {
        List<Treatment> all = new ArrayList<>();
        for (Treatment own : arm.treatments()) {
            if (own.from().compareTo(end) < 0) {
                StudyTime until =
                        own.untilIfAny().filter(u -> u.compareTo(end) < 0).orElse(end);
                all.add(own.during(own.from(), until));
            }
        }
        for (Treatment other : others) {
            all.add(other.during(new StudyTime(next.days() + other.from().days()), null));
        }
        return arm.withTreatments(all);
    }
}
