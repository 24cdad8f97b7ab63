package org.portcullis.report.evidence;

import java.util.Arrays;

/** Counts how often each of many numbers came, in two arrays of primitives. Mutable; one thread. */
final class LongCounts {

    private static final int FIRST = 16;

    private long[] keys = new long[FIRST];
    private long[] counts = new long[FIRST];
    private int size;

    /** Takes what is counted of one number. */
    @FunctionalInterface
    interface Visitor {
        void count(long key, long count);
    }

    /** Counts a number so many times more; at least once. */
    void add(long key, long count) {
        if ((size + 1) * 3L > keys.length * 2L) {
            grow();
        }
        int slot = slot(key);
        size += counts[slot] == 0 ? 1 : 0;
        keys[slot] = key;
        counts[slot] += count;
    }

    /** Gives how many different numbers there are. */
    int size() {
        return size;
    }

    /** Shows every number with its count, in no order. */
    void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                visitor.count(keys[i], counts[i]);
            }
        }
    }

    /** Gives the numbers in ascending order. */
    long[] sorted() {
        long[] sorted = new long[size];
        int next = 0;
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                sorted[next++] = keys[i];
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** Gives how often a number came. */
    long of(long key) {
        return counts[slot(key)];
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = spread(key) & mask;
        while (counts[slot] > 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        LongCounts larger = new LongCounts();
        larger.keys = new long[keys.length * 2];
        larger.counts = new long[keys.length * 2];
        forEach(larger::add);
        keys = larger.keys;
        counts = larger.counts;
    }

    /** Fibonacci hashing: numbers that are multiples of one another do not lie in one row. */
    private static int spread(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32);
    }
}
