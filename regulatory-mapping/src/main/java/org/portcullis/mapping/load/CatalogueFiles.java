package org.portcullis.mapping.load;

import java.io.IOException;
import java.util.List;

/** Gives the bytes of catalogue files by their plain names. */
interface CatalogueFiles {

    /** The largest file that is read, in bytes. */
    int MAX_BYTES = 1 << 20;

    /** Names the file as a reader of messages would look for it. */
    String label(String name);

    /**
     * Reads a file, at most one byte more than {@link #MAX_BYTES}.
     *
     * @throws IOException if there is no such regular file or it cannot be read; the message says which, in words
     */
    byte[] read(String name) throws IOException;

    /**
     * Lists the names of all YAML files beside the index, sorted; none where the files cannot be listed.
     *
     * @throws IOException if the listing fails
     */
    List<String> present() throws IOException;
}
