package org.lamella.clinic.report;

import java.util.List;

/** The HL7 validator for tests of other packages. */
public final class FhirR4 {
    private FhirR4() {}

    /** Every error of a resource, with its place. */
    public static List<String> errors(String json) {
        return R4Validator.errors(json);
    }
}
