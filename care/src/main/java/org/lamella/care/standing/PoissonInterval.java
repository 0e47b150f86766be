package org.lamella.care.standing;

import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * Exact interval of a rate of events (Garwood 1936): the rates under which so few or so many events would each occur
 * with 2.5 %.
 *
 * @param events number of events, 0 or more
 * @param years time at risk, above 0
 * @param low lower 95 % limit, events per year
 * @param high upper 95 % limit, events per year
 */
record PoissonInterval(long events, double years, double low, double high) {

    static PoissonInterval of(long events, double years) {
        if (events < 0 || !(years > 0)) {
            throw new IllegalArgumentException("fracture rate: found " + events + " in " + years
                    + " years, accepted are 0 or more in a time above 0");
        }
        double low = events == 0 ? 0 : new GammaDistribution(events, 1).inverseCumulativeProbability(0.025) / years;
        double high = new GammaDistribution(events + 1.0, 1).inverseCumulativeProbability(0.975) / years;
        return new PoissonInterval(events, years, low, high);
    }

    double rate() {
        return events / years;
    }
}
