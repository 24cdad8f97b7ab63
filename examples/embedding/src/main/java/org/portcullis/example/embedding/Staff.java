package org.portcullis.example.embedding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.model.control.Role;

/** The people of the desk; an order management system asks its own directory. */
final class Staff implements Directory {
    static final String TRADER = "p-hale";
    static final String HEAD = "p-reid";
    static final String RISK = "p-okafor";

    private final Map<String, Person> people = new TreeMap<>(Map.of(
            TRADER, person(TRADER, "R. Hale", "Trader"),
            HEAD, person(HEAD, "S. Reid", "Desk Head"),
            RISK, person(RISK, "T. Okafor", "Trading Risk")));

    @Override
    public Optional<Person> find(String personId) {
        return Optional.ofNullable(people.get(personId));
    }

    @Override
    public List<Person> people() {
        return List.copyOf(people.values());
    }

    /** The name as people know it. */
    String name(String personId) {
        return find(personId).map(Person::name).orElse(personId);
    }

    private static Person person(String id, String name, String role) {
        return new Person(id, name, new TreeSet<>(Set.of(new Role(role))), new TreeSet<>());
    }
}
