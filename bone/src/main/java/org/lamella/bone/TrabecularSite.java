package org.lamella.bone;

import org.lamella.bone.StepLength.Fading;
import org.lamella.evidence.ParameterSet;

/**
 * Trabecular bone as plates (T1 to T6): number N per mm, thickness Th in mm, unfilled remodelling cavities q in mm,
 * mineral mu as a fraction of full. Bone volume per tissue volume is N Th, surface 2 N.
 */
final class TrabecularSite {
    /** Plates cannot fill more of the tissue than this; a limit of geometry that people of any OI type stay far below. */
    static final double PACKED = 0.95;

    /** Number (per mm) and thickness (mm) at which nothing is left; keeps ratios of vanished trabeculae finite. */
    private static final double VANISHED = 1e-12;

    /** Numbers of this equation group; {@code supply} differs by site. */
    record Constants(
            double supply,
            double refillTime,
            double apposition,
            double newThickness,
            double thicknessSupply,
            double healthyNumber,
            double supplyResponse,
            double supplySaturation,
            double supplyFloor,
            double perforationRate,
            double perforationLimit,
            double thinLimit,
            double consolidation,
            double mineralRate,
            double firstMineral) {
        static Constants from(ParameterSet p, String site) {
            return new Constants(
                    p.value("growth." + site + "_supply", "1"),
                    p.value("trabecular.refill_time", "a"),
                    p.value("trabecular.apposition", "mm/a"),
                    p.value("trabecular.new_thickness", "mm"),
                    p.value("trabecular.thickness_supply", "1"),
                    p.value("trabecular.healthy_number", "mm-1"),
                    p.value("trabecular.supply_response", "1"),
                    p.value("trabecular.supply_saturation", "1"),
                    p.value("trabecular.supply_floor", "1"),
                    p.value("trabecular.perforation_rate", "1"),
                    p.value("trabecular.perforation_limit", "a-1"),
                    p.value("trabecular.thin_limit", "mm"),
                    p.value("trabecular." + site + "_consolidation", "mm-1"),
                    p.value("mineral.rate", "a-1"),
                    p.value("mineral.first", "1"));
        }
    }

    final double[] number;
    final double[] thickness;
    final double[] cavities;
    final double[] mineral;
    /** Resorption per surface, mm/a. */
    final double[] resorption;
    /** Formation per surface, mm/a. */
    final double[] formation;
    /** Means of resorption and formation over the last step, mm/a. */
    final double[] meanResorption;

    final double[] meanFormation;
    /** Mean thickness of the last step, mm. */
    final double[] meanThickness;
    /** Growth supply rate ge, 1/a. */
    final double[] supplyRate;

    final Osteoclasts osteoclasts;
    final Mechanostat mechanostat;

    private final double[] supplyNumber;
    private final double[] dilution;
    private final double[] apposition;
    /** Th / (Th + thin): resorption reaches all of the surface of all but the thinnest plates. */
    private final double[] reached;

    private final double[] output;
    private final double[] spongiosa;
    private final double[] response;
    private final double[] turnover;
    private final double[] mineralSpeed;
    private final Constants c;

    TrabecularSite(
            LaneArrays arrays, String site, Constants constants, Osteoclasts osteoclasts, Mechanostat load, Traits t) {
        this.c = constants;
        this.osteoclasts = osteoclasts;
        this.mechanostat = load;
        number = arrays.addStepped(site + ".N", 1);
        thickness = arrays.addStepped(site + ".Th", 0.09);
        cavities = arrays.addStepped(site + ".q", 0);
        mineral = arrays.addStepped(site + ".mu", 0.8);
        resorption = arrays.addStepped(site + ".J", 0);
        formation = arrays.addStepped(site + ".F", 0);
        meanResorption = new double[arrays.lanes()];
        meanFormation = new double[arrays.lanes()];
        meanThickness = new double[arrays.lanes()];
        supplyRate = arrays.add(site + ".supplyRate", 0);
        supplyNumber = arrays.add(site + ".supplyNumber", 1);
        dilution = arrays.add(site + ".dilution", 0);
        apposition = arrays.add(site + ".apposition", 0);
        reached = arrays.addStepped(site + ".reached", 1);
        output = t.of(Trait.OSTEOBLAST_OUTPUT);
        spongiosa = t.of(Trait.SPONGIOSA);
        response = t.of(Trait.SUPPLY_RESPONSE);
        turnover = t.of(Trait.TURNOVER);
        mineralSpeed = t.of(Trait.MINERAL_SPEED);
    }

