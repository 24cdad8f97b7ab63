package org.portcullis.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.portcullis.app.terminal.UserMistake;

/** Finds a folder to write to in which nothing is overwritten: evidence is never replaced. */
public final class OutputFolder {
    private static final int MOST_TRIES = 10_000;

    private OutputFolder() {}

    /** Makes the folder that the user named; it must be new or empty. */
    public static Path named(Path folder, String shown) {
        try {
            if (Files.exists(folder) && !isEmptyFolder(folder)) {
                throw new UserMistake(
                        shown
                                + ": is there already and not an empty folder; nothing is overwritten, so name another with --out");
            }
            return Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new UserMistake(shown + ": cannot be made: " + unwritable.getMessage());
        }
    }

    /** Makes `out/name`, or the first of `out/name-2`, `out/name-3`, … that is not there yet. */
    public static Path next(Path workingFolder, String name) {
        Path parent = workingFolder.resolve("out");
        for (int number = 1; number <= MOST_TRIES; number++) {
            Path folder = parent.resolve(number == 1 ? name : name + "-" + number);
            if (!Files.exists(folder)) {
                return named(folder, folder.toString());
            }
        }
        throw new UserMistake(parent + ": holds too many replays; name a folder with --out");
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }
}
