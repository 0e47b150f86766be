package org.lamella.trial.output;

import java.util.ArrayList;
import java.util.List;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Protocol;

/** The data dictionary of a trial's tables, as CSV. */
public final class DataDictionary {
    private DataDictionary() {}

    private static final String[][] COLUMNS = {
        {"subjects", "STUDYID", "text", "protocol"},
        {
            "subjects",
            "USUBJID",
            "text",
            "subject: replicate and order of enrolment; in a paired trial one subject has a row per arm"
        },
        {"subjects", "REPLICAT", "integer", "replicate, from 0"},
        {"subjects", "ENRLNUM", "integer", "order of enrolment in the replicate, from 0"},
        {"subjects", "ARMCD", "text", "arm code"},
        {"subjects", "ARM", "text", "name of the arm for readers"},
        {"subjects", "SEX", "text", "F or M"},
        {"subjects", "OITYPE", "text", "type of osteogenesis imperfecta"},
        {
            "subjects",
            "GENOTYP",
            "text",
            "group of genotypes: HAPLOINSUFFICIENCY, GLYCINE_ALPHA1, GLYCINE_ALPHA2, OTHER_COLLAGEN,"
                    + " PROLYL_HYDROXYLATION, IFITM5, SERPINF1, WNT1, OTHER_GENE, or UNKNOWN when no gene was found"
        },
        {"subjects", "AGE", "years", "age at enrolment"},
        {
            "subjects",
            "FXHIST",
            "integer",
            "fractures known at screening in the watched time before it; 0 when none was watched"
        },
        {"subjects", "FXRUNIN", "integer", "fractures known in the run-in; 0 when there is none"},
        {"subjects", "ADHERE", "1", "share of daily doses taken; has no effect on infusions"},
        {"subjects", "SEVERITY", "SD", "latent severity within the type; not observable in a real trial"},
        {"subjects", "EOSSTT", "text", "COMPLETED or DISCONTINUED"},
        {"subjects", "EOSDY", "days", "last observed day from enrolment"},
        {"subjects", "FXCOUNT", "integer", "fractures that the trial counts"},
        {"subjects", "PYOBS", "years", "observed time"},
        {"visits", "USUBJID", "text", "subject"},
        {"visits", "REPLICAT", "integer", "replicate, from 0"},
        {"visits", "ARMCD", "text", "arm code"},
        {"visits", "ADY", "days", "day of the visit from enrolment"},
        {"visits", "AVISIT", "text", "name of the visit"},
        {"visits", "PARAMCD", "text", "what was measured"},
        {"visits", "AVAL", "see PARAMCD", "value as measured"},
        {"visits", "BASE", "see PARAMCD", "value as measured at enrolment"},
        {"visits", "CHG", "see PARAMCD", "AVAL - BASE"},
        {"visits", "TRUVAL", "see PARAMCD", "value without measurement error; not observable in a real trial"},
        {"events", "USUBJID", "text", "subject"},
        {"events", "REPLICAT", "integer", "replicate, from 0"},
        {"events", "ARMCD", "text", "arm code"},
        {
            "events",
            "ADY",
            "days",
            "day from enrolment, not above 0 in the run-in; fractures are dated to the end of their week"
        },
        {
            "events",
            "EVTYPE",
            "text",
            "FRACTURE, RUN_IN_FRACTURE (before enrolment; no endpoint counts it), FALSE_FRACTURE (counted though there was"
                    + " none), RULE (treatment changed) or DROP_OUT"
        },
        {"events", "EVSITE", "text", "FEMUR, TIBIA (with fibula and foot), UPPER_LIMB or VERTEBRA"},
        {"events", "EVCOUNT", "text", "Y when adjudication counts it"},
        {"events", "EVTERM", "text", "name of the rule"},
        {"endpoints", "REPLICAT", "integer", "replicate, from 0"},
        {"endpoints", "ENDPOINT", "text", "endpoint of the protocol"},
        {"endpoints", "ARMCD", "text", "arm code"},
        {"endpoints", "AGAINST", "text", "arm it is compared with; empty for the summary of one arm"},
        {"endpoints", "MEASURE", "text", "arm (summary of one arm), difference, hazard ratio or rate ratio"},
        {"endpoints", "N", "integer", "patients with the endpoint"},
        {"endpoints", "ESTIMATE", "see MEASURE", "estimate"},
        {"endpoints", "LOW95", "see MEASURE", "lower end of the 95 % interval"},
        {"endpoints", "HIGH95", "see MEASURE", "upper end of the 95 % interval"},
        {"endpoints", "PVALUE", "1", "two-sided p-value against no difference"},
        {"endpoints", "SD", "see MEASURE", "standard deviation between patients; changes only"},
    };

    /** The dictionary; the last column names the CDISC model whose name was taken, or says that it is our own. */
    public static String csv(Protocol protocol) {
        List<String> cdisc = List.of(
                "STUDYID", "USUBJID", "ARMCD", "ARM", "SEX", "AGE", "EOSSTT", "EOSDY", "ADY", "AVISIT", "PARAMCD",
                "AVAL", "BASE", "CHG");
        List<String> lines = new ArrayList<>();
        lines.add("TABLE,VARIABLE,UNIT,LABEL,ORIGIN");
        for (String[] c : COLUMNS) {
            lines.add(c[0] + "," + c[1] + "," + c[2] + ",\"" + c[3] + "\","
                    + (cdisc.contains(c[1]) ? "CDISC name" : "own name"));
        }
        for (Measurement m : protocol.measurements()) {
            lines.add("PARAMCD," + m.quantity().code() + "," + m.quantity().unit() + ",\""
                    + m.quantity().label() + "\",own code");
        }
        return String.join("\n", lines) + "\n";
    }
}
