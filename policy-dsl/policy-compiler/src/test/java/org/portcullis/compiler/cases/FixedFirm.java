package org.portcullis.compiler.cases;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.model.calendar.TradingCalendar;
import org.portcullis.model.calendar.TradingCalendars;
import org.portcullis.model.control.Role;
import org.portcullis.model.organisation.Delegation;
import org.portcullis.model.organisation.Desk;
import org.portcullis.model.organisation.LegalEntity;
import org.portcullis.model.organisation.Location;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.model.organisation.Period;
import org.portcullis.model.organisation.Person;
import org.portcullis.model.organisation.PersonKey;
import org.portcullis.model.organisation.Rota;

/** A firm with a desk in London and one in Stockholm, in which every kind of trouble can be had by naming the right role. */
final class FixedFirm {
    private static final Period ALWAYS = new Period(LocalDate.of(2020, 1, 1), Optional.empty());

    private FixedFirm() {}

    static Organisation organisation() {
        Organisation.Builder firm = Organisation.named("Fixed Firm")
                .add(new LegalEntity("ent", "Fixed Firm Limited"))
                .add(new Location("ldn", "London", "GB", "XLON-EQ"))
                .add(new Location("sto", "Stockholm", "SE", "XSTO-EQ"))
                .add(new Desk("d1", "Delta 1", "ent", "ldn"))
                .add(new Desk("swaps", "Swaps", "ent", "sto"));
        List.of(
                        "Trader",
                        "Desk Head",
                        "Deputy Desk Head",
                        "Trading Risk",
                        "London Risk",
                        "Treasurer",
                        "Risk Duty Manager",
                        "Weekend Manager",
                        "Compliance")
                .forEach(role -> firm.add(new Role(role)));
        Optional<String> delta1 = Optional.of("d1");
        Optional<String> swaps = Optional.of("swaps");
        add(firm, "p-hale", "Robin Hale", delta1, "ldn", "Trader");
        add(firm, "p-quist", "Ida Quist", swaps, "sto", "Trader");
        add(firm, "p-reid", "Morgan Reid", delta1, "ldn", "Desk Head");
        add(firm, "p-cruz", "Noor Cruz", swaps, "sto", "Desk Head");
        add(firm, "p-ashby", "Jo Ashby", delta1, "ldn", "Deputy Desk Head");
        add(firm, "p-okafor", "Sam Okafor", Optional.empty(), "ldn", "Trading Risk", "London Risk", "Treasurer");
        add(firm, "p-novak", "Lee Novak", Optional.empty(), "sto", "Trading Risk");
        add(firm, "p-lund", "Kim Lund", Optional.empty(), "ldn", "Risk Duty Manager", "Weekend Manager");
        add(firm, "p-brandt", "Uli Brandt", Optional.empty(), "sto", "Risk Duty Manager");
        firm.add(new Delegation(
                "p-reid", "p-ashby", new Role("Desk Head"), new Period(LocalDate.of(2027, 1, 4), Optional.empty())));
        firm.add(new Rota(
                new Role("Weekend Manager"),
                List.of(new Rota.Shift(
                        new TreeSet<>(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)),
                        Optional.empty(),
                        new TreeSet<>(Set.of("p-lund"))))));
        return firm.build();
    }

    static TradingCalendars calendars() {
        return new FixedCalendars();
    }

    /** Everybody but the deputy has a key. */
    private static void add(
            Organisation.Builder firm,
            String id,
            String name,
            Optional<String> desk,
            String location,
            String... roles) {
        TreeSet<Role> held = new TreeSet<>();
        List.of(roles).forEach(role -> held.add(new Role(role)));
        firm.add(new Person(id, name, desk, location, held, ALWAYS));
        if (!id.equals("p-ashby")) {
            String digits = String.format(java.util.Locale.ROOT, "%064x", id.hashCode() & 0xffffffL);
            firm.add(new PersonKey(id, "key-" + id, digits, ALWAYS));
        }
    }

    /** Two calendars that know the years from 2022 to 2027. */
    private static final class FixedCalendars implements TradingCalendars {
        @Override
        public Optional<TradingCalendar> find(String name) {
            return switch (name) {
                case "XLON-EQ" ->
                    Optional.of(
                            new FixedCalendar(name, Set.of("2022-05-02", "2026-12-25", "2026-12-28", "2027-01-01")));
                case "XSTO-EQ" ->
                    Optional.of(new FixedCalendar(
                            name, Set.of("2026-12-24", "2026-12-25", "2026-12-31", "2027-01-01", "2027-01-06")));
                default -> Optional.empty();
            };
        }

        @Override
        public List<String> names() {
            return List.of("XLON-EQ", "XSTO-EQ");
        }
    }

    private record FixedCalendar(String name, Set<String> holidays) implements TradingCalendar {
        @Override
        public LocalDate firstDay() {
            return LocalDate.of(2022, 1, 1);
        }

        @Override
        public LocalDate lastDay() {
            return LocalDate.of(2027, 12, 31);
        }

        @Override
        public boolean isTradingDay(LocalDate day) {
            return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !holidays.contains(day.toString());
        }
    }
}
