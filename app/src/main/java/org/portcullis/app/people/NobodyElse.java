package org.portcullis.app.people;

import java.util.List;
import java.util.Optional;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;

/** A directory for commands that ask for no roles. */
final class NobodyElse implements Directory {

    @Override
    public Optional<Person> find(String personId) {
        return Optional.empty();
    }

    @Override
    public List<Person> people() {
        return List.of();
    }
}
