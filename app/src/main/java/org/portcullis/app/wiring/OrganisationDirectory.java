package org.portcullis.app.wiring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.model.calendar.TradingCalendars;
import org.portcullis.model.control.Role;
import org.portcullis.model.organisation.Organisation;

/** The people of an organisation as the engine asks for them, on one day; a new day needs a new directory. Immutable. */
public final class OrganisationDirectory implements Directory {
    private final TreeMap<String, Person> people = new TreeMap<>();
    private final Organisation organisation;
    private final LocalDate day;
    private final TradingCalendars calendars;

    /**
     * Takes the people who work there on the day, with the roles in which they act that day and those who act for them.
     *
     * @param calendars know the holidays of the locations
     */
    public OrganisationDirectory(Organisation organisation, LocalDate day, TradingCalendars calendars) {
        this.organisation = organisation;
        this.day = day;
        this.calendars = calendars;
        organisation.people().stream()
                .filter(person -> person.valid().contains(day))
                .forEach(person -> people.put(
                        person.id(),
                        new Person(
                                person.id(),
                                person.name(),
                                organisation.rolesOf(person.id(), day),
                                organisation.delegatesOf(person.id(), day))));
    }

    @Override
    public Optional<Person> find(String personId) {
        return Optional.ofNullable(people.get(personId));
    }

    /** Who is on duty by the rota on the day of this directory, and not on holiday. */
    @Override
    public SortedSet<String> onDuty(Role role, Instant at) {
        return organisation.available(role, day, calendars);
    }

    @Override
    public List<Person> people() {
        return List.copyOf(people.values());
    }
}
