package org.portcullis.model.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portcullis.model.calendar.TradingCalendar;
import org.portcullis.model.calendar.TradingCalendars;
import org.portcullis.model.control.Role;

/**
 * A firm: what its organisation file says, with every id known and unique. Immutable.
 *
 * <p>Every question about people names the day for which it is asked.
 */
public final class Organisation {
    private final String name;
    private final SortedMap<String, LegalEntity> entities;
    private final SortedMap<String, Location> locations;
    private final SortedMap<String, Desk> desks;
    private final SortedSet<Role> roles;
    private final SortedMap<String, Person> people;
    private final List<PersonKey> keys;
    private final List<Delegation> delegations;
    private final SortedMap<Role, Rota> rotas;
    private final List<DeclaredCalendar> calendars;
    private final Map<Role, List<Person>> peopleByRole = new TreeMap<>();
    private final Map<Role, List<Delegation>> delegationsByRole;
    private final Map<String, List<Delegation>> delegationsByDelegate;
    private final Map<String, List<Delegation>> delegationsByPerson;
    private final Map<String, List<PersonKey>> keysByPerson;

    private Organisation(Builder parts) {
        this.name = parts.name;
        this.entities = byId("legal entity", parts.entities, LegalEntity::id);
        this.locations = byId("location", parts.locations, Location::id);
        this.desks = byId("desk", parts.desks, Desk::id);
        this.roles = Collections.unmodifiableSortedSet(new TreeSet<>(parts.roles));
        this.people = byId("person", parts.people, Person::id);
        this.keys = List.copyOf(parts.keys);
        this.delegations = List.copyOf(parts.delegations);
        this.rotas = byId("rota", parts.rotas, Rota::role);
        this.calendars = List.copyOf(parts.calendars);
        this.delegationsByRole = grouped(delegations, Delegation::role);
        this.delegationsByDelegate = grouped(delegations, Delegation::to);
        this.delegationsByPerson = grouped(delegations, Delegation::from);
        this.keysByPerson = grouped(keys, PersonKey::person);
        for (Person person : people.values()) {
            for (Role role : person.roles()) {
                peopleByRole.computeIfAbsent(role, none -> new ArrayList<>()).add(person);
            }
        }
        byId("key", keys, PersonKey::keyId);
        byId("calendar", calendars, DeclaredCalendar::name);
        desks.values().forEach(desk -> {
            known("legal entity", entities, desk.entity());
            known("location", locations, desk.location());
        });
        people.values().forEach(person -> {
            person.desk().ifPresent(desk -> known("desk", desks, desk));
            known("location", locations, person.location());
            person.roles().forEach(this::known);
        });
        keys.forEach(key -> known("person", people, key.person()));
        delegations.forEach(delegation -> {
            known("person", people, delegation.from());
            known("person", people, delegation.to());
            known(delegation.role());
        });
        rotas.values().forEach(rota -> {
            known(rota.role());
            rota.shifts().forEach(shift -> shift.people().forEach(person -> known("person", people, person)));
        });
    }

    /** Begins an organisation. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The firm's name. */
    public String name() {
        return name;
    }

    /** The legal entities, sorted by id. */
    public List<LegalEntity> entities() {
        return List.copyOf(entities.values());
    }

    /** The locations, sorted by id. */
    public List<Location> locations() {
        return List.copyOf(locations.values());
    }

    /** The desks, sorted by id. */
    public List<Desk> desks() {
        return List.copyOf(desks.values());
    }

    /** The roles that the firm has, whether anybody holds them or not. */
    public SortedSet<Role> roles() {
        return roles;
    }

    /** The people, sorted by id. */
    public List<Person> people() {
        return List.copyOf(people.values());
    }

    /** The keys in the order of the file. */
    public List<PersonKey> keys() {
        return keys;
    }

    /** The delegations in the order of the file. */
    public List<Delegation> delegations() {
        return delegations;
    }

    /** The rotas, sorted by role. */
    public List<Rota> rotas() {
        return List.copyOf(rotas.values());
    }

    /** The calendars that the firm keeps itself, in the order of the file. */
    public List<DeclaredCalendar> calendars() {
        return calendars;
    }

    /** Finds a person by id. */
    public Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    /** Finds a location by id. */
    public Optional<Location> location(String id) {
        return Optional.ofNullable(locations.get(id));
    }

    /** The delegations that count on the day: both people work here, and the one who delegates holds the role. */
    public List<Delegation> delegationsOn(LocalDate day) {
        return counting(delegations, day).toList();
    }

    /** The delegations by which the person acts for others on the day. */
    public List<Delegation> delegationsTo(String person, LocalDate day) {
        return counting(delegationsByDelegate.getOrDefault(person, List.of()), day)
                .toList();
    }

    /** The roles in which the person acts on the day, delegated ones included. */
    public SortedSet<Role> rolesOf(String person, LocalDate day) {
        SortedSet<Role> held = new TreeSet<>();
        person(person).filter(known -> known.valid().contains(day)).ifPresent(known -> held.addAll(known.roles()));
        delegationsTo(person, day).forEach(delegation -> held.add(delegation.role()));
        return held;
    }

    /** The ids of the people who act in the role on the day, in person or by delegation. */
    public SortedSet<String> holders(Role role, LocalDate day) {
        SortedSet<String> holders = peopleByRole.getOrDefault(role, List.of()).stream()
                .filter(person -> person.valid().contains(day))
                .map(Person::id)
                .collect(Collectors.toCollection(TreeSet::new));
        counting(delegationsByRole.getOrDefault(role, List.of()), day)
                .forEach(delegation -> holders.add(delegation.to()));
        return holders;
    }

