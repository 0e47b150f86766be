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

    private final double[] periostealGrowth;
    private final double[] drift;
    private final double[] output;
    private final double[] porosityTrait;
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
        periostealGrowth = arrays.add(site + ".growth", 0);
        drift = arrays.add(site + ".drift", 0);
        output = t.of(Trait.OSTEOBLAST_OUTPUT);
        porosityTrait = t.of(Trait.POROSITY);
        turnover = t.of(Trait.TURNOVER);
        mineralSpeed = t.of(Trait.MINERAL_SPEED);
    }

    void begin(int i, double sizeFraction, double resorptionPerActivity) {
        radius[i] = c.adultRadius * sizeFraction * Math.sqrt(output[i]);
        cortex[i] = radius[i] * (1 - c.medullaryRatio);
        porosity[i] = Math.min(0.4, c.porosity * porosityTrait[i]);
        cavities[i] = resorptionPerActivity * turnover[i] * c.refillTime;
        resorption[i] = resorptionPerActivity * turnover[i];
        formation[i] = resorption[i];
    }

    /** Renews growth of the radius and the medullary drift of one lane. */
    void refresh(int i, double sizeVelocity, double referenceVelocity, double modelling) {
        periostealGrowth[i] = c.adultRadius * sizeVelocity * output[i];
        expansion[i] = c.adultExpansion * (1 - modelling);
        drift[i] = Math.max(c.medullaryRatio / (1 - c.medullaryRatio) * referenceVelocity, c.driftFloor);
    }

    /** Endocortical remodelling over {@code h} years. */
    void remodel(double h, double[] perActivity, double[] balance, double[] anabolic) {
        double[] q = cavities;
        double[] activity = osteoclasts.activity;
        double[] refill = mechanostat.refill;
        double decay = 1 / (1 + h / c.refillTime);
        double rate = 1 / c.refillTime;
        for (int i = 0; i < q.length; i++) {
            double j = perActivity[i] * activity[i] * cortex[i] / (cortex[i] + c.thinLimit);
            double filled = (q[i] + h * j) * decay;
            q[i] = filled;
            resorption[i] = j;
            formation[i] = balance[i] * refill[i] * filled * rate + anabolic[i] * output[i];
        }
    }

    /** Radius and cortical thickness over {@code h} years (S1, S2). */
    void shape(double h, double[] vigour) {
        double[] rp = radius;
        double[] ct = cortex;
        double[] activity = osteoclasts.activity;
        double[] modelling = mechanostat.formation;
        for (int i = 0; i < rp.length; i++) {
            double p = periostealGrowth[i] * vigour[i] * modelling[i] + expansion[i] * vigour[i];
            rp[i] += h * p;
            double grown = ct[i] + h * (p + formation[i]);
            double thick = grown / (1 + h * (drift[i] * activity[i] + resorption[i] / ct[i]));
            ct[i] = Math.min(thick, 0.95 * rp[i]);
        }
    }

    /** Porosity and mineral over {@code h} years (S3, S4). */
    void material(double h, double[] vigour, double[] mineralSupply) {
        double[] phi = porosity;
        double[] mu = mineral;
        double[] activity = osteoclasts.activity;
        double k = h / c.porosityTime;
        for (int i = 0; i < phi.length; i++) {
            double target = c.porosity * porosityTrait[i] * activity[i] / turnover[i] / Math.min(vigour[i], 1.5);
            phi[i] = (phi[i] + k * Math.min(target, 0.6)) / (1 + k);
            double secondary = c.mineralRate * mineralSpeed[i] * mineralSupply[i];
            double renewal = (formation[i] + periostealGrowth[i] + 0.3 * resorption[i]) / cortex[i];
            mu[i] = (mu[i] + h * (secondary + renewal * c.firstMineral)) / (1 + h * (secondary + renewal));
        }
    }

    /** Section modulus pi (Rp^4 - Re^4) / (4 Rp) in mm3. */
    double sectionModulus(int i) {
        double rp = radius[i];
        double re = rp - cortex[i];
        double outer = rp * rp;
        double inner = re * re;
        return Math.PI / 4 * (outer * outer - inner * inner) / rp;
    }
}
