package org.lamella.clinic.report;

import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** File names of all papers that a plan can have, without the calendar. */
    static List<String> names() {
        return Handout.standard().handouts().stream().map(Handout::file).toList();
    }

    /** A paper for an age or one situation is made only for it; a remark of the rule makes no situation. */
    private static boolean concerns(Handout handout, Plan plan) {
        return handout.ages().hold(age(plan))
                && (handout.only().isBlank() || answered(handout.only(), plan))
                && !answered(handout.except(), plan);
    }

    /** Age on the day of the plan, completed years. */
    static int age(Plan plan) {
        return Period.between(plan.header().birthDate(), plan.header().asOf()).getYears();
    }

    private static boolean answered(String ruleId, Plan plan) {
        return plan.items().stream().anyMatch(i -> i.ruleId().equals(ruleId) && i.kind() != CareItem.Kind.INFORMATION);
    }
}
