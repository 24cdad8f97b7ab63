package org.portcullis.engine.people;

import java.util.List;
import java.util.Optional;

/** Knows people; MUST answer the same for the same question until it is replaced as a whole. */
public interface Directory {

    /** Finds a person by id. */
    Optional<Person> find(String personId);

    /** All people, sorted by id. */
    List<Person> people();
}
