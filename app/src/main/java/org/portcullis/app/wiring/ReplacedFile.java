package org.portcullis.app.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import org.portcullis.app.terminal.UserMistake;

/** Replaces a file's text as a whole: whoever reads it at the same time sees the old text or the new one. */
public final class ReplacedFile {
    private ReplacedFile() {}

    /**
     * Writes the text beside the file and moves it in its place; a link stays a link, and the permissions stay.
     *
     * @param shown what the mistake calls the file
     * @throws UserMistake if the file cannot be replaced; it is then as it was
     */
    public static void write(Path file, String shown, String text) {
        try {
            Path real = file.toRealPath();
            Path folder = real.getParent();
            Path beside = Files.createTempFile(folder == null ? Path.of("") : folder, ".lint-", ".policy");
            try {
                Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
                copyPermissions(real, beside);
                Files.move(beside, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException unwritable) {
            throw new UserMistake(shown + ": cannot be written: " + unwritable.getMessage());
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }
}
