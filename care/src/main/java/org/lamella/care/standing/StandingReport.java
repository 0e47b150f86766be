package org.lamella.care.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lamella.care.plan.StandingItem;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.patient.Patient;

/**
 * Where the patient stands on a day, in the order in which a clinician asks. Nothing dated later is used; what is
 * missing or too old says what is needed and is never filled in.
 */
public final class StandingReport {

    private StandingReport() {}

    /** All lines. */
    public static List<StandingItem> of(Patient patient, LocalDate asOf, SiteConfiguration site) {
        List<StandingItem> items = new ArrayList<>();
        items.addAll(GrowthStanding.of(patient, asOf));
        items.addAll(DensityStanding.of(patient, asOf));
        items.addAll(FractureStanding.of(patient, asOf));
        items.addAll(FunctionStanding.of(patient, asOf));
        items.addAll(TreatmentStanding.of(patient, asOf));
        items.addAll(LabStanding.of(patient, asOf, site));
        return List.copyOf(items);
    }
}
