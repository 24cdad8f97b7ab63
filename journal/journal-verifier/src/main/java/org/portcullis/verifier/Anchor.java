package org.portcullis.verifier;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Is one state of the journal that others vouch for: a folder of {@code anchors}.
 *
 * @param root what the journal signed
 * @param witnessed the same with cosignatures, where there are some
 * @param timestamp the file of the token of a timestamp authority, where there is one
 * @param folder the name of the folder, relative to the journal
 */
record Anchor(SignedRoot root, Optional<SignedRoot.Cosigned> witnessed, Optional<Path> timestamp, String folder) {

    static final String ROOT = "root";
    static final String WITNESSED = "witnessed";
    static final String TIMESTAMP = "timestamp.tsr";

    Rejection.Place place(String file) {
        return Rejection.Place.of(folder + "/" + file);
    }
}
