package org.lamella.bone;

import org.lamella.evidence.Parameter;
import org.lamella.evidence.ParameterSet;
import org.lamella.evidence.Spread;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;

/**
 * Medians and spread of traits by OI type and sex, from {@code parameters/type_priors.yaml}. A trait that a type does not
 * name has the healthy median and the common spread. A latent severity shared by several traits makes them move together
 * (its loadings are data as well).
 */
public final class TypePriors {
    private static final int SEVERITY_INDEX = 1000;

    private final ParameterSet types;
    /** By type and group of genotypes; they sum to 1 within a type. */
    private final double[][] shares = new double[OiType.values().length][];
    /** By type, group of genotypes and trait. */
    private final double[] shifts;
    /** By type, sex and trait. */
    private final double[] medians;
    /** By type and trait. */
    private final double[] spreads;
    /** By trait. */
    private final double[] loadings;

    private TypePriors(ParameterSet types) {
        this.types = types;
        for (OiType type : OiType.values()) {
            shares[type.ordinal()] = shares(type);
        }
        this.loadings = java.util.Arrays.stream(Trait.values())
                .mapToDouble(trait -> types.find("severity." + trait.id())
                        .map(Parameter::value)
                        .orElse(0.0))
                .toArray();
        this.spreads = spreads();
        this.medians = medians();
        this.shifts = shifts();
    }

    private double[] spreads() {
        double[] all = new double[OiType.values().length * Trait.count()];
        for (OiType type : OiType.values()) {
            for (Trait trait : Trait.values()) {
                Parameter own = types.find(key(type) + "." + trait.id()).orElse(null);
                all[type.ordinal() * Trait.count() + trait.ordinal()] = own != null && own.spread() != null
                        ? own.spread().sd()
                        : types.find("common." + trait.id() + ".spread")
                                .map(Parameter::value)
                                .orElse(0.0);
            }
        }
        return all;
    }

    private double[] medians() {
        double[] all = new double[OiType.values().length * Sex.values().length * Trait.count()];
        for (OiType type : OiType.values()) {
            for (Sex sex : Sex.values()) {
                for (Trait trait : Trait.values()) {
                    all[(type.ordinal() * Sex.values().length + sex.ordinal()) * Trait.count() + trait.ordinal()] =
                            parameter(type, trait, sex).value();
                }
            }
        }
        return all;
    }

    public static TypePriors of(BoneParameters parameters) {
        return new TypePriors(parameters.types());
    }

    /** Traits of a healthy peer: the reference itself, without spread. */
    public TraitValues healthy(Sex sex) {
        return TraitValues.of(trait -> healthy(trait, sex).value());
    }

    /** Median traits of a type. */
    public TraitValues median(OiType type, Sex sex) {
        return TraitValues.of(trait -> median(type, sex, trait));
    }

    /** Median of one trait of a type. */
    public double median(OiType type, Sex sex, Trait trait) {
        return medians[(type.ordinal() * Sex.values().length + sex.ordinal()) * Trait.count() + trait.ordinal()];
    }

    /** Median traits of a type and a group of genotypes: the median of the type, moved a little. */
    public TraitValues median(OiType type, Sex sex, GenotypeClass genotype) {
        return TraitValues.of(trait -> shifted(type, sex, trait, genotype, 0));
    }

    /**
     * Shift of one trait's median by genotype, on the scale of the trait: its own entry, and what the shift of the latent
     * severity does through the trait's loading, less the mean of both over the genotypes of the type. So the medians of a
     * type stay those of its people, and an unknown genotype moves nothing.
     */
    public double genotypeShift(OiType type, Trait trait, GenotypeClass genotype) {
        return genotype == GenotypeClass.UNKNOWN
                ? 0
                : shifts[
                        (type.ordinal() * GenotypeClass.values().length + genotype.ordinal()) * Trait.count()
                                + trait.ordinal()];
    }

    private double[] shifts() {
        GenotypeClass[] groups = GenotypeClass.values();
        double[] all = new double[OiType.values().length * groups.length * Trait.count()];
        int at = 0;
        for (OiType type : OiType.values()) {
            double known = 1 - genotypeShare(type, GenotypeClass.UNKNOWN);
            double[] mean = new double[Trait.count()];
            for (GenotypeClass group : groups) {
                for (Trait trait : Trait.values()) {
                    double share = known > 0 && group != GenotypeClass.UNKNOWN ? genotypeShare(type, group) / known : 0;
                    mean[trait.ordinal()] += share == 0 ? 0 : share * effect(type, trait, group);
                }
            }
            for (GenotypeClass group : groups) {
                for (Trait trait : Trait.values()) {
                    all[at++] = effect(type, trait, group) - mean[trait.ordinal()];
                }
            }
        }
        return all;
    }

