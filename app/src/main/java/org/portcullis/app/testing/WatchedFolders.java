package org.portcullis.app.testing;

import java.io.IOException;
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

/** The folders that hold the policies under test; what stands beside a policy, its imports and tables, is watched with it. */
public record WatchedFolders(Set<Path> folders) {
    private static final List<String> ENDINGS = List.of(".policy", ".csv");

    public WatchedFolders {
        folders = Set.copyOf(folders);
    }

    /** The folders of these files. */
    public static WatchedFolders of(Collection<Path> files) {
        Set<Path> folders = new TreeSet<>();
        for (Path file : files) {
            Path folder = file.toAbsolutePath().normalize().getParent();
            if (folder != null) {
                folders.add(folder);
            }
        }
        return new WatchedFolders(folders);
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
