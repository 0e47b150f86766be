package org.lamella.care.standing;

import java.time.LocalDate;
import java.util.List;
import org.lamella.care.plan.StandingItem;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.patient.Patient;

/** Where the patient stands on a day, in the order in which a clinician asks. */
public final class StandingReport {

    private StandingReport() {}

    /** All lines; what cannot be evaluated says what it needs. */
    public static List<StandingItem> of(Patient patient, LocalDate asOf, SiteConfiguration site) {
        return List.of();
    }
}
