package org.portcullis.example.embedding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.Ed25519Signer;
import org.portcullis.journal.KeyFile;

/**
 * The keys of the journal, of the engine and of the people, in files that nobody else may read.
 *
 * <p>In production each person's key is on that person's own device, and never here.
 */
final class DeskKeys {
    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Signer> keys = new TreeMap<>();

    DeskKeys(Path folder) {
        this.folder = folder;
    }

    Signer journal() throws IOException {
        return of("example.org/program-desk");
    }

    Signer tokens() throws IOException {
        return of("example.org/program-desk/tokens");
    }

    /** The key of a person, made at first use. */
    Signer of(String name) throws IOException {
        Signer known = keys.get(name);
        if (known != null) {
            return known;
        }
        Path file = folder.resolve(name.replace('/', '_') + ".key");
        Signer key = Files.exists(file) ? KeyFile.read(file) : KeyFile.createUnencrypted(file, name, seed());
        keys.put(name, key);
        return key;
    }

    private byte[] seed() {
        byte[] seed = new byte[Ed25519Signer.SEED_BYTES];
        random.nextBytes(seed);
        return seed;
    }
}
