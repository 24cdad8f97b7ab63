package org.portcullis.model.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.portcullis.model.calendar.TradingCalendar;
import org.portcullis.model.calendar.TradingCalendars;
import org.portcullis.model.calendar.WeekdayCalendar;
import org.portcullis.model.control.Role;

class OrganisationTest {
    private static final LocalDate FRIDAY = LocalDate.of(2022, 4, 29);
    private static final LocalDate BANK_HOLIDAY = LocalDate.of(2022, 5, 2);
    private static final Period ALWAYS = new Period(LocalDate.of(2022, 1, 1), Optional.empty());
    private static final Role HEAD = new Role("Desk Head");

    @Test
    void holdersAreThoseWhoWorkHereOnTheDay() {
        Organisation firm = firm().add(person("p-old", new Period(LocalDate.of(2021, 1, 1), Optional.of(FRIDAY)), HEAD))
                .build();
        assertEquals(Set.of("p-old", "p-reid"), firm.holders(HEAD, FRIDAY.minusDays(1)));
        assertEquals(Set.of("p-reid"), firm.holders(HEAD, FRIDAY));
    }

    @Test
    void delegateActsInTheRoleWhileTheDelegationLasts() {
        Organisation firm = firm().add(delegation("p-reid", "p-kay")).build();
        assertEquals(Set.of("p-kay", "p-reid"), firm.holders(HEAD, FRIDAY));
        assertEquals(Set.of("p-reid"), firm.holders(HEAD, BANK_HOLIDAY));
        assertEquals(Set.of(HEAD), firm.rolesOf("p-kay", FRIDAY));
        assertEquals(Set.of("p-kay"), firm.delegatesOf("p-reid", FRIDAY));
    }

    @Test
    void delegatedRoleCannotBePassedOn() {
        Organisation firm = firm().add(person("p-lee", ALWAYS))
                .add(delegation("p-reid", "p-kay"))
                .add(delegation("p-kay", "p-lee"))
                .build();
        assertEquals(Set.of("p-kay", "p-reid"), firm.holders(HEAD, FRIDAY));
    }

    @Test
    void whoIsNotOnTheRotaIsNotOnDuty() {
        Organisation firm = firm().add(rota(DayOfWeek.MONDAY)).build();
        assertEquals(Set.of(), firm.onDuty(HEAD, FRIDAY));
        assertEquals(Set.of("p-reid"), firm.onDuty(HEAD, BANK_HOLIDAY));
    }

    @Test
    void delegateOfSomebodyOnDutyIsOnDuty() {
        Organisation firm = firm().add(rota(DayOfWeek.FRIDAY))
                .add(delegation("p-reid", "p-kay"))
                .build();
        assertEquals(Set.of("p-kay", "p-reid"), firm.onDuty(HEAD, FRIDAY));
    }

    @Test
    void nobodyIsAvailableOnAHolidayOfTheLocation() {
        Organisation firm = firm().build();
        assertEquals(Set.of("p-reid"), firm.available(HEAD, FRIDAY, London.CALENDARS));
        assertEquals(Set.of(), firm.available(HEAD, BANK_HOLIDAY, London.CALENDARS));
    }

    @Test
    void dayThatTheCalendarDoesNotKnowKeepsNobodyAtHome() {
        assertFalse(firm().build().isAway("p-reid", LocalDate.of(2040, 5, 7), London.CALENDARS));
    }

    @Test
    void firmsOwnCalendarHidesThatOfTheLibrary() {
        DeclaredCalendar own =
                new DeclaredCalendar("XLON-EQ", "XLON-EQ", new TreeSet<>(), new TreeSet<>(Set.of(BANK_HOLIDAY)));
        TradingCalendars calendars = new OrganisationCalendars(List.of(own), London.CALENDARS);
        assertFalse(firm().build().isAway("p-reid", BANK_HOLIDAY, calendars));
        assertEquals(List.of("XLON-EQ"), calendars.names());
    }

    @Test
    void keyCountsWhileItIsValid() {
        Organisation firm = firm().add(new PersonKey(
                        "p-reid", "key-reid", "0".repeat(64), new Period(ALWAYS.from(), Optional.of(FRIDAY))))
                .build();
        assertTrue(firm.hasKey("p-reid", FRIDAY.minusDays(1)));
        assertFalse(firm.hasKey("p-reid", FRIDAY));
    }

    @Test
    void idThatNamesNothingIsRefused() {
        Organisation.Builder firm = firm().add(delegation("p-reid", "p-nobody"));
        assertThrows(IllegalArgumentException.class, firm::build);
    }

    @Test
    void idThatIsThereTwiceIsRefused() {
        Organisation.Builder firm = firm().add(person("p-reid", ALWAYS));
        assertThrows(IllegalArgumentException.class, firm::build);
    }

    @Test
    void periodEndsAfterItBegins() {
        assertThrows(IllegalArgumentException.class, () -> new Period(FRIDAY, Optional.of(FRIDAY)));
    }

    @Test
    void periodsThatMeetDoNotOverlap() {
        Period before = new Period(ALWAYS.from(), Optional.of(FRIDAY));
        assertFalse(before.overlaps(new Period(FRIDAY, Optional.empty())));
        assertTrue(before.overlaps(new Period(FRIDAY.minusDays(1), Optional.empty())));
    }

    private static Organisation.Builder firm() {
        return Organisation.named("Firm")
                .add(new LegalEntity("ent", "Firm Limited"))
                .add(new Location("ldn", "London", "GB", "XLON-EQ"))
                .add(new Desk("d1", "Delta 1", "ent", "ldn"))
                .add(HEAD)
                .add(person("p-reid", ALWAYS, HEAD))
                .add(person("p-kay", ALWAYS));
    }

    private static Person person(String id, Period valid, Role... roles) {
        return new Person(id, "Name of " + id, Optional.of("d1"), "ldn", new TreeSet<>(List.of(roles)), valid);
    }

    private static Delegation delegation(String from, String to) {
        return new Delegation(from, to, HEAD, new Period(FRIDAY.minusDays(7), Optional.of(BANK_HOLIDAY)));
    }

    private static Rota rota(DayOfWeek day) {
        return new Rota(
                HEAD,
                List.of(new Rota.Shift(new TreeSet<>(Set.of(day)), Optional.empty(), new TreeSet<>(Set.of("p-reid")))));
    }

    /** Knows London alone, and one holiday of it. */
    private static final class London implements TradingCalendars {
        static final London CALENDARS = new London();

        @Override
        public Optional<TradingCalendar> find(String name) {
            return Optional.of(name)
                    .filter("XLON-EQ"::equals)
                    .map(found -> new WeekdayCalendar(found, Set.of(BANK_HOLIDAY)));
        }

        @Override
        public List<String> names() {
            return List.of("XLON-EQ");
        }
    }
}
