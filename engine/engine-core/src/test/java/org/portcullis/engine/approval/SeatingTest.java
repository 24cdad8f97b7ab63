package org.portcullis.engine.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.Role;

/** A person counts once, and nobody's seat keeps another out. */
class SeatingTest {
    private static final ControlId CONTROL = new ControlId("D1-LARGE-BASKET");
    private static final long SEED = 20_220_502L;

    private final SortedMap<String, SortedSet<Role>> people = new TreeMap<>();

    @Test
    void whoFitsTwoSeatsMakesRoom() {
        person("ann", "A", "B");
        person("bob", "A");
        assertTrue(seat(quorum(1, "A"), quorum(1, "B")).isComplete());
    }

    @Test
    void oneWhoFitsTwoSeatsTakesOne() {
        person("ann", "A", "B");
        Seating seating = seat(quorum(1, "A"), quorum(1, "B"));
        assertFalse(seating.isComplete());
        assertEquals(1, seating.missing());
    }

    @Test
    void noSeatsAreNeverComplete() {
        assertFalse(Seating.of(List.of(), people).isComplete());
    }

    @Test
    void moreSeatsThanTheMostAreNeverComplete() {
        for (int i = 0; i < 200; i++) {
            person("p" + i, "A");
        }
        assertFalse(seat(quorum(Seating.MAX_SEATS + 50, "A")).isComplete());
    }

    @Test
    void whoWasNotEligibleAtTheBeginSitsNowhere() {
        FrozenQuorum before = quorum(1, "A");
        person("late", "A");
        assertFalse(Seating.of(List.of(before), people).isComplete());
    }

    @Test
    void theSeatingIsAsGoodAsTryingEverything() {
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            people.clear();
            for (int person = 0; person < random.nextInt(6); person++) {
                List<String> roles = new ArrayList<>();
                for (String role : List.of("A", "B", "C")) {
                    if (random.nextBoolean()) {
                        roles.add(role);
                    }
                }
                person("p" + person, roles.toArray(new String[0]));
            }
            List<FrozenQuorum> quorums = new ArrayList<>();
            for (int each = 0; each <= random.nextInt(3); each++) {
                quorums.add(
                        random.nextBoolean()
                                ? quorum(1 + random.nextInt(2), "ABC".substring(each, each + 1))
                                : quorum(1, "A", "C"));
            }
            List<FrozenQuorum> seats = new ArrayList<>();
            quorums.forEach(quorum -> {
                for (int seat = 0; seat < quorum.quorum().needed(); seat++) {
                    seats.add(quorum);
                }
            });
            assertEquals(
                    most(seats, new ArrayList<>(people.keySet())),
                    Seating.of(quorums, people).taken().size(),
                    "seed " + SEED + ", round " + round);
        }
    }

    /** The most seats that can be filled, by trying every person and none on the first seat, and so on. */
    private int most(List<FrozenQuorum> seats, List<String> free) {
        if (seats.isEmpty()) {
            return 0;
        }
        List<FrozenQuorum> rest = seats.subList(1, seats.size());
        int best = most(rest, free);
        for (String person : List.copyOf(free)) {
            if (seats.get(0).admits(person, people.getOrDefault(person, new TreeSet<>()))) {
                List<String> others = new ArrayList<>(free);
                others.remove(person);
                best = Math.max(best, 1 + most(rest, others));
            }
        }
        return best;
    }

    private Seating seat(FrozenQuorum... quorums) {
        return Seating.of(List.of(quorums), people);
    }

    private void person(String id, String... roles) {
        SortedSet<Role> held = new TreeSet<>();
        for (String role : roles) {
            held.add(new Role(role));
        }
        people.put(id, held);
    }

    /** A quorum for which everybody who is there now and holds a role of it is eligible. */
    private FrozenQuorum quorum(int needed, String... roles) {
        List<Role> wanted = new ArrayList<>();
        for (String role : roles) {
            wanted.add(new Role(role));
        }
        SortedMap<String, SortedSet<Role>> eligible = new TreeMap<>();
        people.forEach((person, held) -> {
            SortedSet<Role> fitting = new TreeSet<>(held);
            fitting.retainAll(wanted);
            if (!fitting.isEmpty()) {
                eligible.put(person, fitting);
            }
        });
        return new FrozenQuorum(CONTROL, new Quorum(needed, wanted), eligible, new TreeMap<>());
    }
}
