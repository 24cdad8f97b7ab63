package org.portcullis.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.model.control.Role;

/** A directory under pseudonyms: the same people with the same roles, whose names are their pseudonyms as well. */
final class ConcealedPeople implements Directory {
    private final Directory people;
    private final SortedMap<String, String> pseudonyms;
    private final TreeMap<String, Person> byPseudonym = new TreeMap<>();

    /**
     * Conceals a directory.
     *
     * @param pseudonyms of everybody whom it names, by their ids
     */
    ConcealedPeople(Directory people, SortedMap<String, String> pseudonyms) {
        this.people = people;
        this.pseudonyms = pseudonyms;
        for (Person person : people.people()) {
            String pseudonym = of(person.id());
            byPseudonym.put(pseudonym, new Person(pseudonym, pseudonym, person.roles(), of(person.delegates())));
        }
    }

    @Override
    public Optional<Person> find(String personId) {
        return Optional.ofNullable(byPseudonym.get(personId));
    }

    @Override
    public List<Person> people() {
        return List.copyOf(byPseudonym.values());
    }

    @Override
    public SortedSet<String> onDuty(Role role, Instant at) {
        return of(people.onDuty(role, at));
    }

    private SortedSet<String> of(SortedSet<String> ids) {
        TreeSet<String> concealed = new TreeSet<>();
        ids.forEach(id -> concealed.add(of(id)));
        return concealed;
    }

    private String of(String id) {
        String pseudonym = pseudonyms.get(id);
        if (pseudonym == null) {
            throw new IllegalStateException("somebody is on duty whom the directory did not name before");
        }
        return pseudonym;
    }
}
