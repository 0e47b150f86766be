package org.lamella.bone;

import static org.lamella.bone.Elementary.log;

import java.util.Arrays;
import org.lamella.evidence.ParameterSet;

/** Hazard per site (H1) and the fractures that come of it (H2). */
final class Fractures {
    /** Stands for a threshold that is never reached. */
    static final double NEVER = Double.MAX_VALUE;

    private static final FractureSite[] SITES = FractureSite.values();

    /** Numbers of this equation group. */
    record Constants(
            double margin,
            double spread,
            double legStart,
            double fallsDecline,
            double legFloor,
            double femurShare,
            double armFloor,
            double armStart,
            double armPeak,
            double armPeakAge,
            double armWidth,
            double spineRate,
            double restExposure,
            double mobilityExposure,
            double immobilityExposure,
            double restLoad,
            double immobilityLoad) {
        static Constants from(ParameterSet p) {
            return new Constants(
                    p.value("hazard.margin", "1"),
                    p.value("hazard.load_spread", "1"),
                    p.value("hazard.leg_exposure_start", "a-1"),
                    p.value("hazard.exposure_decline", "a"),
                    p.value("hazard.leg_exposure_floor", "a-1"),
                    p.value("hazard.femur_share", "1"),
                    p.value("hazard.arm_exposure_floor", "a-1"),
                    p.value("hazard.arm_exposure_start", "a-1"),
                    p.value("hazard.arm_exposure_peak", "a-1"),
                    p.value("hazard.arm_peak_age", "a"),
                    p.value("hazard.arm_peak_width", "a"),
                    p.value("hazard.spine_exposure", "a-1"),
                    p.value("hazard.rest_exposure", "1"),
                    p.value("hazard.mobility_exposure", "1"),
                    p.value("hazard.immobility_exposure", "1"),
                    p.value("hazard.rest_load", "1"),
                    p.value("hazard.immobility_load", "1"));
        }
    }

    final double[][] hazard = new double[SITES.length][];
    final double[][] expected = new double[SITES.length][];
    final double[][] count = new double[SITES.length][];
    /** Next value of {@link #expected} at which a fracture happens. */
    final double[][] threshold = new double[SITES.length][];
    /** Thresholds used so far. */
    final double[][] drawn = new double[SITES.length][];

    final double[] imposedLogHazard;

    private final double[] mobility;
    private final double[] frailty;
    private final Constants c;
    private final double[] force;
    private final double[] activity;
    private final double[] spineExposure;
    private final double[] leastLeft;
    private final LaneFunctions functions;

    Fractures(LaneArrays arrays, Constants constants, LaneFunctions functions, Traits traits) {
        this.c = constants;
        this.functions = functions;
        force = new double[arrays.lanes()];
        activity = new double[arrays.lanes()];
        spineExposure = new double[arrays.lanes()];
        leastLeft = new double[arrays.lanes()];
        Arrays.fill(spineExposure, c.spineRate);
        for (FractureSite site : SITES) {
            int s = site.ordinal();
            hazard[s] = arrays.add("hazard." + site, 0);
            expected[s] = arrays.addStepped("expected." + site, 0);
            count[s] = arrays.add("count." + site, 0);
            threshold[s] = arrays.add("threshold." + site, NEVER);
            drawn[s] = arrays.add("drawn." + site, 0);
        }
        imposedLogHazard = arrays.add("imposedLogHazard", 0);
        mobility = traits.of(Trait.MOBILITY);
        frailty = traits.of(Trait.FRAILTY);
    }

    /** Renews what all sites of lanes {@code from} to {@code until - 1} share: force and exposure of a person this mobile. */
    void renew(int from, int until, double[] immobility) {
        double[] moves = mobility;
        double[] forced = force;
        double[] met = activity;
        double[] own = frailty;
        double rest = c.restExposure;
        double moving = c.mobilityExposure;
        double less = c.immobilityExposure;
        for (int i = from; i < until; i++) {
            forced[i] = force(moves[i], immobility[i]);
            met[i] = (rest + moving * moves[i]) * (1 - less * immobility[i]) * own[i];
        }
    }

    /**
     * Renews the hazard of one site.
     *
     * @param exposure dangerous events per year
     * @param strength strength relative to the healthy twin
     * @param bodyLoad body weight times lever, relative to the healthy twin
     */
    void renew(FractureSite site, int from, int until, double[] exposure, double[] strength, double[] bodyLoad) {
        double[] rate = hazard[site.ordinal()];
        double[] forced = force;
        double[] met = activity;
        double margin = c.margin;
        for (int i = from; i < until; i++) {
            rate[i] = Math.max(margin * strength[i] / (bodyLoad[i] * forced[i]), 1e-6);
        }
        functions.log(rate, from, until);
        double perSpread = -1 / c.spread;
        for (int i = from; i < until; i++) {
            rate[i] *= perSpread;
        }
        functions.normalCdf(rate, from, until);
        for (int i = from; i < until; i++) {
            rate[i] *= exposure[i] * met[i];
        }
    }

    /** Exposure of the spine, the same at all ages. */
    double[] spineExposure() {
        return spineExposure;
    }

    /** Force of a person, 1 when fully mobile. */
    private double force(double mobility, double immobility) {
        return c.restLoad + (1 - c.restLoad) * mobility * (1 - c.immobilityLoad * immobility);
    }

    /** Strength over the usual peak load, 1 for a healthy peer in full activity. */
    double margin(int i, double strength, double bodyLoad, double immobility) {
        return strength / (bodyLoad * force(mobility[i], immobility));
    }

    /** Adds the hazard of a step to the expected numbers. */
    void accumulate(int from, int until, StepLength length) {
        double[] years = length.years;
        for (int s = 0; s < SITES.length; s++) {
            double[] rate = hazard[s];
            double[] sum = expected[s];
            for (int i = from; i < until; i++) {
                sum[i] += years[i] * rate[i];
            }
        }
    }

    /**
     * For each lane what will be left to the nearest threshold of any site after some years at the present hazards; 0 or less
     * when one is reached before.
     */
    double[] left(int from, int until, double years) {
        double[] least = leastLeft;
        Arrays.fill(least, from, until, NEVER);
        for (int s = 0; s < SITES.length; s++) {
            double[] rate = hazard[s];
            double[] sum = expected[s];
            double[] end = threshold[s];
            for (int i = from; i < until; i++) {
                least[i] = Math.min(least[i], end[i] - (sum[i] + years * rate[i]));
            }
        }
        return least;
    }

    /** Years at the present hazards until the first threshold of a lane is reached. */
    double yearsLeft(int i) {
        double years = NEVER;
        for (int s = 0; s < SITES.length; s++) {
            years = Math.min(years, (threshold[s][i] - expected[s][i]) / hazard[s][i]);
        }
        return years;
    }

    /** True when a threshold of this site has been reached. */
    boolean due(FractureSite site, int i) {
        return expected[site.ordinal()][i] >= threshold[site.ordinal()][i];
    }

    /** Counts an imposed fracture and its log hazard. */
    void impose(FractureSite site, int i) {
        imposedLogHazard[i] += log(Math.max(hazard[site.ordinal()][i], 1e-12));
        count[site.ordinal()][i] += 1;
    }

    double expectedTotal(int i) {
        double sum = 0;
        for (double[] site : expected) {
            sum += site[i];
        }
        return sum;
    }

    double countTotal(int i) {
        double sum = 0;
        for (double[] site : count) {
            sum += site[i];
        }
        return sum;
    }
}
