package org.lamella.evidence.growth;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.lamella.evidence.Citation;
import org.lamella.evidence.Citations;
import org.lamella.evidence.data.CsvTable;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.Centimetres;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.OutOfRangeException;
import org.lamella.patient.measure.ZScore;

/**
 * CDC 2000 growth reference, birth to 20 years: Z-scores of length, height, weight and BMI, and the way back.
 *
 * <p>Ages are decimal months of 30.4375 days. Below 24 months the length table is used, from 24 months the standing
 * height table; recumbent length of a child up to 35.5 months has its own method. From 20 years the last age of the
 * reference is held and the answer says so. BMI Z is the plain LMS score, not the 2022 extension above the 95th
 * centile.
 *
 * <p>Source: Kuczmarski 2002, Vital Health Stat 11(246); tables in the public domain.
 */
public final class GrowthReference {
    /** The reference that every figure of this class rests on. */
    public static final Citation CITATION = Citations.reference("CDC2000");

    /** Recumbent length exceeds standing height by this much in the CDC tables where both exist (24.5 to 35.5 months). */
    static final double LENGTH_MINUS_HEIGHT_CM = 0.8;

    private static final double LENGTH_ENDS = 24;
    private static final double CHILDHOOD_ENDS = 240;
    private static final GrowthReference CDC2000 = new GrowthReference();

    private final Map<Sex, Map<GrowthMeasure, LmsTable>> tables = new EnumMap<>(Sex.class);

    private GrowthReference() {
        CsvTable csv = CsvTable.resource(GrowthReference.class, "growth_cdc2000_lms.csv");
        for (Sex sex : Sex.values()) {
            Map<GrowthMeasure, LmsTable> bySex = new EnumMap<>(GrowthMeasure.class);
            for (GrowthMeasure measure : GrowthMeasure.values()) {
                bySex.put(measure, LmsTable.of(csv, measure, sex));
            }
            tables.put(sex, bySex);
        }
    }

    /** The reference, read once. */
    public static GrowthReference cdc2000() {
        return CDC2000;
    }

    /** The table of one measure and sex, for kernels that evaluate it at many ages. */
    public LmsTable table(GrowthMeasure measure, Sex sex) {
        LmsTable found = tables.getOrDefault(sex, Map.of()).get(measure);
        if (found == null) {
            throw new IllegalStateException("no table of " + measure.label() + " for " + sex);
        }
        return found;
    }

    /** Z-score of length (below 24 months) or standing height (from 24 months). */
    public GrowthScore heightZ(Sex sex, Age age, Centimetres height) {
        return score(heightMeasure(age), sex, age, height.value());
    }

    /** Z-score of recumbent length, birth to 35.5 months. */
    public GrowthScore lengthZ(Sex sex, Age age, Centimetres length) {
        return score(GrowthMeasure.LENGTH, sex, age, length.value());
    }

    public GrowthScore weightZ(Sex sex, Age age, Kilograms weight) {
        return score(GrowthMeasure.WEIGHT, sex, age, weight.asDouble());
    }

    /** Z-score of weight over height squared; the reference begins at 24 months. */
    public GrowthScore bmiZ(Sex sex, Age age, Kilograms weight, Centimetres height) {
        double metres = height.value() / 100;
        return score(GrowthMeasure.BMI, sex, age, weight.asDouble() / (metres * metres));
    }

    /** Median length (below 24 months) or standing height; the value at 20 years holds afterwards. */
    public Centimetres medianHeight(Sex sex, Age age) {
        return heightAt(sex, age, new ZScore(0));
    }

    /**
     * Length or height at a Z-score; the distribution at 20 years holds afterwards.
     *
     * @throws OutOfRangeException when the distribution ends before that Z-score ({@link Lms#lowestZ()}); this can
     *     concern very short adolescents, whose height must then be taken as measured
     */
    public Centimetres heightAt(Sex sex, Age age, ZScore z) {
        GrowthMeasure measure = heightMeasure(age);
        Lms lms = table(measure, sex).at(age.months());
        if (z.value() <= lms.lowestZ()) {
            throw new OutOfRangeException(
                    "Z-score of " + measure.label() + " at " + age,
                    z.toString(),
                    "above " + new ZScore(lms.lowestZ()) + ", where the CDC 2000 distribution ends");
        }
        return new Centimetres(lms.valueAt(z.value()));
    }

    /** Weight in kg at a Z-score, or NaN when the distribution does not reach that far. */
    public double weightAt(Sex sex, Age age, ZScore z) {
        return table(GrowthMeasure.WEIGHT, sex).at(age.months()).valueAt(z.value());
    }

    /**
     * Median standing height in cm without the step between lying and standing at 24 months: below 24 months it is
     * length less 0.8 cm, the difference of the two CDC tables where they overlap. Meant for growth rates.
     *
     * @param ageMonths age in months of 30.4375 days, 0 or more; held from 240
     */
    public double continuousMedianHeight(Sex sex, double ageMonths) {
        return ageMonths < LENGTH_ENDS
                ? table(GrowthMeasure.LENGTH, sex).at(ageMonths).median() - LENGTH_MINUS_HEIGHT_CM
                : table(GrowthMeasure.HEIGHT, sex).at(ageMonths).median();
    }

    private static GrowthMeasure heightMeasure(Age age) {
        return age.months() < LENGTH_ENDS ? GrowthMeasure.LENGTH : GrowthMeasure.HEIGHT;
    }

    private GrowthScore score(GrowthMeasure measure, Sex sex, Age age, double value) {
        double months = age.months();
        boolean adult = months > CHILDHOOD_ENDS;
        boolean tooOld = months > measure.lastMonth() && !(adult && measure.lastMonth() >= CHILDHOOD_ENDS);
        if (months < measure.firstMonth() || tooOld) {
            return new GrowthScore.NotAvailable(String.format(
                    Locale.ROOT,
                    "the CDC 2000 reference of %s covers %s to %s months; the age is %.1f months",
                    measure.label(),
                    plain(measure.firstMonth()),
                    plain(measure.lastMonth()),
                    months));
        }
        double z = table(measure, sex).at(Math.min(months, CHILDHOOD_ENDS)).z(value);
        if (!(Math.abs(z) <= 20)) {
            return new GrowthScore.NotAvailable(String.format(
                    Locale.ROOT,
                    "%s of %.1f %s lies %.0f standard deviations from the median; check value and unit",
                    measure.label(),
                    value,
                    measure.unit(),
                    z));
        }
        ZScore scored = new ZScore(z);
        return adult ? new GrowthScore.HeldAtTwentyYears(scored, measure) : new GrowthScore.ForAge(scored, measure);
    }

    private static String plain(double months) {
        return months == Math.rint(months) ? Long.toString((long) months) : Double.toString(months);
    }
}
