package org.portcullis.app.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFoldersTest {
    @TempDir
    private Path top;

    @Test
    void foldersBelowAreWatchedAndHiddenOnesAreNot() throws IOException {
        Files.createDirectories(top.resolve("shared/tables"));
        Files.createDirectories(top.resolve(".git/objects"));
        assertEquals(
                Set.of(top, top.resolve("shared"), top.resolve("shared/tables")),
                WatchedFolders.of(List.of(top.resolve("a.policy"))).folders());
    }

    @Test
    void importedPartThatChangesIsSeen() throws IOException {
        Files.createDirectories(top.resolve("shared"));
        Path part = Files.writeString(top.resolve("shared/scopes.policy"), "one");
        WatchedFolders watched = WatchedFolders.of(List.of(top.resolve("a.policy")));
        Map<String, String> before = watched.digests();
        Files.writeString(part, "two");
        assertNotEquals(before, watched.digests());
    }
}
