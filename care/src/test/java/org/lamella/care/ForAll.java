package org.lamella.care;

import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Seeded property tests: the same cases on every run, the failing one named. */
public final class ForAll {

    private ForAll() {}

    /** Runs a property on so many generated cases. */
    public static void cases(int count, long seed, BiConsumer<Integer, RandomGenerator> property) {
        for (int i = 0; i < count; i++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000_003 + i);
            try {
                property.accept(i, random);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("case " + i + " of seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
