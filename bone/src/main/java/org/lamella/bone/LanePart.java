package org.lamella.bone;

import java.util.List;

/**
 * One group of equations, over some lanes. Groups are called one after the other through this interface so that the
 * compiler translates each by itself: taken together their loops are too many for it to turn into vector instructions.
 */
@FunctionalInterface
interface LanePart {
    /** Computes lanes {@code from} to {@code until - 1}. */
    void compute(int from, int until);

    /** Several groups, in their order. */
    static LanePart inOrder(List<LanePart> parts) {
        LanePart[] order = parts.toArray(LanePart[]::new);
        return (from, until) -> {
            for (LanePart part : order) {
                part.compute(from, until);
            }
        };
    }
}