    private double effect(OiType type, Trait trait, GenotypeClass genotype) {
        double severity = types.find("genotype." + genotype.id() + ".severity")
                .map(Parameter::value)
                .orElse(0.0);
        double own = types.find("genotype." + genotype.id() + "." + trait.id())
                .map(Parameter::value)
                .orElse(0.0);
        return own + severity * severityLoading(trait) * spread(type, trait);
    }

    /** Share of a group of genotypes among people of a type, 0 to 1; they sum to 1 over the groups. */
    public double genotypeShare(OiType type, GenotypeClass genotype) {
        return shares[type.ordinal()][genotype.ordinal()];
    }

    private double[] shares(OiType type) {
        GenotypeClass[] groups = GenotypeClass.values();
        double[] of = new double[groups.length];
        double sum = 0;
        for (GenotypeClass group : groups) {
            String id = "genotype_share." + key(type) + "." + group.id();
            of[group.ordinal()] = types.find(id).map(Parameter::value).orElse(0.0);
            sum += of[group.ordinal()];
        }
        if (sum == 0) {
            of[GenotypeClass.UNKNOWN.ordinal()] = 1;
            return of;
        }
        for (int g = 0; g < of.length; g++) {
            of[g] /= sum;
        }
        return of;
    }

    /** The group of genotypes of one sibling of this type, by a uniform number from 0 to 1. */
    public GenotypeClass genotype(OiType type, double uniform) {
        double sum = 0;
        for (GenotypeClass genotype : GenotypeClass.values()) {
            sum += genotypeShare(type, genotype);
            if (uniform < sum) {
                return genotype;
            }
        }
        return GenotypeClass.UNKNOWN;
    }

    /** Spread of one trait: standard deviation of its logarithm, or of itself for traits on the natural scale. */
    public double spread(OiType type, Trait trait) {
        return spreads[type.ordinal() * Trait.count() + trait.ordinal()];
    }

    /** Correlation of a trait (on its scale) with the latent severity, -1 to 1. */
    public double severityLoading(Trait trait) {
        return loadings[trait.ordinal()];
    }

    /** Traits of one sibling of this type, as a pure function of the key. */
    public TraitValues draw(OiType type, Sex sex, KeyedRandom random, long key, int replicate) {
        return draw(type, sex, GenotypeClass.UNKNOWN, random, key, replicate);
    }

    /** Traits of one sibling of this type and group of genotypes, as a pure function of the key. */
    public TraitValues draw(OiType type, Sex sex, GenotypeClass genotype, KeyedRandom random, long key, int replicate) {
        double severity = random.normal(key, replicate, Process.TRAITS, SEVERITY_INDEX);
        return TraitValues.of(trait -> {
            double own = random.normal(key, replicate, Process.TRAITS, trait.ordinal());
            double loading = severityLoading(trait);
            return shifted(type, sex, trait, genotype, loading * severity + Math.sqrt(1 - loading * loading) * own);
        });
    }

    /** The value of a trait that lies {@code z} standard deviations from its median, within the checked range. */
    public double at(OiType type, Sex sex, Trait trait, double z) {
        return shifted(type, sex, trait, GenotypeClass.UNKNOWN, z);
    }

    private double shifted(OiType type, Sex sex, Trait trait, GenotypeClass genotype, double z) {
        double median = median(type, sex, trait);
        double shift = spread(type, trait) * z + genotypeShift(type, trait, genotype);
        return trait.clamp(trait.scale() == Trait.Scale.LOG ? median * StrictMath.exp(shift) : median + shift);
    }

    private Parameter parameter(OiType type, Trait trait, Sex sex) {
        Parameter own = types.find(key(type) + "." + trait.id()).orElse(null);
        Parameter found = own == null ? healthy(trait, sex) : own;
        Spread spread = found.spread();
        Spread.Scale expected = trait.scale() == Trait.Scale.LOG ? Spread.Scale.LOG : Spread.Scale.NATURAL;
        if (spread != null && spread.scale() != expected) {
            throw new IllegalArgumentException(
                    "type priors: " + found.id() + " has a spread on the wrong scale, accepted is " + expected);
        }
        return found;
    }

    private Parameter healthy(Trait trait, Sex sex) {
        return types.find("healthy." + trait.id() + "." + (sex == Sex.FEMALE ? "female" : "male"))
                .orElseGet(() -> types.get("healthy." + trait.id()));
    }

    private static String key(OiType type) {
        return type == OiType.OTHER ? "type_other" : "type_" + type.name();
    }
}
