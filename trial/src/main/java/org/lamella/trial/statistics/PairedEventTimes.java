package org.lamella.trial.statistics;

/** First events of the same patients in two arms: how many pairs are alike. */
public final class PairedEventTimes {
    private static final int BITS = 30;
    private static final long MASK = (1L << BITS) - 1;

    private final LongCounts pairs = new LongCounts();

    /** Adds a patient; days and events as in {@link EventTimes#add}. */
    public void add(int controlDay, boolean controlEvent, int treatedDay, boolean treatedEvent) {
        pairs.add(half(controlDay, controlEvent) << BITS | half(treatedDay, treatedEvent));
    }

    private static long half(int day, boolean event) {
        return (long) day << 1 | (event ? 1 : 0);
    }

    /** Takes groups of patients who are alike. */
    @FunctionalInterface
    interface Taker {
        void take(int controlDay, boolean controlEvent, int treatedDay, boolean treatedEvent, int patients);
    }

    /** Hands out the groups, always in the same order. */
    void forEach(Taker taker) {
        for (long key : pairs.keys()) {
            long control = key >> BITS;
            long treated = key & MASK;
            taker.take(
                    (int) (control >> 1),
                    (control & 1) == 1,
                    (int) (treated >> 1),
                    (treated & 1) == 1,
                    pairs.count(key));
        }
    }
}
