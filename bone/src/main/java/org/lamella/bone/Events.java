package org.lamella.bone;

import org.lamella.patient.Regimen;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;

/** Applies schedules and fractures to single lanes, on day boundaries. */
final class Events {
    private static final FractureSite[] SITES = FractureSite.values();
    /** Outcomes of recorded fractures are drawn from here on, apart from those of sampled ones. */
    private static final int FIRST_RECORDED = 1 << 15;

    private Events() {}

    /** Sets what lasts on {@code day}: courses, casts, training. */
    static void spans(Bodies b, int i, Schedule schedule, int day) {
        stopIntake(b, i);
        for (Schedule.Spanning span : schedule.spans()) {
            if (span.day() <= day && day < span.until()) {
                begin(b, i, span);
            }
        }
    }

    /** Stops all daily intake of one lane, before the running courses are added again. */
    private static void stopIntake(Bodies b, int i) {
        b.trabecularDrug.intake[i] = 0;
        b.corticalDrug.intake[i] = 0;
        b.metaphysealDrug.intake[i] = 0;
        b.biologics.teriparatideIntake[i] = 0;
        b.biologics.hormoneIntake[i] = 0;
        b.biologics.calcitoninIntake[i] = 0;
        b.homeostasis.vitaminDIntake[i] = 0;
        b.homeostasis.calciumIntake[i] = 0;
        b.loading.training[i] = 0;
        for (double[] cast : b.loading.cast) {
            cast[i] = 0;
        }
    }

    private static void begin(Bodies b, int i, Schedule.Spanning span) {
        switch (span) {
            case Schedule.Course course -> {
                double mg = milligrams(course.amount(), b.growth.weight[i]) * course.adherence();
                b.model.drugs.of(course.drug()).daily(b, i, mg);
            }
            case Schedule.Cast cast -> b.loading.cast(cast.site(), i);
            case Schedule.Training training -> b.loading.training[i] += training.loadGain();
        }
    }

    /** Applies what happens at the beginning of a day; spanning events are left to {@link #spans}. */
    static void happen(Bodies b, int i, Schedule.Event event, FractureMode mode) {
        switch (event) {
            case Schedule.Dose dose ->
                b.model.drugs.of(dose.drug()).give(b, i, milligrams(dose.amount(), b.growth.weight[i]));
            case Schedule.Fracture fracture -> {
                int nth = (int) b.fractures.count[fracture.site().ordinal()][i];
                b.fractures.impose(fracture.site(), i);
                injure(b, i, fracture.site(), outcome(b, i, fracture.site(), nth, mode));
            }
            case Schedule.Osteotomy osteotomy -> {
                b.loading.injure(osteotomy.site(), i);
                if (osteotomy.site() != FractureSite.VERTEBRA) {
                    b.injuries[osteotomy.site().ordinal()].osteotomy(i);
                }
            }
            case Schedule.RodInserted rod -> rod(b, i, rod.site(), 1, rod.telescopic());
            case Schedule.RodRemoved rod -> rod(b, i, rod.site(), 0, false);
            case Schedule.Spanning later -> {}
        }
    }

    private static void rod(Bodies b, int i, FractureSite site, double coverage, boolean grows) {
        if (site != FractureSite.VERTEBRA) {
            b.injuries[site.ordinal()].rod(i, coverage, grows);
        }
    }

    /** Standard normal that sets the bow left by the nth scheduled fracture of a site; 0, the mean, unless it is drawn. */
    private static double outcome(Bodies b, int i, FractureSite site, int nth, FractureMode mode) {
        return mode instanceof FractureMode.Recorded recorded
                ? recorded.random()
                        .normal(
                                b.siblings.key(i),
                                recorded.replicate(),
                                Process.FRACTURE_OUTCOME,
                                site.ordinal() << 16 | FIRST_RECORDED | nth)
                : 0;
    }

    /** A fracture's effect on healing, bow and use. */
    private static void injure(Bodies b, int i, FractureSite site, double chance) {
        b.loading.injure(site, i);
        if (site != FractureSite.VERTEBRA) {
            b.injuries[site.ordinal()].fracture(i, chance);
        }
    }

    /** Lets the fractures happen whose threshold was reached; true when there was one. */
    static boolean sample(Bodies b, int i, long key, FractureMode.Sampled mode) {
        boolean any = false;
        for (FractureSite site : SITES) {
            while (b.fractures.due(site, i)) {
                any = true;
                int s = site.ordinal();
                int nth = (int) b.fractures.drawn[s][i];
                b.fractures.count[s][i] += 1;
                double chance = mode.random().normal(key, mode.replicate(), Process.FRACTURE_OUTCOME, s << 16 | nth);
                injure(b, i, site, chance);
                nextThreshold(b, i, site, key, mode.random(), mode.replicate());
            }
        }
        return any;
    }

    /** Starts sampling: thresholds count from the present expected number. */
    static void beginSampling(Bodies b, int i, long key, FractureMode.Sampled mode) {
        for (FractureSite site : FractureSite.values()) {
            int s = site.ordinal();
            b.fractures.drawn[s][i] = 0;
            b.fractures.threshold[s][i] =
                    b.fractures.expected[s][i] + mode.random().exponential(key, mode.replicate(), site.process(), 0);
            b.fractures.drawn[s][i] = 1;
        }
    }

    private static void nextThreshold(Bodies b, int i, FractureSite site, long key, KeyedRandom random, int replicate) {
        int s = site.ordinal();
        int nth = (int) b.fractures.drawn[s][i];
        b.fractures.threshold[s][i] += random.exponential(key, replicate, site.process(), nth);
        b.fractures.drawn[s][i] = nth + 1;
    }

    static void stopSampling(Bodies b, int i) {
        for (double[] threshold : b.fractures.threshold) {
            threshold[i] = Fractures.NEVER;
        }
    }

    /** A dose in mg for a body weight in kg. */
    static double milligrams(Regimen.Amount amount, double kilograms) {
        return switch (amount) {
            case Regimen.Amount.ByWeight byWeight -> {
                double exact = byWeight.perWeight().value().doubleValue() * kilograms;
                yield byWeight.cap() == null
                        ? exact
                        : Math.min(exact, byWeight.cap().asDouble());
            }
            case Regimen.Amount.Fixed fixed -> fixed.dose().asDouble();
            case Regimen.Amount.WeightBand band ->
                kilograms < band.limit().asDouble()
                        ? band.below().asDouble()
                        : band.from().asDouble();
        };
    }
}