    /** The holders who are on duty on the day; all of them where the role has no rota. Who acts for somebody on duty is on duty as well. */
    public SortedSet<String> onDuty(Role role, LocalDate day) {
        SortedSet<String> holders = holders(role, day);
        Rota rota = rotas.get(role);
        if (rota == null) {
            return holders;
        }
        Set<String> listed = rota.onDuty(day);
        SortedSet<String> onDuty = new TreeSet<>(listed);
        counting(delegationsByRole.getOrDefault(role, List.of()), day)
                .filter(delegation -> listed.contains(delegation.from()))
                .forEach(delegation -> onDuty.add(delegation.to()));
        onDuty.retainAll(holders);
        return onDuty;
    }

    /**
     * The holders who are on duty and at work on the day: the calendar of their location has no holiday. A calendar that does not know of the day keeps nobody
     * at home.
     */
    public SortedSet<String> available(Role role, LocalDate day, TradingCalendars calendarsByName) {
        SortedSet<String> available = onDuty(role, day);
        available.removeIf(person -> isAway(person, day, calendarsByName));
        return available;
    }

    /** Whether the day is a holiday where the person works. */
    public boolean isAway(String person, LocalDate day, TradingCalendars calendarsByName) {
        Optional<TradingCalendar> calendar = person(person)
                .flatMap(known -> location(known.location()))
                .flatMap(location -> calendarsByName.find(location.calendar()));
        return calendar.filter(known -> known.covers(day) && !known.isTradingDay(day))
                .isPresent();
    }

    /** The ids of the people who act for the person on the day, in whatever role. */
    public SortedSet<String> delegatesOf(String person, LocalDate day) {
        return counting(delegationsByPerson.getOrDefault(person, List.of()), day)
                .map(Delegation::to)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the person has a key whose signatures count on the day. */
    public boolean hasKey(String person, LocalDate day) {
        return keysByPerson.getOrDefault(person, List.of()).stream()
                .anyMatch(key -> key.valid().contains(day));
    }

    private Stream<Delegation> counting(List<Delegation> some, LocalDate day) {
        return some.stream()
                .filter(delegation -> delegation.valid().contains(day)
                        && holdsInPerson(delegation.from(), delegation.role(), day)
                        && worksHere(delegation.to(), day));
    }

    private boolean worksHere(String person, LocalDate day) {
        return person(person).filter(known -> known.valid().contains(day)).isPresent();
    }

    private boolean holdsInPerson(String person, Role role, LocalDate day) {
        return worksHere(person, day)
                && person(person).filter(known -> known.roles().contains(role)).isPresent();
    }

    private void known(Role role) {
        if (!roles.contains(role)) {
            throw new IllegalArgumentException("there is no role `" + role + "`");
        }
    }

    private static void known(String what, SortedMap<String, ?> all, String id) {
        if (!all.containsKey(id)) {
            throw new IllegalArgumentException("there is no " + what + " `" + id + "`");
        }
    }

    private static <K extends Comparable<K>, T> Map<K, List<T>> grouped(List<T> parts, Function<T, K> key) {
        Map<K, List<T>> groups = new TreeMap<>();
        parts.forEach(part -> groups.computeIfAbsent(key.apply(part), none -> new ArrayList<>())
                .add(part));
        return groups;
    }

    private static <K extends Comparable<K>, T> SortedMap<K, T> byId(String what, List<T> parts, Function<T, K> id) {
        TreeMap<K, T> all = new TreeMap<>();
        for (T part : parts) {
            if (all.put(id.apply(part), part) != null) {
                throw new IllegalArgumentException("the " + what + " `" + id.apply(part) + "` is there twice");
            }
        }
        return Collections.unmodifiableSortedMap(all);
    }

    /** Collects the parts of an organisation in any order. Mutable, for one thread. */
    public static final class Builder {
        private final String name;
        private final List<LegalEntity> entities = new ArrayList<>();
        private final List<Location> locations = new ArrayList<>();
        private final List<Desk> desks = new ArrayList<>();
        private final List<Role> roles = new ArrayList<>();
        private final List<Person> people = new ArrayList<>();
        private final List<PersonKey> keys = new ArrayList<>();
        private final List<Delegation> delegations = new ArrayList<>();
        private final List<Rota> rotas = new ArrayList<>();
        private final List<DeclaredCalendar> calendars = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /** Adds a legal entity. */
        public Builder add(LegalEntity entity) {
            entities.add(entity);
            return this;
        }

        /** Adds a location. */
        public Builder add(Location location) {
            locations.add(location);
            return this;
        }

        /** Adds a desk. */
        public Builder add(Desk desk) {
            desks.add(desk);
            return this;
        }

        /** Adds a role. */
        public Builder add(Role role) {
            roles.add(role);
            return this;
        }

        /** Adds a person. */
        public Builder add(Person person) {
            people.add(person);
            return this;
        }

        /** Adds a key. */
        public Builder add(PersonKey key) {
            keys.add(key);
            return this;
        }

        /** Adds a delegation. */
        public Builder add(Delegation delegation) {
            delegations.add(delegation);
            return this;
        }

        /** Adds a rota. */
        public Builder add(Rota rota) {
            rotas.add(rota);
            return this;
        }

        /** Adds a calendar of the firm's own. */
        public Builder add(DeclaredCalendar calendar) {
            calendars.add(calendar);
            return this;
        }

        /**
         * Puts the parts together.
         *
         * @throws IllegalArgumentException if an id is there twice or names nothing
         */
        public Organisation build() {
            return new Organisation(this);
        }
    }
}
