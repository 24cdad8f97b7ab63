package org.portcullis.organisation.file;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.model.organisation.DeclaredCalendar;
import org.portcullis.model.organisation.Desk;
import org.portcullis.model.organisation.LegalEntity;
import org.portcullis.model.organisation.Location;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.model.text.Resemblance;
import org.portcullis.model.text.ShownText;
import org.portcullis.yaml.Faults;
import org.portcullis.yaml.Spot;
import org.portcullis.yaml.Text;
import org.portcullis.yaml.YamlValue;

/** Reads calendars, entities, locations and desks. Mutable, for one reading. */
final class PlacesReading {
    private static final Collection<String> COUNTRIES = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));

    private final Organisation.Builder organisation;
    private final Faults faults;
    private final Collection<String> library;
    private final SortedSet<String> calendarNames;
    private final Declared calendars;
    private final Declared entities;
    private final Declared locations;
    private final Declared locationNames;
    private final Declared desks;
    private final Map<String, String> deskLocations = new TreeMap<>();
    private final Map<String, Spot> deskNames = new TreeMap<>();

    PlacesReading(Organisation.Builder organisation, Collection<String> library, Faults faults) {
        this.organisation = organisation;
        this.faults = faults;
        this.library = List.copyOf(library);
        this.calendarNames = new TreeSet<>(library);
        this.calendars = new Declared("calendar", faults);
        this.entities = new Declared("legal entity", faults);
        this.locations = new Declared("location", faults);
        this.locationNames = new Declared("name of a location", faults);
        this.desks = new Declared("desk", faults);
    }

    Declared entities() {
        return entities;
    }

    Declared desks() {
        return desks;
    }

    Declared locations() {
        return locations;
    }

    /** The id of the location of a desk; empty where the desk is at fault. */
    Optional<String> locationOf(String desk) {
        return Optional.ofNullable(deskLocations.get(desk));
    }

    void calendar(YamlValue value) {
        long before = faults.count();
        Entry entry = Entry.of(value, List.of("name", "like", "closed", "open"), faults);
        Optional<Text> name = entry.id("name");
        name.ifPresent(calendars::declare);
        name.ifPresent(text -> calendarNames.add(text.value()));
        Optional<Text> like = entry.fields().required("like");
        like.ifPresent(text -> calendar(text, library));
        List<LocalDate> closed = entry.days("closed");
        List<LocalDate> open = entry.days("open");
        closed.stream()
                .filter(open::contains)
                .forEach(day -> faults.add(
                        entry.fields().at("open"), day + " is both closed and open", "leave it out of one list"));
        if (faults.count() == before && name.isPresent() && like.isPresent()) {
            organisation.add(new DeclaredCalendar(
                    name.get().value(), like.get().value(), new TreeSet<>(closed), new TreeSet<>(open)));
        }
    }

    void entity(YamlValue value) {
        long before = faults.count();
        Entry entry = Entry.of(value, List.of("id", "name"), faults);
        Optional<Text> id = entry.id("id");
        id.ifPresent(entities::declare);
        Optional<Text> name = entry.name("name");
        if (faults.count() == before && id.isPresent() && name.isPresent()) {
            organisation.add(new LegalEntity(id.get().value(), name.get().value()));
        }
    }

    void location(YamlValue value) {
        long before = faults.count();
        Entry entry = Entry.of(value, List.of("id", "name", "country", "calendar"), faults);
        Optional<Text> id = entry.id("id");
        id.ifPresent(locations::declare);
        Optional<Text> name = entry.name("name");
        name.ifPresent(locationNames::declare);
        Optional<Text> country = entry.fields().required("country");
        country.filter(text -> !COUNTRIES.contains(text.value()))
                .ifPresent(text -> faults.add(
                        text.at(),
                        "there is no country " + ShownText.quoted(text.value()),
                        "write the two capital letters of ISO 3166-1, for example `GB`"));
        Optional<Text> calendar = entry.fields().required("calendar");
        calendar.ifPresent(text -> calendar(text, calendarNames));
        if (faults.count() == before && id.isPresent() && name.isPresent()) {
            organisation.add(new Location(
                    id.get().value(),
                    name.get().value(),
                    country.map(Text::value).orElseThrow(),
                    calendar.map(Text::value).orElseThrow()));
        }
    }

    void desk(YamlValue value) {
        long before = faults.count();
        Entry entry = Entry.of(value, List.of("id", "name", "entity", "location"), faults);
        Optional<Text> id = entry.id("id");
        id.ifPresent(desks::declare);
        Optional<Text> name = entry.name("name");
        Optional<Text> entity = entry.fields().required("entity");
        entity.ifPresent(entities::require);
        Optional<Text> location = entry.fields().required("location");
        location.ifPresent(locations::require);
        if (id.isPresent() && location.isPresent()) {
            deskLocations.putIfAbsent(id.get().value(), location.get().value());
        }
        if (name.isPresent() && location.isPresent()) {
            once(name.get(), location.get());
        }
        if (faults.count() == before && id.isPresent() && name.isPresent()) {
            organisation.add(new Desk(
                    id.get().value(),
                    name.get().value(),
                    entity.map(Text::value).orElseThrow(),
                    location.map(Text::value).orElseThrow()));
        }
    }

    /** Desks of one name may stand in several places, as policies tell them apart by location; in one place they cannot be told apart. */
    private void once(Text name, Text location) {
        Spot earlier = deskNames.putIfAbsent(location.value() + "\n" + name.value(), name.at());
        if (earlier != null) {
            faults.add(
                    name.at(),
                    "two desks at one location are called " + ShownText.quoted(name.value()) + ", the first on line "
                            + earlier.line(),
                    "give one of them another name");
        }
    }

    private void calendar(Text text, Collection<String> known) {
        if (!known.contains(text.value())) {
            faults.add(
                    text.at(),
                    "there is no calendar " + ShownText.quoted(text.value()),
                    Resemblance.didYouMean(
                            text.value(), known, "the calendars are `" + String.join("`, `", known) + "`"));
        }
    }
}
