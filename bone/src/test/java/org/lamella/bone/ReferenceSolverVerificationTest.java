package org.lamella.bone;

import static org.assertj.core.api.Assertions.assertThat;

import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.lamella.patient.Drug;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;

/** The step against an integrator of somebody else: Hipparchus' Dormand-Prince 8(5,3) with relative tolerance 1e-10. */
class ReferenceSolverVerificationTest {
    private static final int START = 260 * 7;
    private static final int WEEKS = 40;
    private static final Observable[] WATCHED = {
        Observable.SPINE_DENSITY,
        Observable.CTX,
        Observable.ILIAC_CORTICAL_WIDTH,
        Observable.FEMUR_STRENGTH,
        Observable.VERTEBRAL_STRENGTH,
        Observable.EXPECTED_FRACTURES
    };

    /** A child of five, one week after its first zoledronate, with all its factors just renewed. */
    private static Cohort child(int stepsPerDay) {
        Cohort cohort = Fixtures.MODEL.newborns(Fixtures.median(OiType.IV, Sex.MALE));
        Schedule dose = Schedule.builder()
                .dose(START - 7, Drug.ZOLEDRONATE, Fixtures.perKg("0.05"))
                .build();
        cohort.advanceTo(START, dose, Recorder.NONE);
        return cohort.computedBy(new Engine(stepsPerDay, 7, 1, false));
    }

    private static double[] step(int stepsPerDay) {
        Cohort cohort = child(stepsPerDay);
        cohort.advanceTo(START + 7 * WEEKS, Schedule.EMPTY, Recorder.NONE);
        double[] read = new double[WATCHED.length];
        for (int o = 0; o < read.length; o++) {
            read[o] = cohort.read(WATCHED[o], 0);
        }
        return read;
    }

    private static double[] reference() {
        RatesOfChange person = child(1).ratesOfChange(0);
        OrdinaryDifferentialEquation equations = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return person.dimension();
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                double[] rates = new double[y.length];
                person.exactRates(y, rates);
                return rates;
            }
        };
        for (int week = 0; week < WEEKS; week++) {
            person.renew(7);
            var solver = new DormandPrince853Integrator(1e-6, 7, 1e-13, 1e-10);
            double[] end = solver.integrate(equations, new ODEState(0, person.state()), 7)
                    .getPrimaryState();
            settle(person, end);
            person.older(7);
        }
        double[] read = new double[WATCHED.length];
        for (int o = 0; o < read.length; o++) {
            read[o] = person.read(WATCHED[o]);
        }
        return read;
    }

    /** Sets the state and lets resorption and formation, which follow from it, agree with it. */
    private static void settle(RatesOfChange person, double[] state) {
        person.exactRates(state, new double[state.length]);
        person.set(state);
    }

    private static double worst(double[] one, double[] other) {
        double worst = 0;
        for (int o = 0; o < one.length; o++) {
            worst = Math.max(worst, Math.abs(one[o] / other[o] - 1));
        }
        return worst;
    }

    @Test
    void theStepTendsToTheReference() {
        double[] reference = reference();
        double[] sixteen = step(16);
        double[] thirtyTwo = step(32);
        double whole = worst(step(1), reference);
        double small = worst(sixteen, reference);
        assertThat(whole).as("steps of a week").isLessThan(1e-4);
        assertThat(whole / small).as("gain by steps 16 times shorter").isGreaterThan(10);
        double[] limit = new double[reference.length];
        for (int o = 0; o < limit.length; o++) {
            limit[o] = 2 * thirtyTwo[o] - sixteen[o];
        }
        assertThat(worst(limit, reference))
                .as("extrapolated to steps of no length")
                .isLessThan(2e-6);
    }
}
