package org.portcullis.vault;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.people.CommittedText;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;

/**
 * Keeps what opens the commitments of a journal, in a folder beside it that its owner alone may read, and destroys it.
 *
 * <p><b>Durability</b>: what is committed to is durable before its commitment is handed out, so that no entry ever carries a commitment that was never
 * openable. What is erased was overwritten and removed before the call returns; a call that was cut off is finished when the vault is opened again.
 *
 * <p><b>Threads</b>: safe for use by many. One program at a time has a vault open; {@link VaultFolder} reads it beside.
 */
public final class Vault implements OpeningSource, Closeable {
    private static final String UNFINISHED = ".unfinished";
    private static final int PSEUDONYM_BYTES = 8;

    private final VaultFolder files;
    private final Disk disk;
    private final Randomness randomness;
    private final FileChannel lock;
    private final SortedMap<Pseudonym, Opening> people;
    private final Map<String, Pseudonym> byId = new TreeMap<>();

    private Vault(
            VaultFolder files,
            Disk disk,
            Randomness randomness,
            FileChannel lock,
            SortedMap<Pseudonym, Opening> people) {
        this.files = files;
        this.disk = disk;
        this.randomness = randomness;
        this.lock = lock;
        this.people = people;
        people.forEach((person, opening) -> opening.person().ifPresent(identity -> byId.put(identity.id(), person)));
    }

    /**
     * Opens the vault of a folder and makes it where there is none; finishes what was cut off.
     *
     * @throws VaultFailure when the folder is something else, another program has it open, or others than its owner may read it
     */
    public static Vault open(Path folder, Randomness randomness) throws VaultFailure {
        return open(folder, randomness, Disk.ofPlatform());
    }

    static Vault open(Path folder, Randomness randomness, Disk disk) throws VaultFailure {
        FileChannel lock = null;
        try {
            make(folder, disk);
            VaultFolder files = VaultFolder.at(folder);
            lock = lock(folder);
            clean(files, disk);
            return new Vault(files, disk, randomness, lock, files.people());
        } catch (IOException failed) {
            close(lock);
            throw failure(folder, failed);
        } catch (VaultFailure failed) {
            close(lock);
            throw failed;
        }
    }

    /** Everybody whom the vault knows. */
    public synchronized SortedMap<Pseudonym, Opening> people() {
        return new TreeMap<>(people);
    }

    /** The pseudonym of the person with the id of the firm; empty where the vault knows nobody with it. */
    public synchronized Optional<Pseudonym> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Who stands behind a pseudonym; empty where that is not known or was erased. */
    public synchronized Optional<Identity> identity(Pseudonym person) {
        return Optional.ofNullable(people.get(person)).flatMap(Opening::person);
    }

    /** What opens the commitment of a pseudonym; empty where it is not known or was erased. */
    public synchronized Optional<Opening> opening(Pseudonym person) {
        return Optional.ofNullable(people.get(person));
    }

    /** Gives the pseudonym of the person with this id, a new one where the vault does not know the id; a name that is known already stays as it is. */
    public synchronized Pseudonym commit(Identity person) throws VaultFailure {
        Pseudonym known = byId.get(person.id());
        if (known != null) {
            return known;
        }
        Pseudonym made = fresh();
        Path own = files.folder(made);
        Opening opening = Opening.of(person, salt());
        try {
            disk.makeFolder(own);
            disk.force(parent(own));
            write(own, VaultFolder.PERSON, opening);
        } catch (IOException failed) {
            throw failure(own, failed);
        }
        people.put(made, opening);
        byId.put(person.id(), made);
        return made;
    }

    /**
     * Commits to what a person wrote, with a salt of its own each time.
     *
     * @throws VaultFailure also where the vault does not know the person, since nobody could erase the text
     */
    public synchronized CommittedText conceal(Pseudonym author, String text) throws VaultFailure {
        if (!people.containsKey(author)) {
            throw new VaultFailure("the vault does not know `" + author + "`, so nothing that they wrote is kept");
        }
        Opening opening = Opening.of(text, salt());
        Path own = files.folder(author);
        try {
            write(own, opening.commitment().hex() + ".json", opening);
        } catch (IOException failed) {
            throw failure(own, failed);
        }
        return new CommittedText(opening.commitment());
    }

    @Override
    public synchronized Optional<Opening> find(Digest commitment) throws VaultFailure {
        return files.find(commitment);
    }

