package org.lamella.bone;

import org.lamella.evidence.ParameterSet;

/**
 * A long-bone shaft as a tube (S1 to S4): periosteal radius Rp and cortical thickness Ct in mm, porosity phi, mineral mu,
 * endocortical cavities q. Thickness, not the inner radius, is the state, so that it stays positive; a cortex much thinner
 * than the thin limit is resorbed in proportion to itself.
 */
final class Shaft {
    /** Numbers of this equation group. */
    record Constants(
            double adultRadius,
            double outputPower,
            double medullaryRatio,
            double driftFloor,
            double refillTime,
            double adultExpansion,
            double thinLimit,
            double porosity,
            double porosityTime,
            double mineralRate,
            double firstMineral) {
        static Constants from(ParameterSet p, String site) {
            return new Constants(
                    p.value("shaft." + site + "_adult_radius", "mm"),
                    p.value("shaft.output_power", "1"),
                    p.value("shaft.medullary_ratio", "1"),
                    p.value("shaft.drift_floor", "a-1"),
                    p.value("shaft.refill_time", "a"),
                    p.value("shaft.adult_expansion", "mm/a"),
                    p.value("shaft.thin_limit", "mm"),
                    p.value("shaft.porosity", "1"),
                    p.value("shaft.porosity_time", "a"),
                    p.value("mineral.rate", "a-1"),
                    p.value("mineral.first", "1"));
        }
    }

    final double[] radius;
    final double[] cortex;
    final double[] porosity;
    final double[] mineral;
    final double[] cavities;
    /** Endocortical resorption, mm/a. */
    final double[] resorption;
    /** Endocortical formation, mm/a. */
    final double[] formation;
    /** Periosteal apposition, mm/a. */
    final double[] expansion;

    final Osteoclasts osteoclasts;
    final Mechanostat mechanostat;

    private final double[] apposition;
    private final double[] periostealGrowth;
    private final double[] drift;
    private final double[] output;
    private final double[] porosityTrait;
    private final double[] porosityPerActivity;
    private final double[] turnover;
    private final double[] mineralSpeed;
    private final Constants c;

    Shaft(LaneArrays arrays, String site, Constants constants, Osteoclasts osteoclasts, Mechanostat load, Traits t) {
        this.c = constants;
        this.osteoclasts = osteoclasts;
        this.mechanostat = load;
        radius = arrays.add(site + ".Rp", 5);
        cortex = arrays.add(site + ".Ct", 2);
        porosity = arrays.add(site + ".phi", c.porosity);
        mineral = arrays.add(site + ".mu", 0.85);
        cavities = arrays.add(site + ".q", 0);
        resorption = arrays.add(site + ".J", 0);
        formation = arrays.add(site + ".F", 0);
        expansion = arrays.add(site + ".P", 0);
        apposition = new double[arrays.lanes()];
        periostealGrowth = arrays.add(site + ".growth", 0);
        drift = arrays.add(site + ".drift", 0);
        output = t.of(Trait.OSTEOBLAST_OUTPUT);
        porosityTrait = t.of(Trait.POROSITY);
        porosityPerActivity = arrays.add(site + ".porosityPerActivity", 0);
        turnover = t.of(Trait.TURNOVER);
        mineralSpeed = t.of(Trait.MINERAL_SPEED);
    }

    void begin(int i, double sizeFraction, double resorptionPerActivity) {
        radius[i] = c.adultRadius * sizeFraction * Elementary.pow(output[i], c.outputPower);
        cortex[i] = radius[i] * (1 - c.medullaryRatio);
        porosity[i] = Math.min(0.4, c.porosity * porosityTrait[i]);
        cavities[i] = resorptionPerActivity * turnover[i] * c.refillTime;
        resorption[i] = resorptionPerActivity * turnover[i];
        formation[i] = resorption[i];
    }

    /**
     * Renews growth of the radius and the medullary drift of lanes {@code from} to {@code until - 1}.
     *
     * @param sizeVelocity growth of the body relative to the adult, 1/a
     * @param referenceVelocity relative velocity of the healthy median, 1/a
     * @param modelling 1 in childhood, fading after
     * @param outward osteoblast output as the periosteum shows it, see {@code shaft.output_power}
     */
    void renew(
            int from,
            int until,
            double[] sizeVelocity,
            double[] referenceVelocity,
            double[] modelling,
            double[] outward) {
        double[] grows = periostealGrowth;
        double[] spreads = expansion;
        double[] drifts = drift;
        double[] perActivity = porosityPerActivity;
        double[] pores = porosityTrait;
        double[] usual = turnover;
        double adult = c.adultRadius;
        double spread = c.adultExpansion;
        double medullary = c.medullaryRatio / (1 - c.medullaryRatio);
        double floor = c.driftFloor;
        double porous = c.porosity;
        for (int i = from; i < until; i++) {
            grows[i] = adult * sizeVelocity[i] * outward[i];
            spreads[i] = spread * (1 - modelling[i]);
            drifts[i] = Math.max(medullary * referenceVelocity[i], floor);
        }
        for (int i = from; i < until; i++) {
            perActivity[i] = porous * pores[i] / usual[i];
        }
    }

