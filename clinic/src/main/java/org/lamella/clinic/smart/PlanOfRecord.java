package org.lamella.clinic.smart;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.lamella.care.plan.PlanMaker;
import org.lamella.care.plan.RecordNote;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.clinic.record.RecordReader;
import org.lamella.clinic.record.RecordResult;
import org.lamella.clinic.report.MessagePage;
import org.lamella.clinic.report.PlanPage;
import org.lamella.twin.Forecaster;
import org.lamella.twin.TwinSettings;

/** The page of a record: the same plan and the same page as those of {@code lamella plan}. */
public final class PlanOfRecord implements UnaryOperator<String> {
    private final PlanMaker maker;
    private final SiteConfiguration site;
    private final TwinSettings settings;
    private final Supplier<LocalDate> today;

    /**
     * @param maker makes plans
     * @param site what the hospital decided
     * @param settings siblings, seed and horizon
     * @param today day of a plan
     */
    public PlanOfRecord(PlanMaker maker, SiteConfiguration site, TwinSettings settings, Supplier<LocalDate> today) {
        this.maker = maker;
        this.site = site;
        this.settings = settings;
        this.today = today;
    }

    /** The page for a FHIR Bundle in JSON; a page that says why when the record cannot be used. */
    @Override
    public String apply(String bundle) {
        LocalDate day = today.get();
        return switch (RecordReader.parse(bundle, day)) {
            case RecordResult.Understood understood -> {
                List<RecordNote> notes = understood.notes().stream()
                        .map(note -> new RecordNote(note.location(), note.found(), note.explanation()))
                        .toList();
                yield PlanPage.render(
                        maker.make(understood.patient(), day, site, settings, notes, Forecaster.Progress.NONE));
            }
            case RecordResult.Refused refused ->
                MessagePage.render(
                        "No plan was made: the record cannot be used",
                        refused.faults().stream().map(fault -> fault.sentence()).toList());
        };
    }
}
