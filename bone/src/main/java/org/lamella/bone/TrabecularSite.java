package org.lamella.bone;

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
    /** Growth supply rate ge, 1/a. */
    final double[] supplyRate;

    final Osteoclasts osteoclasts;
    final Mechanostat mechanostat;

    private final double[] supplyNumber;
    private final double[] dilution;
    private final double[] apposition;
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
        number = arrays.add(site + ".N", 1);
        thickness = arrays.add(site + ".Th", 0.09);
        cavities = arrays.add(site + ".q", 0);
        mineral = arrays.add(site + ".mu", 0.8);
        resorption = arrays.add(site + ".J", 0);
        formation = arrays.add(site + ".F", 0);
        supplyRate = arrays.add(site + ".supplyRate", 0);
        supplyNumber = arrays.add(site + ".supplyNumber", 1);
        dilution = arrays.add(site + ".dilution", 0);
        apposition = arrays.add(site + ".apposition", 0);
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
        cavities[i] = resorptionPerActivity * turnover[i] * c.refillTime;
        resorption[i] = resorptionPerActivity * turnover[i];
        formation[i] = resorption[i];
    }

    /** Renews supply of number and the modelling share of lanes {@code from} to {@code until - 1}. */
    void renew(int from, int until, double[] relativeVelocity, double[] modelling) {
        supply(from, until);
        double[] ge = supplyRate;
        double[] dilute = dilution;
        double[] lays = apposition;
        double[] target = supplyNumber;
        double[] num = number;
        double[] strong = output;
        double rate = c.supply;
        double share = c.thicknessSupply;
        double laid = c.apposition;
        for (int i = from; i < until; i++) {
            double supplied = rate * relativeVelocity[i];
            ge[i] = supplied;
            dilute[i] = share * supplied * target[i] / num[i];
            lays[i] = laid * strong[i] * modelling[i];
        }
    }

    /** N_s = N_healthy n (1 + kappa x / (1 + sigma x+)), x = 1 - C / L. */
    private void supply(int from, int until) {
        double[] target = supplyNumber;
        double[] activity = osteoclasts.activity;
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
    }

    /**
     * Resorption and formation per surface over {@code h} years (T1 to T3).
     *
     * @param perActivity resorption per surface at C = 1, mm/a
     * @param balance refill of each cavity, with its dependence on vigour and hormones
     * @param vigour B
     * @param anabolic modelling on quiet surfaces under anabolic drugs, mm/a
     */
    void remodel(double h, double[] perActivity, double[] balance, double[] vigour, double[] anabolic) {
        double[] q = cavities;
        double[] activity = osteoclasts.activity;
        double[] refill = mechanostat.refill;
        double[] modelling = mechanostat.formation;
        double[] lays = apposition;
        double[] strong = output;
        double[] th = thickness;
        double thin = c.thinLimit;
        double[] out = resorption;
        double[] in = formation;
        double decay = 1 / (1 + h / c.refillTime);
        double rate = 1 / c.refillTime;
        int lanes = q.length;
        for (int i = 0; i < lanes; i++) {
            double j = perActivity[i] * activity[i] * th[i] / (th[i] + thin);
            double filled = (q[i] + h * j) * decay;
            double coupled = balance[i] * refill[i] * filled * rate;
            double formed = coupled + lays[i] * vigour[i] * modelling[i] + anabolic[i] * strong[i];
            q[i] = filled;
            out[i] = j;
            in[i] = formed;
        }
    }

    /**
     * Number and thickness over {@code h} years (T4, T5); losses are implicit, so both stay positive.
     *
     * @param drug bisphosphonate on the surface, s
     */
    void shape(double h, double[] drug) {
        number(h);
        if (c.consolidation > 0) {
            consolidate(h, drug);
        }
        thickness(h);
    }

    /**
     * Trabeculae above the untreated supply (remnants that a drug preserved) go as bone is resorbed, also after growth, but
     * hardly while drug lies on them.
     */
    private void consolidate(double h, double[] drug) {
        double[] num = number;
        double[] out = resorption;
        double[] supplied = spongiosa;
        double usual = c.healthyNumber;
        double k = h * c.consolidation;
        int lanes = num.length;
        for (int i = 0; i < lanes; i++) {
            double kept = usual * supplied[i];
            double surplus = Math.max(num[i] - kept, 0);
            double bare = 1 + drug[i];
            num[i] -= surplus * k * out[i] / (bare + k * out[i]);
        }
    }

    /** N' = ge (N_s - N) - perforation N, multiplied through by Th. */
    private void number(double h) {
        double[] th = thickness;
        double[] num = number;
        double[] out = resorption;
        double[] rate = supplyRate;
        double[] target = supplyNumber;
        double limit = c.perforationLimit;
        double perforates = h * c.perforationRate;
        int lanes = num.length;
        for (int i = 0; i < lanes; i++) {
            double t = th[i];
            double ge = h * rate[i];
            double perforation = perforates * Math.max(out[i] - limit * t, 0);
            num[i] = Math.max((num[i] + ge * target[i]) * t / (t + ge * t + perforation), VANISHED);
        }
    }

    /** Th' = 2 (F - J) + dilution (Th_new - Th), with J / Th implicit; at most what there is room for. */
    private void thickness(double h) {
        double[] num = number;
        double[] th = thickness;
        double[] out = resorption;
        double[] in = formation;
        double[] dilute = dilution;
        double fresh = c.newThickness;
        int lanes = th.length;
        for (int i = 0; i < lanes; i++) {
            double t = th[i];
            double renewed = h * dilute[i];
            double gain = t + 2 * h * in[i] + renewed * fresh;
            double thick = gain * t / (t + 2 * h * out[i] + renewed * t);
            th[i] = Math.max(Math.min(thick, PACKED / num[i]), VANISHED);
        }
    }

    /**
     * Mineral over {@code h} years (T6).
     *
     * @param supply availability of mineral, 1 when vitamin D and calcium suffice
     */
    void mineralise(double h, double[] supply) {
        double[] mu = mineral;
        double[] th = thickness;
        double[] in = formation;
        double[] ge = supplyRate;
        double[] speed = mineralSpeed;
        double first = c.firstMineral;
        double rate = c.mineralRate;
        int lanes = mu.length;
        for (int i = 0; i < lanes; i++) {
            // numerator and denominator times thickness
            double t = th[i];
            double secondary = rate * speed[i] * supply[i] * t;
            double renewal = 2 * in[i] + ge[i] * t;
            mu[i] = (mu[i] * t + h * (secondary + renewal * first)) / (t + h * (secondary + renewal));
        }
    }

    double volumeFraction(int i) {
        return number[i] * thickness[i];
    }
}
