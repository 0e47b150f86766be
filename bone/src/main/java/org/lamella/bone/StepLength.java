package org.lamella.bone;

import org.lamella.evidence.ParameterSet;
import org.lamella.patient.measure.Age;

/**
 * How long the coming step of each lane is, and what is left at its end, and on its mean, of everything that fades at a
 * steady rate of its own. Whole days are looked up.
 */
final class StepLength {
    /** What fades at a steady rate. */
    enum Fading {
        TRABECULAR_CAVITIES,
        CORTICAL_CAVITIES,
        POROSITY,
        OSTEOCLASTS,
        VITAMIN_D,
        CALCIUM,
        CALCIUM_BALANCE,
        MUSCLE_DOWN,
        MUSCLE_UP,
        REST
    }

    /** The rates, and what they leave of 1 after whole days; shared by all blocks. */
    static final class Rates {
        private static final int DAYS = 112;

        private final double[] perDay = new double[Fading.values().length];
        private final double[][] left = new double[DAYS + 1][perDay.length];
        private final double[][] mean = new double[DAYS + 1][perDay.length];

        private Rates() {}

        static Rates from(ParameterSet p) {
            Rates rates = new Rates();
            double year = Age.DAYS_PER_YEAR;
            rates.set(Fading.TRABECULAR_CAVITIES, 1 / (p.value("trabecular.refill_time", "a") * year));
            rates.set(Fading.CORTICAL_CAVITIES, 1 / (p.value("shaft.refill_time", "a") * year));
            rates.set(Fading.POROSITY, 1 / (p.value("shaft.porosity_time", "a") * year));
            rates.set(Fading.OSTEOCLASTS, p.value("cells.osteoclast_rate", "d-1"));
            rates.set(Fading.VITAMIN_D, Elementary.log(2) / p.value("vitamin_d.half_life", "d"));
            rates.set(Fading.CALCIUM, 1 / p.value("calcium.response_time", "d"));
            rates.set(Fading.CALCIUM_BALANCE, 1 / p.value("calcium.adaptation_time", "d"));
            rates.set(Fading.MUSCLE_DOWN, 1 / p.value("load.muscle_loss_time", "d"));
            rates.set(Fading.MUSCLE_UP, 1 / p.value("load.muscle_gain_time", "d"));
            rates.set(Fading.REST, 1 / p.value("load.general_recovery_time", "d"));
            return rates;
        }

        private void set(Fading fading, double rate) {
            int f = fading.ordinal();
            perDay[f] = rate;
            for (int day = 0; day <= DAYS; day++) {
                left[day][f] = Elementary.exp(-rate * day);
                mean[day][f] = meanLeft(rate * day, left[day][f]);
            }
        }

        /** Mean of e^-y for y from 0 to x. */
        private static double meanLeft(double x, double left) {
            return x < 0.01 ? 1 - x / 2 * (1 - x / 3 * (1 - x / 4 * (1 - x / 5 * (1 - x / 6)))) : (1 - left) / x;
        }
    }

    /** Length of the step in days and in years. */
    final double[] days;

    final double[] years;

    private final Rates rates;
    private final double[][] left;
    private final double[][] mean;

    StepLength(int lanes, Rates rates) {
        this.rates = rates;
        days = new double[lanes];
        years = new double[lanes];
        left = new double[rates.perDay.length][lanes];
        mean = new double[rates.perDay.length][lanes];
    }

    /** Share that is left at the end of the step. */
    double[] left(Fading fading) {
        return left[fading.ordinal()];
    }

    /** Share that is left on the mean of the step. */
    double[] meanLeft(Fading fading) {
        return mean[fading.ordinal()];
    }

    /** Sets the length of one lane's step. */
    void set(int lane, double length) {
        if (days[lane] == length) {
            return;
        }
        days[lane] = length;
        years[lane] = length / Age.DAYS_PER_YEAR;
        int whole = (int) length;
        if (whole == length && whole <= Rates.DAYS) {
            for (int f = 0; f < left.length; f++) {
                left[f][lane] = rates.left[whole][f];
                mean[f][lane] = rates.mean[whole][f];
            }
        } else {
            for (int f = 0; f < left.length; f++) {
                double x = rates.perDay[f] * length;
                left[f][lane] = Elementary.exp(-x);
                mean[f][lane] = Rates.meanLeft(x, left[f][lane]);
            }
        }
    }
}
