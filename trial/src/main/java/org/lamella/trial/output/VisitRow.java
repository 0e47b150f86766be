package org.lamella.trial.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.StudyTime;
import org.lamella.trial.run.PatientOutcome;

/**
 * One measurement at one visit. Column names follow CDISC ADaM (BDS) where it has them; the dictionary explains each.
 */
@SuppressWarnings("MemberName")
public record VisitRow(
        String USUBJID,
        int REPLICAT,
        String ARMCD,
        int ADY,
        String AVISIT,
        String PARAMCD,
        double AVAL,
        double BASE,
        double CHG,
        double TRUVAL)
        implements TableRow {
    /** Makes the rows of the patients of one trial. */
    public static final class Maker {
        private final Protocol protocol;
        private final String[][] names;

        public Maker(Protocol protocol) {
            this.protocol = protocol;
            this.names = protocol.measurements().stream()
                    .map(m -> m.visits().stream().map(Maker::name).toArray(String[]::new))
                    .toArray(String[][]::new);
        }

        private static String name(StudyTime at) {
            return at.days() == 0 ? "BASELINE" : at.toString().toUpperCase(Locale.ROOT);
        }

        /** The rows of a patient: one for each measurement that was made. */
        public List<VisitRow> of(PatientOutcome o) {
            List<VisitRow> rows = new ArrayList<>();
            String subject = Names.subject(o);
            String arm = protocol.arms().get(o.arm()).id();
            for (int m = 0; m < names.length; m++) {
                Measurement measurement = protocol.measurements().get(m);
                double base = o.measured()[m][0];
                for (int v = 0; v < names[m].length; v++) {
                    double value = o.measured()[m][v];
                    if (!Double.isNaN(value)) {
                        rows.add(new VisitRow(
                                subject,
                                o.replicate(),
                                arm,
                                measurement.visits().get(v).days(),
                                names[m][v],
                                measurement.quantity().code(),
                                Names.rounded(value),
                                Names.rounded(base),
                                Names.rounded(value - base),
                                Names.rounded(o.truth()[m][v])));
                    }
                }
            }
            return rows;
        }
    }

    @Override
    public void cells(Cells to) {
        to.text(USUBJID)
                .whole(REPLICAT)
                .text(ARMCD)
                .whole(ADY)
                .text(AVISIT)
                .text(PARAMCD)
                .number(AVAL)
                .number(BASE)
                .number(CHG)
                .number(TRUVAL);
    }
}
