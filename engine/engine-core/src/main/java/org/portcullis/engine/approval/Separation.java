package org.portcullis.engine.approval;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portcullis.model.Duties;
import org.portcullis.model.control.Role;

/**
 * The roles that different people hold: whoever holds both of a pair counts in neither.
 *
 * @param pairs as the policy states them
 */
public record Separation(List<Duties> pairs) {

    /** How the reason of an exclusion for duties begins. */
    public static final String REASON = "duties: ";

    /** Nothing is separated. */
    public static final Separation NONE = new Separation(List.of());

    public Separation {
        pairs = List.copyOf(pairs);
    }

    /** The pairs that are about one of the roles. */
    public Separation about(SortedSet<Role> roles) {
        return new Separation(pairs.stream()
                .filter(pair -> roles.contains(pair.first()) || roles.contains(pair.second()))
                .toList());
    }

    /** Those of the roles in which a person counts who holds others besides. */
    public SortedSet<Role> counting(SortedSet<Role> roles, SortedSet<Role> held) {
        SortedSet<Role> counting = new TreeSet<>(roles);
        pairs.stream().filter(pair -> isHeldTogether(pair, held)).forEach(pair -> {
            counting.remove(pair.first());
            counting.remove(pair.second());
        });
        return counting;
    }

    /** Why somebody who holds these roles counts in none of some of them; empty where no pair is held together. */
    public Optional<String> why(SortedSet<Role> roles, SortedSet<Role> held) {
        return pairs.stream()
                .filter(pair -> isHeldTogether(pair, held))
                .filter(pair -> roles.contains(pair.first()) || roles.contains(pair.second()))
                .findFirst()
                .map(pair -> REASON + "holds role " + pair.first() + " and role " + pair.second());
    }

    private static boolean isHeldTogether(Duties pair, SortedSet<Role> held) {
        return held.contains(pair.first()) && held.contains(pair.second());
    }
}
