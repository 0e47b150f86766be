package org.lamella.care.rules;

import java.util.function.BiConsumer;
import org.lamella.patient.Patient;

/** The records of the case files, for tests in other packages. */
public final class RuleCases {
    private RuleCases() {}

    public static void forEach(BiConsumer<Patient, RuleSettings> check) {
        for (RuleCasesVerificationTest.Case c : RuleCasesVerificationTest.cases()) {
            CaseRecord record = c.read();
            check.accept(record.patient(), record.settings());
        }
    }
}
