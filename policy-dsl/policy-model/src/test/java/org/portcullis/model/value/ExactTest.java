package org.portcullis.model.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactTest {
    private static final long SEED = 20220502L;
    private static final BigInteger ONE = BigInteger.valueOf(Exact.ONE);

    @Test
    void anExactProductIsNotRounded() {
        assertEquals(38_188_500L, Exact.multiplyRoundingUp(36_370_000L, 1_050_000L));
    }

    @Test
    void aRemainderRoundsAwayFromZero() {
        assertEquals(1L, Exact.multiplyRoundingUp(1L, 1L));
        assertEquals(-1L, Exact.multiplyRoundingUp(-1L, 1L));
        assertEquals(1L, Exact.multiplyRoundingUp(-1L, -1L));
    }

    @Test
    void aProductThatDoesNotFitIsRefused() {
        assertThrows(ArithmeticException.class, () -> Exact.multiplyRoundingUp(Long.MAX_VALUE, 1_000_001L));
        assertThrows(ArithmeticException.class, () -> Exact.multiplyRoundingUp(Long.MIN_VALUE, Exact.ONE));
        assertEquals(Long.MAX_VALUE, Exact.multiplyRoundingUp(Long.MAX_VALUE, Exact.ONE));
    }

    @Test
    void productsAgreeWithBigIntegers() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            long a = anyLong(random);
            long b = anyLong(random);
            BigInteger[] parts =
                    BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).abs().divideAndRemainder(ONE);
            BigInteger up = parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
            BigInteger expected = (a < 0) != (b < 0) ? up.negate() : up;
            BigInteger actual;
            try {
                actual = BigInteger.valueOf(Exact.multiplyRoundingUp(a, b));
            } catch (ArithmeticException tooLarge) {
                boolean fits = up.bitLength() < 64 && a != Long.MIN_VALUE && b != Long.MIN_VALUE;
                assertEquals(false, fits, "seed " + SEED + ": " + a + " * " + b + " fits");
                continue;
            }
            assertEquals(expected, actual, "seed " + SEED + ": " + a + " * " + b);
        }
    }

    @Test
    void comparedProductsAgreeWithBigIntegers() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            long a = anyLong(random);
            long b = anyLong(random);
            long c = i % 3 == 0 ? b : anyLong(random);
            long d = i % 3 == 0 ? a : anyLong(random);
            int expected = BigInteger.valueOf(a)
                    .multiply(BigInteger.valueOf(b))
                    .compareTo(BigInteger.valueOf(c).multiply(BigInteger.valueOf(d)));
            assertEquals(
                    expected,
                    Integer.signum(Exact.compareProducts(a, b, c, d)),
                    "seed " + SEED + ": " + a + " * " + b + " and " + c + " * " + d);
        }
    }

    private static long anyLong(Random random) {
        return random.nextLong() >> random.nextInt(64);
    }
}
