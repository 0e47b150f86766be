package org.lamella.care.plan;

import java.time.LocalDate;
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
        return person(patient.sex(), age) + ", " + age + ", OI "
                + (type == null ? "of unrecorded type" : type.label())
                + (gene == null ? "" : ", " + gene);
    }

    private static String person(Sex sex, Age age) {
        boolean female = sex == Sex.FEMALE;
        if (age.atLeastYears(18)) {
            return female ? "woman" : "man";
        }
        return female ? "girl" : "boy";
    }
}
