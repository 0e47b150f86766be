package org.lamella.trial.statistics;

/**
 * Crossover of two treatments in two periods: the effect of treatment with that of the period taken out, by comparing the
 * differences between periods of the two orders (Hills and Armitage 1979, British Journal of Clinical Pharmacology 8:7-20).
 * Order 0 has treatment A first, order 1 treatment B.
 */
public final class CrossoverSums {
    private final Moments[] differences = {new Moments(), new Moments()};
    private final Moments[] sums = {new Moments(), new Moments()};

    /** Adds a patient with both periods. */
    public void add(int order, double first, double second) {
        differences[order].add(first - second);
        sums[order].add(first + second);
    }

    /**
     * Treatment B against A.
     *
     * @throws ArithmeticException with fewer than two patients of an order
     */
    public Effect treatment() {
        return half(differences[0], differences[1]);
    }

    /** Second period against the first. */
    public Effect period() {
        Effect e = half(differences[0], differences[1]);
        double mean = -(differences[0].mean() + differences[1].mean()) / 2;
        return Effect.student(mean, e.standardError(), differences[0].n() + differences[1].n() - 2.0);
    }

    /** Difference between the orders of what both periods add up to: not 0 when carry-over is unequal. */
    public Effect carryOver() {
        return half(sums[0], sums[1]);
    }

    private static Effect half(Moments a, Moments b) {
        if (a.n() < 2 || b.n() < 2) {
            throw new ArithmeticException("crossover: fewer than two patients with both periods in an order");
        }
        double freedom = a.n() + b.n() - 2.0;
        double squares = (a.n() - 1) * a.sd() * a.sd() + (b.n() - 1) * b.sd() * b.sd();
        double se = StrictMath.sqrt(squares / freedom * (1.0 / a.n() + 1.0 / b.n())) / 2;
        return Effect.student((b.mean() - a.mean()) / 2, se, freedom);
    }
}
