package org.portcullis.engine.approval;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.Role;

/**
 * One quorum of a hold with the people as they were when the hold began.
 *
 * @param control the control that demands it
 * @param act what its people state: an approval, or one of the two acts of an exceptional release
 * @param eligible the people who may fill it, each with those of its roles that the person held
 * @param excluded the people who held one of its roles and may not fill it, each with why
 */
public record FrozenQuorum(
        ControlId control,
        Quorum quorum,
        Statement.Action act,
        SortedMap<String, SortedSet<Role>> eligible,
        SortedMap<String, String> excluded) {
    public FrozenQuorum {
        TreeMap<String, SortedSet<Role>> roles = new TreeMap<>();
        eligible.forEach((person, held) -> roles.put(person, Collections.unmodifiableSortedSet(new TreeSet<>(held))));
        eligible = Collections.unmodifiableSortedMap(roles);
        excluded = Collections.unmodifiableSortedMap(new TreeMap<>(excluded));
    }

    /** A quorum of people who approve. */
    public FrozenQuorum(
            ControlId control,
            Quorum quorum,
            SortedMap<String, SortedSet<Role>> eligible,
            SortedMap<String, String> excluded) {
        this(control, quorum, Statement.Action.APPROVE, eligible, excluded);
    }

    /** The same people for another act. */
    public FrozenQuorum acting(Statement.Action other) {
        return new FrozenQuorum(control, quorum, other, eligible, excluded);
    }

    /** The quorum as people read it: who is needed, for what, and which control demands it. */
    public String words() {
        String what = act == Statement.Action.APPROVE ? "" : ", to " + act.word();
        return quorum.words() + what + " (" + control + ")";
    }

    /** Whether the person may fill a seat by one of the roles: held when the hold began, and given here as still good. */
    boolean admits(String person, SortedSet<Role> roles) {
        return eligible.getOrDefault(person, new TreeSet<>()).stream().anyMatch(role -> roles.contains(role));
    }
}