    /**
     * Destroys everything that is kept of a person: overwrites it, and removes it. Nothing where nothing is kept.
     *
     * <p>The erasure MUST be durable in the journal before. The name `person.json` goes first: from then on every opening of the vault goes on where this was
     * cut off.
     *
     * @return whether there was something to destroy
     */
    public synchronized boolean erase(Pseudonym person) throws VaultFailure {
        Path own = files.folder(person);
        if (!Files.isDirectory(own)) {
            return false;
        }
        Opening opening = people.remove(person);
        if (opening != null) {
            opening.person().ifPresent(identity -> byId.remove(identity.id()));
        }
        try {
            destroy(own, disk);
        } catch (IOException failed) {
            throw failure(own, failed);
        }
        return true;
    }

    @Override
    public synchronized void close() throws IOException {
        lock.close();
    }

    private Pseudonym fresh() {
        byte[] bytes = new byte[PSEUDONYM_BYTES];
        Pseudonym made;
        do {
            randomness.fill(bytes);
            made = new Pseudonym("p-" + HexFormat.of().formatHex(bytes));
        } while (people.containsKey(made));
        return made;
    }

    private byte[] salt() {
        byte[] salt = new byte[Opening.SALT_BYTES];
        randomness.fill(salt);
        return salt;
    }

    /** Writes under another name first, so that a file with its name is whole. */
    private void write(Path own, String name, Opening opening) throws IOException {
        Path unfinished = own.resolve(name + UNFINISHED);
        disk.write(unfinished, CanonicalJson.bytes(opening.toJson()));
        disk.rename(unfinished, own.resolve(name));
        disk.force(own);
    }

    /** The mark comes last, so that a folder with a mark is a whole vault. */
    private static void make(Path folder, Disk disk) throws IOException, VaultFailure {
        if (Files.exists(folder.resolve(VaultFolder.MARK))) {
            return;
        }
        Path people = folder.resolve(VaultFolder.PEOPLE);
        Path mark = folder.resolve(VaultFolder.MARK + UNFINISHED);
        if (!Files.isDirectory(folder)) {
            disk.makeFolder(folder);
            disk.force(parent(folder));
        }
        for (Path each : VaultFolder.list(folder)) {
            if (!each.equals(people) && !each.equals(mark)) {
                throw new VaultFailure(folder + ": is no vault and not empty; name a folder that is new");
            }
        }
        if (!Files.isDirectory(people)) {
            disk.makeFolder(people);
        }
        if (Files.exists(mark)) {
            disk.remove(mark);
        }
        disk.write(mark, CanonicalJson.bytes(JsonObject.of("format", VaultFolder.FORMAT)));
        disk.rename(mark, folder.resolve(VaultFolder.MARK));
        disk.force(folder);
    }

    private static Path parent(Path folder) {
        return java.util.Objects.requireNonNull(folder.toAbsolutePath().getParent());
    }

    private static FileChannel lock(Path folder) throws IOException, VaultFailure {
        FileChannel channel =
                FileChannel.open(folder.resolve(VaultFolder.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock taken = channel.tryLock();
            if (taken != null) {
                return channel;
            }
        } catch (OverlappingFileLockException own) {
            // The same process has it: said below, as for another one.
        }
        channel.close();
        throw new VaultFailure(folder + ": another program has the vault open; stop it first");
    }

    /** Removes what was being written, and people who were being made or destroyed. */
    private static void clean(VaultFolder files, Disk disk) throws VaultFailure, IOException {
        for (Path own : files.folders()) {
            if (!Files.exists(own.resolve(VaultFolder.PERSON))) {
                destroy(own, disk);
                continue;
            }
            for (Path file : VaultFolder.list(own)) {
                if (!file.endsWith(VaultFolder.PERSON) && !VaultFolder.isText(file)) {
                    destroyFile(file, disk);
                    disk.force(own);
                }
            }
        }
    }

    private static void destroy(Path own, Disk disk) throws IOException, VaultFailure {
        Path person = own.resolve(VaultFolder.PERSON);
        if (Files.exists(person)) {
            disk.rename(person, own.resolve(VaultFolder.PERSON + UNFINISHED));
            disk.force(own);
        }
        for (Path file : VaultFolder.list(own)) {
            destroyFile(file, disk);
        }
        disk.force(own);
        disk.remove(own);
        disk.force(parent(own));
    }

    private static void destroyFile(Path file, Disk disk) throws IOException {
        disk.overwrite(file);
        disk.remove(file);
    }

    private static void close(@Nullable FileChannel lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException ignored) {
            // The failure that led here is told.
        }
    }

    private static VaultFailure failure(Path path, IOException why) {
        return new VaultFailure(path + ": the vault cannot be written: " + why.getMessage(), why);
    }
}
