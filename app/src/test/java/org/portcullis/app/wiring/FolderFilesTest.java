package org.portcullis.app.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.compiler.source.FileSource;

class FolderFilesTest {
    @TempDir
    private Path top;

    private FileSource files = FileSource.NONE;

    @BeforeEach
    void policiesBesideSomethingElse() throws IOException {
        Files.createDirectories(top.resolve("policies/shared"));
        Files.writeString(top.resolve("policies/shared/scopes.policy"), "part");
        Files.writeString(top.resolve("secret.txt"), "secret");
        files = new FolderFiles(top.resolve("policies"));
    }

    @Test
    void fileBelowTheFolderIsFound() {
        FileSource.Found found = assertInstanceOf(FileSource.Found.class, files.read("shared/scopes.policy"));
        assertArrayEquals("part".getBytes(StandardCharsets.UTF_8), found.content());
    }

    @Test
    void fileAboveTheFolderIsOutOfReach() {
        assertInstanceOf(FileSource.OutOfReach.class, files.read("../secret.txt"));
    }

    @Test
    void symbolicLinkDoesNotLeadOut() throws IOException {
        Files.createSymbolicLink(top.resolve("policies/link.csv"), top.resolve("secret.txt"));
        assertInstanceOf(FileSource.OutOfReach.class, files.read("link.csv"));
    }

    @Test
    void absentFileIsMissing() {
        assertInstanceOf(FileSource.Missing.class, files.read("shared/other.policy"));
    }

    @Test
    void folderIsNoFile() {
        assertInstanceOf(FileSource.Unreadable.class, files.read("shared"));
    }
}
