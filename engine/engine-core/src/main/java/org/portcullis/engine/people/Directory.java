package org.portcullis.engine.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portcullis.model.control.Role;

/** Knows people; MUST answer the same for the same question until it is replaced as a whole. */
public interface Directory {

    /** Finds a person by id. */
    Optional<Person> find(String personId);

    /** All people, sorted by id. */
    List<Person> people();

    /**
     * The ids of the holders of a role who are on duty at an instant, by rota and cover; all holders where no rota is kept. MAY be empty, and then whoever holds
     * the role is asked.
     */
    default SortedSet<String> onDuty(Role role, Instant at) {
        return holders(role);
    }

    /** The ids of all who hold a role. */
    default SortedSet<String> holders(Role role) {
        TreeSet<String> holders = new TreeSet<>();
        people().stream().filter(person -> person.roles().contains(role)).forEach(person -> holders.add(person.id()));
        return holders;
    }
}
