package org.lamella.bone;

import java.util.Arrays;
import java.util.List;
import org.lamella.patient.Sex;

/** Virtual people in columns: sex, traits, identity. Immutable. */
public final class Siblings {
    private final Sex[] sex;
    private final double[][] traits;
    private final long[] keys;
    private final MeasuredGrowth[] growth;

    private Siblings(Sex[] sex, double[][] traits, long[] keys, MeasuredGrowth[] growth) {
        this.sex = sex;
        this.traits = traits;
        this.keys = keys;
        this.growth = growth;
    }

    /** Starts a set in which everybody has the given sex and traits; single entries can then be changed. */
    public static Builder builder(int count, Sex sex, TraitValues common) {
        return new Builder(count, sex, common);
    }

    /** One person. */
    public static Siblings one(Sex sex, TraitValues traits, long key) {
        return builder(1, sex, traits).key(0, key).build();
    }

    public int count() {
        return sex.length;
    }

    public Sex sex(int sibling) {
        return sex[sibling];
    }

    public double trait(Trait trait, int sibling) {
        return traits[trait.ordinal()][sibling];
    }

    /** Identity for random numbers: two siblings with the same key meet the same chance events. */
    public long key(int sibling) {
        return keys[sibling];
    }

    public MeasuredGrowth growth(int sibling) {
        return growth[sibling];
    }

    /** Siblings {@code from} (included) to {@code until} (excluded). */
    public Siblings slice(int from, int until) {
        double[][] part = new double[traits.length][];
        for (int t = 0; t < traits.length; t++) {
            part[t] = Arrays.copyOfRange(traits[t], from, until);
        }
        return new Siblings(
                Arrays.copyOfRange(sex, from, until),
                part,
                Arrays.copyOfRange(keys, from, until),
                Arrays.copyOfRange(growth, from, until));
    }

    /** Siblings by index, in the given order; an index may repeat. */
    public Siblings select(int[] indices) {
        Siblings chosen = new Siblings(
                new Sex[indices.length],
                new double[traits.length][indices.length],
                new long[indices.length],
                new MeasuredGrowth[indices.length]);
        for (int i = 0; i < indices.length; i++) {
            chosen.sex[i] = sex[indices[i]];
            chosen.keys[i] = keys[indices[i]];
            chosen.growth[i] = growth[indices[i]];
            for (int t = 0; t < traits.length; t++) {
                chosen.traits[t][i] = traits[t][indices[i]];
            }
        }
        return chosen;
    }

    /** All siblings of several sets, one set after the other. */
    static Siblings joined(List<Siblings> sets) {
        int count = sets.stream().mapToInt(Siblings::count).sum();
        Siblings all = new Siblings(
                new Sex[count], new double[Trait.count()][count], new long[count], new MeasuredGrowth[count]);
        int first = 0;
        for (Siblings set : sets) {
            int n = set.count();
            System.arraycopy(set.sex, 0, all.sex, first, n);
            System.arraycopy(set.keys, 0, all.keys, first, n);
            System.arraycopy(set.growth, 0, all.growth, first, n);
            for (int t = 0; t < all.traits.length; t++) {
                System.arraycopy(set.traits[t], 0, all.traits[t], first, n);
            }
            first += n;
        }
        return all;
    }

    /** Collects the columns; not thread-safe. */
    public static final class Builder {
        private final Siblings made;
        private boolean built;

        private Builder(int count, Sex sex, TraitValues common) {
            if (count < 1) {
                throw new IllegalArgumentException("siblings: found " + count + ", accepted is 1 or more");
            }
            made = new Siblings(
                    new Sex[count], new double[Trait.count()][count], new long[count], new MeasuredGrowth[count]);
            Arrays.fill(made.sex, sex);
            Arrays.fill(made.growth, MeasuredGrowth.NONE);
            for (Trait trait : Trait.values()) {
                Arrays.fill(made.traits[trait.ordinal()], common.get(trait));
            }
            for (int i = 0; i < count; i++) {
                made.keys[i] = i;
            }
        }

        public Builder sex(int sibling, Sex value) {
            open().sex[sibling] = value;
            return this;
        }

        public Builder trait(Trait trait, int sibling, double value) {
            trait.check(value);
            open().traits[trait.ordinal()][sibling] = value;
            return this;
        }

        public Builder traits(int sibling, TraitValues values) {
            for (Trait trait : Trait.values()) {
                trait(trait, sibling, values.get(trait));
            }
            return this;
        }

        public Builder key(int sibling, long value) {
            open().keys[sibling] = value;
            return this;
        }

        public Builder growth(int sibling, MeasuredGrowth value) {
            open().growth[sibling] = value;
            return this;
        }

        public Siblings build() {
            Siblings done = open();
            built = true;
            return done;
        }

        private Siblings open() {
            if (built) {
                throw new IllegalStateException("siblings: already built; start a new builder");
            }
            return made;
        }
    }
}
