package org.lamella.bone;

import org.lamella.evidence.ParameterSet;

/**
 * Deformity of the vertebrae (M9) as an expectation: silent and clinical collapse add to it, growth under low resorption
 * reshapes.
 */
final class VertebralShape {
    /** Numbers of this equation group. */
    record Constants(double lossPerCollapse, double silentPerClinical, double reshaping, double reshapingLimit) {
        static Constants from(ParameterSet p) {
            return new Constants(
                    p.value("vertebra.loss_per_collapse", "1"),
                    p.value("vertebra.silent_per_clinical", "1"),
                    p.value("vertebra.reshaping", "1"),
                    p.value("vertebra.reshaping_limit", "1"));
        }
    }

    final double[] deformity;
    private final double[] reshaping;
    private final Constants c;

    VertebralShape(LaneArrays arrays, Constants constants) {
        this.c = constants;
        deformity = arrays.addStepped("vertebra.deformity", 0);
        reshaping = arrays.add("vertebra.reshaping", 0);
    }

    /** Renews the reshaping by growth of lanes {@code from} to {@code until - 1}; it needs low osteoclast activity. */
    void renew(int from, int until, double[] relativeVelocity) {
        double[] reshapes = reshaping;
        double rate = c.reshaping;
        for (int i = from; i < until; i++) {
            reshapes[i] = rate * relativeVelocity[i];
        }
    }

    /**
     * Deformity over a step.
     *
     * @param activity mean osteoclast activity of the spine
     * @param turnover the same at baseline
     */
    void advance(
            int from, int until, StepLength length, double[] clinicalHazard, double[] activity, double[] turnover) {
        double[] years = length.years;
        double[] v = deformity;
        double[] reshapes = reshaping;
        double limit = c.reshapingLimit;
        double perHazard = c.lossPerCollapse * (1 + c.silentPerClinical);
        for (int i = from; i < until; i++) {
            double in = years[i] * perHazard * clinicalHazard[i];
            double room = 1 - activity[i] / (turnover[i] * limit);
            double x = in + years[i] * reshapes[i] * Math.max(room, 0);
            double half = 1 + 0.5 * x;
            v[i] = (v[i] + in * half) / (1 + x * half);
        }
    }

    /** All vertebral fractures for each clinical one. */
    double allPerClinical() {
        return 1 + c.silentPerClinical;
    }

    /** Fraction of height and depth that is left. */
    double left(int i) {
        return 1 - 0.5 * deformity[i];
    }
}