    /** Endocortical remodelling over {@code h} years. */
    void remodel(double h, double[] perActivity, double[] balance, double[] anabolic) {
        double[] q = cavities;
        double[] activity = osteoclasts.activity;
        double[] refill = mechanostat.refill;
        double[] ct = cortex;
        double[] strong = output;
        double[] out = resorption;
        double[] in = formation;
        double thin = c.thinLimit;
        double decay = 1 / (1 + h / c.refillTime);
        double rate = 1 / c.refillTime;
        int lanes = q.length;
        for (int i = 0; i < lanes; i++) {
            double j = perActivity[i] * activity[i] * ct[i] / (ct[i] + thin);
            double filled = (q[i] + h * j) * decay;
            double formed = balance[i] * refill[i] * filled * rate + anabolic[i] * strong[i];
            q[i] = filled;
            out[i] = j;
            in[i] = formed;
        }
    }

    /** Radius and cortical thickness over {@code h} years (S1, S2). */
    void shape(double h, double[] vigour) {
        periosteum(h, vigour);
        cortex(h);
    }

    private void periosteum(double h, double[] vigour) {
        double[] rp = radius;
        double[] modelling = mechanostat.formation;
        double[] grows = periostealGrowth;
        double[] spreads = expansion;
        double[] apposed = apposition;
        int lanes = rp.length;
        for (int i = 0; i < lanes; i++) {
            double p = vigour[i] * (grows[i] * modelling[i] + spreads[i]);
            apposed[i] = p;
            rp[i] += h * p;
        }
    }

    private void cortex(double h) {
        double[] ct = cortex;
        double[] rp = radius;
        double[] apposed = apposition;
        double[] activity = osteoclasts.activity;
        double[] out = resorption;
        double[] in = formation;
        double[] drifts = drift;
        int lanes = ct.length;
        for (int i = 0; i < lanes; i++) {
            double t = ct[i];
            double gain = t + h * (apposed[i] + in[i]);
            double thick = gain * t / (t + h * (drifts[i] * activity[i] * t + out[i]));
            ct[i] = Math.min(thick, 0.95 * rp[i]);
        }
    }

    /**
     * Porosity and mineral over {@code h} years (S3, S4).
     *
     * @param poresLeft what osteoblasts leave of porosity, 1 at rest
     */
    void material(double h, double[] poresLeft, double[] mineralSupply) {
        pores(h, poresLeft);
        mineralise(h, mineralSupply);
    }

    private void pores(double h, double[] poresLeft) {
        double[] phi = porosity;
        double[] activity = osteoclasts.activity;
        double[] perActivity = porosityPerActivity;
        double k = h / c.porosityTime;
        double keep = 1 / (1 + k);
        int lanes = phi.length;
        for (int i = 0; i < lanes; i++) {
            double target = perActivity[i] * activity[i] * poresLeft[i];
            phi[i] = (phi[i] + k * Math.min(target, 0.6)) * keep;
        }
    }

    /** Numerator and denominator are multiplied by the thickness. */
    private void mineralise(double h, double[] mineralSupply) {
        double[] mu = mineral;
        double[] ct = cortex;
        double[] grows = periostealGrowth;
        double[] out = resorption;
        double[] in = formation;
        double[] speed = mineralSpeed;
        double first = c.firstMineral;
        double rate = c.mineralRate;
        int lanes = mu.length;
        for (int i = 0; i < lanes; i++) {
            double t = ct[i];
            double secondary = rate * speed[i] * mineralSupply[i] * t;
            double renewal = in[i] + grows[i] + 0.3 * out[i];
            mu[i] = (mu[i] * t + h * (secondary + renewal * first)) / (t + h * (secondary + renewal));
        }
    }

    /** Section modulus pi (Rp^4 - Re^4) / (4 Rp) in mm3. */
    double sectionModulus(int i) {
        return sectionModulus(radius[i], cortex[i]);
    }

    static double sectionModulus(double rp, double ct) {
        double re = rp - ct;
        double outer = rp * rp;
        double inner = re * re;
        return Math.PI / 4 * (outer * outer - inner * inner) / rp;
    }
}
