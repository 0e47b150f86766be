package org.lamella.bone;

import org.lamella.evidence.ParameterSet;

/**
 * Bisphosphonate of one compartment (B2, B3) on the zoledronate scale: s on the surface, b buried in bone. Formation
 * buries, resorption releases a little, growth carries both away.
 */
final class SurfaceDrug {
    /** Numbers of this equation group; rates per year. */
    record Constants(
            double desorption,
            double burial,
            double burialPower,
            double exposure,
            double recycling,
            double recyclingCap) {
        static Constants from(ParameterSet p) {
            return new Constants(
                    p.value("bisphosphonate.desorption", "a-1"),
                    p.value("bisphosphonate.burial", "a-1"),
                    p.value("bisphosphonate.burial_power", "1"),
                    p.value("bisphosphonate.exposure", "a-1"),
                    p.value("bisphosphonate.recycling", "1"),
                    p.value("bisphosphonate.exposure_cap", "1"));
        }
    }

    final double[] surface;
    final double[] buried;
    /** Daily intake of a running course, s per day. */
    final double[] intake;

    /** Rate of burial, then what is buried in a step. */
    private final double[] moved;
    /** Rate at which resorption exposes what is buried. */
    private final double[] exposure;

    private final Constants c;
    private boolean present;

    SurfaceDrug(LaneArrays arrays, String site, Constants constants) {
        this.c = constants;
        surface = arrays.add(site + ".s", 0);
        buried = arrays.add(site + ".b", 0);
        intake = arrays.add(site + ".intake", 0);
        moved = new double[arrays.lanes()];
        exposure = new double[arrays.lanes()];
    }

    /** Looks whether lanes {@code from} to {@code until - 1} hold or take any; without drug there is nothing to integrate. */
    void notice(int from, int until) {
        for (int i = from; i < until && !present; i++) {
            present = surface[i] > 0 || buried[i] > 0 || intake[i] > 0;
        }
    }

    boolean present() {
        return present;
    }

    /**
     * Integrates over {@code h} years and {@code days} days. What is lost in a step of length h at a rate r is r h times the
     * mean over the step, and both follow 1 / (1 + x + x^2 / 2), x = r h, of the exponential: positive at any length, exact
     * to the second order for steady rates, and what leaves the surface is what arrives in bone.
     *
     * @param formation formation per surface, mm/a
     * @param resorption resorption per surface, mm/a
     * @param adult resorption per surface of a healthy adult, mm/a
     * @param growth replacement by growth, 1/a
     */
    void advance(double h, double days, double[] formation, double[] resorption, double adult, double[] growth) {
        rates(formation, resorption, adult);
        onSurface(h, days, growth);
        inBone(h, growth);
    }

    /** B2; leaves in {@code moved} what is buried in the step. */
    private void onSurface(double h, double days, double[] growth) {
        double[] s = surface;
        double[] b = buried;
        double[] in = intake;
        double[] burial = moved;
        double[] exposed = exposure;
        double recycled = h * c.recycling;
        double lost = c.desorption;
        int lanes = s.length;
        for (int i = 0; i < lanes; i++) {
            double x = h * (lost + burial[i] + growth[i]);
            double gained = days * in[i] + recycled * exposed[i] * b[i];
            double rest = 1 + 0.5 * x;
            double left = 1 / (1 + x * rest);
            double mean = (s[i] * rest + gained * (0.5 + 0.5 * x)) * left;
            s[i] = (s[i] + gained * rest) * left;
            burial[i] = h * burial[i] * mean;
        }
    }

    /** B3. */
    private void inBone(double h, double[] growth) {
        double[] b = buried;
        double[] arrived = moved;
        double[] exposed = exposure;
        int lanes = b.length;
        for (int i = 0; i < lanes; i++) {
            double y = h * (exposed[i] + growth[i]);
            double rest = 1 + 0.5 * y;
            b[i] = (b[i] + arrived[i] * rest) / (1 + y * rest);
        }
    }

    /** Rates of burial, in {@code moved}, and of exposure by resorption, 1/a. */
    private void rates(double[] formation, double[] resorption, double adult) {
        double[] burial = moved;
        double[] exposed = exposure;
        double perAdult = 1 / adult;
        double exposes = c.exposure / adult;
        double cap = c.exposure * c.recyclingCap;
        double buries = c.burial;
        double power = c.burialPower;
        int lanes = burial.length;
        for (int i = 0; i < lanes; i++) {
            exposed[i] = Math.min(exposes * resorption[i], cap);
            burial[i] = formation[i] * perAdult;
        }
        if (power == 0.5) {
            for (int i = 0; i < lanes; i++) {
                burial[i] = buries * Math.sqrt(burial[i]);
            }
        } else {
            for (int i = 0; i < lanes; i++) {
                burial[i] = buries * Elementary.pow(burial[i], power);
            }
        }
    }
}
