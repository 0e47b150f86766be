package org.lamella.bone;

import static org.lamella.bone.Elementary.log;
import static org.lamella.bone.Elementary.normalCdf;

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
    private final AgeFactors ages;

    Fractures(LaneArrays arrays, Constants constants, AgeFactors ages, Traits traits) {
        this.c = constants;
        this.ages = ages;
        for (FractureSite site : SITES) {
            int s = site.ordinal();
            hazard[s] = arrays.add("hazard." + site, 0);
            expected[s] = arrays.add("expected." + site, 0);
            count[s] = arrays.add("count." + site, 0);
            threshold[s] = arrays.add("threshold." + site, NEVER);
            drawn[s] = arrays.add("drawn." + site, 0);
        }
        imposedLogHazard = arrays.add("imposedLogHazard", 0);
        mobility = traits.of(Trait.MOBILITY);
        frailty = traits.of(Trait.FRAILTY);
    }

    /** Dangerous events per year by site. */
    private double exposure(FractureSite site, int day) {
        double falls = ages.falls[day];
        double legs = c.legStart * falls + c.legFloor;
        return switch (site) {
            case FEMUR -> c.femurShare * legs;
            case TIBIA -> (1 - c.femurShare) * legs;
            case UPPER_LIMB -> c.armFloor + c.armStart * falls + c.armPeak * ages.armBump[day];
            case VERTEBRA -> c.spineRate;
        };
    }

    /**
     * Renews the hazard of one site and lane.
     *
     * @param day day of age
     * @param strength strength relative to the healthy twin
     * @param bodyLoad body weight times lever, relative to the healthy twin
     * @param immobility immobility of the whole person, 0 to 1
     */
    void refresh(FractureSite site, int i, int day, double strength, double bodyLoad, double immobility) {
        double ratio = margin(i, strength, bodyLoad, immobility);
        double passes = normalCdf(-log(Math.max(c.margin * ratio, 1e-6)) / c.spread);
        double met = exposure(site, day)
                * (c.restExposure + c.mobilityExposure * mobility[i])
                * (1 - c.immobilityExposure * immobility);
        hazard[site.ordinal()][i] = met * passes * frailty[i];
    }

    /** Strength over the usual peak load, 1 for a healthy peer in full activity. */
    double margin(int i, double strength, double bodyLoad, double immobility) {
        double force = c.restLoad + (1 - c.restLoad) * mobility[i] * (1 - c.immobilityLoad * immobility);
        return strength / (bodyLoad * force);
    }

    /** Adds to the expected numbers over {@code h} years. */
    void accumulate(double h) {
        for (int s = 0; s < SITES.length; s++) {
            double[] rate = hazard[s];
            double[] sum = expected[s];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += h * rate[i];
            }
        }
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
