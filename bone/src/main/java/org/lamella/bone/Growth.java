package org.lamella.bone;

import static org.lamella.bone.Elementary.exp;

import org.lamella.evidence.ParameterSet;
import org.lamella.patient.Sex;
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
            double hormoneGrowth) {
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
                    p.value("hormone.growth_gain", "1"));
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
    /** 1 while modelling on trabeculae goes on, fading after the end of growth. */
    final double[] modelling;
    /** 1 with normal oestrogen (and in men), towards 0 after menopause. */
    final double[] oestrogen;
    /** Gain of height through growth hormone, as a fraction. */
    final double[] hormoneHeight;

    private final double[] heightZ;
    private final double[] bmiZ;
    private final double[] peakVelocityAge;
    private final Constants c;
    private final GrowthTable[] tables;
    private final Sex[] sex;
    private final GrowthTrack[] tracks;
    private final AgeFactors ages;
    private final double[] build;

    Growth(
            LaneArrays arrays,
            Constants constants,
            AgeFactors ages,
            GrowthTable[] tables,
            Sex[] sex,
            GrowthTrack[] tracks,
            Traits traits) {
        this.c = constants;
        this.ages = ages;
        this.tables = tables;
        this.sex = sex;
        this.tracks = tracks;
        height = arrays.add("growth.height", 0);
        heightRatio = arrays.add("growth.heightRatio", 1);
        weight = arrays.add("growth.weight", 0);
        weightRatio = arrays.add("growth.weightRatio", 1);
        relativeVelocity = arrays.add("growth.relativeVelocity", 0);
        sizeVelocity = arrays.add("growth.sizeVelocity", 0);
        referenceVelocity = arrays.add("growth.referenceVelocity", 0);
        childTurnover = arrays.add("growth.childTurnover", 0);
        modelling = arrays.add("growth.modelling", 1);
        oestrogen = arrays.add("growth.oestrogen", 1);
        hormoneHeight = arrays.add("growth.hormoneHeight", 0);
        build = arrays.add("growth.build", 1);
        heightZ = traits.of(Trait.HEIGHT_Z);
        bmiZ = traits.of(Trait.BMI_Z);
        peakVelocityAge = traits.of(Trait.PEAK_VELOCITY_AGE);
    }

    /** Weight for height of one lane; it does not change with age. */
    void begin(int i) {
        build[i] = exp(c.bmiVariation * bmiZ[i]);
    }

    /** Renews the factors of one lane for the time around {@code day} of age. */
    void refresh(int i, double day, double hormone) {
        GrowthTable table = tables[sex[i].ordinal()];
        double share = ages.heightShare[(int) day];
        double shareVelocity = ages.heightShareVelocity[(int) day];
        GrowthTrack track = tracks[i];
        double z = track.heightZ(day, heightZ[i], share, c.heightLag);
        double zVelocity = track.heightZVelocity(day, heightZ[i], shareVelocity, c.heightLag);
        double s = table.variation(day);
        double ratio = Math.max(0.25, 1 + s * z);
        double median = table.height(day);
        double gain = 1 + hormoneHeight[i];
        double velocity = Math.max(0, (table.velocity(day) * ratio + median * s * zVelocity) * gain)
                * (1 + c.hormoneGrowth * hormone);
        heightRatio[i] = ratio * gain;
        height[i] = median * heightRatio[i];
        relativeVelocity[i] = velocity / height[i];
        sizeVelocity[i] = velocity / table.adultHeight();
        referenceVelocity[i] = table.velocity(day) / median;
        weightRatio[i] = heightRatio[i] * heightRatio[i] * build[i] * track.weightFactor(day);
        weight[i] = table.weight(day) * weightRatio[i];
        age(i, (int) day);
    }

    private void age(int i, int day) {
        double puberty = (day / Age.DAYS_PER_YEAR - peakVelocityAge[i]) / c.pubertalWidth;
        childTurnover[i] = Math.max(ages.childTurnover[day], c.pubertalTurnover * exp(-puberty * puberty));
        modelling[i] = ages.modelling[day];
        oestrogen[i] = sex[i] == Sex.FEMALE ? ages.femaleOestrogen[day] : 1;
    }

    /** Integrates the height won through growth hormone. */
    void advance(double h, double[] hormone) {
        for (int i = 0; i < hormoneHeight.length; i++) {
            hormoneHeight[i] += h * c.hormoneGrowth * hormone[i] * relativeVelocity[i];
        }
    }
}
