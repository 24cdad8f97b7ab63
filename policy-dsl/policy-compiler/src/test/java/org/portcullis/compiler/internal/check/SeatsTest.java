package org.portcullis.compiler.internal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeatsTest {
    private static final long SEED = 20_220_502L;
    private static final int ROUNDS = 5_000;

    @Test
    void onePersonTakesOneSeat() {
        assertEquals(1, new Seats(List.of(1, 1), List.of(Set.of("a"), Set.of("a"))).taken());
    }

    @Test
    void personMovesToMakeRoom() {
        assertTrue(new Seats(List.of(1, 1), List.of(Set.of("a", "b"), Set.of("a"))).canBeTaken());
    }

    @Test
    void whoMayNotSignLeavesTheSeatEmpty() {
        Seats seats = new Seats(List.of(1, 1), List.of(Set.of("a", "b"), Set.of("a")));
        assertFalse(seats.canBeTakenWithout(Set.of("b")));
    }

    @Test
    void onlyWhoIsThereCanSign() {
        Seats seats = new Seats(List.of(1), List.of(Set.of("a", "b")));
        assertFalse(seats.only(Set.of("c")).canBeTaken());
    }

    @Test
    void tenThousandPeopleAndAHundredSeatsAreAnswered() {
        Set<String> crowd =
                IntStream.range(0, 10_000).mapToObj(person -> "p" + person).collect(Collectors.toSet());
        List<Integer> needed = new ArrayList<>();
        List<Set<String>> eligible = new ArrayList<>();
        for (int quorum = 0; quorum < 2_000; quorum++) {
            needed.add(20);
            eligible.add(crowd);
        }
        assertTrue(new Seats(needed, eligible).canBeTaken());
    }

    /** As many seats as trying every way of seating people fills. */
    @Test
    void matchingIsAsLargeAsTheBestWayOfTryingAll() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            int quorums = 1 + random.nextInt(3);
            List<Integer> needed = new ArrayList<>();
            List<Set<String>> eligible = new ArrayList<>();
            List<Set<String>> seats = new ArrayList<>();
            for (int quorum = 0; quorum < quorums; quorum++) {
                Set<String> people = new TreeSet<>();
                for (int person = 0; person < 6; person++) {
                    if (random.nextInt(3) == 0) {
                        people.add("p" + person);
                    }
                }
                int count = 1 + random.nextInt(2);
                needed.add(count);
                eligible.add(people);
                for (int seat = 0; seat < count; seat++) {
                    seats.add(people);
                }
            }
            int found = new Seats(needed, eligible).taken();
            assertEquals(best(seats, 0, new TreeSet<>()), found, "seed " + SEED + ", round " + round);
        }
    }

    private static int best(List<Set<String>> seats, int seat, Set<String> used) {
        if (seat == seats.size()) {
            return 0;
        }
        int best = best(seats, seat + 1, used);
        for (String person : seats.get(seat)) {
            if (used.add(person)) {
                best = Math.max(best, 1 + best(seats, seat + 1, used));
                used.remove(person);
            }
        }
        return best;
    }
}
