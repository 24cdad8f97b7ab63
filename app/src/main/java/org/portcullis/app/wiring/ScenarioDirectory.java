package org.portcullis.app.wiring;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;

/** The people of a list, by id; immutable. */
public final class ScenarioDirectory implements Directory {
    private final TreeMap<String, Person> people = new TreeMap<>();

    /** Takes the people; {@link IllegalArgumentException} where two have the same id. */
    public ScenarioDirectory(List<Person> people) {
        for (Person person : people) {
            if (this.people.put(person.id(), person) != null) {
                throw new IllegalArgumentException("two people have the id `" + person.id() + "`");
            }
        }
    }

    @Override
    public Optional<Person> find(String personId) {
        return Optional.ofNullable(people.get(personId));
    }

    @Override
    public List<Person> people() {
        return List.copyOf(people.values());
    }
}
