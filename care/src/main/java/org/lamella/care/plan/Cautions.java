package org.lamella.care.plan;

import java.util.ArrayList;
import java.util.List;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.spine.SpineFacts;
import org.lamella.evidence.drug.DrugFormulary;

/** What the evidence and the forecasts do and do not support. */
final class Cautions {

    private Cautions() {}

    static List<Statement> of(boolean withForecast) {
        List<Statement> cautions = new ArrayList<>();
        cautions.add(new Statement(
                "For professionals, for research and education: options with reasons, not orders. It is not a medical"
                        + " device.",
                RuleCatalogue.standard().rule("SAFE-01").sources()));
        cautions.add(new Statement(
                "Drugs for OI treat symptoms; they do not cure it and do not change loose joints.",
                RuleCatalogue.standard().rule("SAFE-02").sources()));
        cautions.add(new Statement(
                "Density is not strength, and strength is not fractures: a gain in one is not reported as a gain in"
                        + " another.",
                List.of(DrugFormulary.standard().source("COCH"))));
        if (withForecast) {
            cautions.add(new Statement(
                    "Forecasts come from a simulated bone model fitted to published groups; for one person they are"
                            + " uncertain, and their misfits are listed in the documentation.",
                    List.of(SpineFacts.standard().citation("LAM1-SPINE"))));
        }
        return List.copyOf(cautions);
    }
}
