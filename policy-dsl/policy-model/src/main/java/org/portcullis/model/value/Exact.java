package org.portcullis.model.value;

/**
 * Computes with whole millionths without ever wrapping.
 *
 * <p>All amounts in Portcullis are longs that count millionths (10<sup>-6</sup>) of their unit. The methods here either return the exact or the
 * stated rounded result, or throw {@link ArithmeticException}; callers turn that into an unknown fact, which blocks.
 */
public final class Exact {
    /** Millionths in one unit. */
    public static final long ONE = 1_000_000L;

    private static final long LOW_32 = 0xFFFF_FFFFL;

    private Exact() {}

    /**
     * Multiplies two amounts of millionths and rounds the result away from zero to whole millionths, so that a limit is met sooner, not later.
     *
     * @throws ArithmeticException if the result does not fit
     */
    public static long multiplyRoundingUp(long leftMicros, long rightMicros) {
        boolean negative = (leftMicros < 0) != (rightMicros < 0);
        long left = Math.absExact(leftMicros);
        long right = Math.absExact(rightMicros);
        long high = Math.multiplyHigh(left, right);
        long low = left * right;
        if (high >= ONE) {
            throw new ArithmeticException("result of the multiplication does not fit");
        }
        // Schoolbook division by limbs of 32 bits: the divisor is below 2^32, so each step fits a long.
        long remainder = high;
        long upper = (remainder << 32) | (low >>> 32);
        long quotientUpper = upper / ONE;
        remainder = upper % ONE;
        long lower = (remainder << 32) | (low & LOW_32);
        long quotientLower = lower / ONE;
        remainder = lower % ONE;
        if (quotientUpper >>> 31 != 0) {
            throw new ArithmeticException("result of the multiplication does not fit");
        }
        long quotient = (quotientUpper << 32) + quotientLower;
        long rounded = remainder == 0 ? quotient : Math.addExact(quotient, 1);
        return negative ? -rounded : rounded;
    }

    /** Compares {@code a * b} with {@code c * d} in 128 bits; the result is exact for every input. */
    public static int compareProducts(long a, long b, long c, long d) {
        long leftHigh = Math.multiplyHigh(a, b);
        long rightHigh = Math.multiplyHigh(c, d);
        if (leftHigh != rightHigh) {
            return Long.compare(leftHigh, rightHigh);
        }
        return Long.compareUnsigned(a * b, c * d);
    }
}
