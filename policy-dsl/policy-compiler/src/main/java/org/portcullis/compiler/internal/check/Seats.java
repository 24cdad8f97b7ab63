package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether different people can take all seats of the quorums of one hold at once; a maximum matching of seats and people says so.
 *
 * @param needed how many seats each quorum has
 * @param eligible who may sit there, quorum by quorum
 */
record Seats(List<Integer> needed, List<Set<String>> eligible) {
    /** A hold with more seats than the engine allows is judged by its first seats. */
    private static final int MAX_SEATS = 100;

    Seats {
        needed = List.copyOf(needed);
        eligible = List.copyOf(eligible);
    }

    /** The same seats when only some people are there. */
    Seats only(Collection<String> people) {
        List<Set<String>> left = new ArrayList<>();
        for (Set<String> quorum : eligible) {
            left.add(people.stream().filter(quorum::contains).collect(Collectors.toCollection(TreeSet::new)));
        }
        return new Seats(needed, left);
    }

    /** How many seats there are. */
    int count() {
        return Math.min(MAX_SEATS, needed.stream().mapToInt(Integer::intValue).sum());
    }

    boolean canBeTaken() {
        return canBeTakenWithout(Set.of());
    }

    /** Whether all seats can be taken when some people may not sign. */
    boolean canBeTakenWithout(Set<String> barred) {
        int seats = count();
        boolean plenty = eligible.stream().allMatch(quorum -> quorum.size() >= seats + barred.size());
        return plenty || (!someQuorumIsTooSmall() && taken(barred) == seats);
    }

    private boolean someQuorumIsTooSmall() {
        for (int quorum = 0; quorum < needed.size(); quorum++) {
            if (eligible.get(quorum).size() < Math.min(MAX_SEATS, needed.get(quorum))) {
                return true;
            }
        }
        return false;
    }

    /** The most seats that different people can take together. */
    int taken() {
        return taken(Set.of());
    }

    private int taken(Set<String> barred) {
        List<Integer> seats = new ArrayList<>();
        for (int quorum = 0; quorum < needed.size(); quorum++) {
            for (int seat = 0; seat < needed.get(quorum) && seats.size() < MAX_SEATS; seat++) {
                seats.add(quorum);
            }
        }
        List<String> people = people(seats.size(), barred);
        int[] seatOf = new int[people.size()];
        Arrays.fill(seatOf, -1);
        int taken = 0;
        for (int seat = 0; seat < seats.size(); seat++) {
            taken += take(seat, seats, people, seatOf, new boolean[people.size()]) ? 1 : 0;
        }
        return taken;
    }

    /** As many people of each quorum as there are seats are enough: with so many to choose from, its seats are never the ones that stay empty. */
    private List<String> people(int seats, Set<String> barred) {
        Set<String> people = new TreeSet<>();
        eligible.forEach(quorum -> quorum.stream()
                .filter(person -> !barred.contains(person))
                .limit(seats)
                .forEach(people::add));
        return List.copyOf(people);
    }

    /** Kuhn's augmenting paths; recurses once per person at most, since each call marks the person whom it asks. */
    private boolean take(int seat, List<Integer> seats, List<String> people, int[] seatOf, boolean[] asked) {
        Set<String> may = eligible.get(seats.get(seat));
        for (int person = 0; person < people.size(); person++) {
            if (!asked[person] && may.contains(people.get(person))) {
                asked[person] = true;
                if (seatOf[person] < 0 || take(seatOf[person], seats, people, seatOf, asked)) {
                    seatOf[person] = seat;
                    return true;
                }
            }
        }
        return false;
    }
}
