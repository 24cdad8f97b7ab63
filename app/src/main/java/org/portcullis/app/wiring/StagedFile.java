package org.portcullis.app.wiring;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.engine.journal.JournalFailure;

/** Writes a new file so that it is there as a whole or not at all. */
public final class StagedFile {
    private StagedFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes it; the stream is closed by whoever opened it. */
        void write(OutputStream out) throws IOException, JournalFailure;
    }

    /**
     * Writes the content beside the file, under its name with {@code .part}, and gives it its name when all of it is there; on failure nothing is left.
     *
     * @throws UserMistake if the file is there already, or its part is
     */
    public static void write(Path file, Content content) throws IOException, JournalFailure {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        refuseThere(file);
        refuseThere(part);
        try {
            try (OutputStream out =
                    Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.write(out);
            }
            Files.move(part, file);
        } catch (FileAlreadyExistsException there) {
            throw there(file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void refuseThere(Path file) {
        if (Files.exists(file)) {
            throw there(file);
        }
    }

    private static UserMistake there(Path file) {
        return new UserMistake(file + ": is there already; nothing is overwritten, so name another file");
    }
}
