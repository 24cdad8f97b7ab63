package org.portcullis.app.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.report.register.RegisterFile;

/**
 * Writes the pages of a register to a folder that is new, empty, or holds a register that was written before.
 *
 * <p>A register can be written again at any time, so an earlier one is replaced: the files that its list names are removed, and nothing else.
 */
public final class RegisterFolder {
    /** Lists the files of a register, one a line, so that they can be replaced. */
    private static final String LIST = "register-files.txt";

    private RegisterFolder() {}

    /**
     * Writes the files.
     *
     * @throws UserMistake if the folder holds something else, or cannot be written
     */
    public static void write(Path folder, String shown, List<RegisterFile> files) {
        try {
            if (Files.exists(folder)) {
                clear(folder, shown);
            }
            for (RegisterFile file : files) {
                Path target = folder.resolve(file.path());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.text(), StandardCharsets.UTF_8);
            }
            List<String> names = files.stream().map(RegisterFile::path).sorted().toList();
            Files.writeString(folder.resolve(LIST), String.join("\n", names) + "\n", StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new UserMistake(shown + ": cannot be written: " + unwritable.getMessage());
        }
    }

    private static void clear(Path folder, String shown) throws IOException {
        Path list = folder.resolve(LIST);
        if (Files.isRegularFile(list)) {
            for (String name : Files.readAllLines(list, StandardCharsets.UTF_8)) {
                Path file = folder.resolve(name).normalize();
                if (file.startsWith(folder) && Files.isRegularFile(file)) {
                    Files.delete(file);
                }
            }
            return;
        }
        if (!Files.isDirectory(folder) || !isEmpty(folder)) {
            throw new UserMistake(shown
                    + ": is there already and no register; nothing is overwritten, so name another with --output");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }
}
