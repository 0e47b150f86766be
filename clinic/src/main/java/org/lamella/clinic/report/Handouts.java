package org.lamella.clinic.report;

import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.Plan;

/**
 * Papers that leave the clinic with or for the patient: letters to dentist, surgeon and family doctor, emergency card,
 * note for school, family page, safety notes, check-list of an infusion, calendar; and the two-way prompt when a small
 * child has unexplained fractures. None holds a dose figure (rule SAFE-01).
 */
public final class Handouts {
    public static final String CALENDAR = "calendar.ics";

    private Handouts() {}

    /** Text by file name, in a fixed order. */
    public static Map<String, String> render(Plan plan) {
        Handout.Collection collection = Handout.standard();
        Map<String, String> texts = new LinkedHashMap<>();
        collection.handouts().stream()
                .filter(h -> concerns(h, plan))
                .forEach(h -> texts.put(h.file(), HandoutPage.render(h, collection, plan)));
        texts.put(CALENDAR, PlanCalendar.render(plan));
        return texts;
    }

    /** A paper for an age or one situation is made only for it; a remark of the rule makes no situation. */
    private static boolean concerns(Handout handout, Plan plan) {
        int age =
                Period.between(plan.header().birthDate(), plan.header().asOf()).getYears();
        if (age < handout.fromYears() || age >= handout.belowYears()) {
            return false;
        }
        return handout.only().isBlank()
                || plan.items().stream()
                        .anyMatch(i -> i.ruleId().equals(handout.only()) && i.kind() != CareItem.Kind.INFORMATION);
    }
}
