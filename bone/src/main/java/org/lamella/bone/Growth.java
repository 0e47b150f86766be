package org.lamella.bone;

import static org.lamella.bone.Elementary.exp;

import java.util.Arrays;
import org.lamella.bone.AgeFactors.Factor;
import org.lamella.evidence.ParameterSet;
import org.lamella.patient.measure.Age;

/**
 * Size, weight, and what age does to growth and turnover (equations G1, G2, T1 of the model page). Everything here is a
 * function of age, traits and measurements; it is renewed on the factor grid, not integrated.
 */
final class Growth {
    /** Numbers of this equation group. */
    record Constants(
            double heightLag,
            double bmiVariation,
            double turnoverPeakAge,
            double turnoverWidth,
            double pubertalTurnover,
            double pubertalWidth,
            double modellingEnds,
            double menopauseAge,
            double menopauseWidth,
            double hormoneGrowth,
            double pubertalLossWidth) {
        static Constants from(ParameterSet p) {
            return new Constants(
                    p.value("growth.height_z_lag", "a"),
                    p.value("growth.bmi_variation", "1"),
                    p.value("turnover.child_peak_age", "a"),
                    p.value("turnover.child_width", "a"),
                    p.value("turnover.pubertal_amplitude", "1"),
                    p.value("turnover.pubertal_width", "a"),
                    p.value("growth.modelling_ends", "a"),
                    p.value("oestrogen.menopause_age", "a"),
                    p.value("oestrogen.decline_time", "a"),
                    p.value("hormone.growth_gain", "1"),
                    p.value("growth.pubertal_loss_width", "a"));
        }
    }

    final double[] height;
    final double[] heightRatio;
    final double[] weight;
    final double[] weightRatio;
    /** H'/H, 1/a. */
    final double[] relativeVelocity;
    /** H' over median adult height, 1/a. */
    final double[] sizeVelocity;
    /** Relative velocity of the healthy median, 1/a. */
    final double[] referenceVelocity;
    /** 0 in adults to 1 at the childhood peak. */
    final double[] childTurnover;
    /** Gain of height through growth hormone, as a fraction. */
    final double[] hormoneHeight;

    private final double[] heightZ;
    private final double[] bmiZ;
    private final double[] peakVelocityAge;
    private final double[] build;
    private final double[] z;
    private final double[] zVelocity;
    private final double[] velocity;
    private final double[] adultHeight;
    private final Constants c;
    private final LaneAges ages;
    private final LaneFunctions functions;
    private final GrowthTrack[] tracks;

    Growth(
            LaneArrays arrays,
            Constants constants,
            LaneAges ages,
            LaneFunctions functions,
            GrowthTrack[] tracks,
            Traits traits) {
        this.c = constants;
        this.ages = ages;
        this.functions = functions;
        this.tracks = tracks;
        height = arrays.add("growth.height", 0);
        heightRatio = arrays.add("growth.heightRatio", 1);
        weight = arrays.add("growth.weight", 0);
        weightRatio = arrays.add("growth.weightRatio", 1);
        relativeVelocity = arrays.add("growth.relativeVelocity", 0);
        sizeVelocity = arrays.add("growth.sizeVelocity", 0);
        referenceVelocity = arrays.add("growth.referenceVelocity", 0);
        childTurnover = arrays.add("growth.childTurnover", 0);
        hormoneHeight = arrays.addStepped("growth.hormoneHeight", 0);
        build = arrays.add("growth.build", 1);
        heightZ = traits.of(Trait.HEIGHT_Z);
        bmiZ = traits.of(Trait.BMI_Z);
        peakVelocityAge = traits.of(Trait.PEAK_VELOCITY_AGE);
        z = new double[arrays.lanes()];
        zVelocity = new double[arrays.lanes()];
        velocity = new double[arrays.lanes()];
        adultHeight = new double[arrays.lanes()];
        Arrays.setAll(adultHeight, i -> ages.table(i).adultHeight());
    }

