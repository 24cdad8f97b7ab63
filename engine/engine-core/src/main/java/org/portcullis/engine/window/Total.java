package org.portcullis.engine.window;

import java.util.OptionalLong;

/** Is a sum of 64-bit numbers in 128 bits, from which what was added can be taken away exactly; mutable. */
final class Total {
    private long high;
    private long low;

    Total copy() {
        Total copy = new Total();
        copy.high = high;
        copy.low = low;
        return copy;
    }

    void add(long amount) {
        long sum = low + amount;
        high += (amount >> 63) + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
    }

    void add(Total other) {
        long sum = low + other.low;
        high += other.high + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
    }

    void remove(long amount) {
        long difference = low - amount;
        high -= (amount >> 63) + (Long.compareUnsigned(low, amount) < 0 ? 1 : 0);
        low = difference;
    }

    /** The sum, if it fits. */
    OptionalLong value() {
        return high == low >> 63 ? OptionalLong.of(low) : OptionalLong.empty();
    }
}
