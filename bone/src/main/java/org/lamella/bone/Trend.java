package org.lamella.bone;

/**
 * Leads factors that follow from the state into the middle of the coming interval, along the straight line through their
 * last two values. What jumps when something befalls a person (callus, damage, use of a limb) is not among them.
 */
final class Trend {
    /** The factors, relative to the healthy twin. */
    enum Led {
        CAPACITY_SPINE,
        CAPACITY_METAPHYSIS,
        CAPACITY_FEMUR,
        CAPACITY_TIBIA,
        CAPACITY_ARM,
        STRENGTH_FEMUR,
        STRENGTH_TIBIA,
        STRENGTH_ARM,
        STRENGTH_SPINE;

        static Led capacityOf(int limb) {
            return switch (limb) {
                case 0 -> CAPACITY_FEMUR;
                case 1 -> CAPACITY_TIBIA;
                default -> CAPACITY_ARM;
            };
        }

        static Led strengthOf(int limb) {
            return switch (limb) {
                case 0 -> STRENGTH_FEMUR;
                case 1 -> STRENGTH_TIBIA;
                default -> STRENGTH_ARM;
            };
        }
    }

    private final double[][] last = new double[Led.values().length][];
    private final double[] weight;

    Trend(LaneArrays arrays) {
        for (Led led : Led.values()) {
            last[led.ordinal()] = arrays.add("trend." + led, 1);
        }
        weight = new double[arrays.lanes()];
    }

    /**
     * Prepares one lane. Values are led on by no more than they lie apart.
     *
     * @param since days since the last renewal, 0 where there is no course yet
     * @param ahead days to the middle of the coming interval
     */
    void prepare(int lane, double since, double ahead) {
        weight[lane] = since > 0 ? Math.min(ahead / since, 1) : 0;
    }

    /** Leads on the values of one factor, which stay between half and twice of what they are. */
    void lead(Led led, int from, int until, double[] values) {
        double[] before = last[led.ordinal()];
        double[] w = weight;
        for (int i = from; i < until; i++) {
            double now = values[i];
            double there = now + w[i] * (now - before[i]);
            before[i] = now;
            values[i] = Math.min(Math.max(there, 0.5 * now), 2 * now);
        }
    }
}
