package org.portcullis.app.month;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.portcullis.app.wiring.OrganisationDirectory;
import org.portcullis.app.wiring.OrganisationFiles;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.Ed25519Signer;
import org.portcullis.journal.KeyFile;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.organisation.calendar.LibraryCalendars;

/** The firm of the pack with three people more, each with a key; its organisation file and its key files are beside the journal. */
final class MonthFirm {
    private static final String KEYS = "\nkeys:\n";
    private static final String ROTAS = "\nrotas:\n";
    private static final String MORE_ROLES = "  - Algo Service Desk\n\npeople:\n";
    private static final List<String> MORE_PEOPLE = List.of(
            "{id: p-vogel, name: Ada Vogel, location: ldn, roles: [Internal Audit], from: 2015-02-02}",
            "{id: p-lane, name: Chris Lane, location: ldn, roles: [Chief Operations], from: 2012-09-10}",
            "{id: p-abara, name: Ife Abara, location: ldn, roles: [Head of Risk], from: 2014-06-16}");

    private final MonthSeed seed;
    private final Organisation organisation;
    private final LibraryCalendars calendars;
    private final Map<String, Signer> keys = new TreeMap<>();

    private MonthFirm(MonthSeed seed, Organisation organisation, LibraryCalendars calendars) {
        this.seed = seed;
        this.organisation = organisation;
        this.calendars = calendars;
        organisation.people().forEach(person -> keys.put(person.id(), key(person.id(), 1)));
    }

    /**
     * Writes the organisation file into a folder, and the keys of everybody, not encrypted, into another.
     *
     * @param pack the folder of the pack, with its organisation file
     */
    static MonthFirm write(MonthSeed seed, Path pack, Path out, LocalDate day) throws IOException {
        String original = Files.readString(pack.resolve("organisation.yaml"), StandardCharsets.UTF_8);
        StringBuilder people = new StringBuilder("\n");
        MORE_PEOPLE.forEach(person -> people.append("  - ").append(person).append('\n'));
        String before = original.substring(0, original.indexOf(KEYS))
                .replace(
                        MORE_ROLES,
                        "  - Algo Service Desk\n  - Internal Audit\n  - Chief Operations\n  - Head of Risk\n\npeople:\n");
        String after = original.substring(original.indexOf(ROTAS));
        String text = before.stripTrailing() + people + "\n";
        Path file = out.resolve("organisation.yaml");
        Files.writeString(file, text + after.strip() + "\n", StandardCharsets.UTF_8);
        LibraryCalendars calendars = LibraryCalendars.load();
        MonthFirm firm = new MonthFirm(seed, OrganisationFiles.read(file, "organisation.yaml", calendars), calendars);
        Files.writeString(file, text + firm.keyLines(day) + after.stripLeading(), StandardCharsets.UTF_8);
        Path keyFolder = Files.createDirectories(out.resolve("keys"));
        for (String person : firm.keys.keySet()) {
            KeyFile.createUnencrypted(
                    keyFolder.resolve(person + ".key"), firm.keyOf(person).keyId(), firm.seedOf(person, 1));
        }
        return firm;
    }

    private String keyLines(LocalDate day) {
        StringBuilder lines = new StringBuilder("keys:\n");
        keys.forEach((person, key) -> lines.append("  - {id: ")
                .append(key.keyId())
                .append(", person: ")
                .append(person)
                .append(", public: ")
                .append(HexFormat.of().formatHex(key.publicKey()))
                .append(", from: ")
                .append(day)
                .append("}\n"));
        return lines.append('\n').toString();
    }

    /** The ids of everybody, sorted. */
    List<String> people() {
        return List.copyOf(keys.keySet());
    }

    /** The directory of one day. */
    OrganisationDirectory directory(LocalDate day) {
        return new OrganisationDirectory(organisation, day, calendars);
    }

    /** The key with which a person signs now. */
    Signer keyOf(String person) {
        return Objects.requireNonNull(keys.get(person));
    }

    /** A further key of a person; {@link #use} makes it the one that the person signs with. */
    Signer key(String person, int number) {
        return Ed25519Signer.ofSeed(seed.keyId(purpose(person, number)), seedOf(person, number));
    }

    /** Has a person sign with another key from now on. */
    void use(String person, Signer key) {
        keys.put(person, key);
    }

    private byte[] seedOf(String person, int number) {
        return seed.bytes(purpose(person, number));
    }

    private static String purpose(String person, int number) {
        return "key " + number + " of " + person;
    }
}
