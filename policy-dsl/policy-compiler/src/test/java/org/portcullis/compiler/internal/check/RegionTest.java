package org.portcullis.compiler.internal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegionTest {
    private static final long SEED = 58_000_000L;
    private static final Region.Cut ZERO = Region.Cut.at(0);

    @Test
    void moreThanFiveAndLessThanSixIsNotEmpty() {
        assertFalse(moreThan(5).and(lessThan(6)).isEmpty());
    }

    @Test
    void moreThanFiveAndLessThanFiveIsEmpty() {
        assertTrue(moreThan(5).and(lessThan(5)).isEmpty());
    }

    @Test
    void atLeastFiveAndAtMostFiveIsFive() {
        assertFalse(lessThan(5).not().and(moreThan(5).not()).isEmpty());
    }

    @Test
    void moreThanFiveOrAtMostFiveIsEverything() {
        assertTrue(moreThan(5).or(moreThan(5).not()).isEverything());
    }

    @Test
    void allButFiveIsNotEverything() {
        assertFalse(moreThan(5).or(lessThan(5)).isEverything());
    }

    @Test
    void lessThanTheLeastIsEmpty() {
        assertTrue(lessThan(0).isEmpty());
    }

    @Test
    void largestNumberIsKept() {
        assertTrue(moreThan(Long.MAX_VALUE).or(moreThan(Long.MAX_VALUE).not()).isEverything());
    }

    @Test
    void twoTextsAreNeverBoth() {
        assertTrue(
                Region.Texts.of(List.of("a")).and(Region.Texts.of(List.of("b"))).isEmpty());
    }

    @Test
    void textIsAlwaysNotOneOfTwo() {
        Region notA = Region.Texts.of(List.of("a")).not();
        Region notB = Region.Texts.of(List.of("b")).not();
        assertTrue(notA.or(notB).isEverything());
        assertFalse(notA.and(notB).isEmpty());
    }

    /** Numbers from -1 to 10 in halves, held against the regions; the halves are the places between two numbers. */
    @Test
    void regionsAgreeWithMembershipOfEveryNumber() {
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            Pair pair = random(random, 4);
            for (int twice = 0; twice <= 20; twice++) {
                assertEquals(pair.holds(twice), contains(pair.region(), twice), "seed " + SEED + " round " + round);
            }
            boolean any = pair.members().contains(true);
            boolean all = !pair.members().contains(false);
            assertEquals(!any, pair.region().isEmpty(), "seed " + SEED + " round " + round);
            assertEquals(all, pair.region().isEverything(), "seed " + SEED + " round " + round);
        }
    }

    private static Region moreThan(long micros) {
        return Region.Numbers.of(Region.Cut.at(micros).after(), Region.Cut.HIGHEST, ZERO);
    }

    private static Region lessThan(long micros) {
        return Region.Numbers.of(Region.Cut.LOWEST, Region.Cut.at(micros).before(), ZERO);
    }

    /** A region and, for each half step from 0 to 10, whether it is in it. */
    private record Pair(Region region, List<Boolean> members) {
        boolean holds(int twice) {
            return members.get(twice);
        }
    }

    private static Pair random(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            int number = random.nextInt(10);
            boolean more = random.nextBoolean();
            List<Boolean> members = new ArrayList<>();
            for (int twice = 0; twice <= 20; twice++) {
                members.add(more ? twice > 2 * number : twice < 2 * number);
            }
            return new Pair(more ? moreThan(number) : lessThan(number), members);
        }
        Pair left = random(random, depth - 1);
        Pair right = random(random, depth - 1);
        List<Boolean> members = new ArrayList<>();
        int kind = random.nextInt(3);
        for (int twice = 0; twice <= 20; twice++) {
            boolean a = left.holds(twice);
            boolean b = right.holds(twice);
            members.add(
                    switch (kind) {
                        case 0 -> a && b;
                        case 1 -> a || b;
                        default -> !a;
                    });
        }
        Region region = switch (kind) {
            case 0 -> left.region().and(right.region());
            case 1 -> left.region().or(right.region());
            default -> left.region().not();
        };
        return new Pair(region, members);
    }

    /** An odd number of halves lies between two numbers, where the intervals open. */
    private static boolean contains(Region region, int twice) {
        Region.Numbers point = twice % 2 == 0
                ? Region.Numbers.of(Region.Cut.at(twice / 2), Region.Cut.at(twice / 2), ZERO)
                : Region.Numbers.of(
                        Region.Cut.at(twice / 2).after(),
                        Region.Cut.at(twice / 2 + 1).before(),
                        ZERO);
        return !region.and(point).isEmpty();
    }
}
