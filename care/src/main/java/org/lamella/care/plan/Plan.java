package org.lamella.care.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.twin.TwinFit;

/**
 * What Lamella tells a clinician about one patient on one day: options with reasons, never directives.
 *
 * @param header who, when, and with what
 * @param headline at most three sentences a reader should see first
 * @param standing where the patient stands
 * @param items answers of the care rules, most urgent first
 * @param options treatment options side by side; stopped ones included
 * @param surgery notes on rods and planned bone operations
 * @param spine curve, skull base and vertebrae
 * @param pathways stretches of the care pathway, those that apply now first
 * @param calendar dated items that lie ahead, ascending
 * @param history events for the timeline, ascending
 * @param measured measured points for the charts, ascending
 * @param fit agreement of the siblings with the record, or null when no forecast could be made
 * @param forecastNeeds what a forecast would need, when there is none
 * @param cautions what the evidence and the forecasts do and do not support
 * @param notes what in the record was not used or was converted
 */
public record Plan(
        PlanHeader header,
        List<String> headline,
        List<StandingItem> standing,
        List<CareItem> items,
        List<TreatmentOption> options,
        List<SurgicalNote> surgery,
        SpineNote spine,
        List<PathwayNote> pathways,
        List<CareItem> calendar,
        List<HistoryEvent> history,
        List<MeasuredPoint> measured,
        @Nullable TwinFit fit,
        List<String> forecastNeeds,
        List<Statement> cautions,
        List<RecordNote> notes) {
    public Plan {
        headline = List.copyOf(headline);
        standing = List.copyOf(standing);
        items = List.copyOf(items);
        options = List.copyOf(options);
        surgery = List.copyOf(surgery);
        pathways = List.copyOf(pathways);
        calendar = List.copyOf(calendar);
        history = List.copyOf(history);
        measured = List.copyOf(measured);
        forecastNeeds = List.copyOf(forecastNeeds);
        cautions = List.copyOf(cautions);
        notes = List.copyOf(notes);
    }
}
