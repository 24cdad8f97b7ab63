package org.portcullis.organisation.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.model.calendar.TradingCalendars;
import org.portcullis.model.control.Role;
import org.portcullis.model.organisation.Desk;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.model.organisation.OrganisationCalendars;
import org.portcullis.model.organisation.Period;
import org.portcullis.model.organisation.Person;
import org.portcullis.organisation.calendar.LibraryCalendars;

class OrganisationFileTest {
    private static final Path SAMPLE = Path.of("..", "policies", "incidents", "2022-05-02", "organisation.yaml");
    private static final Organisation FIRM = Example.organisation();
    private static final Role HEAD = new Role("Desk Head");
    private static final Role DUTY = new Role("Risk Duty Manager");

    @Test
    void exampleOfTheReferenceIsRead() {
        assertEquals("Example Global Markets", FIRM.name());
        assertEquals(7, FIRM.people().size());
        assertEquals(3, FIRM.locations().size());
    }

    @Test
    void deskHasItsPlace() {
        assertEquals(new Desk("d1-ldn", "Delta 1", "egml", "ldn"), FIRM.desks().get(0));
    }

    @Test
    void personWithoutALocationWorksWhereTheDeskIs() {
        Person hale = FIRM.person("p-hale").orElseThrow();
        assertEquals("ldn", hale.location());
        assertEquals(new Period(LocalDate.of(2019, 9, 2), Optional.of(LocalDate.of(2023, 1, 1))), hale.valid());
    }

    @Test
    void keyInPemIsTheKeyInHex() {
        assertTrue(FIRM.keys().stream().allMatch(key -> key.publicKey().matches("[0-9a-f]{64}")));
        assertEquals(2, FIRM.keys().size());
    }

    @Test
    void delegationCountsOnItsDays() {
        assertEquals(Set.of("p-cruz", "p-okafor", "p-reid"), FIRM.holders(HEAD, LocalDate.of(2022, 5, 13)));
        assertEquals(Set.of("p-cruz", "p-reid"), FIRM.holders(HEAD, LocalDate.of(2022, 5, 14)));
    }

    @Test
    void rotaSaysWhoIsOnDuty() {
        assertEquals(Set.of("p-lund"), FIRM.onDuty(DUTY, LocalDate.of(2022, 5, 4)));
        assertEquals(Set.of("p-brandt"), FIRM.onDuty(DUTY, LocalDate.of(2022, 5, 5)));
    }

    @Test
    void bankHolidayKeepsLondonAtHomeAndNotNewYork() {
        TradingCalendars calendars = new OrganisationCalendars(FIRM.calendars(), LibraryCalendars.load());
        LocalDate earlyMay = LocalDate.of(2022, 5, 2);
        assertEquals(Set.of("p-cruz"), FIRM.available(HEAD, earlyMay, calendars));
        assertEquals(Set.of("p-lund"), FIRM.available(DUTY, earlyMay, calendars));
    }

    @Test
    void organisationOfTheIncidentIsRead() throws IOException {
        OrganisationLoading loading = OrganisationFile.read(Files.readAllBytes(SAMPLE), "organisation.yaml");
        assertEquals(List.of(), loading.match(organisation -> List.of(), faults -> faults));
    }

    @Test
    void emptyListsAreNoProblem() {
        assertEquals(
                List.of(),
                Example.faults(
                        "format: '1'\norganisation: X\nentities: []\nlocations: []\ndesks: []\nroles: []\npeople: []\n"));
    }
}
