package org.lamella.care.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.twin.Forecast;

/**
 * One option, with reasons; never an order.
 *
 * @param id stable identifier such as {@code zoledronate-6-monthly}
 * @param title such as {@code Zoledronate 0.05 mg/kg every 6 months}
 * @param availability whether it can be discussed today
 * @param reasons why it is available, held, unconfirmed or stopped
 * @param doseSheet the dose, or null when there is none to show
 * @param forecast the forecast, or null (always null for a stopped option)
 * @param burden infusions and visits per year in words
 * @param evidence what studies do and do not show
 * @param risks known risks
 */
public record TreatmentOption(
        String id,
        String title,
        Availability availability,
        List<Statement> reasons,
        @Nullable DoseSheet doseSheet,
        @Nullable Forecast forecast,
        String burden,
        List<Statement> evidence,
        List<Statement> risks) {

    /** Whether an option can be discussed today. */
    public enum Availability {
        /** Nothing in the record speaks against it. */
        AVAILABLE,
        /** Possible once what is named in the reasons is settled. */
        ON_HOLD,
        /** Cannot be evaluated: something is missing. */
        CANNOT_EVALUATE,
        /** Rests on a value that no read source supports and the site has not confirmed. */
        UNCONFIRMED,
        /** Must not be given; shown with reason and source, without dose and forecast. */
        STOPPED
    }

    public TreatmentOption {
        reasons = List.copyOf(reasons);
        evidence = List.copyOf(evidence);
        risks = List.copyOf(risks);
        if (availability == Availability.STOPPED && (doseSheet != null || forecast != null)) {
            throw new IllegalArgumentException("option " + id + ": a stopped option carries neither dose nor forecast");
        }
        if (availability != Availability.AVAILABLE && reasons.isEmpty()) {
            throw new IllegalArgumentException("option " + id + ": " + availability + " needs at least one reason");
        }
    }

    /** The same option with a forecast; refused for a stopped one. */
    public TreatmentOption withForecast(Forecast joined) {
        return new TreatmentOption(id, title, availability, reasons, doseSheet, joined, burden, evidence, risks);
    }
}
