package org.lamella.patient;

import java.time.LocalDate;

/**
 * A yes-or-no fact that gates treatment. Absence of a finding in the record means unknown, never "no".
 *
 * @param date day on which it was established
 * @param kind which fact
 * @param present whether it was found present (true) or excluded (false)
 */
public record Finding(LocalDate date, Kind kind, boolean present) {
    /** Facts that the rules ask for. */
    public enum Kind {
        EPIPHYSES_OPEN("growth plates open"),
        MENARCHE("menarche reached"),
        CAN_SIT_UPRIGHT_30_MIN("can sit upright for 30 minutes"),
        OESOPHAGEAL_DISEASE("oesophageal disease"),
        ACUTE_KIDNEY_INJURY("acute kidney injury"),
        MYOCARDIAL_INFARCTION_OR_STROKE("heart attack or stroke in the past"),
        IN_CLINICAL_TRIAL("takes part in a clinical trial"),
        RESPIRATORY_ILLNESS("acute respiratory illness"),
        DEHYDRATION("dehydrated"),
        INTERACTING_DRUG("nephrotoxic or loop-diuretic or aminoglycoside drug"),
        BACK_PAIN("back pain"),
        BOWING("bowed long bone"),
        IMPAIRED_MOBILITY_FROM_FRACTURES("mobility impaired by fractures"),
        DENTINOGENESIS_IMPERFECTA("dentinogenesis imperfecta"),
        EXPOSED_JAW_BONE("exposed jaw bone"),
        EYE_INFLAMMATION("red or painful eye after a bisphosphonate"),
        THIGH_PAIN("thigh or groin pain"),
        NEUROLOGICAL_SIGN("neurological sign of the neck or brain stem"),
        CHRONIC_GLUCOCORTICOID("long-term glucocorticoid"),
        SIGNIFICANT_PAIN("bone pain that limits life"),
        FAMILY_HISTORY_OF_OI("family history of OI"),
        BLUE_SCLERAE("blue sclerae"),
        HEARING_LOSS("hearing loss"),
        ON_BIRTH_CONTROL("effective contraception"),
        CONSENT_OFF_LABEL("consent to off-label use recorded"),
        PHYSIOTHERAPY("regular physiotherapy"),
        ADEQUATE_CALCIUM_INTAKE("adequate calcium intake"),
        BISPHOSPHONATE_HYPERSENSITIVITY("hypersensitivity to a bisphosphonate"),
        BREAST_FEEDING("breast-feeding");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
