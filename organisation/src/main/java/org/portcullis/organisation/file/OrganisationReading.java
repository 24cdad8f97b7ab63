package org.portcullis.organisation.file;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.portcullis.model.control.Role;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.yaml.Faults;
import org.portcullis.yaml.Fields;
import org.portcullis.yaml.Text;
import org.portcullis.yaml.YamlValue;

/**
 * Reads the document of one organisation file: first what it declares, then what names it. Mutable, for one {@link #read}.
 *
 * <p>An entry with a fault adds nothing to the organisation, and its id still counts as declared, so that one mistake is one problem.
 */
final class OrganisationReading {
    private static final String FORMAT = "1";
    private static final List<String> FIELDS = List.of(
            "format",
            "organisation",
            "entities",
            "calendars",
            "locations",
            "desks",
            "roles",
            "people",
            "keys",
            "delegations",
            "rotas");

    private final Faults faults;
    private final Collection<String> knownCalendars;

    OrganisationReading(Faults faults, Collection<String> knownCalendars) {
        this.faults = faults;
        this.knownCalendars = knownCalendars;
    }

    /** Gives the organisation, or nothing after reporting why not. */
    Optional<Organisation> read(YamlValue root) {
        Entry file = Entry.of(root, FIELDS, faults);
        Fields fields = file.fields();
        Optional<Text> format = fields.required("format");
        format.filter(text -> !text.value().equals(FORMAT))
                .ifPresent(text -> faults.add(
                        text.at(),
                        "this version reads files of format `" + FORMAT + "`",
                        "write `format: \"" + FORMAT + "\"`"));
        Optional<Text> name = file.name("organisation");
        Organisation.Builder organisation =
                Organisation.named(name.map(Text::value).orElse(""));
        PlacesReading places = new PlacesReading(organisation, knownCalendars, faults);
        each(fields, "calendars", places::calendar);
        section(fields, "entities", places.entities(), places::entity);
        section(fields, "locations", places.locations(), places::location);
        section(fields, "desks", places.desks(), places::desk);
        Declared roles = new Declared("role", faults);
        if (!fields.has("roles")) {
            roles.unread();
        }
        for (Text role : file.names("roles", true)) {
            roles.declare(role);
            organisation.add(new Role(role.value()));
        }
        PeopleReading people = new PeopleReading(organisation, places, roles, faults);
        section(fields, "people", people.people(), people::person);
        DutiesReading duties = new DutiesReading(organisation, people, roles, faults);
        each(fields, "keys", duties::key);
        each(fields, "delegations", duties::delegation);
        each(fields, "rotas", duties::rota);
        return faults.none() ? Optional.of(organisation.build()) : Optional.empty();
    }

    private static void section(Fields fields, String name, Declared declared, Consumer<YamlValue> reading) {
        if (!fields.has(name)) {
            declared.unread();
        }
        fields.entries(name, false).forEach(reading);
    }

    private static void each(Fields fields, String name, Consumer<YamlValue> reading) {
        if (fields.has(name)) {
            fields.entries(name, false).forEach(reading);
        }
    }
}
