package org.lamella.care.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;

/** One line that says who the plan is about, without a name. */
final class PatientLine {

    private PatientLine() {}

    static String of(Patient patient, LocalDate asOf) {
        Age age = patient.ageOn(asOf);
        OiType type = patient.diagnosis().type();
        String gene = patient.diagnosis().gene();
        String oi = type != null ? "OI " + type.label() : gene != null ? "OI of unrecorded type" : "OI not established";
        return person(patient.sex(), age) + ", " + age(patient, asOf) + ", " + oi + (gene == null ? "" : ", " + gene);
    }

    /** Weeks between the first and the third month, where a month says too little. */
    private static String age(Patient patient, LocalDate asOf) {
        long days = ChronoUnit.DAYS.between(patient.birthDate(), asOf);
        return days >= 28 && days < 91
                ? days / 7 + " weeks"
                : patient.ageOn(asOf).toString();
    }

    private static String person(Sex sex, Age age) {
        boolean female = sex == Sex.FEMALE;
        if (age.atLeastYears(18)) {
            return female ? "woman" : "man";
        }
        return female ? "girl" : "boy";
    }
}