    /** Weight for height of one lane; it does not change with age. */
    void begin(int i) {
        build[i] = exp(c.bmiVariation * bmiZ[i]);
    }

    /** Renews the factors of lanes {@code from} to {@code until - 1}; their {@link LaneAges} must be in place. */
    void renew(int from, int until, double[] hormone) {
        tracks(from, until);
        size(from, until);
        velocities(from, until, hormone);
        turnover(from, until);
    }

    /** Height Z, its change, and in {@code weightRatio} the weight beyond what height predicts. */
    private void tracks(int from, int until) {
        double[] share = ages.of(Factor.HEIGHT_SHARE);
        double[] shareVelocity = ages.of(Factor.HEIGHT_SHARE_VELOCITY);
        for (int i = from; i < until; i++) {
            GrowthTrack track = tracks[i];
            double day = ages.day[i];
            z[i] = track.heightZ(day, heightZ[i], share[i]);
            zVelocity[i] = track.heightZVelocity(day, heightZ[i], shareVelocity[i]);
            weightRatio[i] = build[i] * track.weightFactor(day);
        }
    }

    private void size(int from, int until) {
        double[] s = ages.heightVariation;
        double[] median = ages.medianHeight;
        double[] medianWeight = ages.medianWeight;
        double[] zs = z;
        double[] won = hormoneHeight;
        double[] ratio = heightRatio;
        double[] heavier = weightRatio;
        double[] h = height;
        double[] w = weight;
        for (int i = from; i < until; i++) {
            double r = Math.max(0.25, 1 + s[i] * zs[i]) * (1 + won[i]);
            double relative = r * r * heavier[i];
            ratio[i] = r;
            heavier[i] = relative;
            h[i] = median[i] * r;
            w[i] = medianWeight[i] * relative;
        }
    }

    /** H' = (M' ratio + M S z') with the gain by growth hormone, never negative. */
    private void velocities(int from, int until, double[] hormone) {
        double[] medianVelocity = ages.medianVelocity;
        double[] median = ages.medianHeight;
        double[] s = ages.heightVariation;
        double[] zv = zVelocity;
        double[] ratio = heightRatio;
        double[] won = hormoneHeight;
        double[] v = velocity;
        double gain = c.hormoneGrowth;
        for (int i = from; i < until; i++) {
            double now = medianVelocity[i] * ratio[i] + median[i] * s[i] * zv[i] * (1 + won[i]);
            v[i] = Math.max(0, now) * (1 + gain * hormone[i]);
        }
        double[] h = height;
        double[] adult = adultHeight;
        double[] own = relativeVelocity;
        double[] reference = referenceVelocity;
        double[] bySize = sizeVelocity;
        for (int i = from; i < until; i++) {
            own[i] = v[i] / h[i];
            reference[i] = medianVelocity[i] / median[i];
            bySize[i] = v[i] / adult[i];
        }
    }

    /** The bell of childhood or that of puberty, whichever is higher. */
    private void turnover(int from, int until) {
        double[] puberty = childTurnover;
        double[] day = ages.day;
        double[] peak = peakVelocityAge;
        double[] child = ages.of(Factor.CHILD_TURNOVER);
        double amplitude = c.pubertalTurnover;
        double width = c.pubertalWidth;
        for (int i = from; i < until; i++) {
            double apart = (Math.floor(day[i]) / Age.DAYS_PER_YEAR - peak[i]) / width;
            puberty[i] = -apart * apart;
        }
        functions.exp(puberty, from, until);
        for (int i = from; i < until; i++) {
            puberty[i] = Math.max(child[i], amplitude * puberty[i]);
        }
    }

    /** Integrates the height that one lane wins through growth hormone. */
    void advance(int i, double years, double hormone) {
        hormoneHeight[i] += years * c.hormoneGrowth * hormone * relativeVelocity[i];
    }
}