    /** State at birth. */
    void begin(int i, double newbornThickness, double resorptionPerActivity) {
        number[i] = c.healthyNumber * spongiosa[i];
        thickness[i] = newbornThickness;
        reached[i] = newbornThickness / (newbornThickness + c.thinLimit);
        cavities[i] = resorptionPerActivity * turnover[i] * c.refillTime;
        resorption[i] = resorptionPerActivity * turnover[i];
        formation[i] = resorption[i];
    }

    /** Renews the rate of supply and the modelling share of lanes {@code from} to {@code until - 1}. */
    void renew(int from, int until, double[] relativeVelocity, double[] modelling) {
        double[] ge = supplyRate;
        double[] lays = apposition;
        double[] strong = output;
        double rate = c.supply;
        double laid = c.apposition;
        for (int i = from; i < until; i++) {
            ge[i] = rate * relativeVelocity[i];
            lays[i] = laid * strong[i] * modelling[i];
        }
    }

    /** N_s = N_healthy n (1 + kappa x / (1 + sigma x+)), x = 1 - C / L, and what it adds to thickness. */
    private void supply(int from, int until) {
        double[] target = supplyNumber;
        double[] activity = osteoclasts.meanActivity;
        double[] usual = turnover;
        double[] own = spongiosa;
        double[] kappa = response;
        double answer = c.supplyResponse;
        double saturation = c.supplySaturation;
        double healthy = c.healthyNumber;
        double floor = c.supplyFloor;
        for (int i = from; i < until; i++) {
            double less = 1 - activity[i] / usual[i];
            double gain = 1 + answer * kappa[i] * less / (1 + saturation * Math.max(less, 0));
            target[i] = healthy * own[i] * Math.max(gain, floor);
        }
        double[] ge = supplyRate;
        double[] dilute = dilution;
        double[] num = number;
        double share = c.thicknessSupply;
        for (int i = from; i < until; i++) {
            dilute[i] = share * ge[i] * target[i] / num[i];
        }
    }

    /**
     * Mean resorption and formation per surface of a step (T1 to T3). Cavities are filled exactly for steady resorption:
     * what is filled is what was dug less what is left.
     *
     * @param perActivity resorption per surface at C = 1, mm/a
     * @param balance refill of each cavity, with its dependence on vigour and hormones
     * @param vigour B
     * @param anabolic modelling on quiet surfaces under anabolic drugs, mm/a
     */
    void remodel(
            int from,
            int until,
            StepLength length,
            double[] perActivity,
            double[] balance,
            double[] vigour,
            double[] anabolic) {
        double[] years = length.years;
        double[] left = length.left(Fading.TRABECULAR_CAVITIES);
        double[] q = cavities;
        double[] activity = osteoclasts.meanActivity;
        double[] reaches = reached;
        double[] out = meanResorption;
        double[] filled = meanFormation;
        double time = c.refillTime;
        for (int i = from; i < until; i++) {
            double j = perActivity[i] * activity[i] * reaches[i];
            double open = q[i] * left[i] + j * time * (1 - left[i]);
            filled[i] = j + (q[i] - open) / years[i];
            q[i] = open;
            out[i] = j;
        }
        formation(from, until, filled, balance, vigour, anabolic);
    }

    /** Formation (T3) from the rate at which cavities are filled, which it replaces. */
    private void formation(int from, int until, double[] filled, double[] balance, double[] vigour, double[] anabolic) {
        double[] refill = mechanostat.refill;
        double[] modelling = mechanostat.formation;
        double[] lays = apposition;
        double[] strong = output;
        for (int i = from; i < until; i++) {
            double coupled = balance[i] * refill[i] * filled[i];
            filled[i] = coupled + lays[i] * vigour[i] * modelling[i] + anabolic[i] * strong[i];
        }
    }

    /** Resorption and formation of the present state, with the arguments of {@link #remodel} at present. */
    void present(int from, int until, double[] perActivity, double[] balance, double[] vigour, double[] anabolic) {
        double[] q = cavities;
        double[] th = thickness;
        double[] activity = osteoclasts.activity;
        double[] reaches = reached;
        double[] out = resorption;
        double[] in = formation;
        double thin = c.thinLimit;
        double rate = 1 / c.refillTime;
        for (int i = from; i < until; i++) {
            double share = th[i] / (th[i] + thin);
            reaches[i] = share;
            out[i] = perActivity[i] * activity[i] * share;
            in[i] = q[i] * rate;
        }
        formation(from, until, in, balance, vigour, anabolic);
    }

