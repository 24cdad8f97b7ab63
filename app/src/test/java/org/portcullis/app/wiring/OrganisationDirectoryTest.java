package org.portcullis.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.people.Directory;
import org.portcullis.model.control.Role;
import org.portcullis.model.organisation.Delegation;
import org.portcullis.model.organisation.Location;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.model.organisation.Period;
import org.portcullis.model.organisation.Person;
import org.portcullis.model.organisation.Rota;
import org.portcullis.organisation.calendar.LibraryCalendars;

class OrganisationDirectoryTest {
    private static final LocalDate MONDAY = LocalDate.of(2022, 5, 9);
    private static final Role HEAD = new Role("Desk Head");
    private static final Role DUTY = new Role("Risk Duty Manager");
    private static final Directory DURING = new OrganisationDirectory(firm(), MONDAY, LibraryCalendars.load());
    private static final Directory AFTER =
            new OrganisationDirectory(firm(), MONDAY.plusDays(1), LibraryCalendars.load());

    @Test
    void delegateHasTheRoleOnTheDaysOfTheDelegation() {
        assertEquals(Set.of(DUTY, HEAD), DURING.find("p-kay").orElseThrow().roles());
        assertEquals(Set.of(DUTY), AFTER.find("p-kay").orElseThrow().roles());
    }

    @Test
    void whoDelegatesNamesTheDelegate() {
        assertEquals(Set.of("p-kay"), DURING.find("p-reid").orElseThrow().delegates());
        assertEquals(Set.of(), AFTER.find("p-reid").orElseThrow().delegates());
    }

    @Test
    void whoDoesNotWorkHereYetIsNotFound() {
        assertEquals(Optional.empty(), DURING.find("p-new"));
        assertEquals(3, AFTER.people().size());
    }

    @Test
    void whoIsOnTheRotaIsOnDuty() {
        assertEquals(Set.of("p-reid"), DURING.onDuty(DUTY, Instant.EPOCH));
        assertEquals(Set.of("p-kay"), AFTER.onDuty(DUTY, Instant.EPOCH));
    }

    @Test
    void whoActsForSomebodyOnDutyIsOnDuty() {
        assertEquals(Set.of("p-kay", "p-reid"), DURING.onDuty(HEAD, Instant.EPOCH));
    }

    @Test
    void onABankHolidayNobodyIsOnDuty() {
        Directory holiday = new OrganisationDirectory(firm(), LocalDate.of(2022, 5, 2), LibraryCalendars.load());
        assertEquals(Set.of(), holiday.onDuty(DUTY, Instant.EPOCH));
    }

    private static Organisation firm() {
        Period always = new Period(LocalDate.of(2020, 1, 1), Optional.empty());
        return Organisation.named("Firm")
                .add(new Location("ldn", "London", "GB", "XLON-EQ"))
                .add(HEAD)
                .add(DUTY)
                .add(person("p-reid", always, HEAD, DUTY))
                .add(person("p-kay", always, DUTY))
                .add(new Rota(DUTY, List.of(shift(DayOfWeek.MONDAY, "p-reid"), shift(DayOfWeek.TUESDAY, "p-kay"))))
                .add(person("p-new", new Period(MONDAY.plusDays(1), Optional.empty())))
                .add(new Delegation("p-reid", "p-kay", HEAD, new Period(MONDAY, Optional.of(MONDAY.plusDays(1)))))
                .build();
    }

    private static Rota.Shift shift(DayOfWeek day, String person) {
        return new Rota.Shift(new TreeSet<>(List.of(day)), Optional.empty(), new TreeSet<>(List.of(person)));
    }

    private static Person person(String id, Period valid, Role... roles) {
        return new Person(id, id, Optional.empty(), "ldn", new TreeSet<>(List.of(roles)), valid);
    }
}
