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
        double TRUVAL) {
    /** The rows of a patient: one for each measurement that was made. */
    public static List<VisitRow> of(Protocol protocol, PatientOutcome o) {
        List<VisitRow> rows = new ArrayList<>();
        String subject = Names.subject(o);
        String arm = protocol.arms().get(o.arm()).id();
        for (int m = 0; m < protocol.measurements().size(); m++) {
            Measurement measurement = protocol.measurements().get(m);
            double base = o.measured()[m][0];
            for (int v = 0; v < measurement.visits().size(); v++) {
                double value = o.measured()[m][v];
                if (!Double.isNaN(value)) {
                    StudyTime at = measurement.visits().get(v);
                    rows.add(new VisitRow(
                            subject,
                            o.replicate(),
                            arm,
                            at.days(),
                            v == 0 ? "BASELINE" : at.toString().toUpperCase(Locale.ROOT),
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
