package org.portcullis.report.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
    private static final long SEED = 20_220_502L;

    @Test
    void ofNothingThereIsNoPercentile() {
        assertEquals(OptionalLong.empty(), new Distribution().percentile(500));
        assertEquals(OptionalLong.empty(), new Distribution().greatest());
    }

    @Test
    void theNearestRankIsAValueThatWasCounted() {
        Distribution ten = of(List.of(10L, 1L, 9L, 2L, 8L, 3L, 7L, 4L, 6L, 5L));
        assertEquals(5, ten.percentile(500).orElseThrow());
        assertEquals(10, ten.percentile(990).orElseThrow());
        assertEquals(1, ten.percentile(1).orElseThrow());
        assertTrue(ten.isExact());
    }

    @Test
    void oneOfAThousandIsAboveTheHighestPercentile() {
        Distribution thousand = new Distribution();
        for (long value = 1; value <= 1_000; value++) {
            thousand.add(value);
        }
        assertEquals(999, thousand.percentile(999).orElseThrow());
        assertEquals(1_000, thousand.greatest().orElseThrow());
    }

    @Test
    void manyEqualValuesAreExactHoweverMany() {
        Distribution equal = new Distribution();
        for (int i = 0; i < 1_000_000; i++) {
            equal.add(i % 10);
        }
        assertTrue(equal.isExact());
        assertEquals(4, equal.percentile(500).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 250, 500, 900, 990, 999, 1000})
    void ofManyDifferentValuesAPercentileIsOffByLessThanATenthOfAPercent(int ofThousand) {
        List<Long> values = many(200_000);
        Distribution distribution = of(values);
        assertFalse(distribution.isExact());
        Collections.sort(values);
        long right = values.get((int) ((values.size() * (long) ofThousand + 999) / 1000) - 1);
        long found = distribution.percentile(ofThousand).orElseThrow();
        assertTrue(
                Math.abs(found - right) * 1000.0 <= Math.abs((double) right),
                found + " is not " + right + " with seed " + SEED);
    }

    @Test
    void theOrderOfValuesDoesNotMatter() {
        List<Long> values = many(50_000);
        Distribution one = of(values);
        Collections.reverse(values);
        Distribution other = of(values);
        for (int ofThousand = 1; ofThousand <= 1000; ofThousand++) {
            assertEquals(one.percentile(ofThousand), other.percentile(ofThousand));
        }
    }

    @Test
    void theLeastAndTheGreatestAreExact() {
        List<Long> values = many(50_000);
        Distribution distribution = of(values);
        assertEquals(Collections.min(values), distribution.least().orElseThrow());
        assertEquals(Collections.max(values), distribution.greatest().orElseThrow());
    }

    @Test
    void extremesFit() {
        Distribution distribution = new Distribution();
        for (long i = 0; i < 10_000; i++) {
            distribution.add(Long.MAX_VALUE - i);
            distribution.add(Long.MIN_VALUE + i);
        }
        assertTrue(distribution.percentile(250).orElseThrow() < 0);
        assertTrue(distribution.percentile(750).orElseThrow() > 0);
    }

    private static Distribution of(List<Long> values) {
        Distribution distribution = new Distribution();
        values.forEach(distribution::add);
        return distribution;
    }

    /** Values of every size, some below zero. */
    private static List<Long> many(int count) {
        Random random = new Random(SEED);
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long value = random.nextLong() >>> (1 + random.nextInt(50));
            values.add(random.nextInt(10) == 0 ? -value : value);
        }
        return values;
    }
}
