package org.lamella.clinic.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lamella.care.plan.Plan;

/**
 * Papers that leave the clinic with or for the patient: letters to dentist, surgeon and family doctor, emergency card,
 * note for school, family page, calendar. None holds a dose figure (rule SAFE-01).
 */
public final class Handouts {
    public static final String CALENDAR = "calendar.ics";

    private Handouts() {}

    /** Text by file name, in a fixed order. */
    public static Map<String, String> render(Plan plan) {
        Handout.Collection collection = Handout.standard();
        Map<String, String> texts = new LinkedHashMap<>();
        collection.handouts().forEach(h -> texts.put(h.file(), HandoutPage.render(h, collection, plan)));
        texts.put(CALENDAR, PlanCalendar.render(plan));
        return texts;
    }
}
