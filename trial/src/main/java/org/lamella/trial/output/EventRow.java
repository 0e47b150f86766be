package org.lamella.trial.output;

import java.util.List;
import java.util.stream.Stream;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.PatientOutcome;

/** One event after enrolment or in the run-in. The dictionary explains each column. */
@SuppressWarnings("MemberName")
public record EventRow(
        String USUBJID,
        int REPLICAT,
        String ARMCD,
        int ADY,
        String EVTYPE,
        String EVSITE,
        String EVCOUNT,
        String EVTERM)
        implements TableRow {
    /** The rows of a patient, in order of day. */
    public static List<EventRow> of(Protocol protocol, PatientOutcome o) {
        return Stream.concat(o.runIn().stream(), o.events().stream())
                .map(event -> new EventRow(
                        Names.subject(o),
                        o.replicate(),
                        protocol.arms().get(o.arm()).id(),
                        event.day(),
                        event.kind().name(),
                        event.site() == null ? "" : event.site().name(),
                        event.counted() ? "Y" : "N",
                        event.detail()))
                .toList();
    }

    @Override
    public void cells(Cells to) {
        to.text(USUBJID)
                .whole(REPLICAT)
                .text(ARMCD)
                .whole(ADY)
                .text(EVTYPE)
                .text(EVSITE)
                .text(EVCOUNT)
                .text(EVTERM);
    }
}
