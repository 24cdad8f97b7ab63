package org.portcullis.engine.approval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.BiPredicate;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Role;

/**
 * Who fills which seat of the quorums: a largest matching of people to seats, so that one person counts once and nobody's choice of seat keeps another
 * out.
 *
 * @param taken the seats that are filled, in the order of the quorums
 * @param needed how many seats there are
 */
public record Seating(List<Taken> taken, int needed) {

    /** The largest number of seats of one hold. */
    public static final int MAX_SEATS = 100;

    public Seating {
        taken = List.copyOf(taken);
    }

    /** A person in a seat of a quorum, which is named by its place in the hold. */
    public record Taken(int quorum, ControlId control, String person) {}

    /** Seats the people, given with the roles that count for them now, whatever they state. */
    public static Seating of(List<FrozenQuorum> quorums, SortedMap<String, SortedSet<Role>> people) {
        return of(quorums, people, (person, quorum) -> true);
    }

    /** Seats the people where they also state what the quorum is for. */
    static Seating of(
            List<FrozenQuorum> quorums,
            SortedMap<String, SortedSet<Role>> people,
            BiPredicate<String, FrozenQuorum> states) {
        List<Integer> seats = new ArrayList<>();
        for (int quorum = 0; quorum < quorums.size(); quorum++) {
            for (int seat = 0; seat < quorums.get(quorum).quorum().needed() && seats.size() <= MAX_SEATS; seat++) {
                seats.add(quorum);
            }
        }
        List<String> names = List.copyOf(people.keySet());
        boolean[][] fits = new boolean[names.size()][seats.size()];
        for (int person = 0; person < names.size(); person++) {
            SortedSet<Role> roles = people.getOrDefault(names.get(person), new java.util.TreeSet<>());
            for (int seat = 0; seat < seats.size(); seat++) {
                FrozenQuorum quorum = quorums.get(seats.get(seat));
                fits[person][seat] = quorum.admits(names.get(person), roles) && states.test(names.get(person), quorum);
            }
        }
        int[] inSeat = match(fits, seats.size());
        List<Taken> taken = new ArrayList<>();
        for (int seat = 0; seat < inSeat.length; seat++) {
            if (inSeat[seat] >= 0) {
                int quorum = seats.get(seat);
                taken.add(new Taken(quorum, quorums.get(quorum).control(), names.get(inSeat[seat])));
            }
        }
        return new Seating(
                taken,
                quorums.stream().mapToInt(frozen -> frozen.quorum().needed()).sum());
    }

    /** Whether every seat is filled; a hold without a seat is never complete. */
    public boolean isComplete() {
        return needed > 0 && taken.size() == needed;
    }

    /** How many people are still needed. */
    public int missing() {
        return needed - taken.size();
    }

    /** Kuhn's augmenting paths: each person in turn takes a free seat, or makes the one who sits there move. */
    private static int[] match(boolean[][] fits, int seats) {
        int[] inSeat = new int[seats];
        Arrays.fill(inSeat, -1);
        for (int person = 0; person < fits.length; person++) {
            seat(person, fits, inSeat, new boolean[seats]);
        }
        return inSeat;
    }

    /** Recurses once per seat at most, since each call marks the seat that it tries. */
    private static boolean seat(int person, boolean[][] fits, int[] inSeat, boolean[] tried) {
        for (int seat = 0; seat < inSeat.length; seat++) {
            if (fits[person][seat] && !tried[seat]) {
                tried[seat] = true;
                if (inSeat[seat] < 0 || seat(inSeat[seat], fits, inSeat, tried)) {
                    inSeat[seat] = person;
                    return true;
                }
            }
        }
        return false;
    }
}
