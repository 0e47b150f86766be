package org.lamella.twin.prior;

import java.util.function.ToDoubleFunction;
import org.lamella.bone.Trait;
import org.lamella.bone.TraitValues;

/**
 * Distribution of the traits of one OI type. On its own scale (log or natural) a trait is
 *
 * <pre>{@code trait = centre + sd (loading * severity + sqrt(1 - loading^2) * own)}</pre>
 *
 * with a latent severity shared by all traits and one own coordinate per trait, all standard normal. What is known about
 * a trait without simulation conditions severity and own coordinates together: a short child is likely a severe one.
 */
public final class TraitPrior {
    /**
     * Severity first, then one coordinate per trait in which people of one type differ, in the order of {@link Trait}.
     * Traits that the type fixes have none.
     */
    public static final int DIMENSION = 1 + Trait.individual();

    private final double[] centre;
    private final double[] sd;
    private final double[] loading;
    private final LatentNormal latent;

    private TraitPrior(double[] centre, double[] sd, double[] loading, LatentNormal latent) {
        this.centre = centre;
        this.sd = sd;
        this.loading = loading;
        this.latent = latent;
    }

    /**
     * @param medians centre of each trait
     * @param spread standard deviation of each trait on its own scale, 0 or more
     * @param severity loading of each trait on the latent severity, -1 to 1
     */
    public static TraitPrior of(TraitValues medians, ToDoubleFunction<Trait> spread, ToDoubleFunction<Trait> severity) {
        Trait[] traits = Trait.values();
        double[] centre = new double[traits.length];
        double[] sd = new double[traits.length];
        double[] loading = new double[traits.length];
        for (Trait trait : traits) {
            centre[trait.ordinal()] = toScale(trait, medians.get(trait));
            sd[trait.ordinal()] = spread.applyAsDouble(trait);
            loading[trait.ordinal()] = severity.applyAsDouble(trait);
        }
        return new TraitPrior(centre, sd, loading, LatentNormal.standard(DIMENSION));
    }

    /** The same prior with every centre moved a fraction of the way to other values, on the scale of each trait. */
    public TraitPrior towards(TraitValues target, double fraction) {
        double[] moved = centre.clone();
        for (Trait trait : Trait.values()) {
            int t = trait.ordinal();
            moved[t] += fraction * (toScale(trait, target.get(trait)) - moved[t]);
        }
        return new TraitPrior(moved, sd, loading, latent);
    }

    /**
     * Conditions on {@code observed = factor * trait + error}, on the scale of the trait.
     *
     * @param errorSd standard deviation of the error, above 0
     */
    public TraitPrior given(Trait trait, double observed, double factor, double errorSd) {
        int t = trait.ordinal();
        double[] loadings = new double[DIMENSION];
        loadings[0] = factor * sd[t] * loading[t];
        loadings[1 + t] = factor * sd[t] * own(t);
        return new TraitPrior(centre, sd, loading, latent.given(loadings, observed - factor * centre[t], errorSd));
    }

    /** Mean of a trait on its scale. */
    public double mean(Trait trait) {
        int t = trait.ordinal();
        return t < Trait.individual()
                ? centre[t] + sd[t] * (loading[t] * latent.mean(0) + own(t) * latent.mean(1 + t))
                : centre[t];
    }

    /**
     * Traits at a position of {@link #DIMENSION} standard normal numbers; values outside the range for which the model
     * was checked are moved to its edge.
     */
    public TraitValues at(double[] position) {
        double[] z = latent.at(position);
        return TraitValues.of(trait -> {
            int t = trait.ordinal();
            double away = t < Trait.individual() ? sd[t] * (loading[t] * z[0] + own(t) * z[1 + t]) : 0;
            return trait.clamp(fromScale(trait, centre[t] + away));
        });
    }

    private double own(int t) {
        return Math.sqrt(1 - loading[t] * loading[t]);
    }

    static double toScale(Trait trait, double value) {
        return trait.scale() == Trait.Scale.LOG ? StrictMath.log(value) : value;
    }

    static double fromScale(Trait trait, double scaled) {
        return trait.scale() == Trait.Scale.LOG ? StrictMath.exp(scaled) : scaled;
    }
}
