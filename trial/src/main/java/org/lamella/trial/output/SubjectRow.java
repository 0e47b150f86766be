package org.lamella.trial.output;

import org.lamella.patient.measure.Age;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.PatientOutcome;

/**
 * One patient in one arm. Column names follow CDISC ADSL where it has them; the dictionary explains each.
 *
 * @param SEVERITY latent severity within the type, in standard deviations; not observable in a real trial
 */
@SuppressWarnings("MemberName")
public record SubjectRow(
        String STUDYID,
        String USUBJID,
        int REPLICAT,
        int ENRLNUM,
        String ARMCD,
        String ARM,
        String SEX,
        String OITYPE,
        String GENOTYP,
        double AGE,
        int FXHIST,
        int FXRUNIN,
        double ADHERE,
        double SEVERITY,
        String EOSSTT,
        int EOSDY,
        int FXCOUNT,
        double PYOBS)
        implements TableRow, java.io.Serializable {
    /** The row of an outcome. */
    public static SubjectRow of(Protocol protocol, PatientOutcome o) {
        int counted = (int) o.events().stream().filter(e -> e.counted()).count();
        return new SubjectRow(
                protocol.id(),
                Names.subject(o),
                o.replicate(),
                o.number(),
                protocol.arms().get(o.arm()).id(),
                protocol.arms().get(o.arm()).label(),
                o.sex().name().substring(0, 1),
                o.type().name(),
                o.genotype().name(),
                Names.rounded(o.ageDays() / Age.DAYS_PER_YEAR),
                o.historyFractures(),
                (int) o.runIn().stream().filter(e -> e.counted()).count(),
                Names.rounded(o.adherence()),
                Names.rounded(o.severity()),
                o.completed() ? "COMPLETED" : "DISCONTINUED",
                o.lastDay(),
                counted,
                Names.rounded(o.lastDay() / Age.DAYS_PER_YEAR));
    }

    @Override
    public void cells(Cells to) {
        to.text(STUDYID)
                .text(USUBJID)
                .whole(REPLICAT)
                .whole(ENRLNUM)
                .text(ARMCD)
                .text(ARM)
                .text(SEX)
                .text(OITYPE)
                .text(GENOTYP)
                .number(AGE)
                .whole(FXHIST)
                .whole(FXRUNIN)
                .number(ADHERE)
                .number(SEVERITY)
                .text(EOSSTT)
                .whole(EOSDY)
                .whole(FXCOUNT)
                .number(PYOBS);
    }
}
