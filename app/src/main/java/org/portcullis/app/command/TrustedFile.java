package org.portcullis.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Function;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;

/** Reads files about whom the user trusts. */
final class TrustedFile {
    private TrustedFile() {}

    /**
     * Reads a file where one is named.
     *
     * @throws UserMistake if it is not there, or malformed
     */
    static <T> Optional<T> read(Surroundings surroundings, Optional<String> file, Function<String, T> reading)
            throws IOException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(Files.readString(surroundings.path(file.get()))));
        } catch (NoSuchFileException missing) {
            throw new UserMistake(file.get() + ": no such file");
        } catch (IllegalArgumentException malformed) {
            throw new UserMistake(file.get() + ": " + malformed.getMessage());
        }
    }
}
