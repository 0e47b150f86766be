package org.lamella.bench;

import java.lang.management.ManagementFactory;
import org.hipparchus.ode.ODEIntegrator;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.ClassicalRungeKuttaIntegrator;
import org.hipparchus.ode.nonstiff.DormandPrince54Integrator;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.lamella.bone.BoneModel;
import org.lamella.bone.Cohort;
import org.lamella.bone.Engine;
import org.lamella.bone.Observable;
import org.lamella.bone.RatesOfChange;
import org.lamella.bone.Schedule;

/**
 * The same equations through Hipparchus, one untreated patient at a time, in the same run: slow factors every 14 days and
 * readings every month as in the kernel, no random fractures. The right-hand side is the kernel's own step on one lane.
 */
final class Peer {
    private static final double INTERVAL = Engine.STANDARD.factorDays();

    /** Hipparchus' integrators. */
    enum Method {
        /** Adaptive, order 8, relative tolerance 1e-5. */
        DORMAND_PRINCE_853,
        /** Adaptive, order 5, relative tolerance 1e-4. */
        DORMAND_PRINCE_54,
        /** Fixed, order 4, one step a day. */
        RUNGE_KUTTA_4;

        ODEIntegrator make() {
            return switch (this) {
                case DORMAND_PRINCE_853 -> new DormandPrince853Integrator(1e-6, INTERVAL, 1e-8, 1e-5);
                case DORMAND_PRINCE_54 -> new DormandPrince54Integrator(1e-6, INTERVAL, 1e-7, 1e-4);
                case RUNGE_KUTTA_4 -> new ClassicalRungeKuttaIntegrator(1);
            };
        }
    }

    /** The right-hand side, counting its calls. */
    private static final class Equations implements OrdinaryDifferentialEquation {
        private final RatesOfChange person;
        private long calls;

        Equations(RatesOfChange person) {
            this.person = person;
        }

        @Override
        public int getDimension() {
            return person.dimension();
        }

        @Override
        public double[] computeDerivatives(double t, double[] y) {
            calls++;
            double[] rates = new double[y.length];
            person.rates(y, rates);
            return rates;
        }
    }

    /**
     * What one method needed.
     *
     * @param name method
     * @param cpuSeconds processor time
     * @param patientYears work done
     * @param evaluations calls of the right-hand side, 0 for the kernel
     * @param check spine Z-score at the end, for the eye
     */
    record Outcome(String name, double cpuSeconds, double patientYears, long evaluations, double check) {
        public double patientYearsPerCpuSecond() {
            return patientYears / cpuSeconds;
        }
    }

    private final BoneModel model;
    private final int years;

    Peer(BoneModel model, int years) {
        this.model = model;
        this.years = years;
    }

    Outcome hipparchus(Method method, int patients) {
        double[] last = new double[Monthly.TAKEN.size()];
        long calls = 0;
        long began = cpuTime();
        for (int p = 0; p < patients; p++) {
            Cohort newborn = model.newborns(Job.patients(model, p, p + 1));
            RatesOfChange person = newborn.ratesOfChange(0);
            Equations equations = new Equations(person);
            ODEIntegrator integrator = method.make();
            int intervals = (int) Math.round(years * 365.25 / INTERVAL);
            for (int k = 0; k < intervals; k++) {
                person.renew(INTERVAL);
                person.set(integrator
                        .integrate(equations, new ODEState(0, person.state()), INTERVAL)
                        .getPrimaryState());
                person.older((int) INTERVAL);
                if (k % 2 == 1 || k == intervals - 1) {
                    for (Observable observable : Monthly.TAKEN) {
                        last[Monthly.TAKEN.indexOf(observable)] = person.read(observable);
                    }
                }
            }
            calls += equations.calls;
        }
        return new Outcome(method.name(), seconds(began), (double) patients * years, calls, last[0]);
    }

    /** Time of one evaluation of the right-hand side on one lane, in seconds. */
    double evaluation() {
        RatesOfChange person = model.newborns(Job.patients(model, 0, 1)).ratesOfChange(0);
        person.renew(INTERVAL);
        double[] y = person.state();
        double[] rates = new double[y.length];
        int calls = 300_000;
        long began = cpuTime();
        for (int k = 0; k < calls; k++) {
            person.rates(y, rates);
        }
        return seconds(began) / calls;
    }

    /** The kernel on the same work, many patients side by side. */
    Outcome kernel(String name, int lanes, int patients) {
        double check = 0;
        Monthly monthly = new Monthly();
        int days = (int) INTERVAL * (int) Math.round(years * 365.25 / INTERVAL);
        long began = cpuTime();
        for (int first = 0; first < patients; first += lanes) {
            Cohort cohort = model.newborns(Job.patients(model, first, Math.min(first + lanes, patients)));
            cohort.advanceTo(days, Schedule.EMPTY, monthly);
            check = cohort.read(Observable.SPINE_Z, cohort.lanes() - 1);
        }
        return new Outcome(name, seconds(began), (double) patients * years, 0, check);
    }

    private static double seconds(long began) {
        return (cpuTime() - began) / 1e9;
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
