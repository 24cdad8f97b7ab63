package org.portcullis.verifier;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** Finds the files that tests read. */
final class Resources {

    private Resources() {}

    static Path at(String path) {
        try {
            return Path.of(Objects.requireNonNull(Resources.class.getResource(path), path)
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(path, impossible);
        }
    }
}