    /**
     * Number and thickness over a step (T4, T5): of what loses x of itself in a step 1 / (1 + x + x^2 / 2) is left, so both
     * stay positive at any length.
     *
     * @param drug bisphosphonate on the surface, s
     */
    void shape(int from, int until, StepLength length, double[] drug) {
        supply(from, until);
        // half before and half after, so that order does not matter to the second order
        consolidate(from, until, length, drug);
        number(from, until, length);
        consolidate(from, until, length, drug);
        thickness(from, until, length);
    }

    /**
     * Half a step of: trabeculae above the untreated supply (remnants that a drug preserved) go as bone is resorbed, also
     * after growth, but hardly while drug lies on them.
     */
    private void consolidate(int from, int until, StepLength length, double[] drug) {
        if (c.consolidation == 0) {
            return;
        }
        double[] years = length.years;
        double[] num = number;
        double[] out = meanResorption;
        double[] supplied = spongiosa;
        double usual = c.healthyNumber;
        double k = 0.5 * c.consolidation;
        for (int i = from; i < until; i++) {
            double surplus = Math.max(num[i] - usual * supplied[i], 0);
            double x = k * years[i] * out[i] / (1 + drug[i]);
            double lost = x * (1 + 0.5 * x);
            num[i] -= surplus * lost / (1 + lost);
        }
    }

    /** N' = ge (N_s - N) - perforation N. */
    private void number(int from, int until, StepLength length) {
        double[] years = length.years;
        double[] th = thickness;
        double[] num = number;
        double[] out = meanResorption;
        double[] rate = supplyRate;
        double[] target = supplyNumber;
        double limit = c.perforationLimit;
        double perforates = c.perforationRate;
        for (int i = from; i < until; i++) {
            double ge = years[i] * rate[i];
            double x = ge + perforates * years[i] * Math.max(out[i] / th[i] - limit, 0);
            double half = 1 + 0.5 * x;
            num[i] = Math.max((num[i] + ge * target[i] * half) / (1 + x * half), VANISHED);
        }
    }

    /**
     * Th' = 2 (F - J) + dilution (Th_new - Th), at most what there is room for. Of 2 J the share that falls with Th is taken
     * from the mean of the step, for thin plates or long steps all of it.
     */
    private void thickness(int from, int until, StepLength length) {
        double[] years = length.years;
        double[] th = thickness;
        double[] out = meanResorption;
        double[] in = meanFormation;
        double[] reaches = reached;
        double[] dilute = dilution;
        double[] mean = meanThickness;
        double fresh = c.newThickness;
        for (int i = from; i < until; i++) {
            double t = th[i];
            double eaten = 2 * years[i] * out[i];
            double renewed = years[i] * dilute[i];
            double share = eaten / t;
            double falling = Math.min(1 - reaches[i] + share, 1);
            double x = falling * share + renewed;
            double gain = 2 * years[i] * in[i] + renewed * fresh - (1 - falling) * eaten;
            double half = 1 + 0.5 * x;
            mean[i] = (t + gain * half) / (1 + x * half);
        }
        limit(from, until, mean);
    }

    /** Takes over the thickness after a step, within its limits, and leaves the mean of before and after in its place. */
    private void limit(int from, int until, double[] thick) {
        double[] num = number;
        double[] th = thickness;
        for (int i = from; i < until; i++) {
            double now = Math.max(Math.min(thick[i], PACKED / num[i]), VANISHED);
            thick[i] = 0.5 * (th[i] + now);
            th[i] = now;
        }
    }

    /**
     * Mineral over a step (T6).
     *
     * @param supply availability of mineral, 1 when vitamin D and calcium suffice
     */
    void mineralise(int from, int until, StepLength length, double[] supply) {
        double[] years = length.years;
        double[] mu = mineral;
        double[] th = meanThickness;
        double[] in = meanFormation;
        double[] ge = supplyRate;
        double[] speed = mineralSpeed;
        double first = c.firstMineral;
        double rate = c.mineralRate;
        for (int i = from; i < until; i++) {
            double secondary = years[i] * rate * speed[i] * supply[i];
            double renewal = years[i] * (2 * in[i] / th[i] + ge[i]);
            double x = secondary + renewal;
            double half = 1 + 0.5 * x;
            mu[i] = (mu[i] + (secondary + renewal * first) * half) / (1 + x * half);
        }
    }

    double volumeFraction(int i) {
        return number[i] * thickness[i];
    }
}
