package org.portcullis.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Asks for the passphrase of a key file. */
@FunctionalInterface
public interface Passphrase {

    /**
     * Gives the passphrase of the key file; asked only for files that are encrypted. The caller overwrites the array with zeros once it is used.
     *
     * @throws IOException when nobody gives one
     */
    char[] ask(Path file) throws IOException;
}
