package org.portcullis.vault;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;

/**
 * Reads the folder of a vault, whether a program has it open or not; changes nothing.
 *
 * <p>`vault.json` names the format. Each person has a folder `people/<pseudonym>` with the opening of the identity, `person.json`, and of each text, `<64
 * hexadecimal digits>.json`. A person's folder without `person.json` is one that is being made or destroyed, and counts as nobody's.
 */
public final class VaultFolder implements OpeningSource {
    static final String MARK = "vault.json";
    static final String FORMAT = "portcullis-vault/1";
    static final String PEOPLE = "people";
    static final String PERSON = "person.json";
    static final String LOCK = "vault.lock";

    /** More than an opening of the longest text takes. */
    private static final int MAX_BYTES = 100_000;

    private final Path folder;

    private VaultFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder for reading.
     *
     * @throws VaultFailure when it is no vault of this version, or others than its owner may read it
     */
    public static VaultFolder at(Path folder) throws VaultFailure {
        try {
            JsonObject mark = JsonReader.readObject(Files.readAllBytes(folder.resolve(MARK)));
            if (!mark.text("format").equals(FORMAT)) {
                throw new VaultFailure(folder + ": the vault is of another version than `" + FORMAT + "`");
            }
            if (!Disk.FOLDER.containsAll(Files.getPosixFilePermissions(folder))) {
                throw new VaultFailure(folder + ": the vault has the permissions "
                        + PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
                        + "; only its owner may have any, so take the others away with `chmod 700`");
            }
        } catch (NoSuchFileException missing) {
            throw new VaultFailure(folder + ": no vault is here, since there is no `" + MARK + "`", missing);
        } catch (IllFormedJson | JsonMismatch otherFile) {
            throw new VaultFailure(folder + ": the vault's `" + MARK + "` is not what a vault has", otherFile);
        } catch (IOException unreadable) {
            throw unreadable(folder, unreadable);
        }
        return new VaultFolder(folder);
    }

    /** The opening of everybody's identity, by pseudonym. */
    public SortedMap<Pseudonym, Opening> people() throws VaultFailure {
        SortedMap<Pseudonym, Opening> people = new TreeMap<>();
        for (Path each : folders()) {
            read(each.resolve(PERSON))
                    .ifPresent(opening ->
                            people.put(new Pseudonym(each.getFileName().toString()), opening));
        }
        return people;
    }

    /** The person whom somebody means by a pseudonym or an id; empty where the vault knows nobody by it. */
    public Optional<Pseudonym> find(String typed) throws VaultFailure {
        return people().entrySet().stream()
                .filter(each -> each.getKey().value().equals(typed)
                        || each.getValue()
                                .person()
                                .filter(identity -> identity.id().equals(typed))
                                .isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Everything that is kept of a person, the identity first; empty where nothing is. */
    public List<Opening> of(Pseudonym person) throws VaultFailure {
        List<Opening> openings = new ArrayList<>();
        Path own = folder(person);
        read(own.resolve(PERSON)).ifPresent(openings::add);
        if (openings.isEmpty()) {
            return openings;
        }
        for (Path file : list(own)) {
            if (isText(file)) {
                read(file).ifPresent(openings::add);
            }
        }
        return openings;
    }

    @Override
    public Optional<Opening> find(Digest commitment) throws VaultFailure {
        for (Path each : folders()) {
            Path text = each.resolve(commitment.hex() + ".json");
            if (Files.exists(text) && Files.exists(each.resolve(PERSON))) {
                return read(text);
            }
        }
        return people().values().stream()
                .filter(opening -> opening.commitment().equals(commitment))
                .findFirst();
    }

    Path folder(Pseudonym person) {
        return folder.resolve(PEOPLE).resolve(person.value());
    }

    /** The folders of people, sorted. */
    List<Path> folders() throws VaultFailure {
        return list(folder.resolve(PEOPLE)).stream()
                .filter(each -> Pseudonym.isPseudonym(each.getFileName().toString()))
                .toList();
    }

    static boolean isText(Path file) {
        return file.getFileName().toString().matches("[0-9a-f]{64}\\.json");
    }

    static List<Path> list(Path folder) throws VaultFailure {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(paths::add);
        } catch (IOException unreadable) {
            throw unreadable(folder, unreadable);
        }
        paths.sort(null);
        return paths;
    }

    /** Reads an opening; empty where there is none. */
    static Optional<Opening> read(Path file) throws VaultFailure {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new VaultFailure(file + ": longer than any opening");
            }
            byte[] bytes = Files.readAllBytes(file);
            Opening opening = Opening.fromJson(JsonReader.readObject(bytes));
            boolean named = !isText(file)
                    || file.getFileName()
                            .toString()
                            .startsWith(opening.commitment().hex());
            if (!named) {
                throw new VaultFailure(file + ": opens another commitment than the one that it is named after");
            }
            return Optional.of(opening);
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IllFormedJson | JsonMismatch | IllegalArgumentException unsound) {
            throw new VaultFailure(file + ": no sound opening: " + unsound.getMessage(), unsound);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    static VaultFailure unreadable(Path path, IOException why) {
        return new VaultFailure(path + ": cannot be read: " + why.getMessage(), why);
    }
}
