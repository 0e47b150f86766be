package org.lamella.bone;

import static org.lamella.bone.Elementary.exp;

import org.lamella.patient.measure.Age;

/** Functions of age alone, tabulated by day so that renewing the factors of a lane costs look-ups only. */
final class AgeFactors {
    /** Part of the final height Z that is reached. */
    final double[] heightShare;
    /** Its change per year. */
    final double[] heightShareVelocity;
    /** Bell of turnover in childhood. */
    final double[] childTurnover;
    /** 1 while modelling on trabeculae goes on, fading after growth. */
    final double[] modelling;
    /** Oestrogen of women relative to normal. */
    final double[] femaleOestrogen;
    /** Bell-shaped fall of dangerous events. */
    final double[] falls;
    /** Bump of arm fractures before puberty. */
    final double[] armBump;
    /** Reference width of the iliac cortex, mm, and its change per year. */
    final double[] iliacWidth;

    final double[] iliacWidthVelocity;

    AgeFactors(Growth.Constants g, Fractures.Constants f, MonotoneCubic width, int days) {
        heightShare = new double[days];
        heightShareVelocity = new double[days];
        childTurnover = new double[days];
        modelling = new double[days];
        femaleOestrogen = new double[days];
        falls = new double[days];
        armBump = new double[days];
        iliacWidth = new double[days];
        iliacWidthVelocity = new double[days];
        for (int day = 0; day < days; day++) {
            double years = day / Age.DAYS_PER_YEAR;
            double left = 0.5 * exp(-years / g.heightLag());
            heightShare[day] = 1 - left;
            heightShareVelocity[day] = left / g.heightLag();
            double child = (years - g.turnoverPeakAge()) / g.turnoverWidth();
            childTurnover[day] = exp(-0.5 * child * child);
            modelling[day] = exp(-Math.max(0, years - g.modellingEnds()));
            femaleOestrogen[day] = 1 / (1 + Math.max(0, years - g.menopauseAge()) / g.menopauseWidth());
            double growing = years / f.fallsDecline();
            falls[day] = exp(-growing * growing);
            double arm = (years - f.armPeakAge()) / f.armWidth();
            armBump[day] = exp(-arm * arm);
            iliacWidth[day] = width.value(years);
            iliacWidthVelocity[day] = width.derivative(years);
        }
    }
}
