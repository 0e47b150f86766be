package org.lamella.bone;

import static org.lamella.bone.Elementary.exp;

import org.lamella.patient.measure.Age;

/** Functions of age alone, tabulated by day so that renewing the factors of a lane costs look-ups only. */
final class AgeFactors {
    /** What is tabulated. */
    enum Factor {
        /** Part of the final height Z that is reached. */
        HEIGHT_SHARE,
        /** Its change per year. */
        HEIGHT_SHARE_VELOCITY,
        /** Bell of turnover in childhood. */
        CHILD_TURNOVER,
        /** 1 while modelling on trabeculae goes on, fading after growth. */
        MODELLING,
        /** Oestrogen of women relative to normal. */
        FEMALE_OESTROGEN,
        /** Dangerous events per year, femur. */
        EXPOSURE_FEMUR,
        /** Dangerous events per year, tibia. */
        EXPOSURE_TIBIA,
        /** Dangerous events per year, arm. */
        EXPOSURE_ARM,
        /** Reference width of the iliac cortex, mm. */
        ILIAC_WIDTH,
        /** Its change per year. */
        ILIAC_WIDTH_VELOCITY
    }

    private static final int ROW = Factor.values().length;

    private final double[] rows;

    AgeFactors(Growth.Constants g, Fractures.Constants f, MonotoneCubic width, int days) {
        rows = new double[days * ROW];
        for (int day = 0; day < days; day++) {
            double years = day / Age.DAYS_PER_YEAR;
            growth(day, years, g);
            turnover(day, years, g);
            exposure(day, years, f);
            keep(day, Factor.ILIAC_WIDTH, width.value(years));
            keep(day, Factor.ILIAC_WIDTH_VELOCITY, width.derivative(years));
        }
    }

    private void growth(int day, double years, Growth.Constants g) {
        double left = 0.5 * exp(-years / g.heightLag());
        keep(day, Factor.HEIGHT_SHARE, 1 - left);
        keep(day, Factor.HEIGHT_SHARE_VELOCITY, left / g.heightLag());
        keep(day, Factor.MODELLING, exp(-Math.max(0, years - g.modellingEnds())));
    }

    private void turnover(int day, double years, Growth.Constants g) {
        double child = (years - g.turnoverPeakAge()) / g.turnoverWidth();
        keep(day, Factor.CHILD_TURNOVER, exp(-0.5 * child * child));
        keep(day, Factor.FEMALE_OESTROGEN, 1 / (1 + Math.max(0, years - g.menopauseAge()) / g.menopauseWidth()));
    }

    /** Falls of children fade as a bell; arms have a bump before puberty. */
    private void exposure(int day, double years, Fractures.Constants f) {
        double growing = years / f.fallsDecline();
        double falls = exp(-growing * growing);
        double arm = (years - f.armPeakAge()) / f.armWidth();
        double legs = f.legStart() * falls + f.legFloor();
        keep(day, Factor.EXPOSURE_FEMUR, f.femurShare() * legs);
        keep(day, Factor.EXPOSURE_TIBIA, (1 - f.femurShare()) * legs);
        keep(day, Factor.EXPOSURE_ARM, f.armFloor() + f.armStart() * falls + f.armPeak() * exp(-arm * arm));
    }

    private void keep(int day, Factor factor, double value) {
        rows[day * ROW + factor.ordinal()] = value;
    }

    /** Writes the row of a day to one lane. */
    void read(int day, int lane, double[][] byFactor) {
        for (int f = 0; f < ROW; f++) {
            byFactor[f][lane] = rows[day * ROW + f];
        }
    }

    double at(Factor factor, int day) {
        return rows[day * ROW + factor.ordinal()];
    }
}
