package org.portcullis.app.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.portcullis.app.terminal.UserMistake;

/** Finds the policy files that a command line names: files as they are, and of a folder its `*.policy` files that begin with `policy`. */
public final class PolicyPaths {
    private static final String EXTENSION = ".policy";

    /** A byte order mark is the compiler's to complain about; it does not make a policy something else. */
    private static final Pattern BEGINS_WITH_HEADER =
            Pattern.compile("\\A\\uFEFF?(?:\\s+|--[^\\r\\n]*(?:[\\r\\n]|\\z))*+policy\\b.*", Pattern.DOTALL);

    private PolicyPaths() {}

    /**
     * One policy file.
     *
     * @param shown what diagnostics call it: as the user would type it
     */
    public record Named(Path file, String shown) {}

    /**
     * The files in the order in which they were named, those of a folder in the order of their names; none twice.
     *
     * <p>Files of a folder that do not begin with `policy` are parts that policies import, and are left out. A file that is named and does not exist is kept: whoever
     * reads it says so.
     *
     * @throws UserMistake for a folder that holds no policy
     */
    public static List<Named> expand(Surroundings surroundings, List<String> typed) {
        return expand(surroundings, typed, PolicyPaths::beginsWithHeader);
    }

    /** The same with the parts of folders, for commands that read each file on its own. */
    public static List<Named> withParts(Surroundings surroundings, List<String> typed) {
        return expand(surroundings, typed, file -> true);
    }

    private static List<Named> expand(Surroundings surroundings, List<String> typed, Predicate<Path> wanted) {
        List<Named> found = new ArrayList<>();
        TreeSet<Path> seen = new TreeSet<>();
        for (String name : typed) {
            Path path = surroundings.path(name);
            List<Path> files = Files.isDirectory(path) ? policiesOf(path, name, wanted) : List.of(path);
            for (Path file : files) {
                if (seen.add(file.toAbsolutePath().normalize())) {
                    found.add(new Named(file, file.equals(path) ? name : surroundings.shown(file)));
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<Path> policiesOf(Path folder, String shown, Predicate<Path> wanted) {
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> policies = children.filter(
                            file -> file.toString().endsWith(EXTENSION) && Files.isRegularFile(file))
                    .sorted()
                    .filter(wanted)
                    .toList();
            if (policies.isEmpty()) {
                throw new UserMistake(
                        shown + ": holds no policy: no file `*" + EXTENSION + "` in this folder begins with `policy`");
            }
            return policies;
        } catch (IOException unreadable) {
            throw new UserMistake(shown + ": cannot be read: " + unreadable.getMessage());
        }
    }

    /** Bytes that are no UTF-8 do not matter here: the words of the header are ASCII, and the compiler reports the rest. */
    private static boolean beginsWithHeader(Path file) {
        try {
            return BEGINS_WITH_HEADER
                    .matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .matches();
        } catch (IOException unreadable) {
            // It stays in the list, so that whoever compiles it says why it cannot be read.
            return true;
        }
    }
}
