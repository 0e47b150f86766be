package org.lamella.bone;

import static org.lamella.bone.Elementary.exp;
import static org.lamella.bone.Elementary.log;

import org.lamella.evidence.ParameterSet;
import org.lamella.patient.Drug;

/**
 * Uptake of a bisphosphonate (B1): what is not excreted spreads over the skeleton's surface; the more turnover, the less
 * per surface. All drugs share one scale, zoledronate equivalents.
 *
 * @param potency effect per mg relative to zoledronate
 * @param retained fraction of the circulating drug that bone keeps at normal filtration
 * @param scale s per 5 mg in an adult of 70 kg
 * @param massPower power of body weight
 * @param turnoverPower power of relative turnover
 * @param spongiosa share of trabecular surfaces
 * @param cortex share of cortical surfaces
 * @param metaphysis share of growing metaphyses
 */
record Bisphosphonate(
        double potency,
        double retained,
        double scale,
        double massPower,
        double turnoverPower,
        double spongiosa,
        double cortex,
        double metaphysis)
        implements DrugActions.Action {
    static Bisphosphonate from(ParameterSet d, Drug drug) {
        return new Bisphosphonate(
                d.value(drug + ".potency", "1") * d.value(drug + ".bioavailability", "1"),
                d.value(drug + ".retained", "1"),
                d.value("bisphosphonate.uptake", "1"),
                d.value("bisphosphonate.mass_power", "1"),
                d.value("bisphosphonate.turnover_power", "1"),
                d.value("bisphosphonate.spongiosa_share", "1"),
                d.value("bisphosphonate.cortex_share", "1"),
                d.value("bisphosphonate.metaphysis_share", "1"));
    }

    /** Surface amount s from one mg in a lane. */
    double perMg(Bodies b, int i) {
        double mass = exp(-massPower * log(b.growth.weight[i] / 70));
        double dilution = exp(-turnoverPower * log(b.relativeTurnover(i)));
        double renal = 1 / (retained + (1 - retained) * b.filtration(i));
        return scale * b.uptake(i) * potency / 5 * mass * dilution * renal;
    }

    @Override
    public void give(Bodies b, int i, double mg) {
        double u = mg * perMg(b, i);
        b.trabecularDrug.surface[i] += spongiosa * u;
        b.corticalDrug.surface[i] += cortex * u;
        b.metaphysealDrug.surface[i] += metaphysis * u;
    }

    @Override
    public void daily(Bodies b, int i, double mgPerDay) {
        double u = mgPerDay > 0 ? mgPerDay * perMg(b, i) : 0;
        b.trabecularDrug.intake[i] += spongiosa * u;
        b.corticalDrug.intake[i] += cortex * u;
        b.metaphysealDrug.intake[i] += metaphysis * u;
    }
}
