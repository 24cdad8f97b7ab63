package org.portcullis.organisation.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.model.control.Role;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.model.organisation.Period;
import org.portcullis.model.organisation.Person;
import org.portcullis.yaml.Faults;
import org.portcullis.yaml.Text;
import org.portcullis.yaml.YamlValue;

/** Reads people. Mutable, for one reading. */
final class PeopleReading {
    private static final List<String> FIELDS = List.of("id", "name", "desk", "location", "roles", "from", "until");

    private final Organisation.Builder organisation;
    private final PlacesReading places;
    private final Declared roles;
    private final Faults faults;
    private final Declared people;
    private final Map<String, Person> byId = new TreeMap<>();

    PeopleReading(Organisation.Builder organisation, PlacesReading places, Declared roles, Faults faults) {
        this.organisation = organisation;
        this.places = places;
        this.roles = roles;
        this.faults = faults;
        this.people = new Declared("person", faults);
    }

    Declared people() {
        return people;
    }

    /** A person whose entry has no fault. */
    Optional<Person> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    void person(YamlValue value) {
        long before = faults.count();
        Entry entry = Entry.of(value, FIELDS, faults);
        Optional<Text> id = entry.id("id");
        id.ifPresent(people::declare);
        Optional<Text> name = entry.name("name");
        Optional<String> desk = entry.fields().optional("desk").map(text -> known(text, places.desks()));
        Optional<String> location = entry.fields().optional("location").map(text -> known(text, places.locations()));
        if (desk.isEmpty()
                && location.isEmpty()
                && !entry.fields().has("desk")
                && !entry.fields().has("location")) {
            faults.add(
                    entry.fields().at(),
                    "nobody can tell where this person works",
                    "add `desk:`, or `location:` for a person without a desk");
        }
        SortedSet<Role> held = new TreeSet<>();
        for (Text role : entry.names("roles", true)) {
            roles.require(role);
            held.add(new Role(role.value()));
        }
        Optional<Period> valid = entry.period();
        Optional<String> worksAt = location.or(() -> desk.flatMap(places::locationOf));
        if (faults.count() == before
                && id.isPresent()
                && name.isPresent()
                && worksAt.isPresent()
                && valid.isPresent()) {
            Person person = new Person(id.get().value(), name.get().value(), desk, worksAt.get(), held, valid.get());
            byId.put(person.id(), person);
            organisation.add(person);
        }
    }

    private static String known(Text text, Declared declared) {
        declared.require(text);
        return text.value();
    }
}
