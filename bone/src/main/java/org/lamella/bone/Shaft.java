package org.lamella.bone;

import org.lamella.bone.StepLength.Fading;
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
    /** Means of both over the last step, mm/a. */
    final double[] meanResorption;

    final double[] meanFormation;
    /** Mean cortical thickness of the last step, mm. */
    final double[] meanCortex;
    /** Periosteal apposition, mm/a. */
    final double[] expansion;

    final Osteoclasts osteoclasts;
    final Mechanostat mechanostat;

    private final double[] apposition;
    private final double[] periostealGrowth;
    private final double[] drift;
    /** Ct / (Ct + thin). */
    private final double[] reached;

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
        radius = arrays.addStepped(site + ".Rp", 5);
        cortex = arrays.addStepped(site + ".Ct", 2);
        porosity = arrays.addStepped(site + ".phi", c.porosity);
        mineral = arrays.addStepped(site + ".mu", 0.85);
        cavities = arrays.addStepped(site + ".q", 0);
        resorption = arrays.addStepped(site + ".J", 0);
        formation = arrays.addStepped(site + ".F", 0);
        meanResorption = new double[arrays.lanes()];
        meanFormation = new double[arrays.lanes()];
        meanCortex = new double[arrays.lanes()];
        expansion = arrays.add(site + ".P", 0);
        apposition = new double[arrays.lanes()];
        periostealGrowth = arrays.add(site + ".growth", 0);
        drift = arrays.add(site + ".drift", 0);
        reached = arrays.addStepped(site + ".reached", 1);
        output = t.of(Trait.OSTEOBLAST_OUTPUT);
        porosityTrait = t.of(Trait.POROSITY);
        porosityPerActivity = arrays.add(site + ".porosityPerActivity", 0);
        turnover = t.of(Trait.TURNOVER);
        mineralSpeed = t.of(Trait.MINERAL_SPEED);
    }

    void begin(int i, double sizeFraction, double resorptionPerActivity) {
        radius[i] = c.adultRadius * sizeFraction * Elementary.pow(output[i], c.outputPower);
        cortex[i] = radius[i] * (1 - c.medullaryRatio);
        reached[i] = cortex[i] / (cortex[i] + c.thinLimit);
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

    /** Mean endocortical resorption and formation of a step; see {@link TrabecularSite#remodel}. */
    void remodel(int from, int until, StepLength length, double[] perActivity, double[] balance, double[] anabolic) {
        double[] years = length.years;
        double[] left = length.left(Fading.CORTICAL_CAVITIES);
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
        formation(from, until, filled, balance, anabolic);
    }

    /** Formation from the rate at which cavities are filled, which it replaces. */
    private void formation(int from, int until, double[] filled, double[] balance, double[] anabolic) {
        double[] refill = mechanostat.refill;
        double[] strong = output;
        for (int i = from; i < until; i++) {
            filled[i] = balance[i] * refill[i] * filled[i] + anabolic[i] * strong[i];
        }
    }

    /** Resorption and formation of the present state, with the arguments of {@link #remodel} at present. */
    void present(int from, int until, double[] perActivity, double[] balance, double[] anabolic) {
        double[] q = cavities;
        double[] ct = cortex;
        double[] activity = osteoclasts.activity;
        double[] reaches = reached;
        double[] out = resorption;
        double[] in = formation;
        double thin = c.thinLimit;
        double rate = 1 / c.refillTime;
        for (int i = from; i < until; i++) {
            double share = ct[i] / (ct[i] + thin);
            reaches[i] = share;
            out[i] = perActivity[i] * activity[i] * share;
            in[i] = q[i] * rate;
        }
        formation(from, until, in, balance, anabolic);
    }

    /** Radius and cortical thickness over a step (S1, S2). */
    void shape(int from, int until, StepLength length, double[] vigour) {
        periosteum(from, until, length, vigour);
        cortex(from, until, length);
    }

    private void periosteum(int from, int until, StepLength length, double[] vigour) {
        double[] years = length.years;
        double[] rp = radius;
        double[] modelling = mechanostat.formation;
        double[] grows = periostealGrowth;
        double[] spreads = expansion;
        double[] apposed = apposition;
        for (int i = from; i < until; i++) {
            double p = vigour[i] * (grows[i] * modelling[i] + spreads[i]);
            apposed[i] = p;
            rp[i] += years[i] * p;
        }
    }

    private void cortex(int from, int until, StepLength length) {
        double[] years = length.years;
        double[] ct = cortex;
        double[] rp = radius;
        double[] apposed = apposition;
        double[] activity = osteoclasts.meanActivity;
        double[] out = meanResorption;
        double[] in = meanFormation;
        double[] drifts = drift;
        double[] mean = meanCortex;
        for (int i = from; i < until; i++) {
            double t = ct[i];
            double gain = years[i] * (apposed[i] + in[i]);
            double x = years[i] * (drifts[i] * activity[i] + out[i] / t);
            double half = 1 + 0.5 * x;
            mean[i] = (t + gain * half) / (1 + x * half);
        }
        for (int i = from; i < until; i++) {
            double now = Math.min(mean[i], 0.95 * rp[i]);
            mean[i] = 0.5 * (ct[i] + now);
            ct[i] = now;
        }
    }

    /**
     * Porosity and mineral over a step (S3, S4).
     *
     * @param poresLeft what osteoblasts leave of porosity, 1 at rest
     */
    void material(int from, int until, StepLength length, double[] poresLeft, double[] mineralSupply) {
        pores(from, until, length, poresLeft);
        mineralise(from, until, length, mineralSupply);
    }

    private void pores(int from, int until, StepLength length, double[] poresLeft) {
        double[] left = length.left(Fading.POROSITY);
        double[] phi = porosity;
        double[] activity = osteoclasts.meanActivity;
        double[] perActivity = porosityPerActivity;
        for (int i = from; i < until; i++) {
            double target = Math.min(perActivity[i] * activity[i] * poresLeft[i], 0.6);
            phi[i] = target + (phi[i] - target) * left[i];
        }
    }

    private void mineralise(int from, int until, StepLength length, double[] mineralSupply) {
        double[] years = length.years;
        double[] mu = mineral;
        double[] ct = meanCortex;
        double[] grows = periostealGrowth;
        double[] out = meanResorption;
        double[] in = meanFormation;
        double[] speed = mineralSpeed;
        double first = c.firstMineral;
        double rate = c.mineralRate;
        for (int i = from; i < until; i++) {
            double secondary = years[i] * rate * speed[i] * mineralSupply[i];
            double renewal = years[i] * (in[i] + grows[i] + 0.3 * out[i]) / ct[i];
            double x = secondary + renewal;
            double half = 1 + 0.5 * x;
            mu[i] = (mu[i] + (secondary + renewal * first) * half) / (1 + x * half);
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
