package org.portcullis.app.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderChangesTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aWrittenFileIsAChangeAndTheEndOfTheInputIsTheEnd() throws IOException {
        PipedOutputStream typing = new PipedOutputStream();
        try (PipedInputStream input = new PipedInputStream(typing);
                FolderChanges changes = FolderChanges.in(new WatchedFolders(Set.of(folder)), input)) {
            Files.writeString(folder.resolve("a.policy"), "one");
            assertTrue(changes.awaitChange());

            typing.close();
            assertFalse(changes.awaitChange());
        }
    }

    @Test
    void anInputThatHasEndedEndsTheWatch() {
        try (FolderChanges changes =
                FolderChanges.in(new WatchedFolders(Set.of(folder)), InputStream.nullInputStream())) {
            assertFalse(changes.awaitChange());
        }
    }

    @Test
    void policiesAndTablesAreWatchedAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("a.policy"), "one");
        Files.writeString(folder.resolve("limits.csv"), "one");
        Files.writeString(folder.resolve("notes.txt"), "one");

        Map<String, String> digests = watched().digests();

        assertEquals(
                List.of("a.policy", "limits.csv"),
                digests.keySet().stream()
                        .map(name -> Path.of(name).getFileName().toString())
                        .toList());
    }

    @Test
    void anotherContentHasAnotherDigest() throws IOException {
        Files.writeString(folder.resolve("a.policy"), "one");
        Map<String, String> before = watched().digests();
        Files.writeString(folder.resolve("a.policy"), "two");

        assertNotEquals(before, watched().digests());
    }

    private WatchedFolders watched() {
        return WatchedFolders.of(List.of(folder.resolve("a.policy"), folder.resolve("b.policy")));
    }
}
