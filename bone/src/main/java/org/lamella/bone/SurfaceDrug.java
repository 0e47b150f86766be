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

    /** Drug on the surface in the middle of the step, as the rates at its beginning foretell. */
    final double[] midway;

    /** Rate of burial, then what is buried in a step. */
    private final double[] moved;
    /** Rate at which resorption exposes what is buried. */
    private final double[] exposure;

    private final Constants c;
    /** Resorption per surface of a healthy adult, mm/a. */
    private final double adult;

    private boolean present;

    SurfaceDrug(LaneArrays arrays, String site, Constants constants, double adult) {
        this.c = constants;
        this.adult = adult;
        surface = arrays.addStepped(site + ".s", 0);
        buried = arrays.addStepped(site + ".b", 0);
        intake = arrays.add(site + ".intake", 0);
        midway = new double[arrays.lanes()];
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

    /** Foretells {@link #midway} from the rates at the beginning of the step; arguments as in {@link #advance}. */
    void foretell(int from, int until, StepLength length, double[] formation, double[] resorption, double[] growth) {
        if (!present) {
            return;
        }
        rates(from, until, formation, resorption);
        double[] days = length.days;
        double[] years = length.years;
        double[] s = surface;
        double[] b = buried;
        double[] in = intake;
        double[] burial = moved;
        double[] exposed = exposure;
        double[] later = midway;
        double recycles = c.recycling;
        double lost = c.desorption;
        for (int i = from; i < until; i++) {
            double gained = days[i] * in[i] + years[i] * recycles * exposed[i] * b[i];
            double x = years[i] * (lost + burial[i] + growth[i]);
            later[i] = (s[i] + 0.5 * gained) / (1 + 0.5 * x);
        }
    }

    /**
     * Integrates a step. What is lost in a step of length h at a rate r is r h times the
     * mean over the step, and both follow 1 / (1 + x + x^2 / 2), x = r h, of the exponential: positive at any length, exact
     * to the second order for steady rates, and what leaves the surface is what arrives in bone.
     *
     * @param formation mean formation per surface, mm/a
     * @param resorption mean resorption per surface, mm/a
     * @param growth replacement by growth, 1/a
     */
    void advance(int from, int until, StepLength length, double[] formation, double[] resorption, double[] growth) {
        if (!present) {
            return;
        }
        rates(from, until, formation, resorption);
        onSurface(from, until, length, growth);
        inBone(from, until, length.years, growth);
    }

    /** B2; leaves in {@code moved} what is buried in the step. */
    private void onSurface(int from, int until, StepLength length, double[] growth) {
        double[] days = length.days;
        double[] years = length.years;
        double[] s = surface;
        double[] b = buried;
        double[] in = intake;
        double[] burial = moved;
        double[] exposed = exposure;
        double recycles = c.recycling;
        double lost = c.desorption;
        for (int i = from; i < until; i++) {
            double h = years[i];
            double x = h * (lost + burial[i] + growth[i]);
            double gained = days[i] * in[i] + h * recycles * exposed[i] * b[i];
            double half = 1 + 0.5 * x;
            double left = 1 / (1 + x * half);
            double mean = (s[i] * half + gained * (0.5 + 0.5 * x)) * left;
            s[i] = (s[i] + gained * half) * left;
            burial[i] = h * burial[i] * mean;
        }
    }

    /** B3. */
    private void inBone(int from, int until, double[] years, double[] growth) {
        double[] b = buried;
        double[] arrived = moved;
        double[] exposed = exposure;
        for (int i = from; i < until; i++) {
            double y = years[i] * (exposed[i] + growth[i]);
            double half = 1 + 0.5 * y;
            b[i] = (b[i] + arrived[i] * half) / (1 + y * half);
        }
    }

    /** Rates of burial, in {@code moved}, and of exposure by resorption, 1/a. */
    private void rates(int from, int until, double[] formation, double[] resorption) {
        double[] burial = moved;
        double[] exposed = exposure;
        double perAdult = 1 / adult;
        double exposes = c.exposure / adult;
        double cap = c.exposure * c.recyclingCap;
        double buries = c.burial;
        double power = c.burialPower;
        for (int i = from; i < until; i++) {
            exposed[i] = Math.min(exposes * resorption[i], cap);
            burial[i] = formation[i] * perAdult;
        }
        if (power == 0.5) {
            for (int i = from; i < until; i++) {
                burial[i] = buries * Math.sqrt(burial[i]);
            }
        } else {
            for (int i = from; i < until; i++) {
                burial[i] = buries * Elementary.pow(burial[i], power);
            }
        }
    }
}
