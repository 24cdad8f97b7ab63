package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.model.control.Role;

/** A directory of people that are given by name. */
record FixedPeople(TreeMap<String, Person> byId, Optional<Set<String>> duty) implements Directory {

    static FixedPeople none() {
        return new FixedPeople(new TreeMap<>(), Optional.empty());
    }

    /** The same people, of whom only these are on duty. */
    FixedPeople onDuty(String... people) {
        return new FixedPeople(byId, Optional.of(Set.of(people)));
    }

    @Override
    public SortedSet<String> onDuty(Role role, Instant at) {
        TreeSet<String> onDuty = new TreeSet<>(holders(role));
        duty.ifPresent(onDuty::retainAll);
        return onDuty;
    }

    FixedPeople with(String id, String... roles) {
        return with(id, Set.of(), roles);
    }

    FixedPeople with(String id, Set<String> delegates, String... roles) {
        TreeMap<String, Person> more = new TreeMap<>(byId);
        more.put(
                id,
                new Person(
                        id,
                        "Name of " + id,
                        Stream.of(roles).map(Role::new).collect(Collectors.toCollection(TreeSet::new)),
                        new TreeSet<>(delegates)));
        return new FixedPeople(more, duty);
    }

    @Override
    public Optional<Person> find(String personId) {
        return Optional.ofNullable(byId.get(personId));
    }

    @Override
    public List<Person> people() {
        return List.copyOf(byId.values());
    }
}
