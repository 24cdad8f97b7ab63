package org.portcullis.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.portcullis.app.terminal.UserMistake;

/** Reads a file that a command line names. */
public final class NamedFile {
    private NamedFile() {}

    /**
     * Reads the whole file.
     *
     * @param shown what the mistake calls the file
     * @param wanted what to name in place of a folder
     * @throws UserMistake if there is no such file or it cannot be read
     */
    public static byte[] read(Path file, String shown, String wanted) {
        if (Files.isDirectory(file)) {
            throw new UserMistake(shown + ": is a folder; name " + wanted + " in it");
        }
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new UserMistake(shown + ": no such file");
        } catch (IOException unreadable) {
            throw new UserMistake(shown + ": cannot be read: " + unreadable.getMessage());
        }
    }
}
