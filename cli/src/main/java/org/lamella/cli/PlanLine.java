package org.lamella.cli;

import org.lamella.bone.BoneParameters;
import org.lamella.care.plan.PlanMaker;
import org.lamella.care.rules.CarePathway;
import org.lamella.twin.TwinForecaster;

/** Puts the parts of a plan together with what comes with this build. */
final class PlanLine {
    private PlanLine() {}

    static PlanMaker standard() {
        return new PlanMaker(
                TwinForecaster.standard(),
                CarePathway.standard(),
                Version.text(),
                BoneParameters.load().fingerprint());
    }
}
