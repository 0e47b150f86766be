package org.lamella.care.stop;

import org.jspecify.annotations.Nullable;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.patient.Route;

/**
 * A treatment that somebody thinks of.
 *
 * @param optionId identifier of the option
 * @param facts the drug
 * @param regimen the published regimen, or null when the drug has none
 */
public record Proposal(
        String optionId, DrugFacts facts, @Nullable DosingRegimen regimen) {

    /** True when the regimen was published for this very drug; another drug's figures must never carry a dose. */
    boolean ownRegimen() {
        return regimen != null && facts.regimens().contains(regimen);
    }

    boolean infusion() {
        return facts.route() == Route.INTRAVENOUS;
    }

    boolean oral() {
        return facts.route() == Route.ORAL;
    }
}
