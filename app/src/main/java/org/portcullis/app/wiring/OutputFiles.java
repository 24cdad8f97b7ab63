package org.portcullis.app.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.portcullis.app.terminal.UserMistake;

/** Writes text to files that the user named. */
public final class OutputFiles {
    private OutputFiles() {}

    /** Writes a file that may be there already, with the folders above it. */
    public static void write(Path file, String shown, String text) {
        try {
            makeParent(file);
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw unwritable(shown, unwritable);
        }
    }

    /** Writes a file that must be new, with the folders above it. */
    public static void writeNew(Path file, String shown, String text) {
        try {
            makeParent(file);
            Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            throw new UserMistake(shown + ": is there already; nothing is overwritten, so name another file");
        } catch (IOException unwritable) {
            throw unwritable(shown, unwritable);
        }
    }

    /** Appends to a file, of which no byte may have changed since it was read as {@code before}. */
    public static void append(Path file, String shown, byte[] before, byte[] more) {
        if (!Arrays.equals(before, PolicyFiles.read(file, shown))) {
            throw new UserMistake(shown + ": was changed meanwhile; nothing is written, so try again");
        }
        try {
            Files.write(file, more, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw unwritable(shown, unwritable);
        }
    }

    private static void makeParent(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }

    private static UserMistake unwritable(String shown, IOException cause) {
        return new UserMistake(shown + ": cannot be written: " + cause.getMessage());
    }
}
