package org.portcullis.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.model.json.Digest;

/** The folders that hold the policies under test with those below, from which policies take their parts and tables. */
public record WatchedFolders(Set<Path> folders) {
    /** The most folders that are watched; a tree with more is no folder of policies. */
    private static final int MAX_FOLDERS = 1_000;

    private static final int MAX_DEPTH = 8;

    private static final List<String> ENDINGS = List.of(".policy", ".csv");

    public WatchedFolders {
        folders = Set.copyOf(folders);
    }

    /**
     * The folders of these files and those below, hidden ones left out.
     *
     * @throws UserMistake if a folder cannot be read, or if there are more than a thousand
     */
    public static WatchedFolders of(Collection<Path> files) {
        Set<Path> folders = new TreeSet<>();
        for (Path file : files) {
            Path folder = file.toAbsolutePath().normalize().getParent();
            if (folder != null) {
                folders.addAll(below(folder));
            }
        }
        if (folders.size() > MAX_FOLDERS) {
            throw new UserMistake(
                    "more than " + MAX_FOLDERS + " folders cannot be watched; name policies in smaller ones");
        }
        return new WatchedFolders(folders);
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> all = Files.find(folder, MAX_DEPTH, (path, kind) -> kind.isDirectory())) {
            return all.filter(path -> !isHidden(folder.relativize(path)))
                    .limit(MAX_FOLDERS + 1L)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new UserMistake(folder + ": cannot be watched: " + unreadable.getMessage());
        }
    }

    private static boolean isHidden(Path below) {
        for (Path part : below) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** The digests of all policies and tables in the folders, by path. */
    public Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(WatchedFolders::isWatched).forEach(file -> digests.put(file.toString(), digest(file)));
            } catch (IOException unreadable) {
                throw new UserMistake(folder + ": cannot be watched: " + unreadable.getMessage());
            }
        }
        return digests;
    }

    private static boolean isWatched(Path file) {
        return ENDINGS.stream().anyMatch(ending -> file.toString().endsWith(ending)) && Files.isRegularFile(file);
    }

    /** A file that vanishes or is locked while it is read counts as changed; the next round says what is wrong with it. */
    private static String digest(Path file) {
        try {
            return Digest.of(Files.readAllBytes(file)).value();
        } catch (IOException unreadable) {
            return "";
        }
    }
}
