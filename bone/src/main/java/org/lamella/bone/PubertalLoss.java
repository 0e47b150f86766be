package org.lamella.bone;

import org.lamella.patient.measure.Age;

/**
 * Height Z that a person falls behind in puberty, because the spurt is blunted: a logistic curve around the age of the
 * fastest growth (G1).
 *
 * @param size height Z lost in all, 0 or more
 * @param peakVelocityAge age of the fastest pubertal growth of healthy peers, in years
 * @param width scale of the curve in years, above 0
 */
public record PubertalLoss(double size, double peakVelocityAge, double width) {
    /** Nothing is lost. */
    public static final PubertalLoss NONE = new PubertalLoss(0, 12, 1);

    public PubertalLoss {
        if (!(size >= 0 && width > 0)) {
            throw new IllegalArgumentException("pubertal loss: found size " + size + " and width " + width
                    + ", accepted are 0 or more and a width above 0");
        }
    }

    /** Height Z lost up to an age in days. */
    public double lost(double day) {
        return size == 0 ? 0 : size / (1 + Elementary.exp((peakVelocityAge - day / Age.DAYS_PER_YEAR) / width));
    }

    /** Loss per year at an age in days. */
    double velocity(double day) {
        if (size == 0) {
            return 0;
        }
        double share = lost(day) / size;
        return size * share * (1 - share) / width;
    }
}
