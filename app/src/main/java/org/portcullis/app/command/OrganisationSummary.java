package org.portcullis.app.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.portcullis.app.terminal.Paragraph;
import org.portcullis.app.terminal.Table;
import org.portcullis.model.calendar.TradingCalendar;
import org.portcullis.model.calendar.TradingCalendars;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.organisation.Delegation;
import org.portcullis.model.organisation.Location;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.model.organisation.Person;

/** What an organisation file says about one day, for people and for programs. */
record OrganisationSummary(Organisation firm, TradingCalendars calendars, LocalDate day) {

    List<String> lines(String file) {
        List<String> lines = new ArrayList<>();
        lines.add(firm.name() + ", on " + day);
        lines.add("");
        lines.addAll(locations());
        lines.add("");
        lines.addAll(desks());
        lines.add("");
        lines.addAll(roles());
        lines.add("");
        keyless().ifPresent(sentence -> {
            lines.addAll(Paragraph.wrap(sentence, Table.WIDTH));
            lines.add("");
        });
        lines.add(file + ": " + PolicyArguments.counted(firm.desks().size(), "desk") + ", "
                + PolicyArguments.counted(firm.roles().size(), "role") + ", "
                + (firm.people().size() == 1 ? "1 person" : firm.people().size() + " people") + ", "
                + PolicyArguments.counted(firm.keys().size(), "key") + ", "
                + PolicyArguments.counted(firm.delegations().size(), "delegation") + ", "
                + PolicyArguments.counted(firm.rotas().size(), "rota") + ", no problems");
        return lines;
    }

    JsonObject json(String file) {
        return JsonObject.builder()
                .put("file", file)
                .put("problems", List.<Json>of())
                .put("organisation", firm.name())
                .put("asOf", day.toString())
                .put(
                        "locations",
                        list(
                                firm.locations(),
                                location -> JsonObject.builder()
                                        .put("id", location.id())
                                        .put("name", location.name())
                                        .put("country", location.country())
                                        .put("calendar", location.calendar())
                                        .put("day", standing(location))
                                        .build()))
                .put(
                        "desks",
                        list(
                                firm.desks(),
                                desk -> JsonObject.builder()
                                        .put("id", desk.id())
                                        .put("name", desk.name())
                                        .put("entity", desk.entity())
                                        .put("location", desk.location())
                                        .build()))
                .put(
                        "roles",
                        list(
                                firm.roles(),
                                role -> JsonObject.builder()
                                        .put("role", role.name())
                                        .put("holders", ids(firm.holders(role, day)))
                                        .put("onDuty", ids(firm.onDuty(role, day)))
                                        .put("atWork", ids(firm.available(role, day, calendars)))
                                        .build()))
                .put(
                        "people",
                        list(
                                firm.people(),
                                person -> JsonObject.builder()
                                        .put("id", person.id())
                                        .put("name", person.name())
                                        .putIfPresent("desk", person.desk())
                                        .put("location", person.location())
                                        .put("from", person.valid().from().toString())
                                        .putIfPresent(
                                                "until", person.valid().until().map(LocalDate::toString))
                                        .put("hasKey", firm.hasKey(person.id(), day))
                                        .build()))
                .build();
    }

    private List<String> locations() {
        Table table = new Table(List.of(
                Table.Column.text("location"),
                Table.Column.text("country"),
                Table.Column.text("calendar"),
                Table.Column.text("this day")));
        firm.locations()
                .forEach(location -> table.row(
                        List.of(location.name(), location.country(), location.calendar(), standing(location))));
        return table.lines();
    }

    private String standing(Location location) {
        Optional<TradingCalendar> calendar = calendars.find(location.calendar()).filter(known -> known.covers(day));
        return calendar.map(known -> known.isTradingDay(day) ? "trading day" : "closed")
                .orElse("not known");
    }

    private List<String> desks() {
        Table table = new Table(List.of(
                Table.Column.text("desk"),
                Table.Column.text("location"),
                Table.Column.number("people"),
                Table.Column.text("legal entity")));
        firm.desks().forEach(desk -> {
            long people = firm.people().stream()
                    .filter(person -> person.valid().contains(day)
                            && person.desk().filter(desk.id()::equals).isPresent())
                    .count();
            table.row(List.of(
                    desk.name(),
                    firm.location(desk.location()).map(Location::name).orElse(""),
                    Long.toString(people),
                    firm.entities().stream()
                            .filter(entity -> entity.id().equals(desk.entity()))
                            .map(entity -> entity.name())
                            .collect(Collectors.joining())));
        });
        return table.lines();
    }

    private List<String> roles() {
        Table table = new Table(
                List.of(Table.Column.text("role"), Table.Column.number("at work"), Table.Column.text("holders")));
        firm.roles().forEach(role -> {
            SortedSet<String> onDuty = firm.onDuty(role, day);
            String holders = firm.holders(role, day).stream()
                    .map(person -> holder(person, role, onDuty))
                    .collect(Collectors.joining(", "));
            table.row(List.of(
                    role.name(),
                    Integer.toString(firm.available(role, day, calendars).size()),
                    holders.isEmpty() ? "nobody" : holders));
        });
        return table.lines();
    }

    private String holder(String person, Role role, Collection<String> onDuty) {
        List<String> notes = new ArrayList<>();
        firm.delegationsTo(person, day).stream()
                .filter(delegation -> delegation.role().equals(role))
                .map(Delegation::from)
                .forEach(from -> notes.add("for " + name(from)));
        if (!onDuty.contains(person)) {
            notes.add("not on duty");
        } else if (firm.isAway(person, day, calendars)) {
            notes.add("away");
        }
        return name(person) + (notes.isEmpty() ? "" : " (" + String.join(", ", notes) + ")");
    }

    private Optional<String> keyless() {
        List<String> names = firm.people().stream()
                .filter(person -> person.valid().contains(day) && !firm.hasKey(person.id(), day))
                .map(Person::name)
                .toList();
        return firm.keys().isEmpty() || names.isEmpty()
                ? Optional.empty()
                : Optional.of("without a key: " + String.join(", ", names));
    }

    private String name(String person) {
        return firm.person(person).map(Person::name).orElse(person);
    }

    private static JsonArray ids(Collection<String> people) {
        return JsonArray.texts(List.copyOf(people));
    }

    private static <T> JsonArray list(Collection<T> parts, java.util.function.Function<T, JsonObject> json) {
        return JsonArray.of(parts.stream().map(json).toList());
    }
}
