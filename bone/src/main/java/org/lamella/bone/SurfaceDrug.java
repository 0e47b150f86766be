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

    private final Constants c;
    private boolean present;

    SurfaceDrug(LaneArrays arrays, String site, Constants constants) {
        this.c = constants;
        surface = arrays.add(site + ".s", 0);
        buried = arrays.add(site + ".b", 0);
        intake = arrays.add(site + ".intake", 0);
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
     * Integrates over {@code h} years and {@code days} days.
     *
     * @param formation formation per surface, mm/a
     * @param resorption resorption per surface, mm/a
     * @param adult resorption per surface of a healthy adult, mm/a
     * @param growth replacement by growth, 1/a
     */
    void advance(double h, double days, double[] formation, double[] resorption, double adult, double[] growth) {
        double[] s = surface;
        double[] b = buried;
        double[] in = intake;
        double buries = c.burial;
        double perAdult = 1 / adult;
        double power = c.burialPower;
        boolean root = power == 0.5;
        double exposes = c.exposure / adult;
        double cap = c.exposure * c.recyclingCap;
        double recycled = c.recycling;
        double lost = c.desorption;
        int lanes = s.length;
        for (int i = 0; i < lanes; i++) {
            // both quotients share one division
            double laid = formation[i] * perAdult;
            double burial = buries * (root ? Math.sqrt(laid) : Elementary.pow(laid, power));
            double exposed = Math.min(exposes * resorption[i], cap);
            double gained = s[i] + days * in[i] + h * recycled * exposed * b[i];
            double left = 1 + h * (lost + burial + growth[i]);
            double kept = 1 + h * (exposed + growth[i]);
            double shared = 1 / (left * kept);
            double now = gained * kept * shared;
            s[i] = now;
            b[i] = (b[i] + h * burial * now) * left * shared;
        }
    }
}
