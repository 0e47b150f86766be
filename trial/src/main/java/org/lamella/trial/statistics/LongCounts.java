package org.lamella.trial.statistics;

import java.util.Arrays;

/** How often each of some whole numbers came; numbers are 0 or more. */
public final class LongCounts {
    private static final long FREE = -1;

    private long[] keys = new long[64];
    private int[] counts = new int[64];
    private int size;

    public LongCounts() {
        Arrays.fill(keys, FREE);
    }

    /** Counts a number once more. */
    public void add(long key) {
        if (key < 0) {
            throw new IllegalArgumentException("found " + key + ", accepted are numbers from 0 on");
        }
        if (2 * size >= keys.length) {
            grow();
        }
        int at = place(key);
        if (keys[at] == FREE) {
            keys[at] = key;
            size++;
        }
        counts[at]++;
    }

    public int count(long key) {
        return counts[place(key)];
    }

    /** The numbers that came, rising. */
    public long[] keys() {
        long[] found = Arrays.stream(keys).filter(k -> k != FREE).toArray();
        Arrays.sort(found);
        return found;
    }

    /** Where a number is, or the free place where it belongs. */
    private int place(long key) {
        long hash = key * 0x9E3779B97F4A7C15L;
        int at = (int) (hash >>> 32) & keys.length - 1;
        while (keys[at] != FREE && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new int[keys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
            }
        }
    }
}
