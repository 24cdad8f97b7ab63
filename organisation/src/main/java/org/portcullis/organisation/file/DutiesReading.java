package org.portcullis.organisation.file;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.model.control.Role;
import org.portcullis.model.organisation.Delegation;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.model.organisation.Period;
import org.portcullis.model.organisation.Person;
import org.portcullis.model.organisation.PersonKey;
import org.portcullis.model.organisation.Rota;
import org.portcullis.model.text.ShownText;
import org.portcullis.yaml.Faults;
import org.portcullis.yaml.Spot;
import org.portcullis.yaml.Text;
import org.portcullis.yaml.YamlValue;

/** Reads keys, delegations and rotas: what people of the file may do, and when. Mutable, for one reading. */
final class DutiesReading {
    private final Organisation.Builder organisation;
    private final PeopleReading people;
    private final Declared roles;
    private final Faults faults;
    private final Declared keyIds;
    private final Declared rotas;
    private final Map<String, Spot> publicKeys = new TreeMap<>();

    DutiesReading(Organisation.Builder organisation, PeopleReading people, Declared roles, Faults faults) {
        this.organisation = organisation;
        this.people = people;
        this.roles = roles;
        this.faults = faults;
        this.keyIds = new Declared("key", faults);
        this.rotas = new Declared("rota of the role", faults);
    }

    void key(YamlValue value) {
        long before = faults.count();
        Entry entry = Entry.of(value, List.of("id", "person", "public", "from", "until"), faults);
        Optional<Text> id = entry.id("id");
        id.ifPresent(keyIds::declare);
        Optional<Text> person = person(entry, "person");
        Optional<Text> text = entry.fields().required("public");
        Optional<String> key = text.flatMap(found -> PublicKeyText.read(found, faults));
        if (text.isPresent() && key.isPresent()) {
            Spot earlier = publicKeys.putIfAbsent(key.get(), text.get().at());
            if (earlier != null) {
                faults.add(
                        text.get().at(),
                        "this public key is there twice, first on line " + earlier.line(),
                        "let every person, and every new key, have a pair of keys of its own");
            }
        }
        Optional<Period> valid = entry.period();
        if (faults.count() == before && id.isPresent() && person.isPresent() && key.isPresent() && valid.isPresent()) {
            organisation.add(new PersonKey(person.get().value(), id.get().value(), key.get(), valid.get()));
        }
    }

    void delegation(YamlValue value) {
        long before = faults.count();
        Entry entry = Entry.of(value, List.of("person", "delegate", "role", "from", "until"), faults);
        Optional<Text> from = person(entry, "person");
        Optional<Text> to = person(entry, "delegate");
        Optional<Text> role = entry.fields().required("role");
        role.ifPresent(roles::require);
        Optional<Period> valid = entry.period();
        if (from.isEmpty() || to.isEmpty() || role.isEmpty() || valid.isEmpty()) {
            return;
        }
        if (from.get().value().equals(to.get().value())) {
            faults.add(to.get().at(), "nobody acts for himself or herself", "name the person who acts instead");
        }
        people.find(from.get().value()).ifPresent(person -> {
            holds(person, role.get(), role.get().at());
            works(person, valid.get(), from.get());
        });
        people.find(to.get().value()).ifPresent(person -> works(person, valid.get(), to.get()));
        if (faults.count() == before) {
            organisation.add(new Delegation(
                    from.get().value(), to.get().value(), new Role(role.get().value()), valid.get()));
        }
    }

    void rota(YamlValue value) {
        long before = faults.count();
        Entry entry = Entry.of(value, List.of("role", "shifts"), faults);
        Optional<Text> role = entry.fields().required("role");
        role.ifPresent(roles::require);
        role.ifPresent(rotas::declare);
        List<Rota.Shift> shifts = new ArrayList<>();
        entry.fields()
                .entries("shifts", true)
                .forEach(shift -> shift(shift, role).ifPresent(shifts::add));
        if (faults.count() == before && role.isPresent() && !shifts.isEmpty()) {
            organisation.add(new Rota(new Role(role.get().value()), shifts));
        }
    }

    private Optional<Rota.Shift> shift(YamlValue value, Optional<Text> role) {
        long before = faults.count();
        Entry entry = Entry.of(value, List.of("people", "weekdays", "from", "until"), faults);
        SortedSet<String> onDuty = new TreeSet<>();
        for (Text id : entry.names("people", true)) {
            people.people().require(id);
            role.ifPresent(held -> people.find(id.value()).ifPresent(person -> holds(person, held, id.at())));
            onDuty.add(id.value());
        }
        if (onDuty.isEmpty() && faults.count() == before) {
            faults.add(entry.fields().at("people"), "nobody is on this shift", "name its people, or leave it out");
        }
        List<DayOfWeek> weekdays = entry.fields().has("weekdays")
                ? entry.fields()
                        .choices(
                                "weekdays",
                                List.of(DayOfWeek.values()),
                                day -> day.name().toLowerCase(Locale.ROOT))
                : List.of();
        boolean dated = entry.fields().has("from") || entry.fields().has("until");
        Optional<Period> during = dated ? entry.period() : Optional.empty();
        return faults.count() == before
                ? Optional.of(new Rota.Shift(new TreeSet<>(weekdays), during, onDuty))
                : Optional.empty();
    }

    private Optional<Text> person(Entry entry, String name) {
        Optional<Text> person = entry.fields().required(name);
        person.ifPresent(people.people()::require);
        return person;
    }

    private void holds(Person person, Text role, Spot at) {
        if (!person.roles().contains(new Role(role.value()))) {
            faults.add(
                    at,
                    ShownText.quoted(person.name()) + " does not hold the role " + ShownText.quoted(role.value()),
                    "give the person the role, or name somebody who holds it");
        }
    }

    private void works(Person person, Period period, Text id) {
        if (!person.valid().overlaps(period)) {
            faults.add(
                    id.at(),
                    ShownText.quoted(person.name()) + " works here " + person.valid() + ", on no day of the delegation",
                    "correct the days, or leave the delegation out");
        }
    }
}
