package org.lamella.bone;

import org.lamella.evidence.ParameterSet;

/**
 * A thin cortex (S5): width W in mm grows by apposition and is removed in proportion to itself, so that it settles. Stands
 * for the vertebral shell and the iliac cortex.
 */
final class Shell {
    /** Numbers of this equation group. */
    record Constants(
            double adultApposition, double growthApposition, double growthScale, double removalFloor, double share) {
        static Constants from(ParameterSet p, double share) {
            return new Constants(
                    p.value("shell.adult_apposition", "mm/a"),
                    p.value("shell.growth_apposition", "mm/a"),
                    p.value("shell.growth_scale", "a-1"),
                    p.value("shell.removal_floor", "a-1"),
                    share);
        }
    }

    /** W in mm. */
    final double[] width;

    private final double[] apposition;
    private final double[] removal;
    private final double[] output;
    private final double[] turnover;
    private final Osteoclasts osteoclasts;
    private final Mechanostat mechanostat;
    private final double[] reference;
    private final double[] referenceVelocityOfWidth;
    private final Constants c;

    Shell(
            LaneArrays arrays,
            String site,
            Constants constants,
            AgeFactors ages,
            Osteoclasts osteoclasts,
            Mechanostat load,
            Traits t) {
        this.c = constants;
        this.reference = ages.iliacWidth;
        this.referenceVelocityOfWidth = ages.iliacWidthVelocity;
        this.osteoclasts = osteoclasts;
        this.mechanostat = load;
        width = arrays.add(site + ".W", 0.3);
        apposition = arrays.add(site + ".apposition", 0);
        removal = arrays.add(site + ".removal", 0);
        output = t.of(Trait.OSTEOBLAST_OUTPUT);
        turnover = t.of(Trait.TURNOVER);
    }

    void begin(int i) {
        width[i] = c.share * reference[0] * output[i] / Math.sqrt(turnover[i]);
    }

    /** Renews apposition and removal rate for the healthy width to follow its reference. */
    void refresh(int i, int day, double referenceVelocity) {
        double a = c.adultApposition + c.growthApposition * referenceVelocity / c.growthScale;
        apposition[i] = c.share * a * output[i];
        removal[i] = Math.max((a - referenceVelocityOfWidth[day]) / reference[day], c.removalFloor);
    }

    /** Width over {@code h} years. */
    void advance(double h, double[] vigour, double[] anabolic) {
        double[] w = width;
        double[] activity = osteoclasts.activity;
        double[] modelling = mechanostat.formation;
        double[] lays = apposition;
        double[] takes = removal;
        double[] strong = output;
        int lanes = w.length;
        for (int i = 0; i < lanes; i++) {
            double gain = lays[i] * vigour[i] * modelling[i] + anabolic[i] * strong[i];
            w[i] = (w[i] + h * gain) / (1 + h * takes[i] * activity[i]);
        }
    }
}
