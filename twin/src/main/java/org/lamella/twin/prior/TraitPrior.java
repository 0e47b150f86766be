package org.lamella.twin.prior;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.lamella.bone.Trait;
import org.lamella.bone.TraitValues;

/**
 * Independent normal distributions of traits, each on the scale of its trait (log or natural). A position counts prior
 * standard deviations from the centre, one coordinate per free trait.
 */
public final class TraitPrior {
    private final Map<Trait, Normal> normals;

    private TraitPrior(Map<Trait, Normal> normals) {
        this.normals = normals;
    }

    /**
     * A normal distribution on the scale of a trait.
     *
     * @param mean centre, a logarithm for traits on the log scale
     * @param sd standard deviation, 0 or more
     */
    public record Normal(double mean, double sd) {
        /** Updates by one observation {@code y = loading * x + error} with a normal error. */
        public Normal given(double observed, double loading, double errorSd) {
            if (sd == 0) {
                return this;
            }
            double precision = 1 / (sd * sd) + loading * loading / (errorSd * errorSd);
            double centre = (mean / (sd * sd) + loading * observed / (errorSd * errorSd)) / precision;
            return new Normal(centre, Math.sqrt(1 / precision));
        }
    }

    /**
     * @param medians centre of each trait
     * @param spread standard deviation of each trait on its own scale
     */
    public static TraitPrior of(TraitValues medians, ToDoubleFunction<Trait> spread) {
        Map<Trait, Normal> normals = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            normals.put(trait, new Normal(toScale(trait, medians.get(trait)), spread.applyAsDouble(trait)));
        }
        return new TraitPrior(normals);
    }

    /** The same prior with one trait replaced. */
    public TraitPrior with(Trait trait, Normal normal) {
        Map<Trait, Normal> changed = new EnumMap<>(normals);
        changed.put(trait, normal);
        return new TraitPrior(changed);
    }

    /** The same prior with every centre moved a fraction of the way to other values, on the scale of each trait. */
    public TraitPrior towards(TraitValues target, double fraction) {
        Map<Trait, Normal> changed = new EnumMap<>(Trait.class);
        normals.forEach((trait, normal) -> {
            double mean = normal.mean() + fraction * (toScale(trait, target.get(trait)) - normal.mean());
            changed.put(trait, new Normal(mean, normal.sd()));
        });
        return new TraitPrior(changed);
    }

    /** Distribution of one trait. */
    public Normal of(Trait trait) {
        Normal normal = normals.get(trait);
        if (normal == null) {
            throw new IllegalStateException("no prior for trait " + trait.id());
        }
        return normal;
    }

    /**
     * Traits at a position; values outside the range for which the model was checked are moved to its edge.
     *
     * @param free traits that belong to the coordinates
     */
    public TraitValues at(List<Trait> free, double[] position) {
        return TraitValues.of(trait -> {
            Normal normal = of(trait);
            int coordinate = free.indexOf(trait);
            double scaled = coordinate < 0 ? normal.mean() : normal.mean() + normal.sd() * position[coordinate];
            return trait.clamp(fromScale(trait, scaled));
        });
    }

    static double toScale(Trait trait, double value) {
        return trait.scale() == Trait.Scale.LOG ? StrictMath.log(value) : value;
    }

    static double fromScale(Trait trait, double scaled) {
        return trait.scale() == Trait.Scale.LOG ? StrictMath.exp(scaled) : scaled;
    }
}
