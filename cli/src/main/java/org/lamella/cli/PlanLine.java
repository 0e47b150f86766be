package org.lamella.cli;

import org.lamella.care.plan.PlanMaker;
import org.lamella.care.rules.CarePathway;
import org.lamella.twin.ParameterSets;
import org.lamella.twin.TwinForecaster;

/** Puts the parts of a plan together with what comes with this build. */
final class PlanLine {
    private PlanLine() {}

    static PlanMaker standard() {
        ParameterSets sets = ParameterSets.standard();
        return new PlanMaker(TwinForecaster.of(sets), CarePathway.standard(), Version.text(), sets.name());
    }
}
